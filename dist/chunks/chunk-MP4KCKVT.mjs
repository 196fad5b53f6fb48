import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/host/byte-streams.ts
import { createReadStream, createWriteStream, lstatSync } from "node:fs";
function readBytes(path) {
  return createReadStream(path);
}
function writeNewFile(path) {
  return createWriteStream(path, { flags: "wx", mode: 420 });
}
function describeFile(path) {
  const info = lstatSync(path);
  return {
    kind: info.isDirectory() ? "directory" : info.isFile() ? "file" : "other",
    size: info.size,
    mode: info.mode & 511
  };
}

export {
  readBytes,
  writeNewFile,
  describeFile
};
