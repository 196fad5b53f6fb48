import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listCommand } from '../../../src/cli/list-command.ts';
import { commandIn, wordsOf } from './command-rig.ts';

/** Writes files; those called `run` are executable. */
export function writeAll(root: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text, { mode: name.endsWith('/run') ? 0o755 : 0o644 });
  }
}

/** Git without the settings of whoever runs these tests. */
export function git(root: string, ...words: readonly string[]): string {
  const [name, email] = ['user.name=Test', 'user.email=test@example.com'];
  return execFileSync('git', ['-c', name, '-c', email, '-c', 'init.defaultBranch=main', ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: root, GIT_CONFIG_NOSYSTEM: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export function commitAll(root: string): void {
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '--allow-empty', '-m', 'all');
}

export interface Listed {
  readonly ids: readonly string[];
  /** What was said beside the list. */
  readonly said: string;
}

/** What `list` selects in a directory. */
export async function listed(root: string, ...words: readonly string[]): Promise<Listed> {
  const { host, written, complaints } = commandIn(root);
  await listCommand(wordsOf('list', [...words, '--format', 'json']), host);
  const { tests } = JSON.parse(written()) as {
    readonly tests: readonly { readonly id: string; readonly cell: string }[];
  };
  return { ids: tests.map(({ id }) => id), said: complaints() };
}
