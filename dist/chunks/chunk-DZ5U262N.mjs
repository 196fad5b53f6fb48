import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  isSystemError,
  stepsInside
} from "./chunk-PC3WFA6B.mjs";

// src/host/files/read-inside.ts
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from "node:fs";
var { O_RDONLY, O_DIRECTORY, O_NOFOLLOW, O_NONBLOCK, O_NOCTTY } = constants;
var openUntrusted = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;
function openInside({ directory, path }) {
  const steps = path === "." ? [] : stepsInside(path);
  if (steps === void 0) return void 0;
  let descriptor = openSync(directory, O_RDONLY | O_DIRECTORY);
  for (const [index, step] of steps.entries()) {
    const parent = descriptor;
    try {
      descriptor = openSync(
        `${descriptorPath(parent)}/${step}`,
        openUntrusted | (index < steps.length - 1 ? O_DIRECTORY : 0)
      );
    } finally {
      closeSync(parent);
    }
  }
  return descriptor;
}
function descriptorPath(descriptor) {
  return `/proc/self/fd/${descriptor}`;
}
function directoriesInside(place) {
  let descriptor;
  try {
    descriptor = openInside(place);
    if (descriptor === void 0) return [];
    return readdirSync(descriptorPath(descriptor), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return [];
  } finally {
    if (descriptor !== void 0) closeSync(descriptor);
  }
}
function readWholeInside(place, maxBytes) {
  return readPlain(place, (descriptor, size) => {
    if (size > maxBytes) return { kind: "refused", reason: `a file of ${size} bytes, over the limit of ${maxBytes}` };
    return { kind: "text", text: readRange(descriptor, 0, size).toString("utf8"), bytes: size };
  });
}
function readTextInside(directory, path, maxBytes) {
  return textOf(
    readPlain({ directory, path }, (descriptor, size) => asText(readRange(descriptor, 0, Math.min(size, maxBytes))))
  );
}
function readTailInside(directory, path, maxBytes) {
  const read = readPlain({ directory, path }, (descriptor, size) => {
    const tail = asText(readRange(descriptor, Math.max(0, size - maxBytes), Math.min(size, maxBytes)));
    return size > maxBytes ? { ...tail, text: tail.text.slice(tail.text.indexOf("\n") + 1) } : tail;
  });
  return textOf(read);
}
function readPlain(place, read) {
  let descriptor;
  try {
    descriptor = openInside(place);
    if (descriptor === void 0) return { kind: "refused", reason: "a path that leaves the directory" };
    const info = fstatSync(descriptor);
    return info.isFile() ? read(descriptor, info.size) : { kind: "refused", reason: "something other than a regular file" };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return notRead(error.code);
  } finally {
    if (descriptor !== void 0) closeSync(descriptor);
  }
}
function notRead(code) {
  if (code === "ENOENT" || code === "ENOTDIR") return { kind: "nothing" };
  return { kind: "refused", reason: notPlain.has(code) ? "something other than a regular file" : code };
}
var notPlain = /* @__PURE__ */ new Set(["ELOOP", "ENXIO", "ENODEV"]);
function asText(bytes) {
  return { kind: "text", text: bytes.toString("utf8"), bytes: bytes.length };
}
function textOf(read) {
  return read.kind === "text" ? read.text : void 0;
}
function readRange(descriptor, offset, lengthBytes) {
  const buffer = Buffer.alloc(lengthBytes);
  let filled = 0;
  while (filled < lengthBytes) {
    const count = readSync(descriptor, buffer, filled, lengthBytes - filled, offset + filled);
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}

export {
  openUntrusted,
  openInside,
  descriptorPath,
  directoriesInside,
  readWholeInside,
  readTextInside,
  readTailInside,
  notPlain
};
