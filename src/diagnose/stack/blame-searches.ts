import { alwaysExempt, type SkipGroup } from '../catalogue/blame-exemptions.ts';
import { stackEnds } from '../catalogue/dispatchers.ts';
import type { ReportKind } from '../catalogue/report-kind.ts';
import { exemptNames } from './exemptions.ts';
import { type FunctionRole, isKernelsOwn, roleOfFunction } from './kernel-function.ts';
import type { ReportStack } from './report-stack.ts';
import type { StackFrame } from './stack-frame.ts';

/** A function in a trace, or one that a line of the report names. */
export type Suspect = Pick<StackFrame, 'name' | 'module'>;

/** True of a function that a search passes over. */
export type SkipRule = (suspect: Suspect) => boolean;

/** How to search a report for the function to blame. */
export interface Search {
  readonly isSkipped: SkipRule;
  /** What is found does not count if this is true of it: then the next search decides. */
  readonly isDoubtful: SkipRule;
}

/**
 * The searches for one report, from the strictest one to that which excludes least: a report of nothing but the
 * kernel's own functions is named by one of them, too.
 */
export function searchesFor(kind: ReportKind, stack: ReportStack): readonly Search[] {
  const groups = [...alwaysExempt, ...(kind.skip ?? [])];
  const helpers = searchBeyond(groups, helping);
  const services = searchBeyond(groups, [...helping, 'service'], ['core']);
  const rest = restOf(kind, groups);
  if (hasDriver(stack)) return [searchBeyond(groups, [...helping, 'service', 'core']), services, helpers, ...rest];
  // A bad access was made by the function itself, a failed check tells of its caller.
  return isAccess(kind) ? [helpers, ...rest] : [services, helpers, ...rest];
}

const helping = ['inline', 'helper', 'entry'] as const satisfies readonly FunctionRole[];

function searchBeyond(
  groups: readonly SkipGroup[],
  roles: readonly FunctionRole[],
  doubtful: readonly FunctionRole[] = [],
): Search {
  return { isSkipped: skipRule(groups, roles), isDoubtful: (suspect) => hasRole(suspect, doubtful) };
}

/**
 * Where nothing but helpers is in the trace: the entry code, then any function that is not exempt by name. A warning
 * always comes from some function, even if its kind exempts that one.
 */
function restOf({ kind }: ReportKind, groups: readonly SkipGroup[]): readonly Search[] {
  const named = kind === 'warning' ? [aboveEnds(alwaysExempt, [])] : [];
  return [aboveEnds(groups, ['inline', 'helper']), aboveEnds(groups, []), ...named, searchBeyond(groups, [])];
}

/** What is below every stack says nothing. */
function aboveEnds(groups: readonly SkipGroup[], roles: readonly FunctionRole[]): Search {
  const { isSkipped, isDoubtful } = searchBeyond(groups, roles);
  return { isSkipped: (suspect) => isSkipped(suspect) || stackEnds.test(suspect.name), isDoubtful };
}

/**
 * Skips by name or by role. A module's own functions may have any name, except for that of a helper which both lists
 * know: `memcpy [toy]` is a copy that a header made.
 */
export function skipRule(groups: readonly SkipGroup[], roles: readonly FunctionRole[]): SkipRule {
  const isExempt = exemptNames(groups);
  return (suspect) => {
    const name = plainName(suspect);
    if (isDriver(suspect)) return isInline(suspect) || (roleOfFunction(name) === 'helper' && isExempt(name));
    return isExempt(name) || hasRole(suspect, roles);
  };
}

function hasRole(suspect: Suspect, roles: readonly FunctionRole[]): boolean {
  return !isDriver(suspect) && roles.includes(roleOfFunction(plainName(suspect)));
}

/** Arm64 runs some functions before the kernel is relocated: `__pi_memcpy`. */
function plainName({ name }: Suspect): string {
  return name.replace(/^__pi_/, '');
}

/** The compiler puts a copy of a header's function into each module that uses it; a CFI check, too. */
function isInline({ name }: Suspect): boolean {
  return roleOfFunction(name) === 'inline' || /^__cfi_(?:check|slowpath)/.test(name);
}

function isDriver({ module }: Suspect): boolean {
  return module !== undefined && !isKernelsOwn(module);
}

function hasDriver({ pointer, traces }: ReportStack): boolean {
  const frames = traces.flatMap((trace) => (trace.kind === 'own' ? trace.frames : []));
  return [...(pointer === undefined ? [] : [pointer]), ...frames].some(
    (frame) => frame.reliable && isDriver(frame) && !isInline(frame),
  );
}

function isAccess({ kind }: ReportKind): boolean {
  return accesses.has(kind);
}

const accesses: ReadonlySet<ReportKind['kind']> = new Set([
  'null-deref',
  'page-fault',
  'gpf',
  'oops',
  'stack-overflow',
  'kasan',
  'kmsan',
  'kfence',
  'kcsan',
]);
