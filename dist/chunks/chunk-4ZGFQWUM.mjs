import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/device/instance/model-crash.ts
var maxStackLength = 16 * 1024;
function crashOf(during, thrown) {
  const error = thrown instanceof Error ? thrown : new Error(`it threw ${String(thrown)}, which is not an Error`);
  return {
    during,
    message: `${error.name}: ${error.message}`.slice(0, maxStackLength),
    stack: (error.stack ?? error.message).slice(0, maxStackLength)
  };
}
function crashPlace(stack) {
  for (const text of stack.split("\n")) {
    const place = /^\s+at /.test(text) ? placeIn(text.trim().slice("at ".length)) : void 0;
    if (place !== void 0) return place;
  }
  return void 0;
}
function placeIn(frame) {
  const inside = frame.endsWith(")") ? frame.slice(frame.lastIndexOf("(") + 1, -1) : frame;
  const [, file, line, column] = /^(?:file:\/\/)?(\/[^)]*?):(\d{1,9}):(\d{1,9})$/.exec(inside) ?? [];
  return file === void 0 ? void 0 : { file, line: Number(line), column: Number(column) };
}

export {
  crashOf,
  crashPlace
};
