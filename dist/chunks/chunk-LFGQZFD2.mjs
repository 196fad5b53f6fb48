import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/host/token.ts
import { randomBytes } from "node:crypto";
function secretToken() {
  return randomBytes(16).toString("hex");
}
function randomSeed() {
  return randomBytes(4).readUInt32LE();
}

export {
  secretToken,
  randomSeed
};
