import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/report/escape-text.ts
function plainText(text) {
  return text.replace(escapeSequence, "").replace(/\r+\n|\r+/g, "\n").replace(loneSurrogate, "\uFFFD").replace(unseenCharacter, spelledOut);
}
function plainLine(text) {
  return plainText(text).replace(/\s+/g, " ").trim();
}
function plainJson(value, indent) {
  return JSON.stringify(value, void 0, indent).replace(
    unseenInJson,
    (found) => found.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")
  );
}
function defuseCommands(output) {
  return output.replaceAll("##[", "# #[").replace(/^([^\S\n\r\u2028\u2029]*):(?=:)/gm, "$1: ");
}
var escapeSequence = /\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-OQ-WYZ\\`-~]/g;
var loneSurrogate = new RegExp("\\p{Surrogate}", "gu");
var unseenCharacter = /[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\u180e]|\udb40[\udc00-\udc7f]/g;
var unseenInJson = /[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]|\udb40[\udc00-\udc7f]/g;
function spelledOut(character) {
  const code = character.codePointAt(0) ?? 0;
  if (code > 65535) return `\\u{${code.toString(16)}}`;
  return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}

export {
  plainText,
  plainLine,
  plainJson,
  defuseCommands
};
