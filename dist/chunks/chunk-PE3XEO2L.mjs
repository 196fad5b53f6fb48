import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  sha256Of
} from "./chunk-Z5M3ZDMR.mjs";
import {
  anything,
  listOf,
  matching,
  must,
  object,
  oneOf,
  readAs,
  recordOf,
  wholeNumber
} from "./chunk-7ASZTMLB.mjs";
import {
  bounds
} from "./chunk-PC3WFA6B.mjs";

// src/action/cache-index.ts
var { assets, documents, nameChars, assetBytes } = bounds.cacheIndex;
var cachedAsset = object({
  /** `KIND-SHA`; the SHA covers resolved versions and digests. */
  name: matching(/^[a-z][a-z-]{0,60}-[0-9a-f]{64}$/, "the name of an asset"),
  /** Digest of the whole tree; a restored tree is compared with it. */
  sha256: matching(/^[0-9a-f]{64}$/, "a SHA-256"),
  bytes: wholeNumber(void 0, { max: assetBytes }),
  /** Key of its cache entry. */
  key: matching(/^[\w-]{1,300}$/, "the key of an entry")
});
var cachedDocuments = recordOf(anything()).check(
  must((found) => {
    const names = Object.keys(found);
    return names.length > documents || !names.every(isDocumentName) ? "documents of ours" : void 0;
  })
);
function isDocumentName(name) {
  return name !== "" && name.length <= nameChars && !new RegExp("\\p{Surrogate}", "u").test(name) && encodeURIComponent(name).length <= nameChars;
}
var cacheIndex = object({
  schema: oneOf(["qemu-driver-test/cache-index/1"]),
  /** Documents of the store by name. */
  documents: cachedDocuments,
  assets: listOf(cachedAsset, void 0, assets)
});
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
  const reading = readAs(cacheIndex, value);
  return reading.kind === "value" ? reading.value : void 0;
}

export {
  cachedAsset,
  requestOf,
  indexKeyPrefix,
  indexKey,
  assetKey,
  isCached,
  localIndexName,
  parseIndex
};
