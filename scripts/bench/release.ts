import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { kernel } from './plan-of.ts';
import { runProgram } from './program-run.ts';
import { median, type Spread, spreadOf } from './statistics.ts';
import { writeTrivialSuite } from './trivial-suite.ts';

/** The last commit of release 0.1.0. Its `dist` is in the repository, so nothing has to be built. */
const releaseCommit = '02a75eb';
const releasedFiles = ['dist', 'guest', 'package.json'];

/** Trivial tests as clones, by one version of the program. */
export interface VersionFigures {
  readonly version: string;
  /** From QEMU's launch until it is gone, one machine at a time. */
  readonly cloneMs: Spread;
  /** The whole command with 100 tests, two at a time. */
  readonly hundredMs: Spread;
  /** Processor time of that command with everything that it starts, per test. */
  readonly cpuMsPerTest: number;
}

interface Version {
  readonly name: string;
  readonly cli: string;
  readonly store: Readonly<Record<string, string>>;
  readonly options?: readonly string[];
}

const keptName = 'this version, after an earlier run';

const hundred = 100;
const alone = 15;

/**
 * This version and release 0.1.0 by turns, as users run them, each with a warm store of its own. 0.1.0 boots a machine
 * in every run. This version does so too with `--fresh`, as in a first run; otherwise it uses the one that it has kept.
 */
export async function measureVersions(place: {
  readonly root: string;
  readonly scratch: string;
  readonly dist: string;
  readonly rounds: number;
}): Promise<readonly VersionFigures[]> {
  const versions: readonly Version[] = [
    { name: '0.1.0', cli: unpackRelease(place), store: { QDT_STORE: join(place.scratch, 'store-0.1.0') } },
    { name: 'this version', cli: join(place.dist, 'cli.mjs'), store: {}, options: ['--fresh'] },
    { name: keptName, cli: join(place.dist, 'cli.mjs'), store: {} },
  ];
  const samples = versions.map(() => ({ cloneMs: [] as number[], hundredMs: [] as number[], cpuMs: [] as number[] }));
  for (const version of versions) await runTests(version, place.scratch, { tests: 1, jobs: 1 });
  for (let round = 1; round <= place.rounds; round++)
    for (const [index, version] of versions.entries()) {
      const one = await runTests(version, place.scratch, { tests: alone, jobs: 1 });
      const many = await runTests(version, place.scratch, { tests: hundred, jobs: 2 });
      samples[index]?.cloneMs.push(...one.durationsMs);
      samples[index]?.hundredMs.push(many.wallMs);
      samples[index]?.cpuMs.push(many.cpuMs / hundred);
    }
  return samples.map(({ cloneMs, hundredMs, cpuMs }, index) => ({
    version: versions[index]?.name ?? '',
    cloneMs: spreadOf(cloneMs),
    hundredMs: spreadOf(hundredMs),
    cpuMsPerTest: median(cpuMs),
  }));
}

/** Returns the release's program. @throws Error in a checkout without its history */
function unpackRelease({ root, scratch }: { readonly root: string; readonly scratch: string }): string {
  const directory = join(scratch, 'release-0.1.0');
  mkdirSync(directory);
  const archive = execFileSync('git', ['-C', root, 'archive', releaseCommit, ...releasedFiles], {
    maxBuffer: 256 * 1024 * 1024,
  });
  execFileSync('tar', ['-x', '-C', directory], { input: archive });
  return join(directory, 'dist/cli.mjs');
}

async function runTests(
  { cli, store, options = [] }: Version,
  scratch: string,
  { tests, jobs }: { readonly tests: number; readonly jobs: number },
): Promise<{ readonly wallMs: number; readonly cpuMs: number; readonly durationsMs: readonly number[] }> {
  const out = mkdtempSync(join(scratch, 'version-'));
  const suite = writeTrivialSuite(scratch, tests);
  const choices = ['--kernel', kernel.text, '--accel', 'tcg', '--start', 'clone', '--jobs', String(jobs), '--out', out];
  const { wallMs, cpuMs } = await runProgram([cli, 'run', suite, ...options, ...choices], store);
  const results = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as {
    readonly tests: readonly { readonly durationMs: number }[];
  };
  rmSync(out, { recursive: true });
  return { wallMs, cpuMs, durationsMs: results.tests.map(({ durationMs }) => durationMs) };
}
