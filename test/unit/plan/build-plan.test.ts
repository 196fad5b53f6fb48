import { describe, expect, it } from 'vitest';
import { disk, kernel, machine, planOf, planProblemsOf, qemu, suite, suiteTest, testsOf } from './plan-request.ts';

const edu = suite('/work/edu', ['dma', 'irq']);

describe('a plan', () => {
  it('has one cell unless more is asked for: debian:6.12, the default machine and the default QEMU', () => {
    expect(planOf([edu])).toEqual({
      cells: [
        {
          id: 'debian-6.12-default',
          kernel: {
            kind: 'distribution',
            text: 'debian:6.12',
            distribution: 'debian',
            series: '6.12',
            flavour: 'generic',
            arch: 'x86_64',
          },
          machine: { name: 'default', args: ['-m', '256M', '-smp', '1'] },
          qemu: { kind: 'default', text: 'default' },
          arch: 'x86_64',
        },
      ],
      tests: ['dma', 'irq'].map((name) => ({
        id: `edu/${name}`,
        cell: expect.objectContaining({ id: 'debian-6.12-default' }) as unknown,
        suite: edu,
        test: suiteTest('/work/edu', name),
        timeoutMs: 60_000,
        diskImage: undefined,
      })),
    });
  });

  it('runs every test in every kernel on every machine: cells in order, then suites, then names', () => {
    const plan = planOf([suite('/work/usb', ['hub']), edu], {
      kernels: [kernel('debian:6.1'), kernel('debian:6.12-rt')],
      machines: [machine('small=-m 256'), machine('big=-m 1024 -smp 4')],
    });
    expect(testsOf(plan)).toEqual(
      ['debian-6.1-small', 'debian-6.1-big', 'debian-6.12-rt-small', 'debian-6.12-rt-big'].flatMap((cell) => [
        `${cell}: usb/hub`,
        `${cell}: edu/dma`,
        `${cell}: edu/irq`,
      ]),
    );
  });

  it("takes a suite's own kernel and QEMU where no option names one", () => {
    const old = suite('/work/old', ['t'], { kernel: 'debian:6.1', qemu: 'host' });
    const plan = planOf([old, edu]);
    expect(plan.tests.map(({ id, cell }) => [id, cell.id, cell.kernel.text, cell.qemu.text])).toEqual([
      ['old/t', 'debian-6.1-default', 'debian:6.1', 'host'],
      ['edu/dma', 'debian-6.12-default', 'debian:6.12', 'default'],
      ['edu/irq', 'debian-6.12-default', 'debian:6.12', 'default'],
    ]);
  });

  it("prefers options to the suite's own values", () => {
    const own = suite('/work/own', ['t'], { kernel: 'debian:6.1', qemu: 'host', diskImage: '/work/own.img' });
    const plan = planOf([own], {
      kernels: [kernel('debian:6.12')],
      qemu: qemu('debian:trixie'),
      diskImage: disk('/work/other.img'),
      timeoutMs: 5,
    });
    expect(
      plan.tests.map(({ cell, diskImage, timeoutMs }) => [
        cell.kernel.text,
        cell.qemu.text,
        diskImage?.text,
        timeoutMs,
      ]),
    ).toEqual([['debian:6.12', 'debian:trixie', '/work/other.img', 5]]);
  });

  it("keeps a suite's disk image and a test's timeout where no option is given", () => {
    const own = suite('/work/own', [], {
      diskImage: '/work/own.img',
      tests: [suiteTest('/work/own', 't', { timeoutMs: 1500 })],
    });
    expect(planOf([own]).tests).toMatchObject([{ diskImage: disk('/work/own.img'), timeoutMs: 1500 }]);
  });

  it('makes one cell of a kernel or a machine that is named twice', () => {
    const plan = planOf([edu], {
      kernels: [kernel('debian:6.1'), kernel('debian:6.1')],
      machines: [machine('m=-m 1'), machine('m=-m 1')],
    });
    expect(plan.cells.map(({ id }) => id)).toEqual(['debian-6.1-m']);
  });

  it('lets suites share a cell that they name differently', () => {
    const plan = planOf([suite('/work/a', ['t'], { qemu: 'default', kernel: 'debian:6.12' }), edu]);
    expect(testsOf(plan)).toEqual([
      'debian-6.12-default: a/t',
      'debian-6.12-default: edu/dma',
      'debian-6.12-default: edu/irq',
    ]);
  });

  it('has no cell in which nothing runs, and the same ids with --test and without', () => {
    const a = suite('/work/a', ['t'], { qemu: 'host' });
    expect(planOf([a, edu]).cells.map(({ id }) => id)).toEqual([
      'debian-6.12-default-qemu-host',
      'debian-6.12-default-qemu-default',
    ]);
    expect(planOf([a, edu], { tests: ['t'] }).cells.map(({ id }) => id)).toEqual(['debian-6.12-default-qemu-host']);
  });
});

