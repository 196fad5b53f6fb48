import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  tapPieces
} from "./chunk-S6I2XDYR.mjs";
import {
  readResults
} from "./chunk-RAU4XSP4.mjs";
import {
  jsonPieces,
  logReader,
  renderFinal,
  renderHtml,
  renderJunit,
  renderSummary
} from "./chunk-53CR3MM5.mjs";
import "./chunk-3ZXS7LS5.mjs";
import "./chunk-3RKXJ76Z.mjs";
import "./chunk-7N4AMPUF.mjs";
import "./chunk-UUOU5VDB.mjs";
import "./chunk-TLKRRDTL.mjs";
import "./chunk-ZUY5BCRQ.mjs";
import "./chunk-LTDPIREB.mjs";
import "./chunk-UY674WGI.mjs";
import {
  oneOf
} from "./chunk-H53ON7RI.mjs";
import "./chunk-BWDQSQA3.mjs";
import "./chunk-TKNCHDQE.mjs";
import "./chunk-YQ2BIHGN.mjs";
import "./chunk-O7CDWRNP.mjs";
import {
  UsageError
} from "./chunk-UUDNWT5W.mjs";
import "./chunk-IOJG36AI.mjs";
import "./chunk-BYVCTFWQ.mjs";
import "./chunk-PWAELWCE.mjs";
import "./chunk-BEGN7E5P.mjs";
import "./chunk-RSDMBALY.mjs";
import {
  makeParent,
  writePieces
} from "./chunk-GEGC7X7J.mjs";
import "./chunk-VEV5XY66.mjs";
import "./chunk-AM3JLXLV.mjs";
import "./chunk-MO2YFL3J.mjs";
import "./chunk-VBOZQQIC.mjs";
import "./chunk-LFGQZFD2.mjs";
import "./chunk-YUOOXMDW.mjs";
import "./chunk-R2N667XA.mjs";

// src/cli/report-command.ts
import { dirname, relative, resolve } from "node:path";
var formats = ["terminal", "json", "tap", "junit", "summary", "html"];
function reportCommand(args, host) {
  const [name, ...more] = args.operands;
  if (name === void 0 || more.length > 0) throw new UsageError("Name one directory with results. To make several into one there is the command merge.");
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
