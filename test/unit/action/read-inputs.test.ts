import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inputTable, inputVariable } from '../../../src/action/input-table.ts';
import { readInputs } from '../../../src/action/read-inputs.ts';
import { namingInputs } from '../../../src/job/run-words.ts';
import { planOptions, runChoices } from '../../../src/command/run-options.ts';
import { readActionFile, root } from '../../step-runner/action-file.ts';

const action = readActionFile();
const readme = readFileSync(join(root, 'README.md'), 'utf8');

function read(inputs: Readonly<Record<string, string>>): ReturnType<typeof readInputs> {
  return readInputs(
    Object.fromEntries(
      Object.entries({ suite: 'tests', ...inputs }).map(([name, value]) => [inputVariable(name), value]),
    ),
  );
}

/** As the step does it: what an option's reader says counts as well. */
function readAll(inputs: Readonly<Record<string, string>>): object {
  const { args } = read(inputs);
  return namingInputs(inputTable, () => ({
    ...planOptions(args, root),
    ...runChoices(args, { invocation: [], cwd: root }),
  }));
}

describe('action.yml', () => {
  it('has the inputs that the program reads, with the same defaults', () => {
    expect(action.inputs.map((input) => ({ name: input.name, default: input.default }))).toEqual(
      inputTable.map((entry) => ({ name: entry.name, default: entry.default })),
    );
  });

  it('starts scripts that are there', () => {
    for (const script of [action.main, action.post]) expect(() => readFileSync(join(root, script))).not.toThrow();
  });

  it('is what the README says', () => {
    const rows = (part: 'inputs' | 'outputs'): string | undefined =>
      new RegExp(`<!-- ${part}:begin[^\\n]*-->\\n([^]*?)\\n<!-- ${part}:end -->`).exec(readme)?.[1];
    const shown = (text: string): string => text.replaceAll('|', '\\|');
    expect(rows('inputs')).toBe(
      [
        '| input | | default |',
        '|---|---|---|',
        ...action.inputs.map(
          (input) =>
            `| \`${input.name}\` | ${shown(input.description)} | ` +
            `${input.default === '' ? '' : `\`${input.default}\``} |`,
        ),
      ].join('\n'),
    );
    expect(rows('outputs')).toBe(
      [
        '| output | |',
        '|---|---|',
        ...action.outputs.map((output) => `| \`${output.name}\` | ${shown(output.description)} |`),
      ].join('\n'),
    );
  });
});

describe('the input selftest', () => {
  it('is enough by itself, and takes what concerns the host', () => {
    const { args, selftest } = read({
      ...{ suite: '', selftest: 'true', kernels: 'debian:6.1', accel: 'tcg', jobs: '1' },
      ...{ tests: 'a*', repeat: '3', 'disk-image': 'disk' },
    });
    expect(args.operands).toEqual([]);
    const taken = ['kernel', 'accel', 'jobs', 'test', 'repeat', 'disk-image'].map((name) => selftest?.value(name));
    expect(taken).toEqual(['debian:6.1', 'tcg', '1', undefined, undefined, undefined]);
  });

  it('is not enough where it is false', () => {
    expect(() => read({ suite: '', selftest: 'false' })).toThrow('Input suite: expected the path of a suite');
  });
});

