import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  isSystemError
} from "./chunk-PC3WFA6B.mjs";

// src/host/files/read-text.ts
import { closeSync, createReadStream, fstatSync, openSync, readSync, statSync } from "node:fs";
async function readInput(name, onText) {
  const stream = name === "-" ? process.stdin : createReadStream(name, { highWaterMark: 256 * 1024 });
  stream.setEncoding("utf8");
  try {
    for await (const text of stream) onText(String(text));
    return { kind: "read" };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { kind: "unreadable", reason: error.message };
  }
}
function readTextFile(path, maxBytes) {
  let descriptor;
  try {
    descriptor = openSync(path, "r");
  } catch (error) {
    if (error.code === "ENOENT") return "";
    throw error;
  }
  try {
    return readUpTo(descriptor, maxBytes).toString("utf8");
  } finally {
    closeSync(descriptor);
  }
}
function readUpTo(descriptor, maxBytes) {
  const pieces = [];
  const piece = Buffer.alloc(64 * 1024);
  for (let left = maxBytes; left > 0; ) {
    const length = readSync(descriptor, piece, 0, Math.min(piece.length, left), null);
    if (length === 0) break;
    pieces.push(Buffer.from(piece.subarray(0, length)));
    left -= length;
  }
  return Buffer.concat(pieces);
}
function readNamedText(path, maxBytes) {
  return statSync(path, { throwIfNoEntry: false }) === void 0 ? void 0 : readTextFile(path, maxBytes + 1);
}
function readTextTail(path, maxBytes) {
  let descriptor;
  try {
    descriptor = openSync(path, "r");
  } catch (error) {
    if (error.code === "ENOENT") return void 0;
    throw error;
  }
  try {
    const { size } = fstatSync(descriptor);
    const buffer = Buffer.alloc(Math.min(size, maxBytes));
    const length = readSync(descriptor, buffer, 0, buffer.length, size - buffer.length);
    const text = buffer.subarray(0, length).toString("utf8");
    return size > maxBytes ? text.slice(text.indexOf("\n") + 1) : text;
  } finally {
    closeSync(descriptor);
  }
}

export {
  readInput,
  readTextFile,
  readNamedText,
  readTextTail
};
