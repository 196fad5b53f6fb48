import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryDirectory } from '../../temporary-directory.ts';

export const token = 'glpat-0123456789-secret';

/** An empty repository on a server. */
export interface Repository {
  /** The bare repository; absolute. */
  readonly path: string;
  readonly git: (...words: readonly string[]) => string;
  /** Commits a file on a branch, as somebody else would. */
  readonly commit: (branch: string, file: string, text: string) => void;
}

export function createBareRepository(name = 'driver.git'): Repository {
  const path = join(temporaryDirectory(), name);
  const git = (...words: readonly string[]): string =>
    execFileSync('git', ['-C', path, '-c', 'user.name=me', '-c', 'user.email=me@example.org', ...words], {
      encoding: 'utf8',
    });
  execFileSync('git', ['init', '--quiet', '--bare', path]);
  git('config', 'http.receivepack', 'true');
  return {
    path,
    git,
    commit: (branch, file, text) => {
      const blob = execFileSync('git', ['-C', path, 'hash-object', '-w', '--stdin'], { input: text, encoding: 'utf8' });
      const entry = `100644 blob ${blob.trim()}\t${file}\n`;
      const tree = execFileSync('git', ['-C', path, 'mktree'], { input: entry, encoding: 'utf8' }).trim();
      git('update-ref', `refs/heads/${branch}`, git('commit-tree', tree, '-m', 'other work').trim());
    },
  };
}

export interface GitServer {
  readonly url: string;
  /** The command lines of all processes on this host, at each request of somebody who has the token. */
  readonly commandLines: readonly string[];
}

/** Git's own server over HTTP on loopback. Who wants to write must give the token as password. */
export async function serveOverHttp({ path }: Repository): Promise<GitServer> {
  const commandLines: string[] = [];
  const server = createServer((request, response) => {
    if (request.headers.authorization !== undefined) commandLines.push(...allCommandLines());
    if (isAllowed(request)) answer(request, response, join(path, '..'));
    else response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end('HTTP Basic: Access denied\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/${path.split('/').at(-1) ?? ''}`, commandLines };
}

function allCommandLines(): readonly string[] {
  return readdirSync('/proc').flatMap((name) => {
    try {
      return /^\d+$/.test(name) ? [readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')] : [];
    } catch {
      // It ended while we looked.
      return [];
    }
  });
}

function isAllowed({ url = '', headers }: IncomingMessage): boolean {
  if (!url.includes('receive-pack')) return true;
  const [, given = ''] = (headers.authorization ?? '').split(' ');
  return Buffer.from(given, 'base64').toString() === `robot:${token}`;
}

/** CGI, as git-http-backend(1) describes it. */
function answer(request: IncomingMessage, response: ServerResponse, root: string): void {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  const backend = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env['PATH'],
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      REMOTE_USER: 'robot',
      PATH_INFO: pathname,
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  request.pipe(backend.stdin);
  const pieces: Buffer[] = [];
  backend.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  backend.once('close', () => {
    const all = Buffer.concat(pieces);
    const end = all.indexOf('\r\n\r\n');
    const lines = all.subarray(0, end).toString().split('\r\n');
    const headers = lines.map((line) => line.split(': ') as [string, string]);
    const status = Number(headers.find(([name]) => name === 'Status')?.[1].slice(0, 3) ?? 200);
    response
      .writeHead(status, Object.fromEntries(headers.filter(([name]) => name !== 'Status')))
      .end(all.subarray(end + 4));
  });
}
