import { spawnSync } from 'node:child_process';

/** The same store once more: its files are links where the file system allows it, and nothing is written into them. */
export function copyStore(from: string, to: string): void {
  for (const how of ['-al', '-a']) if (spawnSync('cp', [how, from, to]).status === 0) return;
  throw new Error(`${from} could not be copied to ${to}: run something with --kernel debian:6.1 first`);
}
