import { bounds } from '../bounds/bounds.ts';
import { namedCode, readProcessorState, stillOff } from '../architecture/registers.ts';
import type { PostMortemTexts } from '../run/evidence/run-record.ts';
import { parseConsoleLine } from './console-line.ts';
import { guiltyFunction } from './stack/blame-rules.ts';
import { parseInstructionPointer, readStack } from './stack/report-stack.ts';
import { parseFrames, type StackFrame } from './stack/stack-frame.ts';

/** The state of the machine when it was asked. */
export interface PostMortemReading {
  readonly processors: readonly ProcessorPlace[];
  /** Tasks in uninterruptible sleep. */
  readonly waiting: readonly WaitingTask[];
}

export interface ProcessorPlace {
  readonly processor: number;
  /** `in live_spin+0x5 [live]`, `at 0x…` if no backtrace names it, `runs sh (pid 71)`. */
  readonly at: string;
  readonly interruptsOff: boolean;
  /** The kernel's lines from the processor's position on; empty: it printed none. */
  readonly trace: readonly string[];
}

export interface WaitingTask {
  readonly name: string;
  readonly pid: number;
  readonly at: string;
}

const maxLines = 5000;
const maxTasks = 8;

/**
 * Combines the answers of QEMU and the kernel. Idle processors are left out: those that QEMU or the kernel found idle.
 * QEMU looks while the machine runs, so an idle processor in the middle of a tick looks busy, with interrupts off.
 */
export function readPostMortem({ registers, console }: PostMortemTexts): PostMortemReading {
  const lines = console
    .split('\n', maxLines)
    .flatMap((line) => parseConsoleLine(line.slice(0, bounds.lines.chars)).map(({ text }) => text));
  return { processors: processorPlaces(registers, backtraces(lines)), waiting: waitingTasks(lines) };
}

/** The positions as words for a sentence. */
export function describePostMortem(reading: PostMortemReading): readonly string[] {
  return places(reading)
    .slice(0, bounds.notes.count)
    .map((place) => place.slice(0, bounds.notes.chars));
}

function places({ processors, waiting }: PostMortemReading): readonly string[] {
  return [
    ...processors.map(
      ({ processor, at, interruptsOff }) => `CPU ${processor} ${at}${interruptsOff ? ', interrupts off' : ''}`,
    ),
    ...waiting.map(({ name, pid, at }) => `${name} (pid ${pid}) waits in ${at}`),
  ];
}

function processorPlaces(registers: string, backtraces: ReadonlyMap<number, Backtrace>): readonly ProcessorPlace[] {
  return registers.split(/^(?=CPU#\d+)/m).flatMap((part) => {
    const number = /^CPU#(\d+)/.exec(part)?.[1];
    const state = readProcessorState(part);
    if (number === undefined || state === undefined || state.isHalted) return [];
    const backtrace = withNamed(backtraces.get(Number(number)) ?? { ...unasked, trace: [] }, part);
    if (backtrace.isIdle || waitsForInterrupts(backtrace.trace)) return [];
    const { trace, task, interrupted } = backtrace;
    const at = state.isUser || interrupted === 'program' ? `runs ${task}` : placeIn(trace, state.pointer);
    const interruptsOff = state.interruptsOff && !isKnownOn(backtrace);
    return [{ processor: Number(number), at, interruptsOff, trace }];
  });
}

const unasked = { task: 'a program', isIdle: false, interrupted: undefined } as const;

function placeIn(trace: readonly string[], pointer: string): string {
  const symbol = symbolAt(trace);
  if (symbol !== undefined) return `in ${symbol}`;
  const caller = readStack(trace).traces.flatMap(({ frames }) => frames)[0];
  return `at 0x${pointer}${caller === undefined ? '' : `, called from ${frameText(caller)}`}`;
}

/** The kernel's own word counts: QEMU may have looked while the processor served an interrupt. */
function isKnownOn({ trace, interrupted }: Backtrace): boolean {
  if (trace.some(saysInterruptsOff)) return false;
  return interrupted !== undefined || trace.some((line) => interruptsIn(line) === 'on');
}

/** What the modules' code says, where the kernel could not be asked, or did not say where it was. */
function withNamed(backtrace: Backtrace, part: string): Backtrace {
  if (backtrace.isIdle || backtrace.interrupted !== undefined || backtrace.trace.length > 0) return backtrace;
  const lines = part.split(/\r?\n/);
  const heading = lines.indexOf(namedCode);
  return heading < 0 ? backtrace : { ...backtrace, trace: lines.slice(heading + 1).filter((line) => line !== '') };
}

function symbolAt(trace: readonly string[]): string | undefined {
  for (const line of trace) {
    const at = parseInstructionPointer(line);
    if (at?.kind === 'kernel') return frameText(at.frame);
  }
  return undefined;
}

interface Backtrace {
  /** The kernel found it idle, and said no more. */
  readonly isIdle: boolean;
  /** `sh (pid 71)` */
  readonly task: string;
  /** From the instruction pointer on; above it is the interrupt that asked. */
  readonly trace: string[];
  /** What an ordinary interrupt interrupted, which only comes where interrupts are on; undefined: not known. */
  readonly interrupted: 'kernel' | 'program' | undefined;
}

/** Each processor's own backtrace; the first one counts. */
function backtraces(lines: readonly string[]): ReadonlyMap<number, Backtrace> {
  const found = new Map<number, Backtrace>(idleProcessors(lines));
  for (const [number, { task, lines: own }] of ownLines(lines))
    if (!found.has(number)) found.set(number, { task, isIdle: false, ...traceIn(own) });
  return found;
}

