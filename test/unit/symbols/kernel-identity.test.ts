import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { kernelIdentity } from '../../../src/symbols/kernel-identity.ts';
import { bzImage } from '../provision/kernel-images.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** An ELF file with a banner, and the format that stands beside it in real kernels. */
function elfKernel(directory: string, banner: string): string {
  writeFileSync(
    join(directory, 'k.c'),
    `const char format[] = "Linux version %s (%s)"; const char banner[] = ${JSON.stringify(banner)};\n`,
  );
  execFileSync('gcc', ['-c', 'k.c', '-o', 'vmlinux'], { cwd: directory });
  return join(directory, 'vmlinux');
}

it('is the same for an image and the vmlinux that it was made of', () => {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'bzImage'), bzImage(Buffer.from('payload'), '6.1.0-test'));
  const vmlinux = elfKernel(
    directory,
    'Linux version 6.1.0-test (someone@somewhere) (gcc (Debian 12.2.0) 12.2.0, GNU ld 2.40) #1 SMP\n',
  );
  expect(kernelIdentity(vmlinux)).toBe('6.1.0-test someone@somewhere #1 SMP');
  expect(kernelIdentity(join(directory, 'bzImage'))).toBe(kernelIdentity(vmlinux));
});

it('is another for another build of the same release', () => {
  const directory = temporaryDirectory();
  expect(kernelIdentity(elfKernel(directory, 'Linux version 6.1.0-test (someone@somewhere) (gcc) #2 SMP\n'))).toBe(
    '6.1.0-test someone@somewhere #2 SMP',
  );
});

it('is unknown for a file that is not a kernel', () => {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'text'), 'Linux version 6.1.0');
  expect(kernelIdentity(join(directory, 'text'))).toBeUndefined();
  expect(kernelIdentity(elfKernel(directory, 'no banner'))).toBeUndefined();
});
