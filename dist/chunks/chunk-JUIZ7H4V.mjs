import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  localPath
} from "./chunk-RPYGVRGS.mjs";
import {
  readTextFile
} from "./chunk-YZWTKSKI.mjs";
import {
  devicesOf,
  isWithin
} from "./chunk-PP4HT45W.mjs";
import {
  kindOfFile
} from "./chunk-42EG7RIT.mjs";

// src/plan/test-sources.ts
import { join } from "node:path";
function sourcesOf(planned, filesOfModel) {
  const { suite, test } = planned;
  if (suite.smokeOf !== void 0)
    return { paths: [...suite.moduleDirectories, ...filesOfMachine(planned)], others: [] };
  return {
    paths: [
      test.directory,
      ...test.linked,
      ...["info", "setup", "teardown", "lib"].map((name) => join(suite.directory, name)),
      ...suite.linked,
      ...suite.moduleDirectories,
      ...devicesOf(planned).flatMap(({ path }) => filesOfModel(path)),
      ...filesOfMachine(planned)
    ],
    others: suite.tests.map(({ directory }) => directory).filter((directory) => directory !== test.directory)
  };
}
function isMadeOf({ paths, others }, path) {
  const own = lengthOfNearest(paths, path);
  return own >= 0 && own >= lengthOfNearest(others, path);
}
function filesOfMachine({ cell: { kernel, qemu }, diskImage }) {
  return [...filesOfKernel(kernel), qemu.kind === "path" ? qemu.path : void 0, fileOfDisk(diskImage)].filter(
    (path) => path !== void 0
  );
}
function fileOfDisk(disk) {
  if (disk?.kind === "path") return disk.path;
  return disk?.kind === "file" ? localPath(disk.file) : void 0;
}
function filesOfKernel(kernel) {
  switch (kernel.kind) {
    case "path":
      return [kernel.image, kernel.modules];
    case "packages":
      return kernel.files.map(localPath);
    case "image":
      return [localPath(kernel.file)];
    case "distribution":
    case "container":
      return [];
    case "source":
      return kernel.source.kind === "tree" ? [kernel.source.path, kernel.source.config] : [];
  }
}
function lengthOfNearest(paths, path) {
  return Math.max(-1, ...paths.filter((candidate) => isWithin(path, candidate)).map(({ length }) => length));
}

// src/plan/model-files.ts
import { dirname, resolve } from "node:path";
var maxFiles = 1e3;
function modelFiles(modelPath, readText) {
  const files = /* @__PURE__ */ new Set([modelPath]);
  const directories = /* @__PURE__ */ new Set();
  for (const file of files) {
    const source = readText(file);
    if (source === void 0 || files.size > maxFiles) continue;
    if (readsMore(source)) directories.add(dirname(file));
    for (const specifier of relativeImports(source)) files.add(resolve(dirname(file), specifier));
  }
  return [...files, ...directories];
}
function relativeImports(source) {
  return [...source.matchAll(/\b(?:from|import)\s{0,9}\(?\s{0,9}(['"])(\.{1,2}\/[^'"\n]{1,1000})\1/g)].flatMap(
    ([, , specifier]) => specifier ?? []
  );
}
function readsMore(source) {
  return /\bimport\s{0,9}\(\s{0,9}[^'"\s]|\brequire\s{0,9}\(/.test(source) || /\bimport\.meta\b|\bcreateRequire\b|['"](?:node:)?fs\b/.test(source);
}

// src/app/files-of-models.ts
function rememberingFiles() {
  const known = /* @__PURE__ */ new Map();
  return (path) => {
    const files = known.get(path) ?? modelFiles(path, readModelText);
    known.set(path, files);
    return files;
  };
}
var maxModelBytes = 4 * 1024 * 1024;
function readModelText(path) {
  return kindOfFile(path) === "file" ? readTextFile(path, maxModelBytes) : void 0;
}

export {
  sourcesOf,
  isMadeOf,
  rememberingFiles
};
