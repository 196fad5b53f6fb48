import { bounds } from '../bounds/bounds.ts';

/** A longer console line is not a kernel message. It is passed on in pieces. */
const maxLength = bounds.lines.chars;

/**
 * Cuts text into lines, whatever the chunks; of a live stream's bytes `LineSplitter` does. A piece of an overlong line
 * has its line's number.
 */
export class TextLines {
  readonly #onLine: (line: string, number: number) => void;
  #rest = '';
  #number = 1;

  constructor(onLine: (line: string, number: number) => void) {
    this.#onLine = onLine;
  }

  push(chunk: string): void {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', from)) {
      this.#emit(this.#rest + chunk.slice(from, end));
      this.#rest = '';
      this.#number += 1;
      from = end + 1;
    }
    this.#rest += chunk.slice(from);
    if (this.#rest.length > maxLength) {
      this.#emit(this.#rest);
      this.#rest = '';
    }
  }

  /** Call it at the end; the last line may lack its line feed. */
  end(): void {
    if (this.#rest !== '') this.#emit(this.#rest);
    this.#rest = '';
  }

  #emit(line: string): void {
    if (line.length <= maxLength) this.#onLine(line, this.#number);
    else
      for (let from = 0; from < line.length; from += maxLength)
        this.#onLine(line.slice(from, from + maxLength), this.#number);
  }
}

/** A kernel message without the prefixes of printk, a serial console, syslog or a login prompt. */
export interface ConsoleMessage {
  readonly text: string;
  /** Who printed it (`T123` a task, `C1` a processor), if the kernel says so. */
  readonly caller: string | undefined;
  /** Whether it had the kernel's timestamp. */
  readonly stamped: boolean;
}

/** printk's timestamp, then its caller, then additions of vendor kernels: `[   12.345678][  T123] (1)[1234:name]`. */
const stamp = /(?:<\d{1,3}>)?\[ *\d{1,7}\.\d{3,9}\](?:\[ *([TC]\d+)\])?(?: ?\(\d+\)\[[^\]]{1,40}\])?(?: ?@\d+ )? ?/g;
/** What may precede a message without a timestamp. */
const introduction = new RegExp(
  [
    /^<\d{1,3}>/,
    /^\d{4}[-/]\d\d[-/]\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)? /,
    /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?:\S+ )?(?:kernel: ?)?/,
    /^(?:\S+ )?login: /,
    /^\*\* \d+ printk messages dropped \*\* /,
  ]
    .map((part) => part.source)
    .join('|'),
);
const ansiSequence = /\x1b\[[0-9;?]*[A-Za-z]/g;

/**
 * The messages on one console line: usually one, more when another processor's message interrupted it. Text before the
 * first timestamp (a login prompt, half a line of a program) is a message of its own.
 */
export function parseConsoleLine(raw: string): readonly ConsoleMessage[] {
  return splitAtStamps(raw).map((message) => (message.stamped ? message : withoutIntroduction(message)));
}

export function withoutIntroduction<Message extends ConsoleMessage>(message: Message): Message {
  return { ...message, text: message.text.replace(introduction, '') };
}

/** The same, with whatever stands before the first timestamp. */
export function splitAtStamps(raw: string): readonly ConsoleMessage[] {
  const line = clean(raw);
  if (!line.includes('[')) return [{ text: line, caller: undefined, stamped: false }];
  const messages: ConsoleMessage[] = [];
  let from = 0;
  let caller: string | undefined;
  let stamped = false;
  stamp.lastIndex = 0;
  for (
    let match = nextStamp(line);
    match !== null && messages.length < bounds.lines.messages;
    match = nextStamp(line)
  ) {
    if (match.index > from) messages.push({ text: line.slice(from, match.index), caller, stamped });
    from = match.index + match[0].length;
    caller = match[1];
    stamped = true;
  }
  if (from < line.length || messages.length === 0) messages.push({ text: line.slice(from), caller, stamped });
  return messages;
}

const startingStamp = /^(?:<\d{1,3}>)?\[ *\d{1,7}\.\d{6}\]/;

/** Whether the kernel's lines on this console start with a timestamp. */
export function hasStamp(line: string): boolean {
  const first = line.charCodeAt(0);
  return (first === 0x5b || first === 0x3c) && startingStamp.test(line);
}

function clean(raw: string): string {
  const line = raw.includes('\x1b') ? raw.replace(ansiSequence, '') : raw;
  let end = line.length;
  while (line.charCodeAt(end - 1) === 0x0d) end -= 1;
  return line.slice(0, end);
}

/** A timestamp inside quotes is quoted text. */
function nextStamp(line: string): RegExpExecArray | null {
  let match = stamp.exec(line);
  while (match !== null && match.index > 0 && `'"\`=(`.includes(line.charAt(match.index - 1))) match = stamp.exec(line);
  return match;
}
