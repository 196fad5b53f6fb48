import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  isSystemError
} from "./chunk-A22H6BHT.mjs";

// src/host/copy-tree.ts
import { constants, copyFileSync, lstatSync, mkdirSync, opendirSync, readFileSync, realpathSync, chmodSync, rmSync } from "node:fs";
import { dirname, join, sep } from "node:path";
function copyInside(source, target, boundary) {
  copyBelow(source, target, realpathSync(boundary));
}
function copyBelow(source, target, boundary) {
  const real = realpathSync(source);
  if (real !== boundary && !real.startsWith(boundary + sep)) throw new Error(`${source} leads to ${real}, outside ${boundary}`);
  const info = lstatSync(real);
  if (info.isDirectory()) {
    mkdirSync(target, { recursive: true });
    for (const name of namesIn(real)) copyBelow(join(real, name), join(target, name), boundary);
  } else if (info.isFile()) {
    copyFileSync(real, target, constants.COPYFILE_FICLONE);
    chmodSync(target, info.mode & 511);
  }
}
function copyUntrusted(source, target, limits) {
  const copied = [];
  const leftOut = [];
  let bytesLeft = limits.bytes;
  let looksLeft = limits.files * looksPerFile;
  const visit = (relative, depth) => {
    if (looksLeft-- <= 0 || leftOut.length >= maxComplaints) return;
    try {
      take(relative, depth);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      leftOut.push(`${relative}: ${error.code}`);
    }
  };
  const take = (relative, depth) => {
    const path = join(source, relative);
    const info = lstatSync(path, { throwIfNoEntry: false });
    if (info === void 0) {
      if (depth > 0) leftOut.push(`${relative}: its name is not UTF-8`);
    } else if (info.isDirectory()) {
      if (depth > maxDepth) leftOut.push(`${relative}: deeper than ${maxDepth} directories`);
      else for (const name of namesIn(path)) if (name !== metadataDirectory) visit(join(relative, name), depth + 1);
    } else {
      const refusal = info.isFile() && !isMappedSpecial(path) ? tooMuch(info.size) : "not a regular file";
      if (refusal === void 0) copy(relative, info.size);
      else leftOut.push(`${relative}: ${refusal}`);
    }
  };
  const tooMuch = (size) => copied.length >= limits.files ? `more than ${limits.files} files` : size > bytesLeft ? `${size} bytes, over the limit of ${limits.bytes} in all` : void 0;
  const copy = (relative, size) => {
    copyPlain(join(source, relative), join(target, relative));
    bytesLeft -= size;
    copied.push(relative);
  };
  visit(".", 0);
  if (looksLeft < 0) leftOut.push(`the rest: more than ${limits.files * looksPerFile} files and directories`);
  return { copied, leftOut };
}
function copyPlain(source, target) {
  mkdirSync(dirname(target), { recursive: true });
  try {
    copyFileSync(source, target, constants.COPYFILE_FICLONE);
    chmodSync(target, 420);
  } catch (error) {
    rmSync(target, { force: true });
    throw error;
  }
}
var maxDepth = 20;
var maxComplaints = 100;
var looksPerFile = 10;
var metadataDirectory = ".virtfs_metadata";
var fileTypeMask = 61440;
var regularFile = 32768;
function isMappedSpecial(path) {
  const name = path.slice(path.lastIndexOf(sep) + 1);
  const mode = /^virtfs\.mode=(\d+)$/m.exec(readIfThere(join(path, "..", metadataDirectory, name)))?.[1];
  return mode !== void 0 && (Number(mode) & fileTypeMask) !== regularFile;
}
function readIfThere(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return "";
    throw error;
  }
}
function namesIn(directory) {
  const names = [];
  const opened = opendirSync(directory);
  try {
    for (let entry = opened.readSync(); entry !== null; entry = opened.readSync()) names.push(entry.name);
  } finally {
    opened.closeSync();
  }
  return names.sort();
}

export {
  copyInside,
  copyUntrusted
};
