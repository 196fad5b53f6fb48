import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  readTextFile
} from "./chunk-LLEU7AI5.mjs";
import {
  isSystemError
} from "./chunk-A22H6BHT.mjs";

// src/host/read-inside.ts
import { lstatSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
function readTextInside(directory, path, maxBytes) {
  if (path.includes("\0")) return void 0;
  const file = join(directory, path);
  try {
    if (!lstatSync(file).isFile()) return void 0;
    const root = realpathSync(directory);
    if (realpathSync(file) !== join(root, path) || !join(root, path).startsWith(root + sep)) return void 0;
    return readTextFile(file, maxBytes);
  } catch (error) {
    if (isSystemError(error)) return void 0;
    throw error;
  }
}

export {
  readTextInside
};
