import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  runWithReporter,
  startReporter
} from "./chunk-ANJC6VQ2.mjs";
import {
  readPlan
} from "./chunk-AML7ATTH.mjs";
import {
  judgeSelftest,
  selftestExitStatus,
  selftestSuites
} from "./chunk-H6RYC4KI.mjs";
import "./chunk-LX7N7OFC.mjs";
import "./chunk-WC2TMOWA.mjs";
import "./chunk-QVBAHAR2.mjs";
import {
  alignColumns,
  formatDuration
} from "./chunk-FHZZFAUO.mjs";
import "./chunk-JJPZCCMJ.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-IFOFWMMU.mjs";
import "./chunk-7ACBYE7Y.mjs";
import "./chunk-PSZOQX5Q.mjs";
import "./chunk-L4MBVZKB.mjs";
import "./chunk-GKDVK44M.mjs";
import "./chunk-WFL2Y6HC.mjs";
import {
  runChoices
} from "./chunk-2VKLI7JB.mjs";
import "./chunk-NCO2VSFF.mjs";
import "./chunk-JH63KMMX.mjs";
import "./chunk-FEUI54CN.mjs";
import "./chunk-CUHRTMBM.mjs";
import "./chunk-J35VQB3X.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-XY42UZ25.mjs";
import "./chunk-XFDUTJQO.mjs";
import {
  cancelOnSignals
} from "./chunk-6XJXKXSM.mjs";
import {
  plainLine
} from "./chunk-PJGE2AZL.mjs";
import "./chunk-G7Y3NBSV.mjs";
import "./chunk-533ISHDF.mjs";
import "./chunk-RPRBIONT.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-42EG7RIT.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-QLGGIQ45.mjs";
import {
  keepHeapSmall
} from "./chunk-ORRRUZN6.mjs";
import "./chunk-V4AHKANW.mjs";
import "./chunk-YF3CQPZG.mjs";
import "./chunk-WIOT5BKV.mjs";
import "./chunk-MKLWSO4V.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-OTLDLPN7.mjs";
import "./chunk-6Q5IN44C.mjs";
import "./chunk-Z5GGRIFT.mjs";
import "./chunk-R34E6Y4Y.mjs";
import "./chunk-43WI7UBL.mjs";
import "./chunk-ZZYZID6W.mjs";
import "./chunk-6XFKG6TB.mjs";
import "./chunk-3V3CBYNY.mjs";
import "./chunk-IRPNDCYH.mjs";
import "./chunk-5NW2O3U6.mjs";
import "./chunk-4K3JF4DD.mjs";
import "./chunk-FVEPVBWF.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-QTSMFX6Q.mjs";
import "./chunk-4ZGFQWUM.mjs";
import "./chunk-Z52LW6BK.mjs";
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
