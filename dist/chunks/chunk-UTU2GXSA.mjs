import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/host/files/file-changes.ts
import {
  appendFileSync,
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from "node:fs";
import { dirname } from "node:path";
async function writeFully(stream, data) {
  if (stream.destroyed || stream.write(data)) return;
  const events = ["drain", "close", "error"];
  await new Promise((resolve) => {
    const settle = () => {
      for (const event of events) stream.off(event, settle);
      resolve();
    };
    for (const event of events) stream.on(event, settle);
  });
}
function movePath(from, to) {
  renameSync(from, to);
}
function writeFileAt(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
function writeProgramAt(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content, { mode: 493, flag: "wx" });
}
function createFileAt(path, content, isExecutable) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content, { flag: "wx", mode: isExecutable ? 493 : 420 });
}
var pieceCharacters = 64 * 1024;
function writePieces(path, pieces) {
  const descriptor = openSync(path, "w");
  try {
    let text = "";
    for (const piece of pieces) {
      text += piece;
      if (text.length < pieceCharacters) continue;
      writeFileSync(descriptor, text);
      text = "";
    }
    writeFileSync(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
}
function makeParent(path) {
  mkdirSync(dirname(path), { recursive: true });
}
function copyFileTo(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
}
function linkTo(target, path) {
  symlinkSync(target, path);
}
function makeExecutable(path) {
  chmodSync(path, 493);
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
  writeFully,
  movePath,
  writeFileAt,
  writeProgramAt,
  createFileAt,
  writePieces,
  makeParent,
  copyFileTo,
  linkTo,
  makeExecutable,
  dropSetIdBits,
  touch,
  appendToFile,
  hardLink
};
