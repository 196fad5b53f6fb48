import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { onTestFinished } from 'vitest';

/**
 * Whether this user can make a file system as small as a test needs it; `reason` for the name of a test that is left
 * out.
 */
export const smallDisks = {
  possible: process.getuid?.() === 0,
  reason: 'left out without root, who can mount a small file system',
};

/** A file system in memory of so many KiB at a directory, gone when the test has ended. */
export function mountSmallDisk(directory: string, sizeKiB: number): void {
  mkdirSync(directory, { recursive: true });
  const { status, stderr } = spawnSync(
    'mount',
    ['-t', 'tmpfs', '-o', `size=${sizeKiB}k,mode=0777`, 'tmpfs', directory],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`no small file system: ${stderr}`);
  onTestFinished(() => void spawnSync('umount', ['--lazy', directory]));
}
