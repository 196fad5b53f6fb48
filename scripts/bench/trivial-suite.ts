import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a suite of tests that do nothing, so that everything except the test is measured. Returns its directory. */
export function writeTrivialSuite(parent: string, count: number, run = 'exit 0'): string {
  const directory = join(parent, `trivial-${count}-${run.replaceAll(/\W+/g, '-')}`);
  for (let number = 1; number <= count; number++) {
    const test = join(directory, `test-${String(number).padStart(4, '0')}`);
    mkdirSync(test, { recursive: true });
    writeFileSync(join(test, 'run'), `#!/bin/sh\n${run}\n`, { mode: 0o755 });
  }
  return directory;
}
