import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/command/option-table.ts';
import { parseArguments, UsageError } from '../../../src/command/parse-arguments.ts';
import { bailLimit, jobCount, oneOf, planOptions, repeatCount, shuffleSeed } from '../../../src/command/run-options.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

describe('planOptions', () => {
  it('are all absent without options, and the default kernel is one of a distribution', () => {
    const defaultKernel = expect.objectContaining({ kind: 'distribution', flavour: 'generic' }) as unknown;
    expect(options()).toEqual({
      kernels: [],
      smokeKernels: [],
      defaultKernel,
      machines: [],
      qemu: undefined,
      diskImage: undefined,
      tests: [],
      tags: [],
      timeoutMs: undefined,
      bootTimeoutMs: undefined,
      architectureOfFile: expect.any(Function) as unknown,
    });
  });

  it('are parsed, paths against the working directory', () => {
    const cwd = temporaryDirectory();
    writeFileSync(join(cwd, 'disk.img'), '');
    const parsed = planOptions(
      argumentsOf(
        '--kernel',
        'debian:6.1',
        '--kernel',
        './bzImage',
        '--machine',
        'big=-m 1024 -smp 4',
        '--qemu',
        'host',
        '--disk-image',
        'disk.img',
        '--test',
        'dma*',
        '--timeout',
        '2.5',
        '--boot-timeout',
        '300',
      ),
      cwd,
    );
    expect(parsed).toMatchObject({
      kernels: [
        { kind: 'distribution', text: 'debian:6.1' },
        { kind: 'path', image: join(cwd, 'bzImage') },
      ],
      machines: [{ name: 'big', args: ['-m', '1024', '-smp', '4'] }],
      qemu: { kind: 'host' },
      diskImage: { kind: 'path', text: 'disk.img', path: join(cwd, 'disk.img') },
      tests: ['dma*'],
      timeoutMs: 2500,
      bootTimeoutMs: 300_000,
    });
  });

  it.each([
    [['--timeout', '0'], /^--timeout: expected at least 0\.001 seconds, found "0"\.$/],
    [['--timeout', '-1'], /^Option '--timeout' argument is ambiguous/],
    [['--timeout=-1'], /^--timeout: expected a number of seconds above 0, such as 60 or 2\.5, found "-1"\.$/],
    [['--timeout', '1e3'], /^--timeout: expected a number of seconds above 0, such as 60 or 2\.5, found "1e3"\.$/],
    [['--timeout', '99999999999'], /^--timeout: expected at most 604800 seconds \(a week\), found "99999999999"\.$/],
    [['--boot-timeout', '0'], /^--boot-timeout: expected at least 0\.001 seconds, found "0"\.$/],
    [['--kernel', ''], /^--kernel: /],
    [['--machine', 'nothing'], /^--machine: /],
    [
      ['--machine', 'x=-kernel vmlinuz'],
      /^--machine x: -kernel cannot be used here: name the kernel with info\/kernel or --kernel\.$/,
    ],
    [['--machine', 'x=-m'], /^--machine x: -m needs a value: expected one after it, found nothing\.$/],
    [['--disk-image', '/nowhere.img'], /^--disk-image: expected a file at \/nowhere\.img, found nothing\.$/],
    [['--disk-image', '/dev'], /^--disk-image: expected a file at \/dev, found a directory\.$/],
    [['--disk-image', '/dev/null'], /^--disk-image: expected a file at \/dev\/null, found a special file\.$/],
  ])('refuse %j', (words, message) => {
    expect(() => options(...words)).toThrow(UsageError);
    expect(() => options(...words)).toThrow(message);
  });
});

describe('oneOf', () => {
  it('accepts allowed values, and no value as absent', () => {
    expect([oneOf('--accel', ['auto', 'kvm'], 'kvm'), oneOf('--accel', ['auto', 'kvm'], undefined)]).toEqual([
      'kvm',
      undefined,
    ]);
  });

  it.each(['', 'KVM', 'kv', 'toString'])('refuses %j', (given) => {
    expect(() => oneOf('--accel', ['auto', 'kvm'], given)).toThrow(
      new UsageError(`--accel: expected auto, kvm, found ${JSON.stringify(given)}.`),
    );
  });
});

describe('jobCount', () => {
  it.each([
    [undefined, 'auto'],
    ['auto', 'auto'],
    ['1', 1],
    ['64', 64],
  ] as const)('of %j is %j', (given, count) => {
    expect(jobCount(given)).toBe(count);
  });

  it.each(['0', '-1', '1.5', 'two', '', ' 1', '01', '10000'])('refuses %j', (given) => {
    expect(() => jobCount(given)).toThrow(
      new UsageError(`--jobs: expected auto or a whole number from 1 to 9999, found ${JSON.stringify(given)}.`),
    );
  });
});

describe('repeatCount', () => {
  it('is 1 unless given', () => {
    expect([repeatCount(undefined), repeatCount('1'), repeatCount('20')]).toEqual([1, 1, 20]);
  });

  it.each(['0', '-1', '1.5', 'two', '', '10000'])('refuses %j', (given) => {
    expect(() => repeatCount(given)).toThrow(
      new UsageError(`--repeat: expected a whole number from 1 to 9999, found ${JSON.stringify(given)}.`),
    );
  });
});

describe('bailLimit', () => {
  it('is what was given, 1 where no number was given, none without the option', () => {
    expect([bailLimit(undefined), bailLimit(''), bailLimit('3')]).toEqual([undefined, 1, 3]);
  });

  it.each(['0', '-1', '1.5', 'two', '1000000'])('refuses %j', (given) => {
    expect(() => bailLimit(given)).toThrow(
      new UsageError(`--bail: expected a whole number from 1 to 999999, found ${JSON.stringify(given)}.`),
    );
  });
});

describe('shuffleSeed', () => {
  it('is what was given, any where none was given, none without the option', () => {
    expect([
      shuffleSeed(undefined, () => 7),
      shuffleSeed('', () => 7),
      shuffleSeed('0', () => 7),
      shuffleSeed('4294967295', () => 7),
    ]).toEqual([undefined, 7, 0, 4_294_967_295]);
  });

  it.each(['-1', 'x', '1.5', '4294967296', '99999999999'])('refuses %j', (given) => {
    expect(() => shuffleSeed(given, () => 7)).toThrow(
      new UsageError(`--shuffle: expected a whole number below 4294967296, found ${JSON.stringify(given)}.`),
    );
  });
});

function options(...words: readonly string[]): ReturnType<typeof planOptions> {
  return planOptions(argumentsOf(...words), '/work');
}

function argumentsOf(...words: readonly string[]): ReturnType<typeof parseArguments> {
  const run = commands.find(({ name }) => name === 'run');
  if (run === undefined) throw new Error('expected a command run in the table');
  return parseArguments(run, words);
}
