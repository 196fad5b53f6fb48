import type { Outcome } from '../diagnose/verdict.ts';
import type { Results, TestResult } from '../results/results.ts';

/** An invalid `with:` value, a mistake of the workflow's author. */
export class InputError extends Error {
  override readonly name = 'InputError';

  constructor(input: string, message: string) {
    super(`Input ${input}: ${message}`);
  }
}

/** @throws InputError */
export function oneOfWords<const T extends string>(input: InputName, allowed: readonly T[], given: string): T {
  const found = allowed.find((word) => word === given);
  if (found === undefined)
    throw new InputError(input, `expected ${allowed.join(', ')}, found ${JSON.stringify(given)}.`);
  return found;
}

/** An input of the action, as data. A test compares action.yml, the README's table and the reader of inputs with it. */
export interface InputEntry {
  readonly name: string;
  /** The default in action.yml. */
  readonly default: string;
  /** One value per line. */
  readonly isList?: true;
  /** The option of `run` that it becomes. */
  readonly option?: string;
}

export const inputTable = [
  { name: 'suite', default: '', isList: true },
  { name: 'kernels', default: '', isList: true, option: 'kernel' },
  { name: 'machines', default: '', isList: true, option: 'machine' },
  { name: 'qemu', default: '', option: 'qemu' },
  { name: 'disk-image', default: '', option: 'disk-image' },
  { name: 'accel', default: 'auto', option: 'accel' },
  { name: 'jobs', default: 'auto', option: 'jobs' },
  { name: 'tests', default: '', isList: true, option: 'test' },
  { name: 'timeout', default: '', option: 'timeout' },
  { name: 'start', default: 'auto', option: 'start' },
  { name: 'shard', default: '', option: 'shard' },
  { name: 'repeat', default: '', option: 'repeat' },
  { name: 'shuffle', default: '' },
  { name: 'merge', default: '', isList: true },
  { name: 'fail-on', default: 'not-ok', isList: true },
  { name: 'annotations', default: 'auto' },
  { name: 'summary', default: 'true' },
  { name: 'upload', default: 'failure' },
  { name: 'artifact-name', default: '' },
  { name: 'retention-days', default: '' },
  { name: 'cache', default: 'true' },
  { name: 'kvm-permissions', default: 'fix' },
  { name: 'token', default: '${{ github.token }}' },
] as const satisfies readonly InputEntry[];

export type InputName = (typeof inputTable)[number]['name'];

/** The environment variable in which the runner passes an input. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

/** What makes the step fail. Missing results and a run without conclusion always do. */
export type FailOn =
  | { readonly kind: 'not-ok' }
  | { readonly kind: 'never' }
  | { readonly kind: 'outcomes'; readonly outcomes: ReadonlySet<string> };

const outcomes: readonly (Outcome | 'flaky')[] = ['pass', 'fail', 'skip', 'timeout', 'hang', 'crash', 'error', 'flaky'];

/** @throws InputError */
export function parseFailOn(lines: readonly string[]): FailOn {
  const words = lines.flatMap((line) => line.split(/[\s,]+/)).filter((word) => word !== '');
  const [first = 'not-ok'] = words;
  if (words.length <= 1 && (first === 'not-ok' || first === 'never')) return { kind: first };
  const unknown = words.find((word) => !outcomes.some((outcome) => outcome === word));
  if (unknown !== undefined)
    throw new InputError(
      'fail-on',
      `expected not-ok, never, or some of ${outcomes.join(', ')}, found ${JSON.stringify(unknown)}.`,
    );
  return { kind: 'outcomes', outcomes: new Set(words) };
}

/** Whether the step fails. A test that is as expected never causes that. */
export function isFailure(failOn: FailOn, { exitStatus, tests, merged }: Results): boolean {
  if (exitStatus === 69 || (merged?.missing ?? []).length > 0) return true;
  const notOk = tests.filter(({ ok }) => !ok);
  switch (failOn.kind) {
    case 'not-ok':
      return notOk.length > 0;
    case 'never':
      return false;
    case 'outcomes':
      return notOk.some((test) => failOn.outcomes.has(kindOf(test)));
  }
}

function kindOf({ outcome, flaky }: TestResult): string {
  return flaky === true ? 'flaky' : outcome;
}
