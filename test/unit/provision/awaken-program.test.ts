import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { awakenProgram } from '../../../src/provision/initramfs/awaken-program.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

function awaken(): number | null {
  const program = join(temporaryDirectory(), 'awaken');
  writeFileSync(program, awakenProgram(), { mode: 0o755 });
  // Where nobody may set the clock, whoever runs the tests: nothing of the host is touched.
  const withoutRight =
    process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-sys_time', '--inh-caps=-sys_time', '--'] : [];
  const [file, ...args] = [...withoutRight, program, '1700000000'];
  return spawnSync(file, args, { stdio: ['pipe', 'ignore', 'inherit'] }).status;
}

describe('the program that wakes a clone up', () => {
  it('runs, and says that the clock was not set where it may not be', () => {
    expect(awaken()).toBe(1);
  });

  it('is a file that the kernel can load: one segment that holds all of it', () => {
    const program = awakenProgram();
    expect([program.subarray(0, 4).toString('latin1'), program.readBigUInt64LE(64 + 32)]).toEqual([
      '\x7fELF',
      BigInt(program.length),
    ]);
  });
});
