import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  tapPieces
} from "./chunk-LPSK7TIH.mjs";
import {
  readPlan
} from "./chunk-Q5F3EHG3.mjs";
import {
  runSuites
} from "./chunk-3HANOF2H.mjs";
import {
  createTerminalReporter
} from "./chunk-TPKUGXYZ.mjs";
import "./chunk-J54K5DCC.mjs";
import {
  jsonPieces,
  logReader,
  renderFinal
} from "./chunk-NZNGLUHA.mjs";
import "./chunk-6A74OVPF.mjs";
import "./chunk-Y4WQWLPM.mjs";
import "./chunk-6ZZN6HEC.mjs";
import "./chunk-4TH4DUHO.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-AFF7EOVK.mjs";
import "./chunk-BEQFK3QR.mjs";
import "./chunk-EB7J6AJT.mjs";
import {
  cancelOnSignals
} from "./chunk-6SBDJZWC.mjs";
import "./chunk-H2GPPJBZ.mjs";
import "./chunk-IRCVH4P6.mjs";
import "./chunk-RPRBIONT.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-52FCBMAZ.mjs";
import {
  oneOf,
  partOfPlan,
  runChoices
} from "./chunk-7ZH777M5.mjs";
import "./chunk-4ZUKQMHM.mjs";
import "./chunk-YAKF2QPZ.mjs";
import "./chunk-7BS4A6PL.mjs";
import "./chunk-BI2CKF3J.mjs";
import "./chunk-BDJ27EXF.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-F2AMJPZZ.mjs";
import {
  keepHeapSmall
} from "./chunk-L664XDLE.mjs";
import "./chunk-S62TFZ3Q.mjs";
import "./chunk-LHAKCEVA.mjs";
import "./chunk-3SQTJB7E.mjs";
import "./chunk-GOO27SAS.mjs";
import "./chunk-F3BEZLZQ.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-623U33G3.mjs";
import "./chunk-MYJT2ND3.mjs";
import "./chunk-PZVFUNXK.mjs";
import "./chunk-YNHOY77G.mjs";
import "./chunk-OGP3N2U2.mjs";
import "./chunk-VASZRKJR.mjs";
import "./chunk-ZKCTBXWF.mjs";
import "./chunk-3ET4NWOZ.mjs";
import "./chunk-6JISIKFC.mjs";
import "./chunk-24KEYR4D.mjs";
import "./chunk-4NERI4SW.mjs";
import "./chunk-XXQDUHEU.mjs";
import "./chunk-4K3JF4DD.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-ECW3NRHC.mjs";
import "./chunk-4ZGFQWUM.mjs";
import "./chunk-STATPHJ4.mjs";
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
