import { inputTable, inputVariable } from '../../src/action/input-table.ts';
import { readInputs } from '../../src/action/read-inputs.ts';
import { InputError } from '../../src/job/input.ts';
import { namingInputs } from '../../src/job/run-words.ts';
import { annotated } from '../step-runner/captured.ts';
import { UsageError } from '../../src/command/parse-arguments.ts';
import { planOptions, runChoices } from '../../src/command/run-options.ts';
import { attackWith } from './family.ts';
import { oddText } from './odd-text.ts';
import { type Random, randomOf } from './random.ts';

interface Input {
  readonly name: string;
  readonly value: string;
}

/** Inputs of a workflow with mistakes or pasted text. @throws Error */
export async function attack(seed: number): Promise<void> {
  const random = randomOf(seed);
  await attackWith({
    what: 'inputs of the Action',
    seed,
    parts: Array.from({ length: random.below(12) }, () => inputOf(random)),
    complaintOf,
  });
}

const sensible: readonly [string, ...string[]] = [
  'debian:6.12',
  'small=-m 256',
  "big=-m 1024 -smp '4'",
  'auto',
  'tcg',
  '3',
  '1/4',
  'true',
  'false',
  'crash, hang',
  '90',
  'edu/*',
  '30',
  'never',
  'not-ok',
  'read',
  'host',
  './qemu',
  'x=-kernel y',
  '-m 256',
  '=-m',
  "a='",
];

function inputOf(random: Random): Input {
  const name =
    random.below(15) === 0
      ? oddText(random)
      : random.oneOf(inputTable.map((entry) => entry.name) as [string, ...string[]]);
  const line = (): string => (random.below(3) === 0 ? oddText(random) : random.oneOf(sensible));
  const count = random.below(30) === 0 ? random.below(3000) : 1 + random.below(3);
  return {
    name,
    value: random.below(40) === 0 ? 'x'.repeat(random.below(200_000)) : Array.from({ length: count }, line).join('\n'),
  };
}

function complaintOf(inputs: readonly Input[]): string | undefined {
  const environment = Object.fromEntries([
    ['INPUT_SUITE', 'edu'],
    ...inputs.map(({ name, value }) => [inputVariable(name), value] as const),
  ]);
  try {
    const { args } = readInputs(environment);
    namingInputs(inputTable, () => planOptions(args, '/work'));
    namingInputs(inputTable, () => runChoices(args, { invocation: ['qemu-driver-test'], cwd: '/' }));
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError || error instanceof UsageError)) throw error;
    const said = annotated([
      { level: 'error', file: undefined, line: undefined, title: '', message: error.message },
    ]).trimEnd();
    if (/[\r\n]/.test(said)) return 'a complaint that is two commands';
    return said.includes('Internal error') ? said.slice(0, 1000) : undefined;
  }
}
