import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  runWithReporter,
  startReporter
} from "./chunk-PQIJVHGQ.mjs";
import {
  readPlan
} from "./chunk-SR67EZ76.mjs";
import {
  judgeSelftest,
  selftestExitStatus,
  selftestSuites
} from "./chunk-H6RYC4KI.mjs";
import "./chunk-Y42A6BDT.mjs";
import {
  keepHeapSmall
} from "./chunk-UH7ZL7Q2.mjs";
import "./chunk-4IFTEJWE.mjs";
import "./chunk-Z52ASNL3.mjs";
import "./chunk-P33J4D2E.mjs";
import {
  alignColumns,
  formatDuration
} from "./chunk-VZ3XNEFQ.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-LWVAITKD.mjs";
import "./chunk-OK5UEABX.mjs";
import "./chunk-KNVQYPQ4.mjs";
import "./chunk-L7CP2ILC.mjs";
import "./chunk-RPYGVRGS.mjs";
import {
  runChoices
} from "./chunk-PL3PYU5L.mjs";
import "./chunk-4RYYH6E5.mjs";
import "./chunk-YZWTKSKI.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-T6GTHSTU.mjs";
import {
  cancelOnSignals
} from "./chunk-XEAPOWKT.mjs";
import {
  plainLine
} from "./chunk-PP4HT45W.mjs";
import "./chunk-X6ZZKZRR.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-AGUDLKZO.mjs";
import "./chunk-EFSC4T5S.mjs";
import "./chunk-PZIESEAT.mjs";
import "./chunk-FTZM3PQV.mjs";
import "./chunk-SOJWF4Z4.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-SX6AYEAE.mjs";
import "./chunk-WABYQQ2Y.mjs";
import "./chunk-ZA4YE7YP.mjs";
import "./chunk-UQ27WKSB.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-7ASZTMLB.mjs";
import "./chunk-WJUJR6MB.mjs";
import "./chunk-2JNJEXXK.mjs";
import "./chunk-OO2ITZZJ.mjs";
import "./chunk-NMLPZBC3.mjs";
import "./chunk-DZ5U262N.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-BUN7IQEI.mjs";
import "./chunk-UTU2GXSA.mjs";
import "./chunk-GRJFLVWM.mjs";
import "./chunk-SMWPJZE2.mjs";
import "./chunk-42EG7RIT.mjs";
import "./chunk-IRPNDCYH.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-PC3WFA6B.mjs";
import "./chunk-XFDUTJQO.mjs";
import "./chunk-R2N667XA.mjs";

// src/cli/selftest-command.ts
import { relative, resolve } from "node:path";
async function selftestCommand(args, host) {
  if (args.operands.length > 0) throw new UsageError("selftest brings its own tests, and takes no suite.");
  keepHeapSmall();
  const { selftestDirectory } = host.installation;
  const operands = selftestSuites(selftestDirectory);
  const plan = readPlan({ ...args, operands }, host);
  const outDirectory = resolve(host.cwd, args.value("out") ?? "qdt-selftest");
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
