import { describe, expect, it } from 'vitest';
import { parseSuiteAt } from '../../../src/suite/parse-suite.ts';
import { formatProblem } from '../../../src/suite/suite-problem.ts';
import type { Suite, SuiteProblem } from '../../../src/suite/suite.ts';
import { executable, goodTest, memoryLookUp, parseSketch, problemsOf, symlink, unreadable } from './memory-tree.ts';

describe('the problems of a suite', () => {
  it('are all reported together, ordered by place', () => {
    const parse = parseSketch({
      'notes.txt': '',
      setup: 'echo',
      info: { kernal: 'debian:6.12', timeout: 'ten', 'expect-console': 'allow\nallow (\n' },
      b: { run: executable(), data: { run: '', up: symlink('../../..') } },
      a: { run: executable(), info: { 'qemu-args': "'" } },
    });
    expect(problemsOf(parse).map((problem) => problem.split('\n')[0])).toEqual([
      "edu/a/info/qemu-args:1: the quote ' is opened here and never closed",
      `edu/b/data/run: data/ may not contain "run": the test's folder in the guest has an entry with ` + 'that name',
      'edu/b/data/up: found a link to "../../..", which is outside the suite',
      'edu/info/expect-console:1: expected a regular expression after allow, found nothing',
      'edu/info/expect-console:2: "(" is not a regular expression: Unterminated group',
      'edu/info/kernal: unknown field "kernal"',
      'edu/info/timeout:1: expected a number of seconds above 0, such as 60 or 2.5; found "ten"',
      'edu/notes.txt: expected setup, teardown, info or the directory of a test, found another file',
      'edu/setup: expected an executable, found a file without the execute bit',
    ]);
  });

  it('include what further checks find, though there are others', () => {
    const lookUp = memoryLookUp({ work: { edu: { t: goodTest, info: { kernel: 'debian:six', timeout: 'ten' } } } });
    const checks = ({ kernel }: Suite): readonly SuiteProblem[] => [
      { file: '/work/edu/info/kernel', line: 1, message: `${kernel ?? 'no kernel'}: bad`, hint: undefined },
    ];
    expect(problemsOf(parseSuiteAt('/work/edu', lookUp, checks)).map((problem) => problem.split('\n')[0])).toEqual([
      'edu/info/kernel:1: debian:six: bad',
      'edu/info/timeout:1: expected a number of seconds above 0, such as 60 or 2.5; found "ten"',
    ]);
  });

  it('include what further checks find in a suite that has no others', () => {
    const lookUp = memoryLookUp({ work: { edu: { t: goodTest } } });
    const checks = ({ directory }: Suite): readonly SuiteProblem[] => [
      { file: directory, line: undefined, message: 'bad', hint: undefined },
    ];
    expect(problemsOf(parseSuiteAt('/work/edu', lookUp, checks))).toEqual(['edu: bad']);
  });

  it('are found in the test that a wrong name hides', () => {
    const problems = problemsOf(parseSketch({ 'a b': { ...goodTest, info: { timeout: '0' } } }));
    expect(problems.map((problem) => problem.split('\n')[0])).toEqual([
      'edu/a b: a name may hold letters, digits, ".", "_" and "-", found "a b"',
      'edu/a b/info/timeout:1: expected at least 0.001 seconds; found "0"',
    ]);
  });
});

describe('the path of a suite', () => {
  const lookUp = memoryLookUp({
    work: {
      edu: { t: goodTest },
      boot: { t: goodTest },
      'my suite': { t: goodTest },
      notes: '',
      gone: symlink('nowhere'),
      secret: unreadable,
    },
  });

  it.each([
    ['/work/edv', 'edv: no such directory\n  hint: Did you mean edu?'],
    [
      '/work/else',
      'else: no such directory\n  hint: Give the path of a suite: a directory with one directory per test.',
    ],
    [
      '/nowhere/edu',
      '/nowhere/edu: no such directory\n  hint: Give the path of a suite: a directory with one ' +
        'directory per test.',
    ],
    ['/work/notes', 'notes: expected a directory, found a file\n  hint: Make it a directory, or delete it.'],
    [
      '/work/gone',
      'gone: found a link to "nowhere", which does not exist\n  hint: Correct the link, or put the ' +
        'file itself here.',
    ],
    ['/work/secret', 'secret: cannot be read: permission denied\n  hint: Check its owner and mode with ls -l.'],
    [
      '/work/boot',
      'boot: a suite cannot be called "boot": the results store the logs of the boot under that name\n ' +
        ' hint: Rename the directory.',
    ],
    [
      '/work/my suite',
      'my suite: a name may hold letters, digits, ".", "_" and "-", found "my suite"\n  hint: Rename it: the ' +
        'name becomes a part of paths, reports and command lines.',
    ],
  ])('%s', (path, problem) => {
    expect(problemsOf(parseSuiteAt(path, lookUp)).join('\n')).toBe(problem);
  });
});

describe('formatProblem', () => {
  const problem = { file: '/work/my edu/t/run', line: 3, message: 'broken', hint: "chmod +x '/work/my edu/t/run'" };

  it('shows a file below the working directory relative to it, in the hint too', () => {
    expect(formatProblem(problem, '/work', { path: String, words: String })).toBe(
      "my edu/t/run:3: broken\n  hint: chmod +x 'my edu/t/run'",
    );
  });

  it('shows a file elsewhere by its whole path', () => {
    expect(formatProblem(problem, '/work/my', { path: String, words: String })).toBe(
      "/work/my edu/t/run:3: broken\n  hint: chmod +x '/work/my edu/t/run'",
    );
  });

  it('shows the working directory as a dot, and leaves out unknown parts', () => {
    expect(
      formatProblem({ file: '/work', line: undefined, message: 'broken', hint: undefined }, '/work', {
        path: String,
        words: String,
      }),
    ).toBe('.: broken');
  });
});
