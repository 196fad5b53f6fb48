import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/host/file-changes.ts
import { chmodSync, constants, copyFileSync, lstatSync, mkdirSync, renameSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
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

export {
  movePath,
  writeFileAt,
  copyFileTo,
  linkTo,
  dropSetIdBits,
  touch
};
