import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Commit {
  readonly revision: string;
  readonly subject: string;
}

/** A git repository, gone when the test has ended. */
export interface ScratchRepository extends Disposable {
  readonly path: string;
  /** Commits the whole work tree. */
  readonly commit: (subject: string) => Commit;
}

export const author = 'A Developer <dev@example.org>';

export function createRepository(): ScratchRepository {
  const path = mkdtempSync(join(tmpdir(), 'qdt-driver-'));
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', path, '-c', 'user.name=A Developer', '-c', 'user.email=dev@example.org', ...args], {
      encoding: 'utf8',
    });
  git('init', '--quiet', '--initial-branch=main');
  return {
    path,
    commit: (subject) => {
      git('add', '.');
      git('commit', '--quiet', `--message=${subject}`);
      return { revision: git('rev-parse', 'HEAD').trim(), subject };
    },
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}