describe('readInputs', () => {
  it('takes the defaults of action.yml', () => {
    const inputs = read(
      Object.fromEntries(
        action.inputs.filter(({ name }) => name !== 'suite').map((input) => [input.name, input.default]),
      ),
    );
    expect({ ...inputs, args: inputs.args.operands }).toEqual({
      args: ['tests'],
      selftest: undefined,
      merge: [],
      failOn: { kind: 'not-ok' },
      annotations: 'auto',
      summary: true,
      upload: 'failure',
      artifactName: undefined,
      retentionDays: undefined,
      cache: 'read-write',
      kvmPermissions: 'fix',
      token: '${{ github.token }}',
    });
  });

  it('reads lists a line each, and gives them to run as they are', () => {
    const { args } = read({
      suite: ' tests \r\n\n  more tests\n',
      kernels: 'debian:6.1\ndebian:6.12',
      machines: 'big=-m 1024 -smp 4\nsmall=-m 256',
      tests: '--verbose',
    });
    expect(args.operands).toEqual(['tests', 'more tests']);
    expect(args.values('kernel')).toEqual(['debian:6.1', 'debian:6.12']);
    expect(args.values('machine')).toEqual(['big=-m 1024 -smp 4', 'small=-m 256']);
    expect(args.values('test')).toEqual(['--verbose']);
    expect(args.flag('verbose')).toBe(false);
  });

  it('tries modules with a suite, or without one', () => {
    const { args } = read({ suite: '', modules: 'drivers/foo\ndrivers/bar CONFIG_BAR=m' });
    expect(args.operands).toEqual([]);
    expect(args.values('smoke')).toEqual(['drivers/foo', 'drivers/bar CONFIG_BAR=m']);
    expect(read({ modules: 'drivers/foo' }).args.operands).toEqual(['tests']);
  });

  it('takes a suite that looks like an option for a suite', () => {
    expect(read({ suite: '--help' }).args.operands).toEqual(['--help']);
  });

  it.each([
    [
      { suite: '' },
      'Input suite: expected the path of a suite, one per line, found nothing. A suite is a directory whose ' +
        'sub-directories hold a run: docs/suite-format.md.',
    ],
    [
      { kernel: 'debian:6.1' },
      /^Input kernel: unknown input; did you mean kernels\? The inputs are suite, modules, kernels, /,
    ],
    [{ kernels: 'redhat:9' }, /^Input kernels: /],
    [{ machines: 'big' }, /^Input machines: /],
    [{ machines: 'big=-qmp stdio' }, /^Input machines: big: /],
    [{ qemu: 'a b c:d' }, /^Input qemu: /],
    [{ 'disk-image': 'not there' }, /^Input disk-image: expected a file at .*, found nothing/],
    [{ accel: 'fast' }, 'Input accel: expected auto, kvm, tcg, found "fast".'],
    [{ jobs: '0' }, 'Input jobs: expected auto or a whole number from 1 to 9999, found "0".'],
    [{ timeout: 'long' }, /^Input timeout: expected a number of seconds /],
    [{ start: 'warm' }, 'Input start: expected auto, clone, cold, found "warm".'],
    [{ repeat: 'x' }, 'Input repeat: expected a whole number from 1 to 9999, found "x".'],
    [{ shuffle: 'yes' }, /^Input shuffle: expected a whole number below /],
    [{ jobs: '1\n2' }, 'Input jobs: expected one line, found 2.'],
    [{ 'fail-on': 'oops' }, /^Input fail-on: expected not-ok, never, or some of pass, .*, found "oops"\.$/],
    [{ annotations: 'all' }, 'Input annotations: expected auto, step, off, found "all".'],
    [{ summary: 'yes' }, 'Input summary: expected true, false, found "yes".'],
    [{ upload: 'on' }, 'Input upload: expected failure, always, never, found "on".'],
    [{ 'retention-days': '0' }, 'Input retention-days: expected a whole number of days from 1 to 999, found "0".'],
    [{ selftest: 'yes' }, 'Input selftest: expected true, false, found "yes".'],
    [{ selftest: 'true', merge: 'out' }, 'Input selftest: expected false where merge is given, because then nothing'],
    [{ cache: 'on' }, 'Input cache: expected true, read, false, found "on".'],
    [{ 'kvm-permissions': 'repair' }, 'Input kvm-permissions: expected fix, leave, found "repair".'],
  ])('refuses %j by name', (inputs, message) => {
    expect(() => readAll(inputs)).toThrow(message);
  });
});
