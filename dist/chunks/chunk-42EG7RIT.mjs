import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/host/files/file-facts.ts
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
var nowhere = /* @__PURE__ */ new Set(["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ELOOP"]);
function kindOfFile(path) {
  try {
    const info = statSync(path);
    return info.isFile() ? "file" : info.isDirectory() ? "directory" : "other";
  } catch (error) {
    const { code } = error;
    if (code !== void 0 && nowhere.has(code)) return "nothing";
    throw error;
  }
}
function filesIn(directory) {
  if (lstatSync(directory, { throwIfNoEntry: false }) === void 0) return [];
  return readdirSync(directory, { withFileTypes: true }).map(
    (entry) => ({
      name: entry.name,
      kind: entry.isFile() ? "file" : entry.isDirectory() ? "directory" : entry.isSymbolicLink() ? "link" : "other"
    })
  ).sort((a, b) => a.name < b.name ? -1 : 1);
}
function filesBelow(directory, prefix = "") {
  return filesIn(join(directory, prefix)).flatMap(
    ({ name, kind }) => kind === "directory" ? filesBelow(directory, join(prefix, name)) : kind === "file" ? [join(prefix, name)] : []
  );
}
function readWholeFile(path) {
  return readFileSync(path);
}
function readTextIfThere(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return void 0;
    throw error;
  }
}
function realPath(path) {
  return realpathSync(path);
}
function realPlace(path) {
  try {
    return realpathSync(path);
  } catch (error) {
    const isMissing = error.code === "ENOENT" && path !== dirname(path);
    return isMissing ? join(realPlace(dirname(path)), basename(path)) : path;
  }
}
function fileIdentity(path) {
  const info = statSync(path, { throwIfNoEntry: false, bigint: true });
  return info?.isFile() === true ? [info.dev, info.ino, info.size, info.mtimeNs].join(" ") : void 0;
}
function changedMs(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
function bytesOnDisk(directory) {
  return filesBelow(directory).reduce((sum, name) => {
    const file = lstatSync(join(directory, name), { throwIfNoEntry: false });
    return sum + (file?.blocks ?? 0) * 512;
  }, 0);
}
function fileSize(path) {
  return lstatSync(path).size;
}
function isOnOneFileSystem(one, other) {
  return statSync(one).dev === statSync(other).dev;
}
function isSameFile(one, other) {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}

export {
  kindOfFile,
  filesIn,
  filesBelow,
  readWholeFile,
  readTextIfThere,
  realPath,
  realPlace,
  fileIdentity,
  changedMs,
  bytesOnDisk,
  fileSize,
  isOnOneFileSystem,
  isSameFile
};
