import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  tapPieces
} from "./chunk-LW5WRF7F.mjs";
import {
  readPlan
} from "./chunk-I6O3SH2R.mjs";
import {
  runSuites
} from "./chunk-WIGXTAM3.mjs";
import "./chunk-GKFV7CYF.mjs";
import {
  createTerminalReporter
} from "./chunk-CMVGO2SH.mjs";
import "./chunk-HAKHYHOG.mjs";
import "./chunk-2XJ4U6TV.mjs";
import {
  renderFinal
} from "./chunk-CEGOB5LT.mjs";
import {
  jsonPieces,
  logReader
} from "./chunk-2MKMBHQV.mjs";
import "./chunk-TYADCOY4.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-VEF7KPJX.mjs";
import "./chunk-D4D3PID5.mjs";
import "./chunk-QPLCJBWB.mjs";
import "./chunk-3BMZNN6W.mjs";
import {
  cancelOnSignals
} from "./chunk-S3OQ5B4F.mjs";
import "./chunk-VSOJBJQN.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-QU4KJBQ7.mjs";
import "./chunk-O26GYING.mjs";
import "./chunk-2VRCS2NZ.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-V3LGSP6I.mjs";
import {
  oneOf,
  partOfPlan,
  runChoices
} from "./chunk-CWIDTWL5.mjs";
import "./chunk-YAKF2QPZ.mjs";
import "./chunk-4NAOM35O.mjs";
import "./chunk-ZIRE2WXS.mjs";
import "./chunk-ZCKYQYTZ.mjs";
import "./chunk-NTA7CW6N.mjs";
import "./chunk-BDJ27EXF.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-F2AMJPZZ.mjs";
import {
  keepHeapSmall
} from "./chunk-L664XDLE.mjs";
import "./chunk-S62TFZ3Q.mjs";
import "./chunk-U7UIXCIZ.mjs";
import "./chunk-X4NXB3OR.mjs";
import "./chunk-GOO27SAS.mjs";
import "./chunk-F3BEZLZQ.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-LBTRBG7A.mjs";
import "./chunk-U3OBDBEH.mjs";
import "./chunk-GQLSYNDT.mjs";
import "./chunk-6DJVX2NU.mjs";
import "./chunk-GIMLPV7G.mjs";
import "./chunk-KT3RUA77.mjs";
import "./chunk-CJNISIGL.mjs";
import "./chunk-3ET4NWOZ.mjs";
import "./chunk-6JISIKFC.mjs";
import "./chunk-24KEYR4D.mjs";
import "./chunk-4NERI4SW.mjs";
import "./chunk-RACR2MDA.mjs";
import "./chunk-Q5WLDUDD.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-TN32ZU5T.mjs";
import "./chunk-4ZGFQWUM.mjs";
import "./chunk-SKYZ6BOQ.mjs";
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
