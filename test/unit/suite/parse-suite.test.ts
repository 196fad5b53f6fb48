import { describe, expect, it } from 'vitest';
import { parseSuiteAt } from '../../../src/suite/parse-suite.ts';
import { executable, goodTest, memoryLookUp, parseSketch, problemsOf, suiteOf, symlink } from './memory-tree.ts';

describe('a suite', () => {
  it('lists its tests in the order of their names, whatever the locale says', () => {
    const suite = suiteOf({ b: goodTest, 'a-1': goodTest, B2: goodTest, a_1: goodTest });
    expect(suite.tests.map(({ name }) => name)).toEqual(['B2', 'a-1', 'a_1', 'b']);
  });

  it('may limit the time of a boot', () => {
    expect(suiteOf({ info: { 'boot-timeout': '2.5' }, t: goodTest }).bootTimeoutMs).toBe(2500);
    expect(suiteOf({ t: goodTest }).bootTimeoutMs).toBeUndefined();
  });

  it('gives a test without a timeout the one of the suite', () => {
    const suite = suiteOf({ info: { timeout: '5' }, own: { ...goodTest, info: { timeout: '0.25' } }, none: goodTest });
    expect(suite.tests.map(({ name, timeoutMs }) => [name, timeoutMs])).toEqual([
      ['none', 5000],
      ['own', 250],
    ]);
  });

  it("gives every test the suite's tags, and then its own", () => {
    const suite = suiteOf({
      info: { tags: 'net  # all of them\n' },
      own: { ...goodTest, info: { tags: '# of this one\n slow\tv6.1\nnet' } },
      none: { ...goodTest, info: { tags: '' } },
    });
    expect([suite, ...suite.tests].map(({ tags }) => tags)).toEqual([['net'], ['net'], ['net', 'slow', 'v6.1']]);
  });

  it.each([
    ['a path', 'bzImage', '/work/edu/bzImage'],
    ['an absolute path', '/work/vmlinuz', '/work/vmlinuz'],
    ['a path with its modules', 'bzImage,modules=../modules', '/work/edu/bzImage,modules=/work/modules'],
    ['a spec', 'debian:6.12', 'debian:6.12'],
  ])('takes as its kernel %s', (_title, written, kernel) => {
    const beside = { vmlinuz: 'x', modules: {} };
    const own = written.startsWith('bzImage') ? { bzImage: 'x' } : {};
    expect(suiteOf({ t: goodTest, info: { kernel: written }, ...own }, beside).kernel).toBe(kernel);
  });

  it('takes for a path what looks like a spec when such a file is there', () => {
    expect(suiteOf({ t: goodTest, info: { kernel: 'debian:6.12' }, 'debian:6.12': 'x' }).kernel).toBe(
      '/work/edu/debian:6.12',
    );
  });

  it.each([
    ['default', 'default'],
    ['debian:trixie', 'debian:trixie'],
    ['../qemu', '/work/qemu'],
  ])('takes %s as its QEMU', (written, qemu) => {
    expect(suiteOf({ t: goodTest, info: { qemu: written } }, { qemu: executable() }).qemu).toBe(qemu);
  });

  it.each([
    ['an empty file', '', { kind: 'any-failure' }],
    ['blank lines', '\n \n', { kind: 'any-failure' }],
    ['fail', 'fail\n', { kind: 'fail' }],
    ['timeout', ' timeout\n', { kind: 'timeout' }],
    ['hang, and prose after it', '\nhang\nThe device never answers.\n', { kind: 'hang' }],
    ['crash', 'crash', { kind: 'crash', title: undefined }],
    ['crash with a title', 'crash BUG: .*#1 in foo  ', { kind: 'crash', title: /BUG: .*#1 in foo/ }],
  ])('understands expect-failure: %s', (_title, text, expectation) => {
    expect(suiteOf({ t: { ...goodTest, info: { 'expect-failure': text } } }).tests[0]?.expectation).toEqual(
      expectation,
    );
  });

  it.each([
    ['a comment after white space', 'allow a b # why', /a b/, 'why'],
    ['a # inside a word', 'allow a#b', /a#b/, ''],
    ['an escaped #', String.raw`allow a \# b # why \# not`, /a \# b/, String.raw`why \# not`],
    ['an escaped backslash before a comment', String.raw`allow a\\ # why`, /a\\/, 'why'],
    ['blanks between the words', 'allow \t a  b ', /a  b/, ''],
  ])('understands expect-console: %s', (_title, line, pattern, reason) => {
    const [expectation] = suiteOf({ t: goodTest, info: { 'expect-console': `# first\n\n${line}\n` } }).expectConsole;
    expect(expectation).toEqual({
      kind: 'allow',
      pattern,
      reason,
      until: undefined,
      file: '/work/edu/info/expect-console',
      line: 3,
    });
  });

  it('counts until= the same before the # and in the reason', () => {
    const suite = suiteOf({
      t: goodTest,
      info: { 'expect-console': 'allow a until=2027-01-31\nallow a # until=2028-02-29 issue 7' },
    });
    expect(suite.expectConsole.map(({ pattern, reason, until }) => [pattern.source, reason, until])).toEqual([
      ['a', '', '2027-01-31'],
      ['a', 'issue 7', '2028-02-29'],
    ]);
  });

  it('may be written with a byte order mark and with CR LF, or without a last line end', () => {
    const suite = suiteOf({
      t: { ...goodTest, info: { description: 'one\r\ntwo\r\n', timeout: '3\r\n' } },
      info: {
        kernel: '\uFEFFdebian:6.1\r\n',
        'qemu-args': '-m 1 \\\r\n-smp 2\r\n-cpu max',
        'expect-console': 'allow a\r\nallow b',
      },
    });
    expect([suite.kernel, suite.qemuArgs, suite.expectConsole.map(({ pattern }) => pattern.source)]).toEqual([
      'debian:6.1',
      ['-m', '1', '-smp', '2', '-cpu', 'max'],
      ['a', 'b'],
    ]);
    expect(suite.tests[0]).toMatchObject({ description: 'one\ntwo', timeoutMs: 3000 });
  });

  it('may hold links that stay inside it', () => {
    const suite = suiteOf({
      a: { ...goodTest, data: { fw: '1' } },
      b: { run: symlink('../a/run'), data: { fw: symlink('../../a/data/fw') } },
      c: symlink('a'),
    });
    expect(suite.tests.map(({ run, dataDirectory }) => [run, dataDirectory])).toEqual([
      ['/work/edu/a/run', '/work/edu/a/data'],
      ['/work/edu/b/run', '/work/edu/b/data'],
      ['/work/edu/c/run', '/work/edu/c/data'],
    ]);
  });

  it('may have a test with a lib of its own where the suite has none', () => {
    const suite = suiteOf({ t: { ...goodTest, data: { lib: { 'checks.sh': '' } } } });
    expect([suite.libDirectory, suite.tests[0]?.dataDirectory]).toEqual([undefined, '/work/edu/t/data']);
  });

  it('says what its links lead to', () => {
    const suite = suiteOf({
      a: { ...goodTest, data: { fw: '1', again: symlink('fw') } },
      b: { run: symlink('../a/run'), data: { fw: symlink('../../a/data/fw') }, info: { timeout: '7' } },
      c: symlink('a'),
      setup: symlink('a/run'),
      info: { timeout: symlink('../b/info/timeout') },
      'README.md': symlink('b/info/timeout'),
    });
    expect([suite, ...suite.tests].map(({ linked }) => linked)).toEqual([
      ['/work/edu/b/info/timeout', '/work/edu/a/run'],
      [],
      ['/work/edu/a/run', '/work/edu/a/data/fw'],
      ['/work/edu/a', '/work/edu/a/data/fw'],
    ]);
  });

  it('may hold whatever its info files name', () => {
    const parse = parseSketch({
      t: { ...goodTest, info: { devices: 'd models/deep/d.ts' } },
      boot: { bzImage: 'x', modules: {} },
      models: { deep: { 'd.ts': '' } },
      driver: { src: { Makefile: '' } },
      'root.img': 'x',
      info: { kernel: 'boot/bzImage,modules=boot/modules', 'disk-image': 'root.img', modules: 'driver/src' },
    });
    expect(problemsOf(parse)).toEqual([]);
  });

  it('is named by the path used, and may be behind a link', () => {
    const shared = {
      t: { ...goodTest, data: { fw: symlink('../../u/data/fw') } },
      u: { ...goodTest, data: { fw: '1' } },
    };
    const parse = parseSuiteAt(
      '/work/edu',
      memoryLookUp({ work: { edu: symlink('../store/edu-v2') }, store: { 'edu-v2': shared } }),
    );
    expect(problemsOf(parse)).toEqual([]);
    expect(parse).toMatchObject({
      suite: {
        name: 'edu',
        directory: '/work/edu',
        tests: [{ run: '/work/edu/t/run', linked: ['/work/edu/u/data/fw'] }, { run: '/work/edu/u/run' }],
      },
    });
  });
});
