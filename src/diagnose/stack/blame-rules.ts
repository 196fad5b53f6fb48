import { dispatchers, faultEntries, interruptEntries, meetingPoints, waiters } from '../catalogue/dispatchers.ts';
import { alwaysExempt, type SkipGroup, skipGroups } from '../catalogue/blame-exemptions.ts';
import type { GuiltySource, ReportKind } from '../catalogue/report-kind.ts';
import type { PlacedFrame, ReportStack } from './report-stack.ts';
import { baseName, type StackFrame } from './stack-frame.ts';

export type BlameRules = (name: string) => boolean;

const known = new Map<string, BlameRules>();

/**
 * Tests whether a function belongs to one of these groups. A report has hundreds of frames, and there are hundreds of
 * patterns, so they are combined into two.
 */
function blameRules(groups: readonly SkipGroup[]): BlameRules {
  const key = groups.join(' ');
  const innocent = known.get(key) ?? blameRulesOf(groups.flatMap((group): readonly RegExp[] => skipGroups[group]));
  known.set(key, innocent);
  return innocent;
}

function blameRulesOf(patterns: readonly RegExp[]): BlameRules {
  const sources = patterns.map(({ source }) => source);
  const atStart = sources.filter(isAnchored).map((source) => `(?:${source.slice(1)})`);
  const anywhere = sources.filter((source) => !isAnchored(source)).map((source) => `(?:${source})`);
  const [first, other] = [new RegExp(`^(?:${atStart.join('|')})`), new RegExp(anywhere.join('|'))];
  return (name) => {
    // arm64 runs some functions before the kernel is relocated: `__pi_memcpy`.
    const plain = name.replace(/^__pi_/, '');
    return (atStart.length > 0 && first.test(plain)) || (anywhere.length > 0 && other.test(plain));
  };
}

/** The source is one alternative that starts with `^`. The patterns contain no parenthesis or bar in a class. */
function isAnchored(source: string): boolean {
  let depth = 0;
  for (const character of source) {
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === '|' && depth === 0) return false;
  }
  return source.startsWith('^');
}

export interface Evidence {
  readonly stack: ReportStack;
  /** The report's messages, starting with the header. */
  readonly lines: readonly string[];
  /** Named groups of the header and the detail. */
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** The first function that may be to blame, from the sources of the kind of report. */
export function guiltyFunction(kind: ReportKind, evidence: Evidence): string | undefined {
  const innocent = blameRules([...alwaysExempt, ...(kind.skip ?? [])]);
  for (const source of kind.guilty ?? []) {
    const name = fromSource(source, evidence, innocent);
    if (name !== undefined) return canonicalName(name);
  }
  return undefined;
}

function fromSource(source: GuiltySource, evidence: Evidence, innocent: BlameRules): string | undefined {
  switch (source.from) {
    case 'header': {
      const name = baseName(evidence.groups['func'] ?? '');
      return name === '' || innocent(name) ? undefined : name;
    }
    case 'instruction-pointer': {
      const name = evidence.stack.pointer?.name;
      return name === undefined || innocent(name) ? undefined : name;
    }
    case 'trace':
      return reliable(ownFrames(evidence.stack)).find(({ name }) => !innocent(name))?.name;
    case 'trace-after': {
      const under = evidence.stack.traces.find(({ heading }) => source.heading.test(heading));
      return reliable(under?.frames ?? []).find(({ name }) => !innocent(name))?.name;
    }
    case 'any-trace':
      return reliable(evidence.stack.traces.flatMap(({ frames }) => frames)).find(({ name }) => !innocent(name))?.name;
    case 'line':
      return fromLines(evidence.lines, source.after, blameRules(source.skip));
    case 'loop':
      return loopFunction(evidence.stack, source.seen);
    case 'wait':
      return waitFunction(evidence.stack, innocent);
  }
}

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

function fromLines(lines: readonly string[], after: RegExp, innocent: BlameRules): string | undefined {
  const start = lines.findIndex((line) => after.test(line));
  if (start < 0) return undefined;
  for (const line of lines.slice(start, start + linesAfter)) {
    const match = namedFunction.exec(line);
    const name = baseName(match?.[1] ?? match?.[2] ?? '');
    if (name !== '' && !innocent(name)) return name;
    if (/^\s*but task is already holding|^\s*and (?:this task|interrupts)|^\s*\{/.test(line)) return undefined;
  }
  return undefined;
}

/**
 * A looping processor is caught anywhere in the loop, so the top of its stack is random. What was dispatched (the
 * system call, the work item, the timer's callback) is always the same.
 */
function loopFunction(stack: ReportStack, seen: 'at-once' | 'below-interrupt'): string | undefined {
  const frames = reliable(
    stack.traces.flatMap(({ kind, frames }) =>
      kind === 'own' && !frames.some(({ name }) => stallKeepers.test(name)) ? frames : [],
    ),
  );
  const looping = interruptedCode(frames, seen).filter(({ name }) => !reporting(name));
  const dispatcher = looping.findIndex(({ name }) => dispatchers.test(name));
  const meeting = looping.slice(0, Math.max(dispatcher, 0)).find(({ name }) => meetingPoints.loop.test(name));
  return meeting?.name ?? looping[Math.max(dispatcher - 1, 0)]?.name;
}

/**
 * The frames from the point where the loop was interrupted. If a page of a program was missing, the access counts as
 * part of the loop.
 */
function interruptedCode(frames: readonly PlacedFrame[], seen: 'at-once' | 'below-interrupt'): readonly PlacedFrame[] {
  const begin =
    seen === 'at-once' && frames[0]?.pointer === true
      ? 0
      : frames.findIndex(({ name }) => interruptEntries.test(name)) + 1;
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

const reporting = blameRules(['reporting', 'interrupt', 'schedule']);

function waitFunction(stack: ReportStack, innocent: BlameRules): string | undefined {
  const frames = reliable(ownFrames(stack));
  for (const { name } of frames) {
    const [meeting] = meetingPoints.wait.exec(name) ?? [];
    if (meeting !== undefined) return /^synchronize_/.test(meeting) ? 'synchronize_rcu' : name;
  }
  return frames.find((frame) => !innocent(frame.name) && !isWaiter(frame))?.name;
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
