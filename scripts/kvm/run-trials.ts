import { spawn } from 'node:child_process';
import {
  createWriteStream,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { architectureOf, usualArchitecture } from '../../src/architecture/architectures.ts';
import type { Accelerator } from '../../src/machine/machine-spec.ts';
import type { Trial } from './trials.ts';

export interface TrialPlace {
  readonly accelerator: Accelerator;
  /** Of the guests, as dpkg names it. */
  readonly guests: string;
  /** The program, which finds its other files next to itself. */
  readonly cli: string;
  /** The checkout, which the words of a trial are relative to. */
  readonly root: string;
  /** For the results of all trials, a directory each. */
  readonly directory: string;
  /** Where the results are written at first. */
  readonly scratch: string;
  readonly bootTimeoutS: number;
  readonly tell: (line: string) => void;
}

/** How a trial ended: `trial.json` beside its results. */
export interface TrialEnd {
  readonly exitStatus: number;
  readonly durationMs: number;
}

/** Runs trials one after the other, each to its end, whatever it is. */
export async function runTrials(trials: readonly Trial[], place: TrialPlace): Promise<void> {
  for (const trial of trials) {
    place.tell(`${trial.name} begins`);
    const end = await runTrial(trial, place);
    place.tell(`${trial.name} ended with ${end.exitStatus} after ${Math.round(end.durationMs / 1000)} s`);
  }
}

async function runTrial(trial: Trial, place: TrialPlace): Promise<TrialEnd> {
  const kept = join(place.directory, trial.name);
  const out = join(place.scratch, 'out', trial.name);
  const logPath = join(kept, 'output.log');
  mkdirSync(kept, { recursive: true });
  mkdirSync(dirname(out), { recursive: true });
  const begunMs = performance.now();
  const taking = trial.losesKvm === true && place.accelerator === 'kvm' ? takeKvmAfterFirst(logPath) : undefined;
  const exitStatus = await run([place.cli, ...trialWords(trial, place, out)], place.root, logPath);
  taking?.[Symbol.dispose]();
  const end = { exitStatus, durationMs: Math.round(performance.now() - begunMs) };
  writeFileSync(join(kept, 'trial.json'), JSON.stringify(end));
  keep(out, kept);
  return end;
}

/** One machine at a time, so that the times of its tests can be compared. */
export function trialWords(
  { words, isAuto, isEmulated }: Trial,
  { accelerator, guests, bootTimeoutS }: Pick<TrialPlace, 'accelerator' | 'guests' | 'bootTimeoutS'>,
  out: string,
): readonly string[] {
  const accel = isEmulated === true ? 'tcg' : isAuto === true && accelerator === 'kvm' ? 'auto' : accelerator;
  const named = isEmulated === true || guests === usual ? words : words.map(naming(guests));
  return [...named, '--accel', accel, '--jobs', '1', '--boot-timeout', String(bootTimeoutS), '--out', out];
}

/** What a kernel is for that does not say it. */
const usual = architectureOf(usualArchitecture).debian;

function naming(guests: string): (word: string, at: number, words: readonly string[]) => string {
  return (word, at, words) => (words[at - 1] === '--kernel' ? `${word}:${guests}` : word);
}

async function run(args: readonly string[], cwd: string, logPath: string): Promise<number> {
  const log = createWriteStream(logPath);
  await once(log, 'open');
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', log, log] });
  const [exitStatus, signal] = (await once(child, 'close')) as [number | null, string | null];
  log.end(signal === null ? '' : `ended by ${signal}\n`);
  return exitStatus ?? -1;
}

const device = '/dev/kvm';
const elsewhere = '/dev/kvm-taken';

/** Takes the device away once a test has passed; disposing brings it back. */
function takeKvmAfterFirst(logPath: string): Disposable {
  const watching = setInterval(() => {
    if (!existsSync(device) || !existsSync(logPath) || !/^PASS /m.test(readFileSync(logPath, 'utf8'))) return;
    renameSync(device, elsewhere);
  }, 100);
  return {
    [Symbol.dispose]: () => {
      clearInterval(watching);
      if (existsSync(elsewhere)) renameSync(elsewhere, device);
    },
  };
}

/** The output of a test that floods says nothing about an accelerator. */
const mostBytes = 1024 * 1024;

function keep(from: string, to: string): void {
  const isWorthIt = (path: string): boolean => {
    const stats = statSync(path);
    return stats.isDirectory() || (stats.isFile() && stats.size <= mostBytes);
  };
  cpSync(from, to, { recursive: true, filter: isWorthIt });
}
