// npm run kills [-- COUNT [SEED]]: kills this many runs at random moments with SIGKILL, and a tenth as many with each
// signal that a run can handle, and reports what was lost or left behind. Exit status 1: something was. Needs Node 24,
// and a store with debian:6.1. QDT_KILLS_LOCK names a file that is locked for some rounds at a time, for hosts on which
// others boot machines, too.
import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { withFileLock } from '../../src/host/files/file-lock.ts';
import { storeRoot } from '../../src/provision/store/store-root.ts';
import {
  type Kill,
  killedRound,
  type KillPlace,
  type RoundResult,
  wholeRun,
} from '../../test/host-faults/killed-round.ts';
import { copyStore } from '../../test/host-faults/own-store.ts';
import { type Random, randomOf } from '../../test/hostile/random.ts';
import { buildDistribution } from './distribution.ts';
import { writeTrivialSuite } from './trivial-suite.ts';

const [count = '100', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
const tests = 8;
const longestHoldMs = 120_000;
const scratch = mkdtempSync(join(tmpdir(), 'qdt-kills-'));
try {
  process.exitCode = await killThemAll();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function killThemAll(): Promise<number> {
  const place = await preparePlace();
  tell(`seed ${seed}`);
  const random = randomOf(Number(seed));
  const signals = signalsOf(Number(count));
  const results: RoundResult[] = [];
  const someRounds = async (): Promise<void> => {
    // The duration of a run changes with the load of the host.
    const wholeMs = wholeRun(place);
    tell(`a whole run of ${tests} tests takes ${(wholeMs / 1000).toFixed(1)} s`);
    const begunMs = performance.now();
    for (const signal of signals.slice(results.length)) {
      if (performance.now() - begunMs > longestHoldMs) return;
      const kill = chooseKill(signal, wholeMs, random);
      const result = await killedRound(place, kill);
      results.push(result);
      tell(lineOf(results.length, kill, result));
    }
  };
  while (results.length < signals.length) await locked(() => someRounds());
  tell(summaryOf(results));
  return results.every(({ problems }) => problems.length === 0) ? 0 : 1;
}

async function preparePlace(): Promise<KillPlace> {
  const dist = await buildDistribution(resolve(import.meta.dirname, '../..'), scratch);
  const rounds = join(scratch, 'rounds');
  const suite = writeTrivialSuite(rounds, tests);
  const store = join(rounds, 'store');
  copyStore(storeRoot({ variable: (name) => process.env[name], home: homedir() }), store);
  return { command: [process.execPath, join(dist, 'cli.mjs')], scratch: rounds, suite, tests, store };
}

/** Every moment of a run is equally likely, and some kills come too late. */
function chooseKill(signal: Kill['signal'], wholeMs: number, random: Random): Kill {
  return {
    signal,
    afterMs: random.below(Math.ceil(wholeMs * 1.05)),
    isReused: random.below(2) === 0,
    isNextWhole: random.below(5) === 0,
    missingAssets: random.below(4) === 0 ? ['initramfs', 'vmlinux', 'vmstate'] : [],
  };
}

async function locked<T>(work: () => T | Promise<T>): Promise<T> {
  const lock = process.env['QDT_KILLS_LOCK'];
  const { signal } = new AbortController();
  return lock === undefined ? await work() : await withFileLock(lock, signal, async () => await work());
}

/** The requested number of SIGKILLs, and after every ten of them one of each signal that a run can handle. */
function signalsOf(kills: number): readonly Kill['signal'][] {
  return Array.from({ length: kills }, (_, index): readonly Kill['signal'][] =>
    (index + 1) % 10 === 0 ? ['SIGKILL', 'SIGTERM', 'SIGHUP', 'SIGINT'] : ['SIGKILL'],
  ).flat();
}

function lineOf(
  number: number,
  { signal, afterMs, isReused, missingAssets }: Kill,
  { phase, verdicts, attempts, survivors, leftBehind, problems }: RoundResult,
): string {
  const how = [isReused ? 'reused' : 'fresh', ...(missingAssets.length === 0 ? [] : ['store lacks parts'])].join(', ');
  const known = `${verdicts} told, ${attempts} recorded`;
  const told = `${known}, ${survivors} processes a second later, ${leftBehind} things to sweep`;
  return [
    `${number} ${signal} after ${(afterMs / 1000).toFixed(2)} s (${how}), ${phase}: ` +
      `${told}${problems.length === 0 ? '' : ': BROKEN'}`,
    ...problems.map((problem) => `  ${problem}`),
  ].join('\n');
}

function summaryOf(results: readonly RoundResult[]): string {
  const sum = (of: (result: RoundResult) => number): number => results.reduce((total, result) => total + of(result), 0);
  const phases = [...new Set(results.map(({ phase }) => phase))].map(
    (phase) => `${results.filter((result) => result.phase === phase).length} ${phase}`,
  );
  return [
    `${results.length} rounds: ${phases.join(', ')}`,
    `${sum(({ verdicts }) => verdicts)} verdicts told, ${sum(({ attempts }) => attempts)} attempts recorded, ` +
      `${sum(({ leftBehind }) => leftBehind)} things to sweep`,
    `${results.filter(({ problems }) => problems.length > 0).length} rounds in which something was lost or left`,
  ].join('\n');
}

function tell(text: string): void {
  process.stdout.write(`${text}\n`);
}
