import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/plan/plan.ts
var resultsMark = ".qemu-driver-test";

export {
  resultsMark
};
