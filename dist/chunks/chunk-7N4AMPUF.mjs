import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/host/results-mark.ts
var resultsMark = ".qemu-driver-test";

export {
  resultsMark
};
