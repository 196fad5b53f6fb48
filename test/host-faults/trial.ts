import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseResults } from '../../src/results/parse-results.ts';
import type { Results } from '../../src/results/results.ts';
import { descendantsOf, isStillThere, namesIn, type ProcessId } from './traces.ts';

/** One run of the built program in its own directory, with a test that does damage. */
export interface Trial {
  readonly scratch: string;
  readonly suite: string;
  readonly out: string;
  readonly temporary: string;
  readonly run: (options?: TrialOptions) => Promise<TrialOutcome>;
}

export interface TrialOptions {
  /** Shell commands before the program starts. `unshared`: in a new user and mount namespace. */
  readonly preparation?: string;
  readonly unshared?: boolean;
  readonly words?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly whileRunning?: (running: Running) => void;
}

export interface Running {
  readonly child: ChildProcess;
  /** The output so far. */
  readonly printed: () => string;
  /** Calls `act` once, when `isMoment` holds, which is polled every few milliseconds. */
  readonly when: (isMoment: () => boolean, act: () => void) => void;
  /** Living processes that the run has started. */
  readonly processes: () => readonly ProcessId[];
}

export interface TrialOutcome {
  readonly exitStatus: number | null;
  readonly output: string;
  readonly durationMs: number;
  /** Undefined: there is no results.json. */
  readonly results: Results | undefined;
  /** `name: outcome reason` of each test. */
  readonly verdicts: Readonly<Record<string, string>>;
  /** What it left behind: names in TMPDIR, and processes that `processes` returned before. */
  readonly left: readonly string[];
}

const made: string[] = [];

export function removeTrials(): void {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
}

/**
 * A suite of tests by their names, each a text for /bin/sh, and what else is in the suite, by path. `files` gets the
 * trial's directory.
 */
export function makeTrial(
  command: readonly [string, ...string[]],
  tests: Readonly<Record<string, string>>,
  files: (scratch: string) => Readonly<Record<string, string>> = () => ({}),
): Trial {
  const scratch = mkdtempSync(join(tmpdir(), 'qdt-trial-'));
  made.push(scratch);
  const place = { scratch, suite: join(scratch, 'suite'), out: join(scratch, 'out'), temporary: join(scratch, 'tmp') };
  mkdirSync(place.temporary);
  for (const [name, text] of Object.entries(tests)) {
    mkdirSync(join(place.suite, name), { recursive: true });
    writeFileSync(join(place.suite, name, 'run'), `#!/bin/sh\n${text}\n`);
    chmodSync(join(place.suite, name, 'run'), 0o755);
  }
  for (const [path, text] of Object.entries(files(scratch))) {
    mkdirSync(join(place.suite, path, '..'), { recursive: true });
    writeFileSync(join(place.suite, path), text);
  }
  return { ...place, run: (options = {}) => runTrial(command, place, options) };
}

type Place = Omit<Trial, 'run'>;

async function runTrial(
  command: readonly [string, ...string[]],
  place: Place,
  { preparation = ':', unshared = false, words = [], env = {}, whileRunning }: TrialOptions,
): Promise<TrialOutcome> {
  const program = [
    ...command,
    'run',
    place.suite,
    '--kernel',
    'debian:6.1',
    '--machine',
    'm=-m 256',
    '--accel',
    'tcg',
    '--jobs',
    '2',
    '--out',
    place.out,
    ...words,
  ];
  const shell = ['sh', '-c', `${preparation} && exec "$@"`, 'sh', ...program];
  const [first = '', ...rest] = unshared ? ['unshare', '-rm', ...shell] : shell;
  const begunMs = performance.now();
  const child = spawn(first, rest, {
    cwd: place.scratch,
    env: { ...process.env, TMPDIR: place.temporary, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const seen = new Map<number, ProcessId>();
  const watches: NodeJS.Timeout[] = [];
  const processes = (): readonly ProcessId[] => {
    const living = descendantsOf(child.pid ?? 0);
    for (const one of living) seen.set(one.pid, one);
    return living;
  };
  whileRunning?.({
    child,
    printed: () => output,
    processes,
    when: (isMoment, act) => void watches.push(watch(isMoment, act)),
  });
  const exitStatus = await new Promise<number | null>((resolve) => child.once('close', resolve));
  for (const watching of watches) clearInterval(watching);
  const results = resultsIn(place.out);
  return {
    exitStatus,
    output,
    durationMs: performance.now() - begunMs,
    results,
    verdicts: Object.fromEntries(
      (results?.tests ?? []).map(({ id, outcome, reason }) => [
        id.slice(id.indexOf('/') + 1),
        `${outcome} ${reason}`.trim(),
      ]),
    ),
    left: [...namesIn(place.temporary), ...[...seen.values()].filter(isStillThere).map((one) => one.command)],
  };
}

const lookEveryMs = 5;

function watch(isMoment: () => boolean, act: () => void): NodeJS.Timeout {
  const watching = setInterval(() => {
    if (!isMoment()) return;
    clearInterval(watching);
    act();
  }, lookEveryMs);
  return watching;
}

function resultsIn(directory: string): Results | undefined {
  const path = join(directory, 'results.json');
  if (!existsSync(path)) return undefined;
  const parsed = parseResults(readFileSync(path, 'utf8'));
  if (parsed.kind !== 'results') throw new Error(JSON.stringify(parsed));
  return parsed.results;
}

/** The machine whose test has written `NAME` to its artifacts. */
export function machineThatHas(name: string, running: Running): ProcessId | undefined {
  return running.processes().find(({ pid }) => {
    const folder = /path=([^,]*\/folder)/.exec(commandLine(pid))?.[1];
    return folder !== undefined && existsSync(join(folder, 'artifacts', name));
  });
}

export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
