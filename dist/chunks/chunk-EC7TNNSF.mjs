import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  secretToken
} from "./chunk-LFGQZFD2.mjs";

// src/host/scratch-directory.ts
import { chmodSync, lstatSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, unlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
var prefix = "qemu-driver-test-";
function createScratchDirectory() {
  removeAllAtExit();
  const path = mkdtempSync(join(tmpdir(), prefix));
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
function removeTree(path) {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 });
  } catch (error) {
    if (!lstatSync(path).isDirectory()) throw error;
    removeDirectory(Buffer.from(path));
  }
}
function removeDirectory(top) {
  chmodSync(top, 448);
  let lifted = 0;
  for (let entries = entriesOf(top); entries.length > 0; entries = entriesOf(top)) {
    for (const entry of entries) {
      if (!entry.isDirectory) {
        unlinkSync(entry.path);
        continue;
      }
      chmodSync(entry.path, 448);
      for (const below of entriesOf(entry.path)) {
        if (below.isDirectory) liftTo(below.path, inside(top, Buffer.from(`.lifted-${lifted++}-${secretToken()}`)));
        else unlinkSync(below.path);
      }
      rmdirSync(entry.path);
    }
  }
  rmdirSync(top);
}
function liftTo(path, place) {
  chmodSync(path, 448);
  renameSync(path, place);
}
function entriesOf(directory) {
  return readdirSync(directory, { encoding: "buffer", withFileTypes: true }).map((entry) => ({ path: inside(directory, entry.name), isDirectory: entry.isDirectory() }));
}
function inside(directory, name) {
  return Buffer.concat([directory, Buffer.from("/"), name]);
}

export {
  createScratchDirectory,
  removeTree
};
