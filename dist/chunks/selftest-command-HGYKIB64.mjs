import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  runWithReporter,
  startReporter
} from "./chunk-FTRXT4OO.mjs";
import {
  readPlan
} from "./chunk-36Q67UB2.mjs";
import {
  judgeSelftest,
  selftestExitStatus,
  selftestSuites
} from "./chunk-H6RYC4KI.mjs";
import "./chunk-DAIB3XBR.mjs";
import {
  keepHeapSmall
} from "./chunk-AALCTFRY.mjs";
import "./chunk-PVDGFEX7.mjs";
import "./chunk-BDYMLESF.mjs";
import "./chunk-P33J4D2E.mjs";
import {
  alignColumns,
  formatDuration
} from "./chunk-GI4J4DFE.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-DJY7UOEN.mjs";
import "./chunk-3MIPW6LM.mjs";
import "./chunk-KNVQYPQ4.mjs";
import "./chunk-V6QVYMDT.mjs";
import "./chunk-GJGVNV2E.mjs";
import {
  runChoices
} from "./chunk-JZF3CTAP.mjs";
import "./chunk-TIQLIYA3.mjs";
import "./chunk-PK6VEPSI.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-TVCQSB66.mjs";
import {
  cancelOnSignals
} from "./chunk-T2I3TE57.mjs";
import {
  plainLine
} from "./chunk-TS44JV3Y.mjs";
import "./chunk-APKFICTJ.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-Y4FPGWM2.mjs";
import "./chunk-F7USHXZA.mjs";
import "./chunk-RPTY24U7.mjs";
import "./chunk-DKSBWKUE.mjs";
import "./chunk-SOJWF4Z4.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-MYDY7IW4.mjs";
import "./chunk-ZTBVG3PO.mjs";
import "./chunk-4RU3GCCT.mjs";
import "./chunk-SRNC3GSI.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-5AVZSXSO.mjs";
import "./chunk-LNOYAHRC.mjs";
import "./chunk-2JNJEXXK.mjs";
import "./chunk-OO2ITZZJ.mjs";
import "./chunk-NMLPZBC3.mjs";
import "./chunk-55UQDUV5.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-KLTUR2PH.mjs";
import "./chunk-3V3CBYNY.mjs";
import "./chunk-UE56YTIM.mjs";
import "./chunk-GRJFLVWM.mjs";
import "./chunk-SMWPJZE2.mjs";
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
