import { spawnSync } from 'node:child_process';

/** A second copy of a store. Its files are hard links if possible, and are never written to. */
export function copyStore(from: string, to: string): void {
  for (const how of ['-al', '-a']) if (spawnSync('cp', [how, from, to]).status === 0) return;
  throw new Error(`${from} could not be copied to ${to}: run something with --kernel debian:6.1 first`);
}
