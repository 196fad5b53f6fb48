import { bounds } from '../bounds/bounds.ts';
import type { Finding } from './finding.ts';
import { fingerprintOf, reportTitle } from './name-finding.ts';
import type { ReportHeader } from './report-header.ts';
import { guiltyFunction } from './stack/blame-rules.ts';
import { readStack } from './stack/report-stack.ts';

/** What the parser knows of a kernel bug beyond a finding's core. */
export interface BugReport extends Finding {
  /** Last line of the report in the console log, counted from 1. */
  readonly lastLine: number;
  /** The first function that can be guilty; undefined if the report names none. */
  readonly guilty: string | undefined;
  /** Kernel-mode registers that say where and with what it went wrong, as printed: `RIP`, `CR2`, `pc`, `badaddr` … */
  readonly registers: Readonly<Record<string, string>>;
  /** The report lacks what its kind always prints: cut short, or mixed with another processor's output. */
  readonly corrupted: boolean;
  /** How often this fingerprint was reported; the text is the first one's. */
  readonly occurrences: number;
}

/** Registers that say where and on what a kernel failed, by architecture's own name. */
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

/** From here on they are those of the program that made the system call. */
const userMode = /^\s*(?:RIP: (?:0033|0023|002b):|EIP: 0073:)/;

/** The registers of interest as printed, the first time each is printed. */
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

/** What lines of a kernel report look like, so that a report's end can be told from what comes after it. */
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

/** Whether a line can belong to a report. Errs towards yes. */
function looksLikeReport(text: string): boolean {
  return any.test(text);
}

/** Longer reports exist (a stall on a machine with many processors); their beginning says what happened. */
const { reportLines, reportChars } = bounds.findings;
const detailLines = 40;

export interface ReportOrigin {
  readonly line: number;
  readonly caller: string | undefined;
  /** The header has a time stamp; other lines have. */
  readonly stamped: boolean;
  readonly stampsInUse: boolean;
  readonly leadIn: readonly string[];
}

/** What only a kernel prints after a header. */
const proof = new RegExp(
  String.raw`^\s*(?:CPU: \d+ |Call [Tt]race:|Backtrace:|backtrace[ :(]|stack backtrace:|RIP: |pc : |` +
    'epc : |PC is at |unreferenced object 0x)',
);

/** A report whose lines are still coming in. */
export class OpenReport {
  readonly header: ReportHeader;
  readonly caller: string | undefined;
  readonly stamped: boolean;
  readonly #stampsInUse: boolean;
  readonly #line: number;
  readonly #leadIn: readonly string[];
  readonly #lines: string[] = [];
  #characters = 0;
  #reportEnd = 0;
  #lastLine: number;
  /** The number of console lines there had been when one last looked like part of this report. */
  activeAt = 0;
  /** Processors were asked for their stacks: their lines belong to this report too. */
  gathersProcessors = false;
  ended = false;

  constructor(header: ReportHeader, origin: ReportOrigin) {
    this.header = header;
    this.caller = origin.caller;
    this.stamped = origin.stamped;
    this.#stampsInUse = origin.stampsInUse;
    this.#line = origin.line;
    this.#lastLine = origin.line;
    this.#leadIn = origin.leadIn;
  }

  /** Whether the line looks like part of this report. */
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

  /** Undefined: the header alone was not proof enough. */
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
        (kind.guilty !== undefined && guilty === undefined) || (kind.stackless !== true && stack.traces.length === 0),
      occurrences: 1,
    };
  }

  /** A program can print anything, but where the kernel's lines have time stamps, its own have none. */
  #needsProof(): boolean {
    const { proof: needed } = this.header.kind;
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
