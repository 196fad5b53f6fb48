import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/run/evidence/run-record.ts
var stageNames = ["suite-setup", "setup", "run", "teardown", "suite-teardown"];
var notStarted = { phase: "kernel-silent", signs: { shortage: void 0, panic: void 0 } };

export {
  stageNames,
  notStarted
};
