import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  keepHeapSmall
} from "./chunk-4ORXVSFH.mjs";
import {
  tapPieces
} from "./chunk-S6I2XDYR.mjs";
import {
  readPlan
} from "./chunk-WFRIRFQD.mjs";
import {
  runSuites
} from "./chunk-M73FKN5H.mjs";
import {
  createTerminalReporter
} from "./chunk-L4DRCF3T.mjs";
import "./chunk-2HLSLKES.mjs";
import "./chunk-YJNQNPZ6.mjs";
import {
  jsonPieces,
  logReader,
  renderFinal
} from "./chunk-53CR3MM5.mjs";
import "./chunk-3ZXS7LS5.mjs";
import "./chunk-3RKXJ76Z.mjs";
import "./chunk-TEM3VTD2.mjs";
import "./chunk-CVZIGH24.mjs";
import "./chunk-7N4AMPUF.mjs";
import "./chunk-QNI5LVWG.mjs";
import "./chunk-52BAOUBP.mjs";
import "./chunk-HSG2LOMW.mjs";
import {
  cancelOnSignals
} from "./chunk-HBDH3GES.mjs";
import "./chunk-UUOU5VDB.mjs";
import "./chunk-EUKAWGYF.mjs";
import "./chunk-UOT7TFTO.mjs";
import "./chunk-G3ESJAYB.mjs";
import "./chunk-TLKRRDTL.mjs";
import "./chunk-OBZB7FWP.mjs";
import "./chunk-ZUY5BCRQ.mjs";
import "./chunk-CQ32FWZF.mjs";
import {
  partOfPlan
} from "./chunk-5KWVN6VY.mjs";
import "./chunk-CAAXT2UB.mjs";
import "./chunk-LTDPIREB.mjs";
import "./chunk-UY674WGI.mjs";
import "./chunk-QDLOPORL.mjs";
import {
  oneOf,
  runChoices
} from "./chunk-H53ON7RI.mjs";
import "./chunk-BWDQSQA3.mjs";
import "./chunk-TKNCHDQE.mjs";
import "./chunk-YQ2BIHGN.mjs";
import "./chunk-O7CDWRNP.mjs";
import "./chunk-UUDNWT5W.mjs";
import "./chunk-RDBTEXAQ.mjs";
import "./chunk-7P5AWKLC.mjs";
import "./chunk-IOJG36AI.mjs";
import "./chunk-BYVCTFWQ.mjs";
import "./chunk-RUDZV5YZ.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-PWAELWCE.mjs";
import "./chunk-3O3Q672X.mjs";
import "./chunk-63IKNEG2.mjs";
import "./chunk-SQ2MPOSA.mjs";
import "./chunk-4F6HXGKK.mjs";
import "./chunk-C42CHZQF.mjs";
import "./chunk-BEGN7E5P.mjs";
import "./chunk-GJF3MIU4.mjs";
import "./chunk-RSDMBALY.mjs";
import "./chunk-MNSBFTQX.mjs";
import "./chunk-GEGC7X7J.mjs";
import "./chunk-SCEE63KM.mjs";
import "./chunk-VEV5XY66.mjs";
import "./chunk-AM3JLXLV.mjs";
import "./chunk-MO2YFL3J.mjs";
import "./chunk-VBOZQQIC.mjs";
import "./chunk-LFGQZFD2.mjs";
import "./chunk-YUOOXMDW.mjs";
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
