import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { phaseOf, readRecorded, toldVerdicts, type Phase, type Recorded, type ToldVerdict } from './seen-run.ts';
import {
  descendantsOf,
  draftsIn,
  isStillThere,
  memoryFilesOf,
  namesIn,
  processesTouching,
  type ProcessId,
} from './traces.ts';

/**
 * The place of the rounds. Everything is below one directory, so that the traces of a run can be recognised by path.
 */
export interface KillPlace {
  /** Node and the built program. */
  readonly command: readonly [string, ...string[]];
  readonly scratch: string;
  /** A suite of trivial tests. */
  readonly suite: string;
  readonly tests: number;
  /** A warm store of our own. */
  readonly store: string;
}

export interface Kill {
  readonly signal: 'SIGKILL' | 'SIGTERM' | 'SIGHUP' | 'SIGINT';
  /** Time since the program's start, in milliseconds. */
  readonly afterMs: number;
  /** Whether to use the directory of the last round again. */
  readonly isReused: boolean;
  /** Kinds of assets that the store lacks, so that the run makes them. Unfinished ones must be removed later. */
  readonly missingAssets: readonly string[];
  /**
   * Whether the next run goes to its end; otherwise it is cancelled at the boot of its machine, after it has cleaned
   * up.
   */
  readonly isNextWhole: boolean;
}

export interface RoundResult {
  readonly phase: Phase;
  readonly verdicts: number;
  readonly attempts: number;
  /** Processes of the killed run that were alive a second later. */
  readonly survivors: number;
  /** Things that the next run had to clean up. */
  readonly leftBehind: number;
  /** Empty: nothing was lost or left behind, and the messages are right. */
  readonly problems: readonly string[];
}

const machine = ['--kernel', 'debian:6.1', '--machine', 'm=-m 256', '--accel', 'tcg', '--jobs', '2'];

/** Runs to the end and returns the duration in milliseconds. @throws Error when the run is not ok */
export function wholeRun(place: KillPlace): number {
  const begunMs = performance.now();
  const { status, output } = runToEnd(place, ['run', place.suite, ...machine, '--out', join(place.scratch, 'whole')]);
  if (status !== 0) throw new Error(`a run that nobody killed ended with ${status ?? 'a signal'}:\n${output}`);
  return performance.now() - begunMs;
}

/** Kills one run and checks its traces: at once, by `report`, and after the next run. */
export async function killedRound(place: KillPlace, kill: Kill): Promise<RoundResult> {
  const out = join(place.scratch, 'out');
  if (!kill.isReused) rmSync(out, { recursive: true, force: true });
  removeAssets(place.store, kill.missingAssets);
  const seen = await runAndKill(place, kill, out);
  const survivors = seen.processes.filter(isStillThere);
  const leftBehind = [...namesIn(temporaryOf(place)), ...draftsIn(place.store), ...memoryFilesOf(seen.pid)].length;
  const verdicts = toldVerdicts(seen.stdout);
  const record = readRecorded(out);
  const problems = [
    ...checkRecord(verdicts, record, seen),
    ...checkReport(place, out, record, verdicts),
    ...checkEnd(kill, { seen, record, out, place }),
  ];
  return {
    phase: phaseOf(seen.stdoutBefore, place.tests),
    verdicts: verdicts.length,
    attempts: isOf(seen, record) ? record.attempts.length : 0,
    survivors: survivors.length,
    leftBehind,
    problems: [...problems, ...(await nextRun(place, kill)), ...stillThere(place, seen)],
  };
}

interface SeenRun {
  readonly pid: number;
  readonly begunAt: number;
  readonly stdout: string;
  /** What it had printed when the signal came. */
  readonly stdoutBefore: string;
  readonly stderr: string;
  readonly exitStatus: number | null;
  /** What it had started when the signal came. */
  readonly processes: readonly ProcessId[];
}

const graceMs = 1000;

