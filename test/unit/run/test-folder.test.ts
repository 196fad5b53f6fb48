import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow } from '../../../src/host/files/file-facts.ts';
import type { PlannedTest } from '../../../src/plan/plan.ts';
import { fillFolder } from '../../../src/run/folder/test-folder.ts';
import { planOf, suite, suiteTest } from '../plan/plan-request.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** A test with data, in a suite with helpers, one of which is a link to another. */
function testIn(root: string): PlannedTest {
  const [tests, libDirectory] = [join(root, 'edu'), join(root, 'edu/lib')];
  const test = suiteTest(tests, 'dma', { dataDirectory: join(tests, 'dma/data') });
  for (const directory of [join(test.directory, 'data'), join(libDirectory, 'deep')])
    mkdirSync(directory, { recursive: true });
  writeFileSync(test.run, '#!/bin/sh\n', { mode: 0o755 });
  writeFileSync(join(test.directory, 'data/firmware'), 'fw');
  writeFileSync(join(libDirectory, 'deep/checks.sh'), 'expect() { :; }\n', { mode: 0o755 });
  symlinkSync('deep/checks.sh', join(libDirectory, 'checks.sh'));
  const [planned] = planOf([suite(tests, [], { libDirectory, tests: [test] })]).tests;
  if (planned === undefined) throw new Error('expected a test');
  return planned;
}

describe("a test's folder", () => {
  it('has its data beside its executables, and a copy of the helpers of its suite in lib/', async () => {
    const root = temporaryDirectory();
    const folder = join(root, 'folder');
    await fillFolder(folder, testIn(root), []);
    expect([...filesBelow(folder)].sort()).toEqual(['firmware', 'lib/checks.sh', 'lib/deep/checks.sh', 'run']);
    expect(readFileSync(join(folder, 'lib/checks.sh'), 'utf8')).toBe('expect() { :; }\n');
  });
});
