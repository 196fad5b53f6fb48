import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  environmentVariable,
  findProgram
} from "./chunk-SMWPJZE2.mjs";
import {
  isSameFile
} from "./chunk-42EG7RIT.mjs";

// src/command/invocation.ts
import { basename, dirname, relative } from "node:path";
var program = "qemu-driver-test";
function invocation() {
  return invocationFrom({
    script: process.argv[1] ?? "",
    node: process.execPath,
    cwd: process.cwd(),
    find: findProgram,
    isBelowNpm: environmentVariable("npm_command") !== void 0
  });
}
function invocationFrom({ script, node, cwd, find, isBelowNpm }) {
  const onPath = find(program);
  if (onPath !== void 0 && isSameFile(onPath, script)) {
    return isBelowNpm && basename(dirname(onPath)) === ".bin" ? ["npx", program] : [program];
  }
  const nodeOnPath = find("node");
  const path = relative(cwd, script);
  return [
    nodeOnPath !== void 0 && isSameFile(nodeOnPath, node) ? "node" : node,
    path.startsWith("-") ? `./${path}` : path
  ];
}

export {
  invocation
};
