import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/host/environment.ts
import { accessSync, constants, readdirSync, statSync } from "node:fs";
import { availableParallelism, homedir } from "node:os";
import { delimiter, join } from "node:path";
function environmentVariable(name) {
  const value = process.env[name];
  return value === "" ? void 0 : value;
}
function environmentWith(changes) {
  const merged = { ...process.env, ...changes };
  return Object.fromEntries(
    Object.entries(merged).filter((entry) => entry[1] !== void 0)
  );
}
function homeDirectory() {
  return homedir();
}
function isSuperuser() {
  return process.getuid?.() === 0;
}
function processorCount() {
  return availableParallelism();
}
function hostArchitecture() {
  return process.arch;
}
function findProgram(name) {
  return pathDirectories().map((directory) => join(directory, name)).find(isExecutableFile);
}
function programsOnPath(name) {
  const named = (directory) => namesIn(directory).filter((entry) => name.test(entry)).map((entry) => join(directory, entry));
  return pathDirectories().flatMap(named).filter(isExecutableFile);
}
function pathDirectories() {
  return (process.env["PATH"] ?? "").split(delimiter).filter((directory) => directory !== "");
}
function namesIn(directory) {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
function isExecutableFile(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
function environmentOnly(names, changes) {
  const kept = names.map((name) => [name, process.env[name]]).filter((entry) => entry[1] !== void 0);
  return { ...Object.fromEntries(kept), ...changes };
}
function variableNames(isWanted) {
  return Object.entries(process.env).flatMap(([name, value]) => isWanted(name) && value ? [name] : []);
}
function takeVariables(isTaken) {
  const taken = /* @__PURE__ */ new Map();
  for (const [name, value] of Object.entries(process.env)) {
    if (!isTaken(name)) continue;
    if (value !== void 0 && value !== "") taken.set(name, value);
    Reflect.deleteProperty(process.env, name);
  }
  return taken;
}

export {
  environmentVariable,
  environmentWith,
  homeDirectory,
  isSuperuser,
  processorCount,
  hostArchitecture,
  findProgram,
  programsOnPath,
  isExecutableFile,
  environmentOnly,
  variableNames,
  takeVariables
};
