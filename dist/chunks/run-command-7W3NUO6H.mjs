import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  keepHeapSmall
} from "./chunk-4ORXVSFH.mjs";
import {
  renderTap
} from "./chunk-QESWVQSV.mjs";
import {
  readPlan
} from "./chunk-QICUVT36.mjs";
import {
  runSuites
} from "./chunk-LHA5LUMR.mjs";
import "./chunk-WPMISJ4E.mjs";
import "./chunk-Q5IMOQOL.mjs";
import {
  logReader,
  renderFinal,
  renderJson
} from "./chunk-QMYJWRNP.mjs";
import "./chunk-EQDLKAAK.mjs";
import {
  partOfPlan
} from "./chunk-J3TMVRAD.mjs";
import "./chunk-TBKBWAYM.mjs";
import "./chunk-DOS4DTG3.mjs";
import {
  createTerminalReporter
} from "./chunk-XY4LSZ7H.mjs";
import "./chunk-RXGZI53L.mjs";
import "./chunk-IUCQ4QF6.mjs";
import "./chunk-XNEYPN6K.mjs";
import "./chunk-C2YS4NL5.mjs";
import "./chunk-Q72M36OT.mjs";
import "./chunk-S5JOU3XU.mjs";
import "./chunk-7N4AMPUF.mjs";
import {
  cancelOnSignals
} from "./chunk-JV6YK5TX.mjs";
import "./chunk-MNSBFTQX.mjs";
import "./chunk-F6NPF634.mjs";
import "./chunk-LLEU7AI5.mjs";
import "./chunk-HSG2LOMW.mjs";
import "./chunk-UUOU5VDB.mjs";
import "./chunk-CQ32FWZF.mjs";
import "./chunk-AXXCNL22.mjs";
import {
  oneOf,
  runChoices
} from "./chunk-2OSIP45D.mjs";
import "./chunk-BWDQSQA3.mjs";
import "./chunk-UUDNWT5W.mjs";
import "./chunk-ZJFH3G66.mjs";
import "./chunk-D63UESMU.mjs";
import "./chunk-MO2YFL3J.mjs";
import "./chunk-4AEJZML4.mjs";
import "./chunk-L7VI3FAZ.mjs";
import "./chunk-PWAELWCE.mjs";
import "./chunk-PU7NKRHI.mjs";
import "./chunk-IF3SDQBP.mjs";
import "./chunk-UOT7TFTO.mjs";
import "./chunk-5UOFJVQD.mjs";
import "./chunk-NDZHT6TS.mjs";
import "./chunk-A22H6BHT.mjs";
import "./chunk-VEV5XY66.mjs";
import "./chunk-OAU2IF34.mjs";
import "./chunk-7XYTD5F5.mjs";
import "./chunk-EC7TNNSF.mjs";
import "./chunk-LFGQZFD2.mjs";
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
      listener: reporter.onEvent,
      signal
    });
    reporter.close();
    host.write(render(results, format, { host, outDirectory }));
    return results.exitStatus;
  } finally {
    clearInterval(ticking);
    reporter.close();
  }
}
function render(results, format, { host, outDirectory }) {
  switch (format) {
    case "terminal":
      return renderFinal(results, { color: host.color, columns: host.columns(), resultsDirectory: relative(host.cwd, outDirectory) || ".", readLog: logReader(outDirectory) });
    case "json":
      return renderJson(results);
    case "tap":
      return renderTap(results);
  }
}
export {
  runCommand
};
