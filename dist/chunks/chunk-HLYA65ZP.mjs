import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/bounds/cut-text.ts
function cutText(text, maxChars) {
  if (text.length <= maxChars) return text;
  return Buffer.from(`${text.slice(0, maxChars - 1)}\u2026`, "utf16le").toString("utf16le");
}

export {
  cutText
};
