import { readProcessorState } from '../architecture/registers.ts';
import { bounds } from '../bounds/bounds.ts';
import type { PostMortemTexts } from '../run/evidence/run-record.ts';
import { parseConsoleLine } from './console-line.ts';
import { guiltyFunction } from './stack/blame-rules.ts';
import { parseInstructionPointer, readStack } from './stack/report-stack.ts';
import type { StackFrame } from './stack/stack-frame.ts';

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
    const backtrace = backtraces.get(Number(number)) ?? { trace: [], task: 'a program', isIdle: false };
    if (backtrace.isIdle || waitsForInterrupts(backtrace.trace)) return [];
    const { trace, task } = backtrace;
    const symbol = symbolAt(trace);
    const at = state.isUser ? `runs ${task}` : symbol === undefined ? `at 0x${state.pointer}` : `in ${symbol}`;
    return [{ processor: Number(number), at, interruptsOff: state.interruptsOff, trace }];
  });
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
}

/** Each processor's own backtrace; the first one counts. */
function backtraces(lines: readonly string[]): ReadonlyMap<number, Backtrace> {
  const found = new Map<number, Backtrace>(idleProcessors(lines));
  let current: string[] | undefined;
  for (const line of lines) {
    const [, number, pid, task] =
      /^CPU: (\d{1,4}) (?:UID: \d+ )?PID: (\d{1,10}) Comm: (.{1,16}?) (?:Not tainted|Tainted)/.exec(line) ?? [];
    if (number !== undefined && !found.has(Number(number))) {
      current = [];
      found.set(Number(number), { task: `${task ?? ''} (pid ${pid ?? ''})`, trace: current, isIdle: false });
    } else if (sectionEnd.test(line)) current = undefined;
    else if (current !== undefined && (current.length > 0 || parseInstructionPointer(line)?.kind === 'kernel'))
      current.push(line);
  }
  return found;
}

/** Those that the kernel left out. */
function idleProcessors(lines: readonly string[]): readonly [number, Backtrace][] {
  return lines.flatMap((line): [number, Backtrace][] => {
    const number = /^NMI backtrace for cpu (\d{1,4}) skipped: idling at /.exec(line)?.[1];
    return number === undefined ? [] : [[Number(number), { task: 'an idle task', trace: [], isIdle: true }]];
  });
}

/** At the kernel's halt instruction, or in its caller. One that waits with interrupts off never wakes up. */
/** Of x86; of arm64 and riscv64. */
const waiting = /^(?:pv_native_safe_halt|native_safe_halt|default_idle|cpu_do_idle|arch_cpu_idle|default_idle_call)\+/;

function waitsForInterrupts(trace: readonly string[]): boolean {
  const symbol = symbolAt(trace) ?? '';
  return waiting.test(symbol) && !trace.some(saysInterruptsOff);
}

const interruptFlag = 0x200;

/** The kernel's own look at the flags: bit 9 of x86, and what arm64 writes as a letter (`DAIF`). */
export function saysInterruptsOff(text: string): boolean {
  const state = /\bpstate: [\da-f]+ \(\w{4} (\w{4})/.exec(text)?.[1];
  if (state !== undefined) return state.includes('I');
  const flags = /\bEFLAGS: ([\da-f]{8})/.exec(text)?.[1];
  return flags !== undefined && (Number.parseInt(flags, 16) & interruptFlag) === 0;
}

const sectionEnd = /^(?:NMI backtrace for cpu|Sending NMI|sysrq: |task:|---\[ end )/;

function waitingTasks(lines: readonly string[]): readonly WaitingTask[] {
  return taskSections(lines)
    .slice(0, maxTasks)
    .map(({ name, pid, trace }) => {
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
