import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  describeFile,
  readBytes,
  writeNewFile
} from "./chunk-IRPNDCYH.mjs";
import "./chunk-PNGENSD7.mjs";
import {
  listDirectory
} from "./chunk-OY4GEF45.mjs";
import {
  require_tar_stream
} from "./chunk-XFDUTJQO.mjs";
import {
  __toESM
} from "./chunk-R2N667XA.mjs";

// src/run/folder/folder-tar.ts
var import_tar_stream = __toESM(require_tar_stream(), 1);
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
async function packFolder(folder, archivePath, onEntry = () => void 0) {
  const archive = (0, import_tar_stream.pack)();
  const written = pipeline(archive, writeNewFile(archivePath));
  await Promise.all([written, addEntries(archive, { folder, onEntry }, "").then(() => archive.finalize())]);
  return describeFile(archivePath).size;
}
async function addEntries(archive, { folder, onEntry }, relative) {
  for (const name of listDirectory(join(folder, relative))) {
    const path = join(relative, name);
    const { kind, size, mode } = describeFile(join(folder, path));
    if (kind === "directory") {
      archive.entry({ name: `${path}/`, type: "directory", mode });
      await addEntries(archive, { folder, onEntry }, path);
    } else if (kind === "file") {
      await pipeline(readBytes(join(folder, path)), archive.entry({ name: path, size, mode }));
    }
    onEntry();
  }
}
export {
  packFolder
};
