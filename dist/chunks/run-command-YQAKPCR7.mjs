import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  keepHeapSmall
} from "./chunk-4ORXVSFH.mjs";
import {
  tapPieces
} from "./chunk-BMZWJ44K.mjs";
import {
  readPlan
} from "./chunk-ACFUSZ62.mjs";
import {
  runSuites
} from "./chunk-WRYQWHVK.mjs";
import {
  createTerminalReporter
} from "./chunk-4HZS6R5G.mjs";
import "./chunk-UQ6O43U7.mjs";
import "./chunk-IMAHB5MA.mjs";
import {
  jsonPieces,
  logReader,
  renderFinal
} from "./chunk-J3EUFVXW.mjs";
import "./chunk-DN5ZU4GS.mjs";
import "./chunk-5YCLOZG5.mjs";
import "./chunk-ZXXUVHBG.mjs";
import "./chunk-AAY7WIKX.mjs";
import "./chunk-7N4AMPUF.mjs";
import "./chunk-QNI5LVWG.mjs";
import "./chunk-6DM3KHBY.mjs";
import "./chunk-RYUO4VQ2.mjs";
import {
  cancelOnSignals
} from "./chunk-3CHFBSJ4.mjs";
import "./chunk-UUOU5VDB.mjs";
import "./chunk-QWZ6RNY4.mjs";
import "./chunk-UOT7TFTO.mjs";
import "./chunk-VCDNO2R4.mjs";
import "./chunk-FUPYKIWD.mjs";
import "./chunk-OVYL4UTN.mjs";
import "./chunk-EZPV5CM7.mjs";
import "./chunk-MY5CIAFD.mjs";
import {
  partOfPlan
} from "./chunk-TUULCL67.mjs";
import "./chunk-CAAXT2UB.mjs";
import "./chunk-WLYXCBTZ.mjs";
import "./chunk-B5V62VKM.mjs";
import "./chunk-C67V5NHE.mjs";
import {
  oneOf,
  runChoices
} from "./chunk-3FZOQBE2.mjs";
import "./chunk-74PR4RLN.mjs";
import "./chunk-LWLXEWTS.mjs";
import "./chunk-BK7ZKQBN.mjs";
import "./chunk-LQRWZFRM.mjs";
import "./chunk-LOPOJU6Y.mjs";
import "./chunk-RDBTEXAQ.mjs";
import "./chunk-3ANDV6LO.mjs";
import "./chunk-YGUGVLQU.mjs";
import "./chunk-P7NKLADR.mjs";
import "./chunk-BY6RNE6R.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-SXD6GIPV.mjs";
import "./chunk-3O3Q672X.mjs";
import "./chunk-YBAVCMHO.mjs";
import "./chunk-5QZBY7M7.mjs";
import "./chunk-YM5ARPLB.mjs";
import "./chunk-KLCLWRYS.mjs";
import "./chunk-V7KVKL45.mjs";
import "./chunk-UXFQQOYK.mjs";
import "./chunk-TBV7IG7K.mjs";
import "./chunk-MP4KCKVT.mjs";
import "./chunk-GEGC7X7J.mjs";
import "./chunk-SCEE63KM.mjs";
import "./chunk-VEV5XY66.mjs";
import "./chunk-OQY754ZX.mjs";
import "./chunk-KTFFVCLG.mjs";
import "./chunk-BGL2MGIU.mjs";
import "./chunk-LFGQZFD2.mjs";
import "./chunk-4PORZPZM.mjs";
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
