import { chmodSync, copyFileSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

const libraryDirectory = 'usr/lib/x86_64-linux-gnu';
const libraries = '/lib/x86_64-linux-gnu';

/** Copies the host's dynamic linker, C library and shell to a directory, as if packages had been unpacked there. */
export function copyHostPrograms(root: string, programs: readonly string[]): void {
  copyTo('/lib64/ld-linux-x86-64.so.2', join(root, libraryDirectory, 'ld-linux-x86-64.so.2'));
  copyTo(join(libraries, 'libc.so.6'), join(root, libraryDirectory, 'libc.so.6'));
  for (const program of programs) copyTo('/bin/dash', join(root, program));
}

function copyTo(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(realpathSync(from), to);
  chmodSync(to, 0o755);
}
