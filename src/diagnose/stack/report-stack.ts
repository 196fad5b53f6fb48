import { baseName, parseFrames, type StackFrame } from './stack-frame.ts';

const func =
  String.raw`(?:\[?<?[\da-fx]+>?\]? +){0,2}([A-Za-z_$][\w.$]*)(?:\+(0x[\da-f]+)\/0x[\da-f]+)(?: ` +
  String.raw`\[([\w-]+)(?:[^\w\]-][^\]]*)?\])?`;

/** The instruction pointer in the notation of each architecture. */
const pointers: readonly RegExp[] = [
  // x86: `RIP: 0010:func+0x1/0x2`, `RIP: 0010:[<address>] [<address>] func+…`, `IP: func+…`, `EIP: func+…`, `EIP is at
  // func+…`
  new RegExp(String.raw`^(?:R|E)?IP(?::| is at) (?:[\da-f]{4}:)? *${func}`),
  // arm64 and arm: `pc : func+…`, `PC is at func+…`
  new RegExp(String.raw`^(?:pc : |PC is at )${func}`),
  // riscv, mips: `epc : func+…`
  new RegExp(String.raw`^epc *: *${func}`),
  // powerpc: `NIP [address] func+…`; s390: `Krnl PSW : … (func+…)`; loongarch: `ERA: address func+…`
  new RegExp(String.raw`^NIP:? ${func}`),
  new RegExp(
    String.raw`^Krnl PSW : [\da-f]+ [\da-f]+ \((?:\[<[\da-f]+>\] ` +
      String.raw`)?([A-Za-z_$][\w.$]*)\+(0x[\da-f]+)\/0x[\da-f]+(?: \[([\w-]+)\])?\)`,
  ),
  new RegExp(String.raw`^ *ERA: ${func}`),
  // sparc: `TPC: <func+0x1/0x2>`; m68k: `PC: [<address>] func+…`; parisc: `IAOQ[0]: func+…`
  new RegExp(String.raw`^(?:TPC: <|PC: |IAOQ\[0\]: )${func}`),
];
/** The program counter is not in code: a call through a bad pointer. Then the caller counts. */
const nowhere = new RegExp(
  String.raw`^(?:(?:R|E)?IP:? (?:[\da-f]{4}:)? *(?:\[< *)?(?:0x[\da-f]+|\(null\)|[\da-f]{8,})|` +
    String.raw`e?pc : (?:0x|\[)|PC is at (?:0x|\(null\)|\s))`,
);
/** Who called last, of arm64, arm and riscv. A function that only calls another one has no frame. */
const link = new RegExp(String.raw`^(?:lr : |LR is at |ra *: *)${func}`);
const user = /^(?:RIP: (?:0033|0023|e033|e02b):|EIP: 0073:)/;
/** Traces decoded with addr2line name inlined functions first: `IP: func file.c:12 [inline]`. */
const inlined = /^(?:R|E)?IP: (?:[\da-f]{4}:)?([A-Za-z_][\w.$]*) [\w./-]+:\d+ \[inline\]/;

export type InstructionPointer =
  | { readonly kind: 'kernel'; readonly frame: StackFrame }
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'user' };

/** The instruction pointer in a line; undefined if there is none. */
export function parseInstructionPointer(text: string): InstructionPointer | undefined {
  const trimmed = text.trimStart();
  if (!mentionsPointer(trimmed)) return undefined;
  if (user.test(trimmed)) return { kind: 'user' };
  for (const pattern of [...pointers, inlined]) {
    const match = pattern.exec(trimmed);
    if (match !== null) {
      const [, name = '', offset, module] = match;
      return { kind: 'kernel', frame: { name: baseName(name), offset, module, reliable: true } };
    }
  }
  return nowhere.test(trimmed) ? { kind: 'nowhere' } : undefined;
}

function mentionsPointer(text: string): boolean {
  return /^(?:[RE]?IP|pc :|PC is|PC: |epc|NIP|Krnl PSW|ERA:|TPC: |IAOQ)/.test(text);
}

/** The caller of a pointer to nowhere, by the link register. */
function parseLink(text: string): StackFrame | undefined {
  const [, name, offset, module] = link.exec(text.trimStart()) ?? [];
  return name === undefined ? undefined : { name: baseName(name), offset, module, reliable: true };
}

/** A group of frames that belong together. */
export interface Trace {
  /** `own`: the report's own code; `other`: where memory was allocated, a lock was taken before, and so on. */
  readonly kind: 'own' | 'other';
  /** The line above; empty for frames that follow the header directly. */
  readonly heading: string;
  readonly frames: readonly PlacedFrame[];
}

