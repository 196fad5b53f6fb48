import { expect, it } from 'vitest';
import { type CodeUnderTest, fileUnderTest, inProject } from '../../../../src/diagnose/source/code-place.ts';

const code: CodeUnderTest = {
  root: '/home/me/project',
  base: '/home/me/project',
  directories: ['drivers/edu'],
  hasFile: (path) => path === 'drivers/edu/edu.c',
};

it.each([
  ['drivers/edu/edu.c', 'drivers/edu/edu.c'],
  ['/home/me/project/drivers/edu/edu.c', 'drivers/edu/edu.c'],
  // As addr2line writes what was compiled in the directory of the module.
  ['drivers/edu/drivers/edu/edu.c', 'drivers/edu/edu.c'],
  ['drivers/edu/gone.c', undefined],
  ['/usr/src/linux/drivers/edu/edu.c', undefined],
  ['lib/string.c', undefined],
])('a source is under test, however the debug information names it: %s', (file, expected) => {
  expect(fileUnderTest(file, code)).toBe(expected);
});

it('a frame elsewhere stays as it is', () => {
  const frame = { function: 'strlen', file: 'lib/string.c', line: 3 };
  expect(inProject(frame, code)).toBe(frame);
  expect(inProject({ ...frame, file: 'drivers/edu/drivers/edu/edu.c' }, code)).toEqual({
    ...frame,
    file: '/home/me/project/drivers/edu/edu.c',
  });
});
