import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  keepHeapSmall
} from "./chunk-4ORXVSFH.mjs";
import {
  renderTap
} from "./chunk-OQLKEQ7E.mjs";
import {
  readPlan
} from "./chunk-25M2S6IB.mjs";
import {
  runSuites
} from "./chunk-OXCLZNPJ.mjs";
import "./chunk-WPMISJ4E.mjs";
import "./chunk-Q5IMOQOL.mjs";
import {
  logReader,
  renderFinal,
  renderJson
} from "./chunk-BXR5F6LO.mjs";
import "./chunk-BA4JAXXO.mjs";
import {
  partOfPlan
} from "./chunk-KM6HJGHL.mjs";
import "./chunk-TBKBWAYM.mjs";
import "./chunk-DOS4DTG3.mjs";
import {
  createTerminalReporter
} from "./chunk-ZS5YY7YN.mjs";
import "./chunk-RXGZI53L.mjs";
import "./chunk-IUCQ4QF6.mjs";
import "./chunk-XNEYPN6K.mjs";
import "./chunk-C2YS4NL5.mjs";
import "./chunk-UHOO2NZN.mjs";
import "./chunk-S5JOU3XU.mjs";
import {
  cancelOnSignals
} from "./chunk-JV6YK5TX.mjs";
import "./chunk-CQ32FWZF.mjs";
import "./chunk-MNSBFTQX.mjs";
import "./chunk-3I4PSLCD.mjs";
import "./chunk-LLEU7AI5.mjs";
import "./chunk-UUOU5VDB.mjs";
import "./chunk-VPJ6DPZT.mjs";
import {
  oneOf,
  runChoices
} from "./chunk-LCYJELCA.mjs";
import "./chunk-BWDQSQA3.mjs";
import "./chunk-UUDNWT5W.mjs";
import "./chunk-L33IXZFW.mjs";
import "./chunk-MO2YFL3J.mjs";
import "./chunk-KWU4N3DS.mjs";
import "./chunk-MEP6LRKB.mjs";
import "./chunk-UOT7TFTO.mjs";
import "./chunk-5UOFJVQD.mjs";
import "./chunk-NDZHT6TS.mjs";
import "./chunk-A22H6BHT.mjs";
import "./chunk-VEV5XY66.mjs";
import "./chunk-7XYTD5F5.mjs";
import "./chunk-EC7TNNSF.mjs";
import "./chunk-X5TN7JVF.mjs";
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
