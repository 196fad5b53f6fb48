import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/host/file-changes.ts
import { appendFileSync, chmodSync, constants, copyFileSync, linkSync, lstatSync, mkdirSync, renameSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
function movePath(from, to) {
  renameSync(from, to);
}
function writeFileAt(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
function copyFileTo(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
}
function linkTo(target, path) {
  symlinkSync(target, path);
}
function dropSetIdBits(path) {
  const { mode } = lstatSync(path);
  if ((mode & 3072) !== 0) chmodSync(path, mode & 1023);
}
function touch(path, now) {
  utimesSync(path, now, now);
}
function appendToFile(path, content) {
  appendFileSync(path, content);
}
function hardLink(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch (error) {
    const { code } = error;
    if (code !== "EXDEV" && code !== "EPERM" && code !== "EMLINK") throw error;
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
  }
}

export {
  movePath,
  writeFileAt,
  copyFileTo,
  linkTo,
  dropSetIdBits,
  touch,
  appendToFile,
  hardLink
};