async function runAndKill(place: KillPlace, { signal, afterMs }: Kill, out: string): Promise<SeenRun> {
  const [program, ...args] = place.command;
  const begunAt = Date.now();
  const child = spawn(program, [...args, 'run', place.suite, ...machine, '--out', out], {
    cwd: place.scratch,
    env: environmentOf(place),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid = 0 } = child;
  let stdout = '';
  let stderr = '';
  let stdoutBefore: string | undefined;
  let processes: readonly ProcessId[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const timer = setTimeout(() => {
    processes = descendantsOf(pid);
    stdoutBefore = stdout;
    child.kill(signal);
  }, afterMs);
  const exitStatus = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearTimeout(timer);
  await new Promise((resolve) => setTimeout(resolve, signal === 'SIGKILL' ? graceMs : 0));
  return { pid, begunAt, stdout, stdoutBefore: stdoutBefore ?? stdout, stderr, exitStatus, processes };
}

/** A record in the place of the results may still be that of the previous run. */
function isOf({ begunAt }: SeenRun, record: Recorded | undefined): record is Recorded {
  return record !== undefined && Date.parse(record.startedAt) >= begunAt;
}

function checkRecord(verdicts: readonly ToldVerdict[], record: Recorded | undefined, seen: SeenRun): readonly string[] {
  const attempts = isOf(seen, record) ? record.attempts : [];
  return verdicts
    .filter(({ id }) => !attempts.includes(id))
    .map(({ id }) => `lost: ${id} was told, and is not in the record`);
}

/** No report: nothing is known. Otherwise it must agree with the record, and have the matching exit status. */
function checkReport(
  place: KillPlace,
  out: string,
  record: Recorded | undefined,
  verdicts: readonly ToldVerdict[],
): readonly string[] {
  const { status, output } = runToEnd(place, ['report', out]);
  if (record === undefined)
    return status === 2 && !output.includes('Internal error')
      ? []
      : [`report without a record: exit status ${status ?? 'none'}: ${output}`];
  const notRun = record.tests.filter((id) => !record.attempts.includes(id));
  const isWhole = record.hasEnded && notRun.length === 0;
  const words =
    notRun.length === 0
      ? /Interrupted before its end/
      : new RegExp(`Interrupted: ${notRun.length} of ${record.tests.length} tests (was|were) not run`);
  return [
    ...(status === (isWhole ? 0 : 1)
      ? []
      : [`report: exit status ${status ?? 'none'}, the record ${isWhole ? 'is whole' : 'is not whole'}`]),
    ...(isWhole === !/Interrupted/.test(output) && (isWhole || words.test(output))
      ? []
      : [`report: wrong words for ${notRun.length} tests that were not run: ${output}`]),
    ...notRun.filter((id) => !output.includes(id)).map((id) => `report: ${id} was not run, and is not named`),
    ...checkJson(place, out, notRun, verdicts),
  ];
}

interface ReportedTests {
  readonly tests: readonly { readonly id: string; readonly outcome: string }[];
  readonly interrupted?: { readonly notRun: readonly { readonly id: string }[]; readonly damage: readonly string[] };
}

function checkJson(
  place: KillPlace,
  out: string,
  notRun: readonly string[],
  verdicts: readonly ToldVerdict[],
): readonly string[] {
  const { output } = runToEnd(place, ['report', out, '--format', 'json']);
  const { tests, interrupted } = JSON.parse(output) as ReportedTests;
  const named = (interrupted?.notRun ?? []).map(({ id }) => id);
  return [
    ...(named.toSorted().join() === notRun.toSorted().join()
      ? []
      : [`results: not run are ${named.join()}, expected ${notRun.join()}`]),
    ...(interrupted?.damage ?? []).map((problem) => `results: ${problem}`),
    ...verdicts
      .filter(({ id, isPass }) => (tests.find((test) => test.id === id)?.outcome === 'pass') !== isPass)
      .map(({ id, isPass }) => `results: ${id} was told as ${isPass ? 'a pass' : 'no pass'}, and is the other`),
  ];
}

interface Ended {
  readonly seen: SeenRun;
  readonly record: Recorded | undefined;
  readonly out: string;
  readonly place: KillPlace;
}

/** A run that could end by itself has written its results and cleaned up. */
function checkEnd({ signal }: Kill, { seen, record, out, place }: Ended): readonly string[] {
  const internal = /Internal error/.test(seen.stdout + seen.stderr) ? [`${signal}: ${seen.stdout}${seen.stderr}`] : [];
  if (signal === 'SIGKILL' || seen.exitStatus === null) return internal;
  return [
    ...internal,
    ...(isOf(seen, record) && !existsSync(join(out, 'results.json')) ? [`${signal}: no results.json`] : []),
    ...namesIn(temporaryOf(place)).map((name) => `${signal}: ${name} is left in TMPDIR`),
    ...seen.processes.filter(isStillThere).map(({ command }) => `${signal}: outlives the run: ${command}`),
  ];
}

/** The next run, of one test, cleans up. */
async function nextRun(place: KillPlace, { isNextWhole }: Kill): Promise<readonly string[]> {
  const [program, ...args] = place.command;
  const words = [
    ...args,
    'run',
    place.suite,
    '--test',
    'test-0001',
    ...machine,
    '--start',
    'clone',
    '--out',
    join(place.scratch, 'sweep'),
  ];
  const child = spawn(program, words, {
    cwd: place.scratch,
    env: environmentOf(place),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (!isNextWhole && /^ {2}booting /m.test(text)) child.kill('SIGTERM');
  });
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  // Cancelled, or on a fast host finished before that.
  const isFine =
    status === 0 || (!isNextWhole && (status === 1 || status === 69) && !output.includes('Internal error'));
  return isFine ? [] : [`the next run ended with ${status ?? 'a signal'}: ${output}`];
}

function stillThere(place: KillPlace, { pid, processes }: SeenRun): readonly string[] {
  return [
    ...processes.filter(isStillThere).map(({ command }) => `still alive: ${command}`),
    ...processesTouching(place.scratch).map((command) => `still alive: ${command}`),
    ...namesIn(temporaryOf(place)).map((name) => `still in TMPDIR: ${name}`),
    ...memoryFilesOf(pid).map((path) => `still in memory: ${path}`),
    ...draftsIn(place.store).map((name) => `still in the store: ${name}`),
  ];
}

function runToEnd(
  place: KillPlace,
  words: readonly string[],
): { readonly status: number | null; readonly output: string } {
  const [program, ...args] = place.command;
  const { status, stdout, stderr } = spawnSync(program, [...args, ...words], {
    cwd: place.scratch,
    env: environmentOf(place),
    encoding: 'utf8',
    timeout: 180_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, output: stdout + stderr };
}

function temporaryOf({ scratch }: KillPlace): string {
  return join(scratch, 'tmp');
}

function environmentOf(place: KillPlace): NodeJS.ProcessEnv {
  mkdirSync(temporaryOf(place), { recursive: true });
  return { ...process.env, TMPDIR: temporaryOf(place), QDT_STORE: place.store };
}

function removeAssets(store: string, kinds: readonly string[]): void {
  const assets = join(store, 'assets');
  for (const name of readdirSync(assets))
    if (kinds.includes(name.slice(0, name.indexOf('-')))) rmSync(join(assets, name), { recursive: true });
}
