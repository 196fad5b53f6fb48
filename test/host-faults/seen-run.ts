import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The progress of a run according to its output. */
export type Phase = 'before its record' | 'booting' | 'tests' | 'reporting' | 'over';

/** A verdict printed during the run: `suite/test`, and whether it passed. */
export interface ToldVerdict {
  readonly id: string;
  readonly isPass: boolean;
}

export function toldVerdicts(stdout: string): readonly ToldVerdict[] {
  const told = wholeLines(stdout).matchAll(/^(PASS|FAIL|CRASH|ERROR|HANG|TIMEOUT|SKIP)\s+(\S+\/\S+) {2}/gm);
  return [...told].map(([, word, id = '']) => ({ id, isPass: word === 'PASS' }));
}

/** @param tests the number of tests in the run */
export function phaseOf(stdout: string, tests: number): Phase {
  const lines = wholeLines(stdout);
  if (!/^.*: \d+ tests?, \d+ at a time$/m.test(lines)) return 'before its record';
  if (!/^ {2}\S+ {2}booted in /m.test(lines)) return 'booting';
  if (toldVerdicts(stdout).length < tests) return 'tests';
  return /as expected .* · /.test(lines) ? 'over' : 'reporting';
}

/** Cut output may end in an incomplete name. */
function wholeLines(stdout: string): string {
  return stdout.slice(0, stdout.lastIndexOf('\n') + 1);
}

/** The contents of a record, parsed independently of our own code. */
export interface Recorded {
  /** ISO 8601 */
  readonly startedAt: string;
  readonly tests: readonly string[];
  /** Tests with an attempt. */
  readonly attempts: readonly string[];
  readonly hasEnded: boolean;
}

/** Undefined: there is no record, or not even its first line. */
export function readRecorded(directory: string): Recorded | undefined {
  const path = join(directory, 'record.jsonl');
  if (!existsSync(path)) return undefined;
  const entries = readFileSync(path, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as RawEntry);
  const [header] = entries;
  if (header?.entry !== 'run') return undefined;
  const tests = header.tests.map(({ id }) => id);
  return {
    startedAt: header.startedAt,
    tests,
    attempts: entries.flatMap((entry) => (entry.entry === 'attempt' ? [tests[entry.test] ?? 'no test'] : [])),
    hasEnded: entries.some(({ entry }) => entry === 'end'),
  };
}

type RawEntry =
  | { readonly entry: 'run'; readonly startedAt: string; readonly tests: readonly { readonly id: string }[] }
  | { readonly entry: 'attempt'; readonly test: number }
  | { readonly entry: 'boot' | 'template-lost' | 'end' };
