import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  tapPieces
} from "./chunk-VVQW4LWT.mjs";
import {
  readResults
} from "./chunk-FXI5ITQA.mjs";
import {
  jsonPieces,
  logReader,
  renderFinal,
  renderHtml,
  renderJunit,
  renderSummary
} from "./chunk-AGTK7UH4.mjs";
import "./chunk-LPJEPX3W.mjs";
import "./chunk-Q64Y2P5O.mjs";
import "./chunk-7N4AMPUF.mjs";
import "./chunk-UUOU5VDB.mjs";
import "./chunk-IF3SDQBP.mjs";
import "./chunk-CB2YYOKH.mjs";
import {
  oneOf
} from "./chunk-XWP5X6A4.mjs";
import "./chunk-BWDQSQA3.mjs";
import "./chunk-OAU2IF34.mjs";
import {
  UsageError
} from "./chunk-UUDNWT5W.mjs";
import "./chunk-7XYTD5F5.mjs";
import "./chunk-EC7TNNSF.mjs";
import "./chunk-LFGQZFD2.mjs";
import "./chunk-PWAELWCE.mjs";
import "./chunk-G7ZDWPFY.mjs";
import "./chunk-FBER6XOZ.mjs";
import "./chunk-LLEU7AI5.mjs";
import {
  makeParent,
  writePieces
} from "./chunk-E5RNW4JP.mjs";
import "./chunk-A22H6BHT.mjs";
import "./chunk-VEV5XY66.mjs";
import "./chunk-MO2YFL3J.mjs";
import "./chunk-R2N667XA.mjs";

// src/cli/report-command.ts
import { dirname, relative, resolve } from "node:path";
var formats = ["terminal", "json", "tap", "junit", "summary", "html"];
function reportCommand(args, host) {
  const [name, ...more] = args.operands;
  if (name === void 0 || more.length > 0) throw new UsageError("Name one directory with results. To make several into one there is the command merge.");
  const format = oneOf("--format", formats, args.value("format")) ?? "terminal";
  const parsed = readResults(resolve(host.cwd, name), name);
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
      return [renderFinal(results, { color: host.color && file === void 0, columns: file === void 0 ? host.columns() : 100, resultsDirectory: relative(host.cwd, directory) || ".", readLog: logReader(directory) })];
    case "json":
      return jsonPieces(results);
    case "tap":
      return tapPieces(results);
    case "junit":
      return [renderJunit(results)];
    case "summary":
      return [renderSummary(results, { readLog: logReader(directory) })];
    case "html":
      return [renderHtml(results, { readLog: logReader(directory), filesAt: relative(file === void 0 ? host.cwd : dirname(file), directory) })];
  }
}
export {
  reportCommand
};
