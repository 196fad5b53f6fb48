import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const directory = join(import.meta.dirname, '../../integrations/buildbot');
const hasPython = spawnSync('python3', ['--version']).status === 0;

// Buildbot's step reads what a guest wrote. Its readers need nothing but Python.
it.skipIf(!hasPython)('the tests of the Buildbot step pass (python3)', () => {
  const { status, stderr } = spawnSync('python3', ['-B', '-m', 'unittest', 'discover', '-s', 'tests'], {
    cwd: directory,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringMatching(/Ran \d+ tests/) as string });
});