interface OwnLines {
  readonly task: string;
  readonly lines: string[];
}

function ownLines(lines: readonly string[]): ReadonlyMap<number, OwnLines> {
  const found = new Map<number, OwnLines>();
  let current: OwnLines | undefined;
  for (const line of lines) {
    const [, number, pid, task] =
      /^CPU: (\d{1,4}) (?:UID: \d+ )?PID: (\d{1,10}) Comm: (.{1,16}?) (?:Not tainted|Tainted)/.exec(line) ?? [];
    if (number !== undefined && !found.has(Number(number))) {
      current = { task: `${task ?? ''} (pid ${pid ?? ''})`, lines: [] };
      found.set(Number(number), current);
    } else if (sectionEnd.test(line)) current = undefined;
    else current?.lines.push(line);
  }
  return found;
}

/**
 * Where interrupts of arm64 enter the kernel: the frame below is what was interrupted. A kernel is in the upper half of
 * all addresses.
 */
const entries = { kernel: /\bel1h_64_irq\+/, program: /\bel0t_64_irq\+|^(?:pc|epc) : 0000[\da-f]{12}\b/ } as const;

/**
 * A processor that answers by itself has no line with its position on arm64 and riscv64. On arm64 it has the frames of
 * the interrupt by which it was asked.
 */
function traceIn(lines: readonly string[]): Pick<Backtrace, 'trace' | 'interrupted'> {
  const pointer = lines.findIndex((line) => parseInstructionPointer(line)?.kind === 'kernel');
  if (pointer >= 0) return { trace: lines.slice(pointer), interrupted: undefined };
  if (lines.some((line) => entries.program.test(line))) return { trace: [], interrupted: 'program' };
  const entry = lines.findIndex((line) => entries.kernel.test(line));
  const [at, ...callers] = entry < 0 ? [] : lines.slice(entry + 1);
  const place = at === undefined ? undefined : parseFrames(at)[0];
  if (at === undefined || place === undefined) return { trace: [], interrupted: undefined };
  return { trace: [`pc : ${at.trim().replace(/^\[<[\da-f]+>\] /, '')}`, at, ...callers], interrupted: 'kernel' };
}

/** Those that the kernel left out. */
function idleProcessors(lines: readonly string[]): readonly [number, Backtrace][] {
  return lines.flatMap((line): [number, Backtrace][] => {
    const number = /^NMI backtrace for cpu (\d{1,4}) skipped: idling at /.exec(line)?.[1];
    return number === undefined ? [] : [[Number(number), { ...unasked, trace: [], isIdle: true }]];
  });
}

/** The kernel's halt instruction, or its caller. One that waits with interrupts off never wakes up. */
const waiting = /^(?:pv_native_safe_halt|native_safe_halt|default_idle|cpu_do_idle|arch_cpu_idle|default_idle_call)\+/;

function waitsForInterrupts(trace: readonly string[]): boolean {
  const symbol = symbolAt(trace) ?? '';
  return waiting.test(symbol) && !trace.some(saysInterruptsOff);
}

const interruptFlag = 0x200;

/** The kernel's own look at the flags: bit 9 of x86, and what arm64 writes as a letter (`DAIF`). */
function interruptsIn(text: string): 'on' | 'off' | undefined {
  const state = /\bpstate: [\da-f]+ \(\w{4} (\w{4})/.exec(text)?.[1];
  if (state !== undefined) return state.includes('I') ? 'off' : 'on';
  const flags = /\bEFLAGS: ([\da-f]{8})/.exec(text)?.[1];
  if (flags === undefined) return undefined;
  return (Number.parseInt(flags, 16) & interruptFlag) === 0 ? 'off' : 'on';
}

export function saysInterruptsOff(text: string): boolean {
  return text === stillOff || interruptsIn(text) === 'off';
}

const sectionEnd = /^(?:NMI backtrace for cpu|Sending NMI|sysrq: |task:|---\[ end )/;

function waitingTasks(lines: readonly string[]): readonly WaitingTask[] {
  // The kernel may report one as hung at the same moment.
  const byPid = new Map(taskSections(lines).map((section) => [section.pid, section]));
  return [...byPid.values()].slice(0, maxTasks).map(({ name, pid, trace }) => {
    const stack = readStack(trace);
    const guilty = guiltyFunction(
      { kind: 'hung-task', needle: '', header: /^/, title: '', guilty: [{ from: 'wait' }] },
      { stack, lines: trace, groups: {} },
    );
    const frame = stack.traces.flatMap(({ frames }) => frames).find((one) => one.name === guilty);
    return { name, pid, at: frame === undefined ? (guilty ?? 'an unknown place') : frameText(frame) };
  });
}

interface TaskSection {
  readonly name: string;
  readonly pid: number;
  readonly trace: string[];
}

function taskSections(lines: readonly string[]): readonly TaskSection[] {
  const sections: TaskSection[] = [];
  let isInside = false;
  for (const line of lines) {
    const [, name, pid] = /^task:(.{1,16}?) +state:D .*?\bpid: ?(\d{1,10})\b/.exec(line) ?? [];
    if (name !== undefined) sections.push({ name, pid: Number(pid), trace: [] });
    isInside = name !== undefined || (isInside && !sectionEnd.test(line) && !/^(?:CPU: \d|Kernel panic)/.test(line));
    if (isInside && name === undefined) sections.at(-1)?.trace.push(line);
  }
  return sections;
}

function frameText({ name, offset, module }: StackFrame): string {
  return `${name}${offset === undefined ? '' : `+${offset}`}${module === undefined ? '' : ` [${module}]`}`;
}
