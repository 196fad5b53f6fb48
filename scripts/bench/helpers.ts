import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { duration, table, times } from './markdown.ts';
import { kernel } from './plan-of.ts';
import { runProgram } from './program-run.ts';
import { spreadOf, type Spread } from './statistics.ts';

export interface HelpersPlace {
  readonly root: string;
  readonly scratch: string;
  /** A built distribution. */
  readonly dist: string;
  readonly rounds: number;
}

/** Processor time of the whole command, divided by the number of tests. */
export interface HelperCost {
  readonly what: string;
  readonly cpuMs: Spread;
}

interface Variant {
  readonly what: string;
  readonly failable: boolean;
  readonly leaks: boolean;
  /** Of every test: watched calls that never fail. */
  readonly fault: string | undefined;
  readonly options: readonly string[];
}

const none = { failable: false, leaks: false, fault: undefined, options: [] } satisfies Partial<Variant>;
const watching = 'call-fail nth=1000000';

const allThree = 'all three, without a fault';

const variants: readonly Variant[] = [
  { what: 'none of them', ...none },
  { what: 'the helper for calls, without a fault', ...none, failable: true },
  { what: 'the same, and a fault that counts all calls', ...none, failable: true, fault: watching },
  { what: 'the ledger', ...none, leaks: true },
  { what: 'coverage', ...none, options: ['--coverage'] },
  { what: allThree, failable: true, leaks: true, fault: undefined, options: ['--coverage'] },
  { what: 'all three, and that fault', failable: true, leaks: true, fault: watching, options: ['--coverage'] },
];

const tests = 50;

/**
 * What a test costs with the helper for failing calls, with the ledger and with coverage, against one with none of
 * them: the driver of `examples/edu` is loaded, used and unloaded. All by turns, and each from a machine that is kept.
 */
export async function measureHelpers({ root, scratch, dist, rounds }: HelpersPlace): Promise<readonly HelperCost[]> {
  const commands = variants.map((variant, number) => {
    const suite = writeSuite({ root, directory: join(scratch, `helpers-${number}`), variant });
    const out = join(scratch, `results-helpers-${number}`);
    const words = ['run', suite, '--kernel', kernel.text, '--accel', 'tcg', '--jobs', '1', '--out', out];
    return { variant, out, words: [join(dist, 'cli.mjs'), ...words, ...variant.options], cpuMs: [] as number[] };
  });
  // Builds the modules and keeps the machines.
  for (const { words } of commands) await runProgram([...words, '--test', 'used-01']);
  for (let round = 0; round < rounds; round++) {
    for (const { words, out, cpuMs } of commands) {
      cpuMs.push((await runProgram(words)).cpuMs / tests);
      expectAllPassed(out);
    }
  }
  return commands.map(({ variant: { what }, cpuMs }) => ({ what, cpuMs: spreadOf(cpuMs) }));
}

/** A machine that lost its helper would be cheap. */
function expectAllPassed(out: string): void {
  // The program wrote it.
  const { totals } = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as {
    readonly totals: { readonly pass: number };
  };
  if (totals.pass !== tests) throw new Error(`expected ${tests} tests to pass, found ${JSON.stringify(totals)}`);
}

interface NewSuite {
  readonly root: string;
  readonly directory: string;
  readonly variant: Variant;
}

function writeSuite({ root, directory, variant }: NewSuite): string {
  const edu = join(root, 'examples/edu');
  mkdirSync(join(directory, 'info'), { recursive: true });
  writeFileSync(join(directory, 'info/modules'), `${join(edu, 'driver')}\n`);
  writeFileSync(join(directory, 'info/qemu-args'), '-device edu\n');
  if (!variant.leaks) writeFileSync(join(directory, 'info/leaks'), 'off\n');
  if (variant.failable) writeFileSync(join(directory, 'info/failable'), '');
  for (const stage of ['setup', 'teardown']) copyFileSync(join(edu, stage), join(directory, stage));
  for (let number = 1; number <= tests; number++)
    writeTest(join(directory, `used-${String(number).padStart(2, '0')}`), variant);
  return directory;
}

function writeTest(directory: string, { fault }: Variant): void {
  mkdirSync(join(directory, 'info'), { recursive: true });
  writeFileSync(
    join(directory, 'run'),
    '#!/bin/sh\necho 5 >/sys/class/misc/edu0/factorial && dd if=/dev/edu0 of=/dev/null bs=4096 status=none\n',
    { mode: 0o755 },
  );
  if (fault !== undefined) writeFileSync(join(directory, 'info/faults'), `${fault}\n`);
}

/** A machine that has all of them against one that has none. */
export function helperRatio(costs: readonly HelperCost[]): number {
  const [plain] = costs;
  const all = costs.find(({ what }) => what === allThree);
  if (plain === undefined || all === undefined) throw new Error('expected at least one measurement, found none');
  return all.cpuMs.median / plain.cpuMs.median;
}

export const helpersHeading = '## Failing calls, leaks and coverage';

/** What follows the heading. */
export function helperText(costs: readonly HelperCost[]): string {
  const [plain] = costs;
  if (plain === undefined) throw new Error('expected at least one measurement, found none');
  const rows = costs.map(({ what, cpuMs }) => [
    what,
    `${duration(cpuMs.median)} (${duration(cpuMs.least)})`,
    times(cpuMs.median / plain.cpuMs.median),
  ]);
  return [table(['what is on', ' processor time per test', ' ratio'], rows), '', ...about].join('\n');
}

const about = [
  `${tests} tests that load the driver of \`examples/edu\`, use it once and unload it. This is the processor time of`,
  'the whole command, QEMU included, divided by the number of tests. All start from a machine that an earlier run has',
  'kept. A fault about all calls has a probe at each; a point of a sweep has one.',
];
