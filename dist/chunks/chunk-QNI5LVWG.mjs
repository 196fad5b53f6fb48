import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/report/shell-quote.ts
function shellQuote(word) {
  if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(word)) return word;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
function shellJoin(words) {
  return words.map(shellQuote).join(" ");
}

export {
  shellQuote,
  shellJoin
};
