import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reseedProgram } from '../../../src/provision/reseed-program.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

it('runs, asks its standard input to reseed, and ends with the error number', () => {
  const program = join(temporaryDirectory(), 'reseed');
  writeFileSync(program, reseedProgram(), { mode: 0o755 });
  const ENOTTY = 25;
  expect(spawnSync(program, { stdio: ['pipe', 'ignore', 'ignore'] })).toMatchObject({ status: ENOTTY, signal: null });
});
