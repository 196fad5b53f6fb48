import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  resultsMark
} from "./chunk-LLYMXFPJ.mjs";
import {
  sha256OfFile
} from "./chunk-Z5M3ZDMR.mjs";
import {
  filesIn,
  kindOfFile,
  readTextIfThere
} from "./chunk-BDJ27EXF.mjs";
import {
  copyFileTo,
  linkTo
} from "./chunk-4NERI4SW.mjs";
import {
  makeDirectory
} from "./chunk-BLSDMNQH.mjs";

// src/provision/modules/module-sources.ts
import { dirname, join, relative, sep } from "node:path";
function findModuleSources(directories) {
  const root = projectRoot(directories);
  const inside = directories.map((directory) => relative(root, directory));
  return {
    root,
    directories: inside,
    files: [...new Set(inside.flatMap((directory) => sourcesBelow(root, directory)))].sort()
  };
}
async function digestSources({ root, directories, files }, signal) {
  const lines = [];
  for (const file of files) lines.push(`${file} ${await sha256OfFile(join(root, file), signal)}`);
  return [...directories, "", ...lines].join("\n");
}
function stageSources({ root, directories, files }, tree, writesBeside) {
  for (const directory of directories) makeDirectory(join(tree, directory));
  for (const file of files) copyFileTo(join(root, file), join(tree, file));
  const mirror = { root, tree, left: writesBeside || namesParents(root, files) ? maxMirrored : 0 };
  const parents = [...new Set(directories.flatMap(parentsOf))];
  for (const parent of parents.toSorted((a, b) => depthOf(b) - depthOf(a))) mirrorTheRest(parent, mirror);
}
function projectRoot(directories) {
  const common = directories.map((directory) => dirname(directory)).reduce(commonParent);
  return repositoryOf(common) ?? common;
}
function repositoryOf(directory) {
  for (let at = directory; at !== dirname(at); at = dirname(at)) {
    if (kindOfFile(join(at, ".git")) !== "nothing") return at;
  }
  return void 0;
}
function commonParent(a, b) {
  let parent = a;
  while (b !== parent && !b.startsWith(parent === sep ? sep : parent + sep)) parent = dirname(parent);
  return parent;
}
function sourcesBelow(root, directory) {
  const entries = filesIn(join(root, directory));
  const names = new Set(entries.map(({ name }) => name));
  if (names.has(resultsMark)) return [];
  return entries.flatMap(({ name, kind }) => {
    if (isBuildProduct(name, names)) return [];
    const path = join(directory, name);
    if (kind === "directory") return sourcesBelow(root, path);
    return kindOfFile(join(root, path)) === "file" ? [path] : [];
  });
}
var productNames = /* @__PURE__ */ new Set([".git", ".tmp_versions", "Module.symvers", "modules.order", ".module-common.o"]);
function isBuildProduct(name, siblings) {
  if (productNames.has(name) || /\.(ko|mod|mod\.c)$/.test(name) || /^\..*\.(cmd|d)$/.test(name)) return true;
  return name.endsWith(".o") && siblings.has(`.${name}.cmd`);
}
function parentsOf(directory) {
  const parts = directory.split(sep);
  return parts.map((_, length) => join(...["", ...parts.slice(0, length)]));
}
function namesParents(root, files) {
  return files.some(
    (file) => /(?:^|\/)(?:Kbuild|Makefile|dkms\.conf)[^/]*$|\.(?:mk|sh|inc)$/.test(file) && (readTextIfThere(join(root, file)) ?? "").includes("..")
  );
}
function depthOf(directory) {
  return directory === "" ? 0 : directory.split(sep).length;
}
var maxMirrored = 4e3;
function mirrorTheRest(parent, mirror) {
  const { root, tree } = mirror;
  const queue = [parent];
  for (let at = queue.shift(); at !== void 0; at = queue.shift()) {
    const entries = filesIn(join(root, at));
    const names = new Set(entries.map(({ name }) => name));
    if (names.has(resultsMark)) continue;
    for (const { name, kind } of entries) {
      const path = join(at, name);
      if (kindOfFile(join(tree, path)) !== "nothing") continue;
      if (name !== ".git" && isBuildProduct(name, names)) continue;
      mirror.left--;
      if (kind === "directory" && name !== ".git" && mirror.left > 0) {
        makeDirectory(join(tree, path));
        queue.push(path);
      } else linkTo(join(root, path), join(tree, path));
    }
  }
}

export {
  findModuleSources,
  digestSources,
  stageSources,
  projectRoot,
  repositoryOf
};
