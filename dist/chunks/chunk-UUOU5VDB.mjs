import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/app/run-refused.ts
var RunRefused = class extends Error {
  name = "RunRefused";
};

export {
  RunRefused
};
