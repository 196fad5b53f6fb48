import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  filesIn,
  kindOfFile
} from "./chunk-42EG7RIT.mjs";
import {
  isSystemError
} from "./chunk-PC3WFA6B.mjs";

// src/command/suite-operands.ts
import { dirname, join, resolve } from "node:path";
function suiteOperand(word, cwd) {
  const path = resolve(cwd, word);
  return isTest(path) ? { suite: dirname(path), test: path } : { suite: path, test: void 0 };
}
function suiteOperands(words, cwd) {
  const operands = words.map((word) => suiteOperand(word, cwd));
  const whole = new Set(operands.filter(({ test }) => test === void 0).map(({ suite }) => suite));
  const suites = operands.filter(
    ({ suite, test }, index) => test === void 0 || !whole.has(suite) && operands.findIndex((other) => other.suite === suite) === index
  );
  return {
    suites: suites.map(({ suite }) => suite),
    tests: operands.flatMap(({ suite, test }) => test === void 0 || whole.has(suite) ? [] : [test])
  };
}
function isTest(path) {
  try {
    return kindOfFile(path) === "nothing" ? holdsTests(dirname(path)) : isTestDirectory(path) && !holdsTests(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return false;
  }
}
function isTestDirectory(path) {
  return kindOfFile(join(path, "run")) === "file";
}
function holdsTests(directory) {
  return filesIn(directory).some(({ name, kind }) => kind === "directory" && isTestDirectory(join(directory, name)));
}

export {
  suiteOperand,
  suiteOperands
};
