import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  bounds
} from "./chunk-4PORZPZM.mjs";

// src/bounds/inside-path.ts
function stepsInside(path) {
  if (path === "" || path.length > bounds.results.pathChars || notInNames.test(path)) return void 0;
  const steps = path.split("/");
  return steps.some((step) => step === "" || step === "." || step === "..") ? void 0 : steps;
}
var notInNames = /[\0\p{Surrogate}]/u;

export {
  stepsInside
};
