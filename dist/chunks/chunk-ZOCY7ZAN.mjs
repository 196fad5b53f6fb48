import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/bounds/parse-json.ts
function parseJson(text, limits) {
  const excess = excessOf(text, limits);
  if (excess !== void 0) return { kind: "problem", reason: excess };
  try {
    return { kind: "value", value: JSON.parse(text) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { kind: "problem", reason: `expected JSON: ${error.message}` };
  }
}
var [quote, backslash, comma, openBracket, openBrace, closeBracket, closeBrace] = [
  '"',
  "\\",
  ",",
  "[",
  "{",
  "]",
  "}"
].map((sign) => sign.charCodeAt(0));
function excessOf(text, { depth, values }) {
  let level = 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfString(text, at);
        break;
      case openBracket:
      case openBrace:
        count++;
        if (++level > depth) return `expected JSON of at most ${depth} levels, found more`;
        break;
      case closeBracket:
      case closeBrace:
        level--;
        break;
      case comma:
        count++;
        break;
    }
    if (count > values) return `expected JSON of at most ${values} values, found more`;
  }
  return void 0;
}
function endOfString(text, start) {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (text.charCodeAt(at - 1 - escapes) === backslash) escapes++;
    if (escapes % 2 === 0) return at;
  }
  return text.length;
}
function asObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
}
function fieldOf(value, name) {
  const object = asObject(value);
  return object !== void 0 && Object.hasOwn(object, name) ? object[name] : void 0;
}

export {
  parseJson,
  asObject,
  fieldOf
};
