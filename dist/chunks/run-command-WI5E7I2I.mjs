import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  keepHeapSmall
} from "./chunk-4ORXVSFH.mjs";
import {
  tapPieces
} from "./chunk-VVQW4LWT.mjs";
import {
  readPlan
} from "./chunk-INT4XHXZ.mjs";
import {
  runSuites
} from "./chunk-VUM5KZ5B.mjs";
import {
  createTerminalReporter
} from "./chunk-LUXPTHZP.mjs";
import "./chunk-5HUDS2QW.mjs";
import "./chunk-XNEYPN6K.mjs";
import {
  jsonPieces,
  logReader,
  renderFinal
} from "./chunk-AGTK7UH4.mjs";
import "./chunk-LPJEPX3W.mjs";
import "./chunk-Q64Y2P5O.mjs";
import "./chunk-H3NDDRF5.mjs";
import "./chunk-VKALQ7IG.mjs";
import "./chunk-7N4AMPUF.mjs";
import {
  cancelOnSignals
} from "./chunk-JV6YK5TX.mjs";
import "./chunk-HBVA7VVB.mjs";
import "./chunk-HSG2LOMW.mjs";
import "./chunk-UUOU5VDB.mjs";
import "./chunk-EHPRK6VV.mjs";
import "./chunk-IF3SDQBP.mjs";
import "./chunk-UOT7TFTO.mjs";
import "./chunk-NDZHT6TS.mjs";
import "./chunk-CQ32FWZF.mjs";
import {
  partOfPlan
} from "./chunk-PCMQ3JJM.mjs";
import "./chunk-CB2YYOKH.mjs";
import "./chunk-PTXCZNDS.mjs";
import {
  oneOf,
  runChoices
} from "./chunk-XWP5X6A4.mjs";
import "./chunk-BWDQSQA3.mjs";
import "./chunk-OAU2IF34.mjs";
import "./chunk-UUDNWT5W.mjs";
import "./chunk-ZJFH3G66.mjs";
import "./chunk-BES5BLRJ.mjs";
import "./chunk-7XYTD5F5.mjs";
import "./chunk-EC7TNNSF.mjs";
import "./chunk-LFGQZFD2.mjs";
import "./chunk-L7VI3FAZ.mjs";
import "./chunk-PWAELWCE.mjs";
import "./chunk-3O3Q672X.mjs";
import "./chunk-3WY5LSQD.mjs";
import "./chunk-SQ2MPOSA.mjs";
import "./chunk-XJQAW26A.mjs";
import "./chunk-BOP7G6SY.mjs";
import "./chunk-G7ZDWPFY.mjs";
import "./chunk-FBER6XOZ.mjs";
import "./chunk-S5JOU3XU.mjs";
import "./chunk-MNSBFTQX.mjs";
import "./chunk-LLEU7AI5.mjs";
import "./chunk-E5RNW4JP.mjs";
import "./chunk-A22H6BHT.mjs";
import "./chunk-VEV5XY66.mjs";
import "./chunk-MO2YFL3J.mjs";
import "./chunk-R2N667XA.mjs";

// src/cli/run-command.ts
import { resolve, relative } from "node:path";
var tickMs = 250;
async function runCommand(args, host) {
  const format = oneOf("--format", ["terminal", "json", "tap"], args.value("format")) ?? "terminal";
  const choices = runChoices(args, host.invocation);
  const outDirectory = resolve(host.cwd, args.value("out") ?? "qdt-results");
  const { plan, shard } = partOfPlan(readPlan(args, host), args, host);
  keepHeapSmall();
  const reporter = createTerminalReporter({
    write: format === "terminal" ? host.write : host.complain,
    columns: host.columns,
    isTty: host.isTty && format === "terminal",
    color: host.color,
    now: () => performance.now(),
    verbose: args.flag("verbose")
  });
  if (format === "terminal") host.write(`qemu-driver-test ${host.version}
`);
  const ticking = setInterval(reporter.tick, tickMs);
  const signal = cancelOnSignals(host, reporter.onEvent);
  try {
    const results = await runSuites({
      plan,
      shard,
      ...choices,
      outDirectory,
      cwd: host.cwd,
      version: host.version,
      guestDirectory: host.guestDirectory,
      deviceHostProgram: host.deviceHostProgram,
      judgeProgram: host.judgeProgram,
      listener: reporter.onEvent,
      signal
    });
    reporter.close();
    for (const piece of render(results, format, { host, outDirectory })) host.write(piece);
    return results.exitStatus;
  } finally {
    clearInterval(ticking);
    reporter.close();
  }
}
function render(results, format, { host, outDirectory }) {
  switch (format) {
    case "terminal":
      return [renderFinal(results, { color: host.color, columns: host.columns(), resultsDirectory: relative(host.cwd, outDirectory) || ".", readLog: logReader(outDirectory) })];
    case "json":
      return jsonPieces(results);
    case "tap":
      return tapPieces(results);
  }
}
export {
  runCommand
};
