import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  tapPieces
} from "./chunk-PVTFE4LR.mjs";
import {
  narrowPlan
} from "./chunk-3DBBB7NK.mjs";
import {
  finalText,
  runWithReporter,
  startReporter
} from "./chunk-PQIJVHGQ.mjs";
import {
  readPlan
} from "./chunk-SR67EZ76.mjs";
import {
  keepHeapSmall
} from "./chunk-UH7ZL7Q2.mjs";
import {
  jsonPieces
} from "./chunk-VZ3XNEFQ.mjs";
import {
  oneOf,
  partOfPlan,
  runChoices
} from "./chunk-PL3PYU5L.mjs";
import {
  cancelOnSignals
} from "./chunk-XEAPOWKT.mjs";
import {
  plainLine
} from "./chunk-PP4HT45W.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";

// src/cli/run-command.ts
import { resolve } from "node:path";
var formats = ["terminal", "json", "tap"];
async function runCommand(args, host) {
  keepHeapSmall();
  const format = oneOf("--format", formats, args.value("format")) ?? "terminal";
  if (args.flag("watch")) return await watch(args, host, format);
  const choices = runChoices(args, host);
  const outDirectory = resolve(host.cwd, args.value("out") ?? "qdt-results");
  const narrowed = await narrowPlan(readPlan(args, host), args, host);
  if (narrowed.plan.tests.length === 0) return sayNothingToRun(narrowed.reasons, format, host);
  const { plan, shard } = partOfPlan(narrowed.plan, args, host);
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
  const { watchCommand } = await import("./watch-command-DZ76BPH4.mjs");
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
