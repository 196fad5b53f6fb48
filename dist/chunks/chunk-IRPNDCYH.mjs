import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  deferred
} from "./chunk-PNGENSD7.mjs";

// src/host/files/byte-streams.ts
import { createReadStream, createWriteStream, lstatSync } from "node:fs";
import { createServer } from "node:net";
import { Readable } from "node:stream";
var ByteReader = class {
  #stream;
  #held = [];
  #heldBytes = 0;
  #isEnded = false;
  #change = deferred();
  constructor(stream) {
    this.#stream = stream;
    stream.on("data", (chunk) => {
      stream.pause();
      this.#held.push(chunk);
      this.#heldBytes += chunk.length;
      this.#tell();
    });
    for (const event of ["end", "close", "error"]) {
      stream.once(event, () => {
        this.#isEnded = true;
        this.#tell();
      });
    }
  }
  /** Undefined: the stream ended early. */
  async take(length) {
    while (this.#heldBytes < length) {
      if (this.#isEnded) return void 0;
      this.#stream.resume();
      await this.#change.promise;
    }
    const bytes = Buffer.concat(this.#held);
    this.#held = [bytes.subarray(length)];
    this.#heldBytes = bytes.length - length;
    return bytes.subarray(0, length);
  }
  #tell() {
    const changed = this.#change;
    this.#change = deferred();
    changed.resolve(void 0);
  }
};
function readBytes(path) {
  return createReadStream(path);
}
function readPart(path, { offset, bytes }) {
  if (bytes === 0) return Readable.from([]);
  return createReadStream(path, { start: offset, end: offset + bytes - 1, highWaterMark: 1024 * 1024 });
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
async function receiveStream(path, maxBytes) {
  const { promise, resolve, reject } = deferred();
  const server = createServer((connection) => {
    collect(connection, maxBytes).then(resolve, reject);
  });
  server.maxConnections = 1;
  await listening(server, path);
  server.on("error", reject);
  return { received: promise, [Symbol.dispose]: () => void server.close() };
}
function collect(connection, maxBytes) {
  return new Promise((resolve, reject) => {
    const pieces = [];
    let bytes = 0;
    connection.on("data", (piece) => {
      bytes += piece.length;
      if (bytes <= maxBytes) pieces.push(piece);
      else
        connection.destroy(
          Object.assign(new Error(`more than ${maxBytes} bytes were sent`), { code: "EFBIG", syscall: "read" })
        );
    });
    connection.on("end", () => resolve(Buffer.concat(pieces)));
    connection.on("error", reject);
  });
}
function listening(server, path) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

export {
  ByteReader,
  readBytes,
  readPart,
  writeNewFile,
  describeFile,
  receiveStream
};
