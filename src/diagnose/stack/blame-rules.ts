import { dispatchers, faultEntries, interruptEntries, meetingPoints, waiters } from '../catalogue/dispatchers.ts';
import type { GuiltySource, ReportKind } from '../catalogue/report-kind.ts';
import { exemptNames } from './exemptions.ts';
import { searchesFor, type SkipRule, skipRule, type Suspect } from './blame-searches.ts';
import type { PlacedFrame, ReportStack } from './report-stack.ts';
import { baseName, type StackFrame } from './stack-frame.ts';

export interface Evidence {
  readonly stack: ReportStack;
  /** The report's messages, starting with the header. */
  readonly lines: readonly string[];
  /** Named groups of the header and the detail. */
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** The first function that may be to blame, from the sources of the kind of report. */
export function guiltyFunction(kind: ReportKind, evidence: Evidence): string | undefined {
  for (const { isSkipped, isDoubtful } of searchesFor(kind, evidence.stack)) {
    const suspect = firstOf((kind.guilty ?? []).map((source) => () => fromSource(source, evidence, isSkipped)));
    if (suspect !== undefined && !isDoubtful(suspect)) return canonicalName(suspect.name);
  }
  return undefined;
}

function firstOf<Item>(searches: readonly (() => Item | undefined)[]): Item | undefined {
  for (const search of searches) {
    const found = search();
    if (found !== undefined) return found;
  }
  return undefined;
}

function fromSource(source: GuiltySource, evidence: Evidence, isSkipped: SkipRule): Suspect | undefined {
  const suspected = (suspects: readonly Suspect[]): Suspect | undefined =>
    suspects.find((suspect) => !isSkipped(suspect));
  switch (source.from) {
    case 'header':
      return suspected(inHeader(evidence));
    case 'instruction-pointer':
      return suspected(evidence.stack.pointer === undefined ? [] : [evidence.stack.pointer]);
    case 'trace':
      return suspected(reliable(ownFrames(evidence.stack)));
    case 'trace-after': {
      const under = evidence.stack.traces.find(({ heading }) => source.heading.test(heading));
      return suspected(reliable(under?.frames ?? []));
    }
    case 'any-trace':
      return suspected(reliable(evidence.stack.traces.flatMap(({ frames }) => frames)));
    case 'line': {
      const isExempt = skipRule(source.skip, []);
      return fromLines(evidence.lines, source.after, (suspect) => isExempt(suspect) || isSkipped(suspect));
    }
    case 'loop':
      return loopFunction(evidence.stack, source.seen);
    case 'wait':
      return waitFunction(evidence.stack, isSkipped);
  }
}

/** The header names no module on a line of its own; the trace does. */
function inHeader({ stack, lines, groups }: Evidence): readonly Suspect[] {
  const name = baseName(groups['func'] ?? '');
  if (name === '') return [];
  const said = moduleBehind.exec(lines[0] ?? '')?.[1];
  const frames = [...(stack.pointer === undefined ? [] : [stack.pointer]), ...ownFrames(stack)];
  return [{ name, module: said ?? frames.find((frame) => frame.name === name)?.module }];
}

const moduleBehind = /\+0x[\da-f]+\/0x[\da-f]+ \[([\w-]+)[\] ]/;

function ownFrames(stack: ReportStack): readonly PlacedFrame[] {
  return stack.traces.flatMap(({ kind, frames }) => (kind === 'own' ? frames : []));
}

/** Guesses of the unwinder count only if there is nothing else. */
function reliable<Frame extends StackFrame>(frames: readonly Frame[]): readonly Frame[] {
  const sure = frames.filter((frame) => frame.reliable);
  return sure.length > 0 ? sure : frames;
}

const namedFunction = new RegExp(
  String.raw`(?:^|at:?) +(?:\[<[\da-f]+>\] )?([A-Za-z_][\w.$]*)(?:\+0x[\da-f]+\/0x[\da-f]+|` +
    String.raw` [\w./-]+:\d+)|^\[<[\da-f]+>\] ([A-Za-z_][\w.$]*)\+0x`,
);
const linesAfter = 12;

function fromLines(lines: readonly string[], after: RegExp, isSkipped: SkipRule): Suspect | undefined {
  const start = lines.findIndex((line) => after.test(line));
  if (start < 0) return undefined;
  for (const line of lines.slice(start, start + linesAfter)) {
    const match = namedFunction.exec(line);
    const suspect = { name: baseName(match?.[1] ?? match?.[2] ?? ''), module: moduleBehind.exec(line)?.[1] };
    if (suspect.name !== '' && !isSkipped(suspect)) return suspect;
    if (/^\s*but task is already holding|^\s*and (?:this task|interrupts)|^\s*\{/.test(line)) return undefined;
  }
  return undefined;
}

/**
 * A looping processor is caught anywhere in the loop, so the top of its stack is random. What was dispatched (the
 * system call, the work item, the timer's callback) is always the same.
 */
function loopFunction(stack: ReportStack, seen: 'at-once' | 'below-interrupt'): Suspect | undefined {
  const frames = reliable(
    stack.traces.flatMap(({ kind, frames }) =>
      kind === 'own' && !frames.some(({ name }) => stallKeepers.test(name)) ? frames : [],
    ),
  );
  const looping = interruptedCode(frames, seen).filter(({ name }) => !reporting(name));
  const dispatcher = looping.findIndex(({ name }) => dispatchers.test(name));
  const meeting = looping.slice(0, Math.max(dispatcher, 0)).find(({ name }) => meetingPoints.loop.test(name));
  return meeting ?? looping[Math.max(dispatcher - 1, 0)];
}

/**
 * The frames from the point where the loop was interrupted. If a page of a program was missing, the access counts as
 * part of the loop.
 */
function interruptedCode(frames: readonly PlacedFrame[], seen: 'at-once' | 'below-interrupt'): readonly PlacedFrame[] {
  const below = frames.findIndex(({ name }) => interruptEntries.test(name)) + 1;
  // Riscv prints the frames of what was interrupted only; the last one is where its system call came from.
  const begin = (seen === 'at-once' && frames[0]?.pointer === true) || below >= frames.length ? 0 : below;
  const fault = frames.findIndex(
    ({ name }, index) => index >= begin && faultEntries.test(name) && frames[index + 1]?.pointer === true,
  );
  const dispatcher = frames.findIndex(
    ({ name }, index) => index >= begin && /^(?:do_syscall_|process_one_work|kthread$)/.test(name),
  );
  return frames.slice(fault >= 0 && (dispatcher < 0 || fault < dispatcher) ? fault + 1 : begin);
}

/** Their stacks are printed, too, but they only suffer from the stall. */
const stallKeepers = /^rcu_gp_kthread$|^rcu_tasks_kthread$/;

const reporting = exemptNames(['reporting', 'interrupt', 'schedule']);

function waitFunction(stack: ReportStack, isSkipped: SkipRule): Suspect | undefined {
  const frames = reliable(ownFrames(stack));
  for (const frame of frames) {
    const [meeting] = meetingPoints.wait.exec(frame.name) ?? [];
    if (meeting !== undefined) return /^synchronize_/.test(meeting) ? { ...frame, name: 'synchronize_rcu' } : frame;
  }
  return frames.find((frame) => !isSkipped(frame) && !isWaiter(frame));
}

/** A driver may have a function `foo_wait`, so of a module's functions only those with a known prefix count. */
function isWaiter({ name, module }: StackFrame): boolean {
  return waiters.some((pattern) => (module === undefined || pattern.source.startsWith('^')) && pattern.test(name));
}

/** One name per system call on all architectures and kernel versions. */
function canonicalName(name: string): string {
  return name.replace(
    new RegExp(
      '^(?:__(?:x64|ia32|arm64|riscv|s390x|s390)_(?:compat_)?sys_|__(?:do|se)_(?:compat_)?sys_|' +
        '(?:compat_)?(?:SyS|SYSC)_)',
    ),
    'sys_',
  );
}
