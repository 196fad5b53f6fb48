/** A line of a kernel's console without the prefix `<4>[ 12.345678] [ T123] `, or the parts of it that are there. */
export function withoutKernelPrefix(line: string): string {
  return line.replace(/^(?:<\d+>)?(?:\[ *\d+\.\d+\] ?)?(?:\[ *[TC]\d+\] ?)?/, '');
}

/** The essence of a kernel report, for one screen. */
export interface ReportExcerpt {
  /** Frames of the first backtrace that are in modules, innermost first. Without modules, the kernel's own position. */
  readonly frames: readonly string[];
  /** The last sentence that is not a register, backtrace, dump or separator; undefined when there is only the first. */
  readonly lastWords: string | undefined;
}

/** Reads the text of a finding's report. */
export function excerptReport(report: string): ReportExcerpt {
  const lines = report
    .split('\n')
    .map(withoutKernelPrefix)
    .filter((line) => !isOfLedger(line));
  return { frames: framesOf(lines), lastWords: lines.slice(1).findLast(isSentence)?.trim() };
}

/** Calls of a module under test go through the ledger (guest/ledger), which is nobody's to mend. */
function isOfLedger(line: string): boolean {
  return line.trimEnd().endsWith(' [qdt_ledger]') && frame(line) !== undefined;
}

const maxFrames = 4;

function framesOf(lines: readonly string[]): readonly string[] {
  const at = lines.findIndex((line) => position.test(line));
  const stood =
    at < 0 ? [] : [{ text: frame((lines[at] ?? '').replace(position, '')), inlined: inlinedAbove(lines.slice(0, at)) }];
  const known = [...stood, ...firstTrace(lines)].flatMap(({ text, inlined }) =>
    text === undefined ? [] : [{ text, inlined }],
  );
  const inModules = known.filter(({ text }) => text.includes(' ['));
  const shown = inModules.length > 0 ? inModules : known.slice(0, stood.length);
  return [...new Set(shown.flatMap(({ text, inlined }) => [...inlined, text]))].slice(0, maxFrames);
}

/** Of x86, of arm64 and of riscv. */
const position = /^(?:RIP: \w+:|pc : |epc : (?=[A-Za-z_]))/;

/** A frame and the functions inlined there, innermost first. */
interface Frame {
  readonly text: string | undefined;
  readonly inlined: readonly string[];
}

function firstTrace(lines: readonly string[]): readonly Frame[] {
  const start = lines.findIndex((line) => /^\s*Call [Tt]race:/.test(line) || bracketed.test(line));
  if (start < 0) return [];
  const rest = lines.slice(bracketed.test(lines[start] ?? '') ? start : start + 1);
  const end = rest.findIndex(
    (line) => !/^\s*(?:\? |<\/?[A-Z]+>$)/.test(line) && frame(line) === undefined && inlinedFrame(line) === undefined,
  );
  const trace = rest.slice(0, end < 0 ? rest.length : end);
  return framesWithInlined(trace);
}

/** A frame of riscv, whose trace of an exception has no heading. */
const bracketed = /^\[<[\da-f]{8,16}>\] /;

/** Each line with the inlined functions above it. Linear in the length of the trace. */
function framesWithInlined(trace: readonly string[]): readonly Frame[] {
  let above: string[] = [];
  return trace.map((line) => {
    const inlined = above;
    const here = inlinedFrame(line);
    above = here === undefined ? [] : inlined.length < maxFrames ? [...inlined, here] : inlined;
    return { text: frame(line), inlined };
  });
}

function inlinedAbove(lines: readonly string[]): readonly string[] {
  return framesWithInlined([...lines, '']).at(-1)?.inlined ?? [];
}

// `edu_irq+0x12/0x40 [edu] (drivers/edu.c:120)`. Frames with a question mark are guesses of the unwinder.
function frame(line: string): string | undefined {
  return /^\s*([\w.$]+\+0x[0-9a-f]+\/0x[0-9a-f]+(?: [\w./-]+:\d+)?(?: \[\w[\w -]*\])?(?: \(\S+:\d+\))?)\s*$/.exec(
    line.replace(bracketed, ''),
  )?.[1];
}

// `edu_read (drivers/edu.h:12) [inline]`
function inlinedFrame(line: string): string | undefined {
  return /^\s*([\w.$]+ \(\S+:\d+\) \[inline\])\s*$/.exec(line)?.[1];
}

function isSentence(line: string): boolean {
  const text = line.trim();
  if (
    !/[A-Za-z]{3}/.test(text) ||
    text.startsWith('? ') ||
    frame(text) !== undefined ||
    inlinedFrame(text) !== undefined
  )
    return false;
  return !notSentences.some((pattern) => pattern.test(text));
}

const notSentences = [
  /^(?:Allocated|Freed):$/,
  /^(?:RIP|RSP|Code|CR2|DR\d|RAX|RBX|RDX|RBP|RSI|R\d\d|FS|GS|CS|PGD|PKRU|EIP|EAX|ESI): ?/,
  new RegExp(
    String.raw`^(?:CPU: \d|PID: \d|UID: \d|Hardware name:|Modules linked in:|Call [Tt]race:|Tainted:|` +
      'Workqueue:|Kernel Offset:|irq event stamp:|#PF: )',
  ),
  // arm64: registers, and what its fault says of itself; then riscv
  /^(?:pc|lr|sp|x\d{1,2}) ?: |^pstate: |^user pgtable: /,
  /^(?:Mem abort|Data abort) info:|^(?:ESR|EC|SET|EA|FSC|ISV|CM|GCS) = /,
  /^\[[\da-f]{16}\] |^(?:epc|ra|gp|tp|[ast]\d{1,2}) ?: |^status: [\da-f]{16} |^SMP: stopping secondary CPUs/,
  /^(?:pc : )?0x[\da-f]+$/,
  /^(?:Oops \[#|NMI backtrace for cpu |Sending NMI from CPU )/,
  /^(?:PHYS_OFFSET|CPU features|Memory Limit|note): |^(?:swapper|kernel) pgtable: /,
  /^(?:softirqs|hardirqs) last /,
  /^<\/?[A-Z]+>$|^-+\[|^[=-]{4}|^>?\s*[0-9a-f]{8,16}:/,
];
