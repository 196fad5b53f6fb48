import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  bounds
} from "./chunk-SKYZ6BOQ.mjs";

// src/diagnose/console-line.ts
var maxLength = bounds.lines.chars;
var TextLines = class {
  #onLine;
  #rest = "";
  #number = 1;
  constructor(onLine) {
    this.#onLine = onLine;
  }
  push(chunk) {
    let from = 0;
    for (let end = chunk.indexOf("\n"); end !== -1; end = chunk.indexOf("\n", from)) {
      this.#emit(this.#rest + chunk.slice(from, end));
      this.#rest = "";
      this.#number += 1;
      from = end + 1;
    }
    this.#rest += chunk.slice(from);
    if (this.#rest.length > maxLength) {
      this.#emit(this.#rest);
      this.#rest = "";
    }
  }
  /** Call it at the end; the last line may lack its line feed. */
  end() {
    if (this.#rest !== "") this.#emit(this.#rest);
    this.#rest = "";
  }
  #emit(line) {
    if (line.length <= maxLength) this.#onLine(line, this.#number);
    else
      for (let from = 0; from < line.length; from += maxLength)
        this.#onLine(line.slice(from, from + maxLength), this.#number);
  }
};
var stamp = /(?:<\d{1,3}>)?\[ *\d{1,7}\.\d{3,9}\](?:\[ *([TC]\d+)\])?(?: ?\(\d+\)\[[^\]]{1,40}\])?(?: ?@\d+ )? ?/g;
var introduction = new RegExp(
  [
    /^<\d{1,3}>/,
    /^\d{4}[-/]\d\d[-/]\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)? /,
    /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?:\S+ )?(?:kernel: ?)?/,
    /^(?:\S+ )?login: /,
    /^\*\* \d+ printk messages dropped \*\* /
  ].map((part) => part.source).join("|")
);
var ansiSequence = /\x1b\[[0-9;?]*[A-Za-z]/g;
function parseConsoleLine(raw) {
  return splitAtStamps(raw).map((message) => message.stamped ? message : withoutIntroduction(message));
}
function withoutIntroduction(message) {
  return { ...message, text: message.text.replace(introduction, "") };
}
function splitAtStamps(raw) {
  const line = clean(raw);
  if (!line.includes("[")) return [{ text: line, caller: void 0, stamped: false }];
  const messages = [];
  let from = 0;
  let caller;
  let stamped = false;
  stamp.lastIndex = 0;
  for (let match = nextStamp(line); match !== null && messages.length < bounds.lines.messages; match = nextStamp(line)) {
    if (match.index > from) messages.push({ text: line.slice(from, match.index), caller, stamped });
    from = match.index + match[0].length;
    caller = match[1];
    stamped = true;
  }
  if (from < line.length || messages.length === 0) messages.push({ text: line.slice(from), caller, stamped });
  return messages;
}
var startingStamp = /^(?:<\d{1,3}>)?\[ *\d{1,7}\.\d{6}\]/;
function hasStamp(line) {
  const first = line.charCodeAt(0);
  return (first === 91 || first === 60) && startingStamp.test(line);
}
function clean(raw) {
  const line = raw.includes("\x1B") ? raw.replace(ansiSequence, "") : raw;
  let end = line.length;
  while (line.charCodeAt(end - 1) === 13) end -= 1;
  return line.slice(0, end);
}
function nextStamp(line) {
  let match = stamp.exec(line);
  while (match !== null && match.index > 0 && `'"\`=(`.includes(line.charAt(match.index - 1))) match = stamp.exec(line);
  return match;
}

export {
  TextLines,
  parseConsoleLine,
  withoutIntroduction,
  splitAtStamps,
  hasStamp
};
