import { bounds } from '../bounds/bounds.ts';
import type { Finding } from './finding.ts';
import { fingerprintOf, reportTitle } from './name-finding.ts';
import type { ReportHeader } from './report-header.ts';
import { guiltyFunction } from './stack/blame-rules.ts';
import { readStack } from './stack/report-stack.ts';

/** Further facts about a kernel bug, beyond the finding. */
export interface BugReport extends Finding {
  /** Last line of the report in the console log, counted from 1. */
  readonly lastLine: number;
  /** The first function that may be to blame; undefined if the report names none. */
  readonly guilty: string | undefined;
  /** Kernel-mode registers that show where and on what it failed, as printed: `RIP`, `CR2`, `pc`, `badaddr` … */
  readonly registers: Readonly<Record<string, string>>;
  /**
   * The report lacks something that its kind always prints: it was cut short, or mixed with another processor's output.
   */
  readonly corrupted: boolean;
  /** How often this fingerprint was reported; the text is that of the first report. */
  readonly occurrences: number;
}

/** Registers that show where and on what a kernel failed, by the architecture's name. */
const interesting = new RegExp(
  String.raw`(?<![\w.])(RIP|EIP|CR2|PC is at|pc|epc|LR is at|lr|ra|badaddr|cause|status|FAR|ESR|RAX|RBX|` +
    String.raw`RCX|RDX|RSI|RDI|x0|x1|a0|a1|r0|r1)\s?(?::|` +
    String.raw` =)?\s+((?:[\da-f]{4}:)?(?:\[?<?[\da-f]+>?\]?(?![\w+])|` +
    String.raw`[A-Za-z_][\w.$]*\+0x[\da-f]+\/0x[\da-f]+(?: \[[\w-]+\])?))`,
  'g',
);
const registerLine = new RegExp(
  String.raw`^\s*(?:[RE]IP|PC is at|LR is at|pc|lr|epc|ra|R[ABCDS][XIP]|CR2|CS:|FS:|x\d|a0|r\d|status|` +
    String.raw`badaddr|ESR|FAR|gp)\b|CR2: `,
);

/** From here on, registers belong to the program that made the system call. */
const userMode = /^\s*(?:RIP: (?:0033|0023|002b):|EIP: 0073:)/;

/** The interesting registers as printed; the first value counts. */
export function readRegisters(lines: readonly string[]): Readonly<Record<string, string>> {
  const registers: Record<string, string> = {};
  for (const text of lines) {
    if (userMode.test(text)) break;
    if (!registerLine.test(text)) continue;
    for (const [, name = '', value = ''] of text.matchAll(interesting))
      registers[name.replace(' is at', '')] ??= value.slice(0, bounds.symbols.nameChars);
  }
  return registers;
}

/** Forms of lines in kernel reports, to recognise the end of a report. */
const forms: readonly RegExp[] = [
  // frames and pointers into code
  /\+0x[\da-f]+\/0x[\da-f]+/,
  /\[inline\]$/,
  / from \w+\+0x/,
  // registers and memory
  /^\s*(?:[RE]?IP|[RE]SP|[RE][ABCD]X|[RE]BP|R\d\d?|FS|GS|CS|DS|ES|CR\d|DR\d|PKRU|Code|EFLAGS|CR2)\s?:/,
  /^\s*(?:pc|lr|sp|fp|ip|x\d\d?|r\d\d?|s\d\d?|a\d|t\d|ra|gp|tp|epc|pstate|psr|status|badaddr|cause)\s*:/,
  new RegExp(
    String.raw`^\s*(?:PGD|P4D|PUD|PMD|PTE|pgd|Mem abort info|Data abort info|swapper pgtable|user pgtable|` +
      String.raw`ESR|EC|SET|FnV|FSC|CM|ISV|WnR|EA|Stack|Flags|Control|Process|Krnl|NIP|MSR|GPR\d*|CFAR|XER|` +
      'LR|DAR) ?[ :=(]',
  ),
  /^\s*(?:[\da-f]{4,16}:? ){2,}/,
  /^\s*[\da-f]{16}(?: [\da-f]{16})*$/,
  /^[ >][\da-f]{8,16}: [\da-f]{2} /,
  // headings and what introduces them
  new RegExp(
    String.raw`^\s*(?:Call [Tt]race|Backtrace|stack backtrace|backtrace|Modules linked in|Hardware name|` +
      String.raw`Workqueue|CPU: \d|Comm: |task: |Dumping ftrace|\(ftrace)`,
  ),
  new RegExp(
    String.raw`^\s*(?:Tainted|Preemption disabled at|irq event stamp|(?:hard|soft)irqs last|` +
      'Exception stack|Sending NMI|NMI backtrace|Showing |Oops|Internal error)',
  ),
  new RegExp(
    String.raw`^\s*(?:invalid opcode|Kernel panic|Kernel Offset|Rebooting in|SMP: |---\[ end|` +
      String.raw`-+\[ cut here|={16,}$|-{16,}$|<\/?[A-Z#]+>|note: )`,
  ),
  // KASAN and kin
  new RegExp(
    String.raw`^\s*(?:(?:Read|Write|read|write) (?:of size|to 0x)|The buggy address|which belongs|page:|` +
      'raw: |page dumped|Memory state|Allocated|Freed|Uninit was)',
  ),
  new RegExp(
    String.raw`^\s*(?:Local variable|Bytes? \d|Memory access|Data copied|value changed|Reported by|` +
      '[Aa]llocated by|[Ff]reed by|Corrupted memory|Invalid free)',
  ),
  new RegExp(
    String.raw`^\s*(?:kfence-#|KASAN: |Object |Redzone |Padding |INFO: (?:Slab|Object|Allocated|Freed)|` +
      'flags: |head:|memcg:|unreferenced object|comm "|hex dump)',
  ),
  /^\s*(?:shift exponent|index \d|signed integer|load of )/,
  // lockdep
  new RegExp(
    '(?:is trying to|but task is already|which lock already|other info that might|' +
      String.raw`existing dependency|Possible unsafe|locks? held by|lock\(|lock-classes|` +
      String.raw`but there are no more locks|just changed the state| takes:$|at: |DEADLOCK|inconsistent \{|` +
      String.raw`rcu_scheduler_active|RCU used illegally|in_atomic\(\)|suspicious rcu|^-> #\d|` +
      String.raw`^\s+CPU\d +CPU\d|^\s*#\d+: )`,
  ),
  // stalls
  new RegExp(
    '(?:jiffies|GPs behind|ticks this GP|kthread starved|Stack dump where|softirq=|' +
      String.raw`detected by \d|blocked for more|hung_task_timeout|Not tainted|task:|rcu: |stack:|pool \d+:|` +
      String.raw`workqueue \w+:|pwq \d+:|pending: |in-flight: )`,
  ),
];
const any = new RegExp(forms.map((form) => `(?:${form.source})`).join('|'));

