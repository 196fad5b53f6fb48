import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  tapPieces
} from "./chunk-BMZWJ44K.mjs";
import {
  readResults
} from "./chunk-C2UQJHXT.mjs";
import {
  jsonPieces,
  logReader,
  renderFinal,
  renderHtml,
  renderJunit,
  renderSummary
} from "./chunk-J3EUFVXW.mjs";
import "./chunk-DN5ZU4GS.mjs";
import "./chunk-5YCLOZG5.mjs";
import "./chunk-7N4AMPUF.mjs";
import "./chunk-UUOU5VDB.mjs";
import "./chunk-FUPYKIWD.mjs";
import "./chunk-EZPV5CM7.mjs";
import "./chunk-WLYXCBTZ.mjs";
import "./chunk-B5V62VKM.mjs";
import {
  oneOf
} from "./chunk-3FZOQBE2.mjs";
import "./chunk-74PR4RLN.mjs";
import "./chunk-LWLXEWTS.mjs";
import "./chunk-BK7ZKQBN.mjs";
import "./chunk-LQRWZFRM.mjs";
import {
  UsageError
} from "./chunk-LOPOJU6Y.mjs";
import "./chunk-YGUGVLQU.mjs";
import "./chunk-P7NKLADR.mjs";
import "./chunk-SXD6GIPV.mjs";
import "./chunk-V7KVKL45.mjs";
import "./chunk-TBV7IG7K.mjs";
import {
  makeParent,
  writePieces
} from "./chunk-GEGC7X7J.mjs";
import "./chunk-VEV5XY66.mjs";
import "./chunk-OQY754ZX.mjs";
import "./chunk-KTFFVCLG.mjs";
import "./chunk-BGL2MGIU.mjs";
import "./chunk-LFGQZFD2.mjs";
import "./chunk-4PORZPZM.mjs";
import "./chunk-R2N667XA.mjs";

// src/cli/report-command.ts
import { dirname, relative, resolve } from "node:path";
var formats = ["terminal", "json", "tap", "junit", "summary", "html"];
function reportCommand(args, host) {
  const [name, ...more] = args.operands;
  if (name === void 0 || more.length > 0)
    throw new UsageError("Name one directory with results. To make several into one there is the command merge.");
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
      return [
        renderHtml(results, {
          readLog: logReader(directory),
          filesAt: relative(file === void 0 ? host.cwd : dirname(file), directory)
        })
      ];
  }
}
export {
  reportCommand
};
