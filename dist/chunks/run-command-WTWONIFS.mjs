import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  tapPieces
} from "./chunk-EQV5U4PP.mjs";
import {
  narrowPlan
} from "./chunk-XGRRJNIR.mjs";
import "./chunk-BPD4KMUT.mjs";
import {
  finalText,
  runWithReporter,
  startReporter
} from "./chunk-63YWTJQL.mjs";
import {
  readPlan
} from "./chunk-OAATGIB4.mjs";
import "./chunk-QVBAHAR2.mjs";
import "./chunk-UIREKAJ3.mjs";
import "./chunk-UPUNNZXM.mjs";
import "./chunk-J6GB6PYM.mjs";
import "./chunk-HK2QHHFM.mjs";
import "./chunk-SICTHVAA.mjs";
import "./chunk-XTTLTLEN.mjs";
import "./chunk-L6EZNR73.mjs";
import "./chunk-GAHSAXWJ.mjs";
import {
  oneOf,
  partOfPlan,
  runChoices
} from "./chunk-6H7C7TMJ.mjs";
import "./chunk-BDEXAF6M.mjs";
import "./chunk-CTOTBLIL.mjs";
import {
  jsonPieces
} from "./chunk-HIFZHBB6.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-6NJAP646.mjs";
import "./chunk-ZGLQIM6W.mjs";
import "./chunk-DVFHVYCK.mjs";
import "./chunk-IB5GRPMW.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-SLHEGNJ3.mjs";
import "./chunk-OJVNGN6R.mjs";
import "./chunk-XFDUTJQO.mjs";
import {
  cancelOnSignals
} from "./chunk-BQTMZKTG.mjs";
import {
  plainLine
} from "./chunk-VSKIL3KB.mjs";
import "./chunk-G7Y3NBSV.mjs";
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
import "./chunk-GO5KNIBB.mjs";
import "./chunk-53K3LJOD.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-DUAYWCTV.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-OAR2MKLO.mjs";
import "./chunk-ROFPOSIT.mjs";
import "./chunk-YHXX3QQK.mjs";
import "./chunk-A2YSBGWX.mjs";
import "./chunk-NX465CFI.mjs";
import "./chunk-ZZYZID6W.mjs";
import "./chunk-OM7EFJQV.mjs";
import "./chunk-BCBMQUBD.mjs";
import "./chunk-IRPNDCYH.mjs";
import "./chunk-KXKTA7HN.mjs";
import "./chunk-4K3JF4DD.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-BLSDMNQH.mjs";
import "./chunk-4ZGFQWUM.mjs";
import "./chunk-VQ6UBOWN.mjs";
import "./chunk-R2N667XA.mjs";

// src/cli/run-command.ts
import { resolve } from "node:path";
var formats = ["terminal", "json", "tap"];
async function runCommand(args, host) {
  const format = oneOf("--format", formats, args.value("format")) ?? "terminal";
  if (args.flag("watch")) return await watch(args, host, format);
  const choices = runChoices(args, host);
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
  const { watchCommand } = await import("./watch-command-US7JHYIP.mjs");
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