/** Whether a line may belong to a report. In doubt, it does. */
function looksLikeReport(text: string): boolean {
  return any.test(text);
}

/** Longer reports exist (a stall on a machine with many processors); their start is enough. */
const { reportLines, reportChars } = bounds.findings;
const detailLines = 40;

export interface ReportOrigin {
  readonly line: number;
  readonly caller: string | undefined;
  /** The header has a timestamp, like other lines. */
  readonly stamped: boolean;
  readonly stampsInUse: boolean;
  /** It was found behind a prefix that only this file has. */
  readonly isLearned: boolean;
  readonly leadIn: readonly string[];
}

/** Text after a header that only a kernel prints. */
const proof = new RegExp(
  String.raw`^\s*(?:CPU: \d+ |Call [Tt]race:|Backtrace:|backtrace[ :(]|stack backtrace:|[RE]?IP: |pc : |` +
    String.raw`epc {1,4}: |PC is at |NIP |ERA: |Krnl PSW : |unreferenced object 0x|\[<[\da-f]{8,16}>\] )`,
);

/** A report whose lines are still arriving. */
export class OpenReport {
  readonly header: ReportHeader;
  readonly caller: string | undefined;
  readonly stamped: boolean;
  readonly #stampsInUse: boolean;
  readonly #isLearned: boolean;
  readonly #line: number;
  readonly #leadIn: readonly string[];
  readonly #lines: string[] = [];
  #characters = 0;
  #reportEnd = 0;
  #lastLine: number;
  /** The number of console lines when a line last looked like part of this report. */
  activeAt = 0;
  /** Processors were asked for their stacks; their lines belong to this report, too. */
  gathersProcessors = false;
  ended = false;

  constructor(header: ReportHeader, origin: ReportOrigin) {
    this.header = header;
    this.caller = origin.caller;
    this.stamped = origin.stamped;
    this.#stampsInUse = origin.stampsInUse;
    this.#isLearned = origin.isLearned;
    this.#line = origin.line;
    this.#lastLine = origin.line;
    this.#leadIn = origin.leadIn;
  }

  /** Adds a line if it looks like part of this report, and returns whether it does. */
  add(text: string, line: number): boolean {
    if (this.#lines.length < reportLines && this.#characters < reportChars) {
      const kept = text.slice(0, reportChars - this.#characters);
      this.#lines.push(kept);
      this.#characters += kept.length + 1;
    }
    if (!looksLikeReport(text) && line !== this.#line) return false;
    this.#reportEnd = this.#lines.length;
    this.#lastLine = line;
    if (text.startsWith('Sending NMI ') || text.startsWith('NMI backtrace for cpu')) this.gathersProcessors = true;
    if (text.startsWith('---[ end ')) this.ended = true;
    return true;
  }

  /** Undefined: the header alone was not enough proof. */
  finish(): BugReport | undefined {
    const { kind } = this.header;
    const lines = this.#lines.slice(0, this.#reportEnd);
    if (this.#needsProof() && !lines.slice(1).some((text) => proof.test(text))) return undefined;
    const groups = { ...this.header.groups, ...this.#detail(lines) };
    const stack = readStack(lines);
    const guilty = guiltyFunction(kind, { stack, lines, groups });
    const title = reportTitle(kind, { guilty, groups });
    return {
      kind: kind.kind,
      title,
      fingerprint: fingerprintOf(kind.kind, title, stack),
      line: this.#line,
      lastLine: this.#lastLine,
      report: [...this.#leadIn, ...lines].join('\n').slice(0, reportChars),
      guilty,
      registers: readRegisters(lines),
      corrupted:
        (kind.title.includes('{guilty}') && guilty === undefined) ||
        (kind.stackless !== true && stack.traces.length === 0),
      occurrences: 1,
    };
  }

  /** Programs may print anything, but if kernel lines have timestamps, theirs have none. */
  #needsProof(): boolean {
    const { proof: needed } = this.header.kind;
    if (this.#isLearned) return true;
    return needed === 'stack' || (!this.stamped && (needed !== undefined || this.#stampsInUse));
  }

  #detail(lines: readonly string[]): Readonly<Record<string, string | undefined>> {
    const { detail } = this.header.kind;
    if (detail === undefined) return {};
    for (const text of lines.slice(1, detailLines)) {
      const match = detail.exec(text);
      if (match !== null) return { ...match.groups };
    }
    return {};
  }
}
