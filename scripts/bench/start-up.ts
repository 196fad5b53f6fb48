import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Spread, spreadOf } from './statistics.ts';

/** How long our own code takes before the first thing is done; milliseconds. */
export interface StartUp {
  /** `--help`, from the start of the process to its end. */
  readonly help: Spread;
  /** The Action's main, until the tests are planned: it says so to the runner. */
  readonly planned: Spread;
}

const starts = 10;

/** Both by turns, on the Node that runs the benchmark. */
export async function measureStartUp(root: string, scratch: string): Promise<StartUp> {
  const helpMs: number[] = [];
  const plannedMs: number[] = [];
  for (let round = 0; round < starts; round++) {
    helpMs.push(await helpOnce(root));
    plannedMs.push(await planOnce(root, mkdtempSync(join(scratch, 'job-'))));
  }
  return { help: spreadOf(helpMs), planned: spreadOf(plannedMs) };
}

async function helpOnce(root: string): Promise<number> {
  const startedMs = performance.now();
  const child = spawn(process.execPath, [join(root, 'dist/cli.mjs'), '--help'], { stdio: 'ignore' });
  await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  return performance.now() - startedMs;
}

/** A step of a job with a suite of fifteen tests on two kernels. It is killed when it has told its plan. */
async function planOnce(root: string, job: string): Promise<number> {
  const state = join(job, 'state');
  writeFileSync(state, '');
  const env = {
    ...process.env,
    GITHUB_WORKSPACE: root,
    GITHUB_STATE: state,
    RUNNER_TEMP: job,
    QDT_STORE: join(job, 'store'),
    INPUT_SUITE: 'examples/edu',
    INPUT_KERNELS: 'debian:6.1\ndebian:6.12',
  };
  using watching = { changed: watch(state), [Symbol.dispose]: () => watching.changed.close() };
  const told = new Promise<void>((resolve) => {
    watching.changed.on('change', () => readFileSync(state, 'utf8') !== '' && resolve());
  });
  const startedMs = performance.now();
  const child = spawn(process.execPath, [join(root, 'dist/action/main.mjs')], { env, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await Promise.race([told, ended]);
  const plannedMs = performance.now() - startedMs;
  if (readFileSync(state, 'utf8') === '') throw new Error('the Action ended before it had planned anything');
  child.kill('SIGKILL');
  await ended;
  return plannedMs;
}
