import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  tapPieces
} from "./chunk-PVTFE4LR.mjs";
import {
  readResults
} from "./chunk-AVLCZ2AS.mjs";
import {
  renderFinal
} from "./chunk-Z52ASNL3.mjs";
import {
  htmlPieces,
  jsonPieces,
  logReader,
  renderJunit,
  renderSummary
} from "./chunk-VZ3XNEFQ.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-LWVAITKD.mjs";
import {
  oneOf
} from "./chunk-PL3PYU5L.mjs";
import "./chunk-4RYYH6E5.mjs";
import "./chunk-YZWTKSKI.mjs";
import "./chunk-T6GTHSTU.mjs";
import "./chunk-PP4HT45W.mjs";
import "./chunk-X6ZZKZRR.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-FTZM3PQV.mjs";
import "./chunk-SOJWF4Z4.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-SX6AYEAE.mjs";
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
import {
  makeParent,
  writePieces
} from "./chunk-UTU2GXSA.mjs";
import "./chunk-GRJFLVWM.mjs";
import "./chunk-SMWPJZE2.mjs";
import "./chunk-42EG7RIT.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-PC3WFA6B.mjs";
import "./chunk-R2N667XA.mjs";

// src/cli/report-command.ts
import { dirname, relative, resolve } from "node:path";
var formats = ["terminal", "json", "tap", "junit", "summary", "html"];
function reportCommand(args, host) {
  const [name, ...more] = args.operands;
  if (name === void 0 || more.length > 0)
    throw new UsageError("report takes one directory with results. Use merge to put several together.");
  const format = oneOf("--format", formats, args.value("format")) ?? "terminal";
  const { parsed } = readResults(resolve(host.cwd, name), name);
  if (parsed.kind === "problem") throw new UsageError(parsed.message);
  const out = args.value("out");
  const file = out === void 0 ? void 0 : resolve(host.cwd, out);
  const pieces = render(parsed.results, format, { directory: resolve(host.cwd, name), file, host });
  if (file === void 0) for (const piece of pieces) host.write(piece);
  else writeReport(file, pieces);
  return parsed.results.interrupted === void 0 ? 0 : parsed.results.exitStatus;
}
function writeReport(file, pieces) {
  makeParent(file);
  writePieces(file, pieces);
}
function render(results, format, { directory, file, host }) {
  switch (format) {
    case "terminal":
      return [
        renderFinal(results, {
          color: host.color && file === void 0,
          columns: file === void 0 ? host.columns() : 100,
          resultsDirectory: relative(host.cwd, directory) || ".",
          readLog: logReader(directory)
        })
      ];
    case "json":
      return jsonPieces(results);
    case "tap":
      return tapPieces(results);
    case "junit":
      return [renderJunit(results)];
    case "summary":
      return [renderSummary(results, { readLog: logReader(directory) })];
    case "html":
      return htmlPieces(results, {
        readLog: logReader(directory),
        filesAt: relative(file === void 0 ? host.cwd : dirname(file), directory)
      });
  }
}
export {
  reportCommand
};
