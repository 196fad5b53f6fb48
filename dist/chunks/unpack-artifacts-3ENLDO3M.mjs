import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  writeNewFile
} from "./chunk-IRPNDCYH.mjs";
import "./chunk-PNGENSD7.mjs";
import {
  bounds,
  isSystemError,
  makeDirectory,
  removeTree
} from "./chunk-PC3WFA6B.mjs";
import {
  require_tar_stream
} from "./chunk-XFDUTJQO.mjs";
import {
  __toESM
} from "./chunk-R2N667XA.mjs";

// src/run/folder/unpack-artifacts.ts
var import_tar_stream = __toESM(require_tar_stream(), 1);
import { once } from "node:events";
import { dirname, join, normalize } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
function feedArchive(source, archive, { endMark, signal, mayGoOn }) {
  return new Promise((resolve) => {
    let held = Buffer.alloc(0);
    let fedBytes = 0;
    const feed = (bytes) => {
      if (archive.destroyed) return;
      fedBytes += bytes.length;
      if (!mayGoOn(fedBytes)) archive.destroy(new Error("more headers than any archive has"));
      else if (!archive.write(bytes)) source.pause();
    };
    const onData = (chunk) => {
      const bytes = Buffer.concat([held, chunk]);
      const end = bytes.indexOf(endMark);
      const cut = end === -1 ? Math.max(0, bytes.length - endMark.length + 1) : end;
      held = bytes.subarray(cut);
      feed(bytes.subarray(0, cut));
      if (end !== -1) finish(void 0);
    };
    const readOn = () => void source.resume();
    const onClose = () => finish("the files port closed before the artifacts were complete");
    const onAbort = () => finish(String(signal.reason));
    const finish = (reason) => {
      source.off("data", onData).off("end", onClose).off("close", onClose);
      signal.removeEventListener("abort", onAbort);
      if (!archive.destroyed) archive.end(null);
      readOn();
      resolve(reason);
    };
    archive.on("error", readOn).on("close", readOn).on("drain", readOn);
    source.on("data", onData).on("end", onClose).on("close", onClose);
    signal.addEventListener("abort", onAbort, { once: true });
    if (source.destroyed || source.readableEnded) onClose();
  });
}
async function unpackArtifacts(source, { endMark, folder, limits, signal }) {
  const archive = (0, import_tar_stream.extract)();
  const target = { folder, limits, leftOut: [], taken: { files: 0, bytes: 0 }, claimedBytes: 0 };
  const fed = feedArchive(source, archive, {
    endMark,
    signal,
    mayGoOn: (fedBytes) => fedBytes - target.claimedBytes <= bounds.artifacts.headerBytes
  });
  const broken = [];
  archive.on("error", (error) => broken.push(error));
  await unpackEntries(archive, target).catch(
    (error) => broken.push(error instanceof Error ? error : new Error(String(error)))
  );
  const reason = await fed ?? broken[0]?.message;
  return reason === void 0 ? target.leftOut : [...target.leftOut, `the rest: ${reason}`];
}
async function unpackEntries(archive, target) {
  let entries = 0;
  for await (const entry of archive) {
    const { header } = entry;
    if (++entries > bounds.artifacts.entries) throw new Error(`more than ${bounds.artifacts.entries} entries`);
    target.claimedBytes += header.size;
    const place = await openPlace(placeFor(header, target), target.folder);
    if (place.kind === "open") {
      target.taken.files++;
      target.taken.bytes += header.size;
      await writeWhole(entry, place);
    } else {
      if (place.kind === "leave" && target.leftOut.length < bounds.artifacts.complaints)
        target.leftOut.push(`${shown(header.name)}: ${place.reason}`);
      entry.resume();
    }
  }
}
function placeFor({ name, type, size }, { limits, taken }) {
  if (type === "directory") return { kind: "pass" };
  if (type !== "file" && type !== "contiguous-file") return { kind: "leave", reason: "not a regular file" };
  const reason = whyNoPath(name);
  if (reason !== void 0) return { kind: "leave", reason };
  if (taken.files >= limits.files) return { kind: "leave", reason: "too many files" };
  if (size > limits.bytes - taken.bytes)
    return { kind: "leave", reason: `${size} bytes, more than what is left of the limit` };
  return { kind: "take", path: normalize(name) };
}
function whyNoPath(name) {
  const { pathBytes, depth } = bounds.artifacts;
  if (name.length > pathBytes || Buffer.byteLength(name) > pathBytes)
    return `its path has more than ${pathBytes} bytes`;
  const path = normalize(name);
  if (!path.startsWith("artifacts/") || path.includes("\0")) return "outside artifacts";
  if (path.includes("\uFFFD")) return "its name is not UTF-8";
  return path.split("/").length > depth + 1 ? `deeper than ${depth} directories` : void 0;
}
var shownChars = 400;
function shown(name) {
  return name.length <= shownChars ? name : `${name.slice(0, shownChars - 1)}\u2026`;
}
async function openPlace(place, folder) {
  if (place.kind !== "take") return place;
  const path = join(folder, place.path);
  try {
    makeDirectory(dirname(path));
    const file = writeNewFile(path);
    await once(file, "open");
    return { kind: "open", path, file };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { kind: "leave", reason: error.code };
  }
}
async function writeWhole(entry, { path, file }) {
  try {
    await pipeline(Readable.from(entry), file);
  } catch (error) {
    removeTree(path);
    throw error;
  }
}
export {
  unpackArtifacts
};
