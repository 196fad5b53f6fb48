import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  sha256Of
} from "./chunk-3U7SA62H.mjs";
import {
  ShapeMismatch,
  arrayOf,
  matching,
  object,
  oneOf,
  recordOf,
  whole
} from "./chunk-BD2LEHZD.mjs";
import {
  bounds
} from "./chunk-STATPHJ4.mjs";

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
function indexKey(request, { documents: documents2, assets: assets2 }) {
  const lasting = Object.entries(documents2).filter(([name]) => isLasting(name)).sort(([a], [b]) => a < b ? -1 : 1);
  const content = JSON.stringify([lasting, assets2.map(({ name, key }) => [name, key]).sort()]);
  return `${indexKeyPrefix(request)}${sha256Of(content).slice(0, 32)}`;
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
  try {
    return indexShape(value, "");
  } catch (error) {
    if (!(error instanceof ShapeMismatch)) throw error;
    return void 0;
  }
}
var { assets, documents, nameChars, assetBytes } = bounds.cacheIndex;
var cachedAsset = object({
  name: matching(/^[a-z][a-z-]{0,60}-[0-9a-f]{64}$/, "the name of an asset"),
  sha256: matching(/^[0-9a-f]{64}$/, "a SHA-256"),
  bytes: whole(0, assetBytes),
  key: matching(/^[\w-]{1,300}$/, "the key of an entry")
});
var cachedDocuments = (value, place) => {
  const found = recordOf((field) => field)(value, place);
  const names = Object.keys(found);
  if (names.length > documents || !names.every(isDocumentName))
    throw new ShapeMismatch(place, "documents of ours", value);
  return found;
};
function isDocumentName(name) {
  return name !== "" && name.length <= nameChars && !new RegExp("\\p{Surrogate}", "u").test(name) && encodeURIComponent(name).length <= nameChars;
}
var indexShape = object({
  schema: oneOf(["qemu-driver-test/cache-index/1"]),
  documents: cachedDocuments,
  assets: arrayOf(cachedAsset, assets)
});

export {
  requestOf,
  indexKeyPrefix,
  indexKey,
  assetKey,
  isCached,
  localIndexName,
  parseIndex,
  cachedAsset
};
