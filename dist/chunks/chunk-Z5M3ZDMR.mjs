import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/host/files/file-digest.ts
import { createHash } from "node:crypto";
import { closeSync, createReadStream, lstatSync, openSync, readdirSync, readlinkSync, readSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
async function sha256OfFile(path, signal) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash, { signal });
  return hash.digest("hex");
}
function sha256Of(content) {
  return createHash("sha256").update(content).digest("hex");
}
function digestTree(root) {
  const total = createHash("sha256");
  const buffer = Buffer.alloc(1024 * 1024);
  let bytes = 0;
  const visit = (relative) => {
    const path = join(root, relative);
    const info = lstatSync(path);
    if (info.isDirectory()) {
      total.update(`directory ${JSON.stringify(relative)}
`);
      for (const name of readdirSync(path).sort()) visit(join(relative, name));
    } else if (info.isSymbolicLink()) {
      total.update(`link ${JSON.stringify([relative, readlinkSync(path)])}
`);
    } else if (info.isFile()) {
      const own = createHash("sha256");
      bytes += updateFrom(own, path, buffer);
      total.update(`file ${JSON.stringify([relative, (info.mode & 73) !== 0, own.digest("hex")])}
`);
    } else {
      throw new Error(`${path} is neither a file nor a directory nor a link`);
    }
  };
  visit(".");
  return { sha256: total.digest("hex"), bytes };
}
function updateFrom(hash, path, buffer) {
  const descriptor = openSync(path, "r");
  try {
    let bytes = 0;
    for (let length = readSync(descriptor, buffer); length > 0; length = readSync(descriptor, buffer)) {
      hash.update(buffer.subarray(0, length));
      bytes += length;
    }
    return bytes;
  } finally {
    closeSync(descriptor);
  }
}

export {
  sha256OfFile,
  sha256Of,
  digestTree
};