export interface PlacedFrame extends StackFrame {
  /** The frame is an instruction pointer instead of a return address. */
  readonly pointer: boolean;
}

export interface ReportStack {
  /** The first instruction pointer in the kernel. */
  readonly pointer: StackFrame | undefined;
  readonly traces: readonly Trace[];
}

const ownTrace = new RegExp(
  String.raw`^\s*(?:<\w+>\s*)?(?:Call [Tt]race|Backtrace|stack backtrace|` +
    String.raw`backtrace(?: \(crc [\da-f]+\))?):|^(?=.*:$)(?:Out-of-bounds|Use-after-free|` +
    String.raw`Corrupted memory|Invalid) .*?0x[\da-f]`,
);
/** Headings of traces of allocations, earlier locks, and so on. */
const otherTrace = new RegExp(
  [
    String.raw`(?:\S+\s+)?(?:[Aa]llocated by|[Ff]reed by) task|(?:Allocated|Freed):|INFO: (?:Allocated|` +
      'Freed)|page last (?:allocated|free)|page_owner',
    String.raw`Uninit was|Local variable|Memory state|Last (?:potentially related|stream)|Second to last`,
    String.raw`the existing dependency|-> #\d|\{[\w -]+\} state was registered|the (?:first|second|` +
      'shortest)|to a (?:HARD|SOFT|RECLAIM)',
    String.raw`(?:\.\.\. )?which became|but this new|other info|Preemption disabled at|Registered|` +
      'last (?:unloaded|function)',
  ]
    .map((headings) => String.raw`^\s*(?:${headings})`)
    .join('|'),
);

/** The kind of trace that a heading starts; undefined: it is not a heading. */
export function traceHeading(text: string): Trace['kind'] | undefined {
  if (ownTrace.test(text)) return 'own';
  return otherTrace.test(text) ? 'other' : undefined;
}

const provoked = /^_*should_fail/;

/** Whether a trace shows fault injection, which is intended and may appear in the middle of a report. */
export function isProvoked(names: readonly string[]): boolean {
  return names.slice(0, 6).some((name) => provoked.test(name));
}

/** Extracts the traces from a report's lines. */
export function readStack(lines: readonly string[]): ReportStack {
  const traces: { kind: Trace['kind']; heading: string; frames: PlacedFrame[] }[] = [
    { kind: 'own', heading: '', frames: [] },
  ];
  let pointer: StackFrame | undefined;
  let isLost = false;
  let callerPending = false;
  for (const text of lines) {
    const kind = traceHeading(text);
    if (kind !== undefined) traces.push({ kind, heading: text, frames: [] });
    const trace = traces.at(-1);
    const at = parseInstructionPointer(text);
    isLost ||= at?.kind === 'nowhere';
    const known = at?.kind === 'kernel' ? at.frame : isLost && pointer === undefined ? parseLink(text) : undefined;
    if (known !== undefined) {
      pointer ??= known;
      trace?.frames.push({ ...known, pointer: true });
    } else if ((at === undefined && text.includes('+0x')) || text.endsWith('[inline]')) {
      const frames = parseFrames(text.replace(ownTrace, '').replace(/^\s*<\/?[A-Z#]+>\s+/, ' ')).filter(isNotOurs);
      // If a line names callee and caller, the next line's callee is this line's caller, and more reliable.
      if (frames.length === 2 && callerPending) trace?.frames.pop();
      callerPending = frames.length === 2;
      for (const frame of frames) trace?.frames.push({ ...frame, pointer: false });
    }
  }
  return {
    pointer,
    traces: withoutStrayFrames(
      traces.filter(({ frames }) => frames.length > 0 && !isProvoked(frames.map(({ name }) => name))),
    ),
  };
}

/** Calls of a module under test may go through the ledger (guest/ledger). */
function isNotOurs({ module }: StackFrame): boolean {
  return module !== 'qdt_ledger';
}

/**
 * Frames before the first heading belong to the report only if it has no heading. Otherwise they are another
 * processor's.
 */
function withoutStrayFrames(traces: readonly Trace[]): readonly Trace[] {
  if (!traces.some(({ kind, heading }) => kind === 'own' && heading !== '')) return traces;
  return traces.map((trace) =>
    trace.heading === '' ? { ...trace, frames: trace.frames.filter(({ pointer }) => pointer) } : trace,
  );
}
