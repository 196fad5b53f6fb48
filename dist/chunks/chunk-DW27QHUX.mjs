import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  sha256Of
} from "./chunk-UOT7TFTO.mjs";

// src/action/cache-index.ts
var layout = "qemu-driver-test-1";
function requestOf({ cells, tests }, placeOf) {
  const parts = [
    ...cells.map(({ kernel, qemu, arch }) => `${arch} ${kernel.text} ${qemu.text}`),
    ...tests.flatMap(({ suite }) => [placeOf(suite.directory), ...suite.moduleDirectories.map(placeOf)])
  ];
  return sha256Of([...new Set(parts)].sort().join("\n")).slice(0, 32);
}
function indexKeyPrefix(request) {
  return `${layout}-index-${request}-`;
}
function indexKey(request, { documents, assets }) {
  const lasting = Object.entries(documents).filter(([name]) => isLasting(name)).sort(([a], [b]) => a < b ? -1 : 1);
  return `${indexKeyPrefix(request)}${sha256Of(JSON.stringify([lasting, assets.map(({ name, key }) => [name, key]).sort()])).slice(0, 32)}`;
}
function assetKey({ name, sha256 }, suffix = "") {
  return `${layout}-asset-${name}-${sha256.slice(0, 32)}${suffix}`;
}
function isCached(documentName) {
  return !documentName.startsWith(localIndexPrefix);
}
function isLasting(documentName) {
  return !documentName.startsWith("durations/");
}
var localIndexPrefix = "cache-index/";
function localIndexName(request) {
  return `${localIndexPrefix}${request}`;
}
function parseIndex(value) {
  if (typeof value !== "object" || value === null || !("schema" in value) || !("documents" in value) || !("assets" in value)) return void 0;
  const { schema, documents, assets } = value;
  if (schema !== "qemu-driver-test/cache-index/1" || typeof documents !== "object" || documents === null || Array.isArray(documents)) return void 0;
  if (!Array.isArray(assets) || !assets.every(isCachedAsset)) return void 0;
  return { schema, documents, assets };
}
function isCachedAsset(value) {
  if (typeof value !== "object" || value === null || !("name" in value) || !("sha256" in value) || !("bytes" in value) || !("key" in value)) return false;
  const { name, sha256, bytes, key } = value;
  return typeof name === "string" && assetName.test(name) && typeof key === "string" && /^[\w-]{1,300}$/.test(key) && typeof sha256 === "string" && /^[0-9a-f]{64}$/.test(sha256) && typeof bytes === "number" && bytes >= 0;
}
var assetName = /^[a-z][a-z-]*-[0-9a-f]{64}$/;

export {
  requestOf,
  indexKeyPrefix,
  indexKey,
  assetKey,
  isCached,
  localIndexName,
  parseIndex
};
