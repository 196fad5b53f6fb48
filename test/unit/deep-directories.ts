import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** Directories one in the other below `top`, made from inside: their whole path may be longer than any path can be. */
export function makeDeepDirectories(top: string, name: string, depth: number): void {
  mkdirSync(top, { recursive: true });
  const script =
    'for (let left = Number(process.argv[2]); left > 0; left--) { ' +
    "require('node:fs').mkdirSync(process.argv[1]); process.chdir(process.argv[1]); }";
  const made = spawnSync(process.execPath, ['-e', script, name, String(depth)], { cwd: top, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
}
