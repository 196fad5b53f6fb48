import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseResults } from '../../src/results/parse-results.ts';
import type { Results, TestResult } from '../../src/results/results.ts';

export const root = resolve(import.meta.dirname, '../..');
export const suites = join(root, 'test/integration/suites');

/** The bundle as users run it, on the Node of npm, which may be older than the one that runs the tests. */
export const node = process.env['QDT_TEST_NODE'] ?? process.execPath;
const cli = join(root, 'dist/cli.mjs');

/** The store of these tests. */
export function storeRoot(): string {
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'qemu-driver-test');
}

export interface CliOutcome {
  readonly exitStatus: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Called with the running process, for sending signals. */
  readonly whileRunning?: (child: ChildProcess) => void;
}

export function runCli(
  args: readonly string[],
  { cwd = root, env = {}, whileRunning }: CliOptions = {},
): Promise<CliOutcome> {
  return new Promise((resolveOutcome, reject) => {
    const child = spawn(node, [cli, ...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (exitStatus) => resolveOutcome({ exitStatus, stdout, stderr }));
    whileRunning?.(child);
  });
}

/** A run's results directory and output; removed on disposal. */
export interface FinishedRun extends CliOutcome, Disposable {
  readonly directory: string;
  readonly results: Results;
  readonly test: (name: string, cell?: string) => TestResult;
  readonly read: (path: string) => string;
}

/** `run` with its own output directory, one machine at a time unless specified. */
export async function runSuite(args: readonly string[], options: CliOptions = {}): Promise<FinishedRun> {
  const scratch = mkdtempSync(join(tmpdir(), 'qdt-integration-'));
  const directory = join(scratch, 'results');
  const jobs = args.includes('--jobs') ? [] : ['--jobs', '1'];
  const outcome = await runCli(['run', ...args, ...jobs, '--out', directory], options);
  const results = readResults(directory, outcome);
  return {
    ...outcome,
    directory,
    results,
    test: (name, cell) => {
      const found = results.tests.filter(
        (test) => test.id.endsWith(`/${name}`) && (cell === undefined || test.cell === cell),
      );
      if (found.length !== 1 || found[0] === undefined) throw new Error(`expected one ${name}, found ${found.length}`);
      return found[0];
    },
    read: (path) => readFileSync(join(directory, path), 'utf8'),
    [Symbol.dispose]: () => rmSync(scratch, { recursive: true, force: true }),
  };
}

function readResults(directory: string, outcome: CliOutcome): Results {
  let text: string;
  try {
    text = readFileSync(join(directory, 'results.json'), 'utf8');
  } catch {
    throw new Error(`no results; exit status ${outcome.exitStatus ?? 'none'}\n${outcome.stdout}\n${outcome.stderr}`);
  }
  const parsed = parseResults(text);
  if (parsed.kind !== 'results') throw new Error(JSON.stringify(parsed));
  return parsed.results;
}
