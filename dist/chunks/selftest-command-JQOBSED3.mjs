import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  runWithReporter,
  startReporter
} from "./chunk-BS4R2CFZ.mjs";
import {
  readPlan
} from "./chunk-IAV73VBN.mjs";
import {
  judgeSelftest,
  selftestExitStatus,
  selftestSuites
} from "./chunk-H6RYC4KI.mjs";
import "./chunk-7OIMZIVN.mjs";
import {
  keepHeapSmall
} from "./chunk-GUA4IVZP.mjs";
import "./chunk-EPE4FO26.mjs";
import "./chunk-CJV4HZRA.mjs";
import "./chunk-GIT2XBE2.mjs";
import {
  alignColumns,
  formatDuration
} from "./chunk-WSPQ2BDP.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-WMDFSDPT.mjs";
import "./chunk-XGFQLC73.mjs";
import "./chunk-NVBIVCG5.mjs";
import "./chunk-V6QVYMDT.mjs";
import "./chunk-ZTRBTY2K.mjs";
import {
  runChoices
} from "./chunk-DA453JI4.mjs";
import "./chunk-FEUI54CN.mjs";
import "./chunk-PK6VEPSI.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-QXS2J4PZ.mjs";
import {
  cancelOnSignals
} from "./chunk-T2I3TE57.mjs";
import {
  plainLine
} from "./chunk-2UVFISCW.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-ECEBIEQ2.mjs";
import "./chunk-4EUVECK7.mjs";
import "./chunk-6QBK7Y33.mjs";
import "./chunk-JGZQTAEA.mjs";
import "./chunk-43WI7UBL.mjs";
import "./chunk-Z3ITJCMR.mjs";
import "./chunk-XHUUVENG.mjs";
import "./chunk-7YCMIKE2.mjs";
import "./chunk-ORILD5XJ.mjs";
import "./chunk-2I2LEN5D.mjs";
import "./chunk-2C35U6OZ.mjs";
import "./chunk-OO2ITZZJ.mjs";
import "./chunk-NMLPZBC3.mjs";
import "./chunk-SSRYNI4W.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-KLTUR2PH.mjs";
import "./chunk-3V3CBYNY.mjs";
import "./chunk-NMISTXWY.mjs";
import "./chunk-GRJFLVWM.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-42EG7RIT.mjs";
import "./chunk-IRPNDCYH.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-OY4GEF45.mjs";
import "./chunk-XFDUTJQO.mjs";
import "./chunk-R2N667XA.mjs";

// src/cli/selftest-command.ts
import { relative, resolve } from "node:path";
async function selftestCommand(args, host) {
  if (args.operands.length > 0) throw new UsageError("selftest brings its own tests, and takes no suite.");
  const { selftestDirectory } = host.installation;
  const operands = selftestSuites(selftestDirectory);
  const plan = readPlan({ ...args, operands }, host);
  const outDirectory = resolve(host.cwd, args.value("out") ?? "qdt-selftest");
  keepHeapSmall();
  host.write(`qemu-driver-test ${host.installation.version} selftest
`);
  const reporter = withoutTests(startReporter({ write: host.complain, isTty: false, verbose: false }, host));
  const signal = cancelOnSignals(host, reporter.onEvent);
  const choices = runChoices(args, host);
  const results = await runWithReporter({ plan, shard: void 0, choices, outDirectory, signal }, reporter, host);
  const verdict = judgeSelftest(results, selftestDirectory, signal);
  for (const line of report(verdict, results, relative(host.cwd, outDirectory) || ".")) host.write(`${line}
`);
  return selftestExitStatus(verdict);
}
function withoutTests(reporter) {
  return {
    ...reporter,
    onEvent: (event) => {
      if (event.kind !== "test-begin" && event.kind !== "test-end") reporter.onEvent(event);
    }
  };
}
function report(verdict, { durationMs, host }, directory) {
  if (verdict.kind === "undecided") return ["", plainLine(`Nothing can be concluded: ${verdict.reason}`)];
  const { rows } = verdict;
  const wrong = rows.filter(({ differences }) => differences.length > 0);
  const how = `${host.accelerator.toUpperCase()}, ${formatDuration(durationMs)}`;
  const end = wrong.length === 0 ? `All ${rows.length} verdicts are as expected (${how}).` : `${wrong.length} of ${rows.length} verdicts are not as expected (${how}). Their logs are in ${directory}.`;
  return ["", ...table(rows), "", plainLine(end)];
}
function table(rows) {
  const cells = rows.map(({ differences, shows, start, found, id }) => [
    differences.length === 0 ? "ok" : "WRONG",
    shows,
    start,
    found,
    id
  ]);
  const lines = alignColumns([["", "SHOWS", "START", "VERDICT", "TEST"], ...cells]);
  return lines.flatMap((line, index) => [
    line,
    ...(rows[index - 1]?.differences ?? []).map((difference) => `       ${plainLine(difference)}`)
  ]);
}
export {
  selftestCommand
};
