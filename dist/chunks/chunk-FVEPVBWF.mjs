import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  ownedPrefix,
  removeTree,
  sweepDead
} from "./chunk-QTSMFX6Q.mjs";

// src/host/files/scratch-directory.ts
import { mkdirSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
function makeDirectory(path) {
  mkdirSync(path, { recursive: true });
}
function listDirectory(path) {
  return readdirSync(path).sort();
}
function createScratchDirectory() {
  removeAllAtExit();
  sweepDead(tmpdir());
  const path = mkdtempSync(join(tmpdir(), ownedPrefix()));
  open.add(path);
  return {
    path,
    [Symbol.dispose]: () => {
      open.delete(path);
      removeTree(path);
    }
  };
}
var open = /* @__PURE__ */ new Set();
var isHooked = false;
function removeAllAtExit() {
  if (isHooked) return;
  isHooked = true;
  process.on("exit", () => {
    for (const path of open) removeAtExit(path);
  });
}
function removeAtExit(path) {
  try {
    removeTree(path);
  } catch {
  }
}

export {
  makeDirectory,
  listDirectory,
  createScratchDirectory
};
