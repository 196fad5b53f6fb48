import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  plainText
} from "./chunk-HNXBVB67.mjs";

// src/text/text-width.ts
function textWidth(line) {
  let width = 0;
  for (const character of line) width += characterWidth(character);
  return width;
}
function fitWidth(line, columns) {
  if (textWidth(line) <= columns) return line;
  let width = 0;
  let kept = "";
  for (const character of line) {
    width += characterWidth(character);
    if (width > columns - 1) break;
    kept += character;
  }
  return `${kept}\u2026`;
}
function padWidth(line, columns) {
  return line + " ".repeat(Math.max(0, columns - textWidth(line)));
}
function wrapWords(text, columns) {
  const lines = [];
  let line = "";
  for (const word of text.split(" ").flatMap((long) => breakWord(long, columns))) {
    if (line !== "" && textWidth(line) + 1 + textWidth(word) > columns) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
function breakWord(word, columns) {
  const pieces = [];
  let piece = "";
  let width = 0;
  for (const character of word) {
    const next = characterWidth(character);
    if (width + next > columns && piece !== "") {
      pieces.push(piece);
      piece = "";
      width = 0;
    }
    piece += character;
    width += next;
  }
  return [...pieces, piece];
}
function characterWidth(character) {
  if (new RegExp("\\p{M}", "u").test(character)) return 0;
  const code = character.codePointAt(0) ?? 0;
  const isWide = code >= 4352 && code <= 4447 || code >= 11904 && code <= 55203 || code >= 63744 && code <= 64255 || code >= 65072 && code <= 65135 || code >= 65280 && code <= 65376 || code >= 127744;
  return isWide ? 2 : 1;
}
function cutText(text, limit) {
  let end = text.length;
  while (text.charCodeAt(end - 1) === 10) end -= 1;
  const lines = text.slice(0, end).split("\n").map((line) => cutLine(line, limit.columns));
  if (lines.length <= limit.lines) return lines.join("\n");
  const head = Math.ceil(limit.lines * 2 / 3);
  const tail = limit.lines - head;
  const left = lines.length - head - tail;
  return [
    ...lines.slice(0, head),
    `[\u2026 ${left} ${left === 1 ? "line" : "lines"} left out \u2026]`,
    ...lines.slice(lines.length - tail)
  ].join("\n");
}
function cutLine(line, columns) {
  if (line.length <= columns) return line;
  const end = isHighSurrogate(line.charCodeAt(columns - 2)) ? columns - 2 : columns - 1;
  return `${line.slice(0, end)}\u2026`;
}
function isHighSurrogate(code) {
  return code >= 55296 && code < 56320;
}
function hangingLines(label, text, columns) {
  const width = Math.max(20, columns - label.length);
  const lines = plainText(text).split("\n").flatMap((line) => wrapWords(line, width));
  return lines.map((line, index) => `${index === 0 ? label : " ".repeat(label.length)}${line}`);
}

// src/text/duration.ts
function formatDuration(durationMs) {
  if (durationMs < 95) return `${Math.round(durationMs)} ms`;
  if (durationMs < 9950) return `${(durationMs / 1e3).toFixed(1)} s`;
  const seconds = Math.round(durationMs / 1e3);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${pad(seconds % 60)} s`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} min`;
}
function formatSeconds(durationMs) {
  return (durationMs / 1e3).toFixed(3);
}
function pad(count) {
  return String(count).padStart(2, "0");
}

// src/report/text/style.ts
function createStyle(color) {
  const paint = (on, off) => (text) => color && text !== "" ? `\x1B[${on}m${text}\x1B[${off}m` : text;
  return { red: paint(31, 39), green: paint(32, 39), yellow: paint(33, 39), bold: paint(1, 22), dim: paint(2, 22) };
}
function markOf({ outcome, ok }) {
  if (!ok) return "not-ok";
  if (outcome === "pass") return "passed";
  return outcome === "skip" ? "skipped" : "expected-failure";
}
var markSymbols = {
  passed: "\u2713",
  skipped: "-",
  "expected-failure": "x",
  "not-ok": "\u2717"
};
function markWord(test) {
  const mark = markOf(test);
  if (mark === "expected-failure") return "XFAIL";
  if (mark === "not-ok" && test.outcome === "pass") return "NOT OK";
  return test.outcome.toUpperCase();
}
function paintMark(mark, text, style) {
  switch (mark) {
    case "passed":
      return style.green(text);
    case "skipped":
      return style.dim(text);
    case "expected-failure":
      return style.yellow(text);
    case "not-ok":
      return style.red(text);
  }
}
function countMarks(tests) {
  const notOk = tests.filter((test) => !test.ok).length;
  return notOk === 0 ? `${tests.length} ok` : `${tests.length - notOk} ok, ${notOk} not`;
}
function drawMarks(tests, columns) {
  const marks = tests.map(markOf);
  if (marks.length <= columns) return marks.map((mark) => ({ mark, text: markSymbols[mark] }));
  const kinds = ["passed", "not-ok", "expected-failure", "skipped"];
  return kinds.map((mark) => ({ mark, count: marks.filter((other) => other === mark).length })).filter(({ count }) => count > 0).map(({ mark, count }, index) => ({ mark, text: `${index === 0 ? "" : " "}${count}${markSymbols[mark]}` }));
}

export {
  textWidth,
  fitWidth,
  padWidth,
  wrapWords,
  cutText,
  cutLine,
  hangingLines,
  formatDuration,
  formatSeconds,
  createStyle,
  markOf,
  markWord,
  paintMark,
  countMarks,
  drawMarks
};