describe('--test', () => {
  const usb = suite('/work/usb', ['dma', 'hub-1', 'hub-2']);
  it.each([
    [['dma'], ['usb/dma', 'edu/dma']],
    [['edu/*'], ['edu/dma', 'edu/irq']],
    [
      ['*/dma', 'irq'],
      ['usb/dma', 'edu/dma', 'edu/irq'],
    ],
    [['hub-?'], ['usb/hub-1', 'usb/hub-2']],
    [
      ['dma', 'usb/dma'],
      ['usb/dma', 'edu/dma'],
    ],
  ])('%j selects %j', (tests, ids) => {
    expect(planOf([usb, edu], { tests }).tests.map(({ id }) => id)).toEqual(ids);
  });

  it.each([
    [['dna'], 'no test matches --test dna\n  hint: Did you mean dma?'],
    [['usb/hub'], 'no test matches --test usb/hub\n  hint: Did you mean usb/hub-1, usb/hub-2?'],
    [['hub-3*', 'dma'], 'no test matches --test hub-3*\n  hint: Did you mean hub-1, hub-2?'],
    [
      ['firmware', 'nothing-like-it'],
      'no test matches --test firmware, nor --test nothing-like-it\n  hint: The tests are usb/dma, usb/hub-1, ' +
        'usb/hub-2, edu/dma, edu/irq; the command list shows all of them.',
    ],
  ])('%j is refused', (tests, problem) => {
    expect(planProblemsOf([usb, edu], { tests })).toEqual([problem]);
  });
});

describe('a test with a table', () => {
  const row = (name: string, size: string): ReturnType<typeof suiteTest> =>
    suiteTest('/work/edu', `dma@${name}`, {
      directory: '/work/edu/dma',
      row: { name, variables: new Map([['SIZE', size]]), file: '/work/edu/dma/info/each', line: 2 },
    });
  const table = suite('/work/edu', [], {
    tests: [row('small', '16'), row('large', '4096'), suiteTest('/work/edu', 'irq')],
  });

  it.each([
    [['dma'], ['edu/dma@small', 'edu/dma@large']],
    [['edu/dma'], ['edu/dma@small', 'edu/dma@large']],
    [['dma@small'], ['edu/dma@small']],
    [['edu/dma@l*'], ['edu/dma@large']],
    [['*'], ['edu/dma@small', 'edu/dma@large', 'edu/irq']],
  ])('%j selects %j', (tests, ids) => {
    expect(planOf([table], { tests }).tests.map(({ id }) => id)).toEqual(ids);
  });

  it('is told from a row that is not there', () => {
    expect(planProblemsOf([table], { tests: ['edu/dma@smal'] })).toEqual([
      'no test matches --test edu/dma@smal\n  hint: Did you mean edu/dma@small?',
    ]);
  });
});

