import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/host/file-digest.ts
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
async function sha256OfFile(path, signal) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash, { signal });
  return hash.digest("hex");
}
function sha256Of(content) {
  return createHash("sha256").update(content).digest("hex");
}

export {
  sha256OfFile,
  sha256Of
};
