import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A place below this directory in which this test's scratch directories are the only ones. */
export function ownScratchParent(root: string): string {
  const before = process.env['TMPDIR'];
  const parent = join(root, 'tmp');
  mkdirSync(parent, { recursive: true });
  process.env['TMPDIR'] = parent;
  onTestFinished(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  });
  return parent;
}
