import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  narrowPlan
} from "./chunk-CHSNDLHK.mjs";
import {
  tapPieces
} from "./chunk-MQ4PQOQE.mjs";
import "./chunk-KPNJHRFL.mjs";
import {
  finalText,
  runWithReporter,
  startReporter
} from "./chunk-NY4SFS4O.mjs";
import {
  readPlan
} from "./chunk-2I4ZT5DY.mjs";
import "./chunk-C44DDFIH.mjs";
import "./chunk-XSHT4BSR.mjs";
import "./chunk-XYYAYJHH.mjs";
import "./chunk-WJAA46HJ.mjs";
import "./chunk-5UFV4OTM.mjs";
import "./chunk-Y46EEV3V.mjs";
import "./chunk-COY7FKDD.mjs";
import "./chunk-AO3DYV3E.mjs";
import {
  oneOf,
  partOfPlan,
  runChoices
} from "./chunk-CIUXUPZ3.mjs";
import "./chunk-YAKF2QPZ.mjs";
import "./chunk-PW7YLBU3.mjs";
import {
  jsonPieces
} from "./chunk-BWVQKUDF.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-WCSNWHUM.mjs";
import "./chunk-4NAOM35O.mjs";
import "./chunk-UQNTGV3W.mjs";
import "./chunk-CVEPMCJR.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-CUDZ6OFH.mjs";
import "./chunk-LN532BCO.mjs";
import {
  cancelOnSignals
} from "./chunk-S3OQ5B4F.mjs";
import {
  plainLine
} from "./chunk-MFGE3PEG.mjs";
import "./chunk-Z5L6BLYB.mjs";
import "./chunk-533ISHDF.mjs";
import "./chunk-RPRBIONT.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-BDJ27EXF.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-F2AMJPZZ.mjs";
import {
  keepHeapSmall
} from "./chunk-ORRRUZN6.mjs";
import "./chunk-QVRXA3M7.mjs";
import "./chunk-BOQ5AXRN.mjs";
import "./chunk-ZNIPUPX6.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-DUAYWCTV.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-E3S2Y5VJ.mjs";
import "./chunk-DLOU7QU3.mjs";
import "./chunk-YHXX3QQK.mjs";
import "./chunk-X4S3OXBD.mjs";
import "./chunk-CX2LRTTA.mjs";
import "./chunk-24KEYR4D.mjs";
import "./chunk-57ZEP2ED.mjs";
import "./chunk-4NERI4SW.mjs";
import "./chunk-VZIXGXY6.mjs";
import "./chunk-FPQDROTJ.mjs";
import "./chunk-4K3JF4DD.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-TN32ZU5T.mjs";
import "./chunk-4ZGFQWUM.mjs";
import "./chunk-2OQNYEBH.mjs";
import "./chunk-R2N667XA.mjs";

// src/cli/run-command.ts
import { resolve } from "node:path";
var formats = ["terminal", "json", "tap"];
async function runCommand(args, host) {
  const format = oneOf("--format", formats, args.value("format")) ?? "terminal";
  if (args.flag("watch")) return await watch(args, host, format);
  const choices = runChoices(args, host.invocation);
  const outDirectory = resolve(host.cwd, args.value("out") ?? "qdt-results");
  const narrowed = await narrowPlan(readPlan(args, host), args, host);
  if (narrowed.plan.tests.length === 0) return sayNothingToRun(narrowed.reasons, format, host);
  const { plan, shard } = partOfPlan(narrowed.plan, args, host);
  keepHeapSmall();
  if (format === "terminal") host.write(`qemu-driver-test ${host.installation.version}
`);
  const isOurs = format === "terminal";
  const reporter = startReporter(
    { write: isOurs ? host.write : host.complain, isTty: host.isTty && isOurs, verbose: args.flag("verbose") },
    host
  );
  for (const text of narrowed.reasons) reporter.onEvent({ kind: "fact", topic: "tests", text });
  const signal = cancelOnSignals(host, reporter.onEvent);
  const results = await runWithReporter({ plan, shard, choices, outDirectory, signal }, reporter, host);
  for (const piece of render(results, format, { host, outDirectory })) host.write(piece);
  return results.exitStatus;
}
async function watch(args, host, format) {
  if (format !== "terminal")
    throw new UsageError(`--watch writes for a person: expected --format terminal, found ${format}.`);
  if (args.value("shard") !== void 0)
    throw new UsageError("--watch runs what a change concerns, so it cannot be one of several shards.");
  if (args.flag("failed") || args.value("changed") !== void 0)
    throw new UsageError(
      "--watch chooses the tests itself, by what you save, and has the key f for failed ones: leave out --failed and --changed."
    );
  const { watchCommand } = await import("./watch-command-CNF2YWE4.mjs");
  return await watchCommand(args, host);
}
function sayNothingToRun(reasons, format, { write, complain }) {
  const message = plainLine(`Nothing to run: ${reasons.join("; ")}. Nothing was tested.`);
  if (format === "tap") write(`TAP version 14
1..0 # SKIP ${message}
`);
  else if (format === "json") complain(`${message}
`);
  else write(`${message}
`);
  return 0;
}
function render(results, format, { host, outDirectory }) {
  switch (format) {
    case "terminal":
      return [finalText(results, outDirectory, host)];
    case "json":
      return jsonPieces(results);
    case "tap":
      return tapPieces(results);
  }
}
export {
  runCommand
};