describe('--tag', () => {
  const tagged = suite('/work/edu', [], {
    tests: [
      suiteTest('/work/edu', 'dma', { tags: ['dma', 'slow'] }),
      suiteTest('/work/edu', 'dma-irq', { tags: ['dma', 'irq'] }),
      suiteTest('/work/edu', 'irq', { tags: ['irq'] }),
      suiteTest('/work/edu', 'probe'),
    ],
  });

  it.each([
    [['dma'], ['dma', 'dma-irq']],
    [
      ['slow', 'irq'],
      ['dma', 'dma-irq', 'irq'],
    ],
    [['!slow'], ['dma-irq', 'irq', 'probe']],
    [['!slow', '!irq'], ['probe']],
    [['dma', '!slow'], ['dma-irq']],
    [['!nothing-like-it'], ['dma', 'dma-irq', 'irq', 'probe']],
  ])('%j selects %j', (tags, names) => {
    expect(planOf([tagged], { tags }).tests.map(({ test }) => test.name)).toEqual(names);
  });

  it('restricts what --test selects, as --test does what it selects', () => {
    expect(planOf([tagged], { tags: ['irq'], tests: ['dma*'] }).tests.map(({ id }) => id)).toEqual(['edu/dma-irq']);
  });

  it.each([
    [['slwo'], 'no test has the tag slwo\n  hint: Did you mean slow?'],
    [['!slwo'], 'no test has the tag slwo\n  hint: Did you mean slow?'],
    [['network'], 'no test has the tag network\n  hint: The tags are dma, irq, slow.'],
    [
      ['dma irq'],
      '--tag: expected NAME or !NAME, found "dma irq"\n  hint: A name has letters, digits, ".", "_" and "-". ' +
        'Give --tag once for each tag.',
    ],
    [
      ['!'],
      '--tag: expected NAME or !NAME, found "!"\n  hint: A name has letters, digits, ".", "_" and "-". ' +
        'Give --tag once for each tag.',
    ],
    [
      ['slow', '!dma'],
      "no test is left by --tag slow --tag '!dma'\n  hint: The command list shows the tags of all tests.",
    ],
  ])('%j is refused', (tags, problem) => {
    expect(planProblemsOf([tagged], { tags })).toEqual([problem]);
  });

  it('is refused where no test has a tag', () => {
    expect(planProblemsOf([edu], { tags: ['slow'] })).toEqual([
      'no test has the tag slow\n  hint: No test has a tag. Tags are words in info/tags.',
    ]);
  });
});

describe('problems', () => {
  it.each([
    [
      'no suite',
      [],
      'expected at least one suite, found none\n  hint: Give the path of a suite, for example: run tests/',
    ],
    [
      'two suites of one name',
      [edu, suite('/other/edu', ['x'])],
      'two suites are called edu: /work/edu and /other/edu\n  hint: Rename one, or run them separately: ' +
        'results are stored under the name of the suite.',
    ],
    ['a suite given twice', [edu, edu], 'the suite /work/edu is given twice\n  hint: Name it once.'],
    [
      "a suite's bad kernel",
      [suite('/work/a', ['t'], { kernel: 'debian:6.12-clod' })],
      '/work/a/info/kernel: debian:6.12-clod: expected the flavour cloud, rt or hwe, found "clod"\n  hint: ' +
        'Did you mean debian:6.12-cloud?',
    ],
    [
      "a suite's bad QEMU",
      [suite('/work/a', ['t'], { qemu: 'debian:' })],
      '/work/a/info/qemu: debian:: expected the name of a suite such as trixie after debian:, found ""\n  ' +
        'hint: A QEMU is default, host (the one on PATH), DISTRIBUTION:SUITE such as debian:trixie or ' +
        'ubuntu:26.04, or a path with a slash in it.',
    ],
  ])('%s', (_title, suites, problem) => {
    expect(planProblemsOf(suites)).toEqual([problem]);
  });

  it('two machines of one name', () => {
    expect(planProblemsOf([edu], { machines: [machine('a=-m 1'), machine('A=-m 2')] })).toEqual([
      'two machines are called A: their arguments are different\n  hint: Give each --machine a name of its own.',
    ]);
  });

  it('are all reported together', () => {
    const problems = planProblemsOf([edu, edu], {
      machines: [machine('a=-m 1'), machine('a=-m 2')],
      tests: ['zzzzzz'],
    });
    expect(problems.map((problem) => problem.split('\n')[0])).toEqual([
      'the suite /work/edu is given twice',
      'two machines are called a: their arguments are different',
      'no test matches --test zzzzzz',
    ]);
  });
});
