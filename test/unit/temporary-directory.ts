import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { removeTree } from '../../src/host/files/scratch-directory.ts';

/** A directory that is gone when the test has ended. */
export function temporaryDirectory(): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'qdt-unit-')));
  onTestFinished(() => removeTree(path));
  return path;
}
