import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suites } from './cli.ts';
import type { Job } from '../step-runner/step-runner.ts';

/** A checkout with a suite in `tests/`, and a runner's directories beside it. */
export interface Workspace extends Disposable {
  readonly path: string;
  readonly job: (node: string, env: Readonly<Record<string, string>>, token?: string) => Job;
  /** As on a hosted runner, where every job finds the same empty place. */
  readonly emptyToolCache: () => void;
}

export function createWorkspace(suite: string): Workspace {
  const path = mkdtempSync(join(tmpdir(), 'qdt-action-'));
  const [workspace, toolCache, temp] = ['work', 'tools', 'temp'].map((name) => join(path, name)) as [
    string,
    string,
    string,
  ];
  // As on a machine where it was moved to another disk.
  mkdirSync(join(path, 'disk'));
  symlinkSync('disk', toolCache);
  cpSync(join(suites, suite), join(workspace, 'tests'), { recursive: true });
  mkdirSync(join(workspace, '.git'));
  const emptyToolCache = (): void => {
    rmSync(join(path, 'disk'), { recursive: true, force: true });
    mkdirSync(join(path, 'disk'));
  };
  emptyToolCache();
  return {
    path,
    job: (node, env, token) => ({ workspace, toolCache, temp, node, env, ...(token === undefined ? {} : { token }) }),
    emptyToolCache,
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** A push to the main branch of a repository, which the job's git finds in place of github.com. */
export interface Push {
  readonly env: Readonly<Record<string, string>>;
  /** The names of the files in a branch. */
  readonly filesIn: (branch: string) => readonly string[];
}

export function pushToMain({ path }: Workspace): Push {
  const [bare, event] = [join(path, 'driver.git'), join(path, 'event.json')];
  execFileSync('git', ['init', '--quiet', '--bare', bare]);
  writeFileSync(event, JSON.stringify({ repository: { default_branch: 'main' } }));
  return {
    env: {
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: event,
      GITHUB_REF_NAME: 'main',
      GITHUB_REF_TYPE: 'branch',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `url.file://${bare}.insteadOf`,
      GIT_CONFIG_VALUE_0: 'https://github.com/me/driver.git',
    },
    filesIn: (branch) =>
      execFileSync('git', ['-C', bare, 'ls-tree', '-r', '--name-only', branch], { encoding: 'utf8' }).split('\n'),
  };
}

/** The checks part of GitHub's API. */
export interface ChecksServer extends AsyncDisposable {
  readonly url: string;
  readonly requests: {
    readonly method: string;
    readonly path: string;
    readonly authorization: string;
    readonly body: {
      readonly name?: string;
      readonly head_sha?: string;
      readonly conclusion?: string;
      readonly output: {
        readonly annotations: readonly { readonly path: string; readonly start_line: number; readonly title: string }[];
      };
    };
  }[];
}

export async function startChecksServer(): Promise<ChecksServer> {
  const requests: ChecksServer['requests'] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request
      .on('data', (piece: Buffer) => pieces.push(piece))
      .on('end', () => {
        requests.push({
          method: request.method ?? '',
          path: request.url ?? '',
          authorization: request.headers.authorization ?? '',
          body: JSON.parse(Buffer.concat(pieces).toString()) as ChecksServer['requests'][number]['body'],
        });
        response
          .writeHead(request.method === 'POST' ? 201 : 200, { 'content-type': 'application/json' })
          .end('{"id":99}');
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * Environment and command line of every process below one, but those of the clients that need the job's keys. A process
 * that has not become another program yet is still its parent's copy.
 */
export function whatProcessesKnow(pid: number): readonly { readonly command: string; readonly knows: string }[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(name)]),
  );
  const below = (parent: number): number[] =>
    [...parents]
      .filter(([, own]) => own === parent)
      .flatMap(([child]) =>
        commandOf(child).includes('-worker.mjs') || commandOf(child) === commandOf(parent)
          ? []
          : [child, ...below(child)],
      );
  return below(pid).flatMap((child) => {
    const command = commandOf(child);
    const knows = `${readProc(child, 'environ')} ${command}`;
    // A process that is executing another program may show parts of both.
    return command !== '' && commandOf(child) === command ? [{ command, knows }] : [];
  });
}

/** Command lines of processes that run in a directory or name it. */
export function processesOf(directory: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .map(commandOf)
    .filter((command) => command.includes(directory));
}

function parentOf(pid: string): number {
  return Number(/^\d+ \(.*\) \S (\d+)/s.exec(readProc(Number(pid), 'stat'))?.[1] ?? 0);
}

function commandOf(pid: number): string {
  return readProc(pid, 'cmdline').replaceAll('\0', ' ');
}

/** A process that has just ended has no data. */
function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** All plain files below a directory. */
export function filesIn(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
