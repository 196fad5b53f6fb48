/** What of a kernel's report is worth a line on a screen. */
export interface ReportExcerpt {
  /** Frames of the first backtrace that lie in modules, innermost first; without modules, where the kernel stood. */
  readonly frames: readonly string[];
  /** The last sentence that is neither register, backtrace, dump nor separator; undefined when there is none but the first. */
  readonly lastWords: string | undefined;
}

/** Reads the text of a finding's report. */
export function excerptReport(report: string): ReportExcerpt {
  const lines = report.split('\n').map(withoutPrefix);
  return { frames: framesOf(lines), lastWords: lines.slice(1).filter(isSentence).at(-1)?.trim() };
}

const maxFrames = 4;

// `<4>[   12.345678] [  T123] `, as far as it is there.
function withoutPrefix(line: string): string {
  return line.replace(/^(?:<\d+>)?(?:\[ *\d+\.\d+\] ?)?(?:\[ *[TC]\d+\] ?)?/, '');
}

function framesOf(lines: readonly string[]): readonly string[] {
  const where = lines.find((line) => line.startsWith('RIP: '));
  const stood = where === undefined ? undefined : frame(where.replace(/^RIP: \w+:/, ''));
  const trace = firstTrace(lines);
  const inModules = [stood, ...trace].filter((text) => text?.includes(' [') === true).filter((text) => text !== undefined);
  const frames = inModules.length > 0 ? inModules : [stood].filter((text) => text !== undefined);
  return [...new Set(frames)].slice(0, maxFrames);
}

function firstTrace(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => /^\s*Call [Tt]race:/.test(line));
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => !/^\s*(?:\? |<\/?[A-Z]+>$)/.test(line) && frame(line) === undefined);
  return rest.slice(0, end < 0 ? rest.length : end).map(frame).filter((text) => text !== undefined);
}

// `edu_irq+0x12/0x40 [edu]`; frames after a question mark are guesses of the unwinder.
function frame(line: string): string | undefined {
  return /^\s*([\w.$]+\+0x[0-9a-f]+\/0x[0-9a-f]+(?: [\w./-]+:\d+)?(?: \[\w[\w -]*\])?)\s*$/.exec(line)?.[1];
}

function isSentence(line: string): boolean {
  const text = line.trim();
  if (!/[A-Za-z]{3}/.test(text) || text.startsWith('? ') || frame(text) !== undefined) return false;
  return !notSentences.some((pattern) => pattern.test(text));
}

const notSentences = [
  /^(?:RIP|RSP|Code|CR2|DR\d|RAX|RBX|RDX|RBP|RSI|R\d\d|FS|GS|CS|PGD|PKRU|EIP|EAX|ESI): ?/,
  /^(?:CPU: \d|PID: \d|UID: \d|Hardware name:|Modules linked in:|Call [Tt]race:|Tainted:|Workqueue:|Kernel Offset:|irq event stamp:|#PF: )/,
  /^(?:softirqs|hardirqs) last /,
  /^<\/?[A-Z]+>$|^-+\[|^[=-]{4}|^>?\s*[0-9a-f]{8,16}:/,
];
