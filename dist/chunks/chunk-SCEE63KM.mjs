import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/host/free-space.ts
import { existsSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname } from "node:path";
var mebibyte = 1024 * 1024;
function spaceLeftAt(path) {
  let existing = path;
  while (!existsSync(existing)) existing = dirname(existing);
  const { bavail, bsize, files, ffree } = statfsSync(existing);
  return { freeBytes: bavail * bsize, freeFiles: files === 0 ? void 0 : ffree };
}
function freeMiB(path) {
  return Math.floor(spaceLeftAt(path).freeBytes / mebibyte);
}
function spaceLeftWords(place, neededBytes) {
  const { freeBytes, freeFiles } = spaceLeftAt(place);
  const needed = neededBytes === void 0 ? "" : `, and at least ${Math.ceil(neededBytes / mebibyte)} MiB are needed`;
  if (freeFiles === 0) return `no more files can be made there (no inodes are free)${needed}`;
  return `${freeBytes < mebibyte ? `${freeBytes} bytes` : `${Math.floor(freeBytes / mebibyte)} MiB`} are free${needed}`;
}
function temporaryPlace() {
  return tmpdir();
}

export {
  spaceLeftAt,
  freeMiB,
  spaceLeftWords,
  temporaryPlace
};
