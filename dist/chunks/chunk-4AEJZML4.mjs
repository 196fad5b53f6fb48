import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/device/instance/model-crash.ts
var maxStackLength = 16 * 1024;
function crashOf(during, thrown) {
  const error = thrown instanceof Error ? thrown : new Error(`it threw ${String(thrown)}, which is no Error`);
  return { during, message: `${error.name}: ${error.message}`.slice(0, maxStackLength), stack: (error.stack ?? error.message).slice(0, maxStackLength) };
}
function crashPlace(stack) {
  const [, file, line, column] = /^\s+at (?:.*\()?(?:file:\/\/)?(\/[^)\n]*):(\d+):(\d+)\)?$/m.exec(stack) ?? [];
  return file === void 0 ? void 0 : { file, line: Number(line), column: Number(column) };
}

export {
  crashOf,
  crashPlace
};
