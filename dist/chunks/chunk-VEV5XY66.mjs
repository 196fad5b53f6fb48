import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/host/directories.ts
import { mkdirSync, readdirSync } from "node:fs";
function makeDirectory(path) {
  mkdirSync(path, { recursive: true });
}
function listDirectory(path) {
  return readdirSync(path).sort();
}

export {
  makeDirectory,
  listDirectory
};
