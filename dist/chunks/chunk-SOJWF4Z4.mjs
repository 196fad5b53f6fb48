import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  requireStarted,
  startKept
} from "./chunk-GRJFLVWM.mjs";

// src/host/files/compress-file.ts
import { createReadStream, createWriteStream, renameSync, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import * as zlib from "node:zlib";
async function filterBytes(argv, input, signal) {
  signal?.throwIfAborted();
  const { child, kill, ended } = startKept({ argv, stdio: ["pipe", "pipe", "pipe"] });
  const { stdin, stdout, stderr } = child;
  if (stdin === null || stdout === null || stderr === null)
    throw new Error("Internal error: a filter was started without pipes");
  const pieces = [];
  const complaints = [];
  stdout.on("data", (piece) => pieces.push(piece));
  stderr.setEncoding("utf8").on("data", (text) => complaints.push(text));
  signal?.addEventListener("abort", kill, { once: true });
  try {
    const fed = pipeline(Readable.from([input]), stdin).catch(() => void 0);
    const { exitCode } = await ended;
    await fed;
    signal?.throwIfAborted();
    requireStarted(argv[0], exitCode, complaints.join(""));
    return { exitCode, bytes: Buffer.concat(pieces), complaint: complaints.join("") };
  } finally {
    signal?.removeEventListener("abort", kill);
  }
}
async function compressFile(path, signal) {
  const { createZstdCompress } = zlib;
  const [extension, compressor] = createZstdCompress === void 0 ? ["gz", zlib.createGzip({ level: 1 })] : ["zst", createZstdCompress()];
  const compressed = `${path}.${extension}`;
  const part = `${compressed}.part`;
  try {
    await pipeline(createReadStream(path), compressor, createWriteStream(part, { mode: 420 }), { signal });
    renameSync(part, compressed);
    return compressed;
  } catch (error) {
    throw signal?.aborted === true ? signal.reason : error;
  } finally {
    for (const left of [path, part]) rmSync(left, { force: true });
  }
}

export {
  filterBytes,
  compressFile
};
