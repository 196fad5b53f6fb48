import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  tapPieces
} from "./chunk-PMADLHBE.mjs";
import {
  readPlan
} from "./chunk-BJUEYFOV.mjs";
import {
  runSuites
} from "./chunk-6RJEOJXD.mjs";
import {
  createTerminalReporter
} from "./chunk-S6HPMQN3.mjs";
import "./chunk-NHS3PDMN.mjs";
import {
  jsonPieces,
  logReader,
  renderFinal
} from "./chunk-D6NB4PEQ.mjs";
import "./chunk-62ZYP4QI.mjs";
import "./chunk-MLYYM3DR.mjs";
import "./chunk-4ERXINGJ.mjs";
import "./chunk-SX6RZBWL.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-6AMDTF65.mjs";
import "./chunk-CLLLEQPJ.mjs";
import "./chunk-FYDEPKFN.mjs";
import {
  cancelOnSignals
} from "./chunk-QCCLME2R.mjs";
import "./chunk-WXIWISYZ.mjs";
import "./chunk-HC2HJNXW.mjs";
import "./chunk-H3I433UH.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-S5GG2IC3.mjs";
import {
  oneOf,
  partOfPlan,
  runChoices
} from "./chunk-FBGR25Y5.mjs";
import "./chunk-JS5NFNJV.mjs";
import "./chunk-YAKF2QPZ.mjs";
import "./chunk-DC7FZJX5.mjs";
import "./chunk-GW3KOSYU.mjs";
import "./chunk-BDJ27EXF.mjs";
import "./chunk-JE7DW4WU.mjs";
import "./chunk-F2AMJPZZ.mjs";
import {
  keepHeapSmall
} from "./chunk-L664XDLE.mjs";
import "./chunk-ME6GYUW5.mjs";
import "./chunk-PEZSLER4.mjs";
import "./chunk-IZCT2OWA.mjs";
import "./chunk-GOO27SAS.mjs";
import "./chunk-F3BEZLZQ.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-KUXDDXUL.mjs";
import "./chunk-HTNQB4FX.mjs";
import "./chunk-MUMNHH5Q.mjs";
import "./chunk-2XDF6ZYF.mjs";
import "./chunk-O3BFIY6O.mjs";
import "./chunk-HGFEME7W.mjs";
import "./chunk-7TDX4BK4.mjs";
import "./chunk-SZU3HCXJ.mjs";
import "./chunk-MGCEODHU.mjs";
import "./chunk-4VOBW4F5.mjs";
import "./chunk-24KEYR4D.mjs";
import "./chunk-4NERI4SW.mjs";
import "./chunk-V4ERITS4.mjs";
import "./chunk-BG5MEEMU.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-IMACQRHJ.mjs";
import "./chunk-CG4EY3AM.mjs";
import "./chunk-37LICBCB.mjs";
import "./chunk-R2N667XA.mjs";

// src/cli/run-command.ts
import { relative, resolve } from "node:path";
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
  if (format === "terminal") host.write(`qemu-driver-test ${host.installation.version}
`);
  const ticking = setInterval(reporter.tick, tickMs);
  const signal = cancelOnSignals(host, reporter.onEvent);
  try {
    const results = await runSuites({
      plan,
      shard,
      choices,
      outDirectory,
      cwd: host.cwd,
      installation: host.installation,
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
      return [
        renderFinal(results, {
          color: host.color,
          columns: host.columns(),
          resultsDirectory: relative(host.cwd, outDirectory) || ".",
          readLog: logReader(outDirectory)
        })
      ];
    case "json":
      return jsonPieces(results);
    case "tap":
      return tapPieces(results);
  }
}
export {
  runCommand
};
