import { readdirSync, readlinkSync } from 'node:fs';

/** Files of this process that hold a machine's memory. */
function memoryFiles(): readonly string[] {
  return readdirSync('/proc/self/fd')
    .map(targetOf)
    .filter((target) => target.includes('qemu-driver-test-'));
}

/** A descriptor can be closed between two looks at it. */
function targetOf(descriptor: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    return '';
  }
}

/** Which ones are there that were not when this was called: tests of one process follow one another. */
export function newMemoryFiles(): () => readonly string[] {
  const before = memoryFiles();
  return () => memoryFiles().filter((path) => !before.includes(path));
}
