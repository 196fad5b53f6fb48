import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  parseJson
} from "./chunk-ZOCY7ZAN.mjs";
import {
  bounds,
  ownedPrefix,
  secretToken,
  sweepDead
} from "./chunk-PC3WFA6B.mjs";

// src/host/files/json-file.ts
import { closeSync, constants, fstatSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
function readJsonFile(path) {
  const text = readPlainText(path, bounds.json.bytes);
  if (text === void 0) return void 0;
  const parsed = parseJson(text, bounds.json);
  return parsed.kind === "value" ? parsed.value : void 0;
}
function readPlainText(path, maxBytes) {
  let descriptor;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch (error) {
    if (nothingThere.has(error.code ?? "")) return void 0;
    throw error;
  }
  try {
    const info = fstatSync(descriptor);
    return info.isFile() && info.size <= maxBytes ? readFileSync(descriptor, "utf8") : void 0;
  } finally {
    closeSync(descriptor);
  }
}
var nothingThere = /* @__PURE__ */ new Set(["ENOENT", "ENXIO", "ENODEV"]);
function writeJsonFile(path, value) {
  sweepDead(dirname(path));
  const draft = join(dirname(path), `${ownedPrefix()}${secretToken()}`);
  try {
    writeFileSync(draft, `${JSON.stringify(value, void 0, 2)}
`, { flag: "wx" });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

export {
  readJsonFile,
  readPlainText,
  writeJsonFile
};
