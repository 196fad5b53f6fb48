import type { PostMortemRecord } from '../run/run-record.ts';
import { parseConsoleLine } from './console-line.ts';
import { guiltyFunction } from './stack/guilty-function.ts';
import { parseInstructionPointer } from './stack/instruction-pointer.ts';
import { readStack } from './stack/report-stack.ts';
import type { StackFrame } from './stack/stack-frame.ts';

/** Where the machine stood when it was asked. */
export interface PostMortemReading {
  readonly processors: readonly ProcessorPlace[];
  /** Tasks in an uninterruptible sleep. */
  readonly waiting: readonly WaitingTask[];
}

export interface ProcessorPlace {
  readonly processor: number;
  /** `live_spin+0x5 [live]`, or the address where no backtrace names it. */
  readonly at: string;
  readonly interruptsOff: boolean;
  /** The kernel's lines from where the processor stood on; empty: it printed none. */
  readonly trace: readonly string[];
}

export interface WaitingTask {
  readonly name: string;
  readonly pid: number;
  readonly at: string;
}

const maxLines = 5000;
const maxTasks = 8;
const interruptFlag = 0x200;

/** Puts together what QEMU and the kernel said. Idle processors are left out. */
export function readPostMortem({ registers, consoleText }: PostMortemRecord): PostMortemReading {
  const lines = consoleText.split('\n', maxLines).flatMap((line) => parseConsoleLine(line).map(({ text }) => text));
  return { processors: processorPlaces(registers, backtraces(lines)), waiting: waitingTasks(lines) };
}

/** For a sentence: who stands where. */
export function describePostMortem({ processors, waiting }: PostMortemReading): readonly string[] {
  return [
    ...processors.map(({ processor, at, interruptsOff }) => `CPU ${processor} in ${at}${interruptsOff ? ', interrupts off' : ''}`),
    ...waiting.map(({ name, pid, at }) => `${name} (pid ${pid}) waits in ${at}`),
  ];
}

function processorPlaces(registers: string, traces: ReadonlyMap<number, readonly string[]>): readonly ProcessorPlace[] {
  return registers.split(/^(?=CPU#\d+)/m).flatMap((part) => {
    const number = /^CPU#(\d+)/.exec(part)?.[1];
    const [, pointer, flags = ''] = /\bRIP=([\da-f]{16}) RFL=([\da-f]{8})/.exec(part) ?? [];
    if (number === undefined || pointer === undefined || /\bHLT=1\b/.test(part)) return [];
    const trace = traces.get(Number(number)) ?? [];
    const at = symbolAt(trace) ?? `0x${pointer}`;
    return [{ processor: Number(number), at, interruptsOff: (Number.parseInt(flags, 16) & interruptFlag) === 0, trace }];
  });
}

function symbolAt(trace: readonly string[]): string | undefined {
  for (const line of trace) {
    const at = parseInstructionPointer(line);
    if (at?.kind === 'kernel') return frameText(at.frame);
  }
  return undefined;
}

/** By processor: what it printed of itself, from its instruction pointer on. What is above that is the interrupt that asked. */
function backtraces(lines: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  let current: string[] | undefined;
  for (const line of lines) {
    const number = /^CPU: (\d{1,4}) (?:UID: \d+ )?PID: \d+ /.exec(line)?.[1];
    if (number !== undefined && !found.has(Number(number))) {
      current = [];
      found.set(Number(number), current);
    } else if (sectionEnd.test(line)) current = undefined;
    else if (current !== undefined && (current.length > 0 || parseInstructionPointer(line)?.kind === 'kernel')) current.push(line);
  }
  return found;
}

const sectionEnd = /^(?:NMI backtrace for cpu|Sending NMI|sysrq: |task:|---\[ end )/;

function waitingTasks(lines: readonly string[]): readonly WaitingTask[] {
  return taskSections(lines).slice(0, maxTasks).map(({ name, pid, trace }) => {
    const stack = readStack(trace);
    const guilty = guiltyFunction({ kind: 'hung-task', needle: '', header: /^/, title: '', guilty: [{ from: 'wait' }] }, { stack, lines: trace, groups: {} });
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
