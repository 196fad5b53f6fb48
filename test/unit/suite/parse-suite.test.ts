import { describe, expect, it } from 'vitest';
import { plainBuild } from '../plan/plan-request.ts';
import { parseSuiteAt } from '../../../src/suite/parse-suite.ts';
import type { Suite, SuiteTest } from '../../../src/suite/suite.ts';
import { executable, goodTest, memoryLookUp, parseSketch, problemsOf, type Sketch, symlink } from './memory-tree.ts';

describe('a suite', () => {
  it('needs no more than one directory with a run', () => {
    expect(parseSketch({ hello: goodTest })).toEqual({
      kind: 'suite',
      suite: {
        name: 'edu',
        directory: '/work/edu',
        description: '',
        kernel: undefined,
        qemu: undefined,
        diskImage: undefined,
        qemuArgs: [],
        moduleDirectories: [],
        moduleBuild: plainBuild,
        kernelModules: [],
        kernelConfig: [],
        libDirectory: undefined,
        tags: [],
        linked: [],
        devices: [],
        expectConsole: [],
        setup: undefined,
        teardown: undefined,
        tests: [
          {
            name: 'hello',
            directory: '/work/edu/hello',
            description: '',
            qemuArgs: [],
            timeoutMs: 60_000,
            expectation: { kind: 'pass' },
            devices: [],
            faults: [],
            expectConsole: [],
            start: 'auto',
            afterBug: 'end',
            shutdown: 'skip',
            setup: undefined,
            run: '/work/edu/hello/run',
            teardown: undefined,
            dataDirectory: undefined,
            row: undefined,
            tags: [],
            linked: [],
          },
        ],
      },
    });
  });

  it('may use every field', () => {
    const suite = suiteOf(
      {
        setup: executable(),
        teardown: executable(),
        models: { 'tdc.ts': '' },
        lib: { 'checks.sh': '' },
        info: {
          description: 'The edu device,\nfrom all sides.\n',
          'disk-image': '../root.qcow2\n',
          kernel: ' debian:6.12-rt \n',
          qemu: 'host\n',
          'qemu-args': '-m 512 # more\n-device "edu,id=a b"\n',
          timeout: '2.5\n',
          modules: "# ours\n../driver\n'../other driver' LEVEL=3 'EXTRA_CFLAGS=-DA -DB'  # theirs\n",
          build: executable(),
          werror: '',
          'kernel-modules': 'dummy-hcd usbhid # for all\n',
          'kernel-config': 'CONFIG_PCI=y\n',
          devices: 'tdc0 models/tdc.ts irq=msi "label=a b" # the model\n',
          'expect-console': 'allow edu: dma \\# timeout  # provoked\n',
        },
        all: {
          setup: executable(),
          run: executable(),
          teardown: executable(),
          data: { firmware: 'x' },
          info: {
            description: 'Everything at once',
            'qemu-args': "-device 'edu'",
            timeout: '7',
            'expect-failure': 'crash KASAN: .* in edu_\nbecause the driver is old\n',
            devices: 'tdc1 models/tdc.ts',
            faults: '# from the start\ntdc1 dma-read fail nth=3\n',
            'expect-console': 'require edu: failed\nallow x+y until=2027-01-31  # issue 12\n',
            start: 'cold\n',
            'after-bug': ' continue\n',
            shutdown: 'run\n',
          },
        },
      },
      { 'root.qcow2': 'QFI', driver: { Kbuild: '' }, 'other driver': { Makefile: '' } },
    );
    const test: SuiteTest = {
      name: 'all',
      directory: '/work/edu/all',
      description: 'Everything at once',
      qemuArgs: ['-device', 'edu'],
      timeoutMs: 7000,
      expectation: { kind: 'crash', title: /KASAN: .* in edu_/ },
      devices: [
        {
          id: 'tdc1',
          path: '/work/edu/models/tdc.ts',
          parameters: new Map(),
          file: '/work/edu/all/info/devices',
          line: 1,
        },
      ],
      faults: [{ text: 'tdc1 dma-read fail nth=3', file: '/work/edu/all/info/faults', line: 2 }],
      expectConsole: [
        {
          kind: 'require',
          pattern: /edu: failed/,
          reason: '',
          until: undefined,
          file: '/work/edu/all/info/expect-console',
          line: 1,
        },
        {
          kind: 'allow',
          pattern: /x+y/,
          reason: 'issue 12',
          until: '2027-01-31',
          file: '/work/edu/all/info/expect-console',
          line: 2,
        },
      ],
      start: 'cold',
      afterBug: 'continue',
      shutdown: 'run',
      row: undefined,
      setup: '/work/edu/all/setup',
      run: '/work/edu/all/run',
      teardown: '/work/edu/all/teardown',
      dataDirectory: '/work/edu/all/data',
      tags: [],
      linked: [],
    };
    expect(suite).toEqual({
      name: 'edu',
      directory: '/work/edu',
      description: 'The edu device,\nfrom all sides.',
      kernel: 'debian:6.12-rt',
      qemu: 'host',
      diskImage: '/work/root.qcow2',
      qemuArgs: ['-m', '512', '-device', 'edu,id=a b'],
      moduleDirectories: ['/work/driver', '/work/other driver'],
      moduleBuild: {
        variables: new Map([
          ['/work/driver', []],
          ['/work/other driver', ['LEVEL=3', 'EXTRA_CFLAGS=-DA -DB']],
        ]),
        prepare: '/work/edu/info/build',
        warningsAreErrors: true,
      },
      kernelModules: ['dummy_hcd', 'usbhid'],
      kernelConfig: [{ symbol: 'PCI', value: 'y', file: '/work/edu/info/kernel-config', line: 1 }],
      libDirectory: '/work/edu/lib',
      devices: [
        {
          id: 'tdc0',
          path: '/work/edu/models/tdc.ts',
          parameters: new Map([
            ['irq', 'msi'],
            ['label', 'a b'],
          ]),
          file: '/work/edu/info/devices',
          line: 1,
        },
      ],
      expectConsole: [
        {
          kind: 'allow',
          pattern: /edu: dma \# timeout/,
          reason: 'provoked',
          until: undefined,
          file: '/work/edu/info/expect-console',
          line: 1,
        },
      ],
      setup: '/work/edu/setup',
      teardown: '/work/edu/teardown',
      tags: [],
      linked: [],
      tests: [test],
    });
  });

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

function suiteOf(sketch: Readonly<Record<string, Sketch>>, beside?: Readonly<Record<string, Sketch>>): Suite {
  const parse = parseSketch(sketch, beside);
  if (parse.kind === 'suite') return parse.suite;
  throw new Error(problemsOf(parse).join('\n'));
}
