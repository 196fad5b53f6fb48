import { describe, expect, it } from 'vitest';
import { planOptions, runChoices } from '../../../src/command/run-options.ts';
import { inputTable, inputVariable } from '../../../src/gitlab/input-table.ts';
import { readInputs } from '../../../src/gitlab/read-inputs.ts';
import { namingInputs } from '../../../src/job/run-words.ts';
import { root } from '../../step-runner/action-file.ts';
import { readComponent } from './component.ts';

/** The inputs as GitLab gives them to a job that leaves them at their defaults. */
const defaults = {
  suite: '["tests"]',
  kernels: '[]',
  machines: '[]',
  qemu: '',
  'disk-image': '',
  accel: 'auto',
  jobs: '0',
  tests: '[]',
  'test-tags': '[]',
  timeout: '0',
  start: 'auto',
  repeat: '1',
  shuffle: 'false',
  'fail-on': '["not-ok"]',
  history: '',
  'history-runs': 'default-branch',
};

function read(inputs: Readonly<Record<string, string>>): ReturnType<typeof readInputs> {
  const all = Object.entries({ ...defaults, ...inputs });
  return readInputs(Object.fromEntries(all.map(([name, value]) => [inputVariable(name), value])));
}

/** As the job does it: what an option's reader says counts as well. */
function readAll(inputs: Readonly<Record<string, string>>): object {
  const { args } = read(inputs);
  return namingInputs(inputTable, () => ({
    ...planOptions(args, root),
    ...runChoices(args, { invocation: [], cwd: root }),
  }));
}

describe('the inputs of the GitLab component', () => {
  it('are those of run, with its defaults', () => {
    const { args, failOn, work } = read({});
    expect({ operands: args.operands, failOn, work }).toEqual({
      operands: ['tests'],
      failOn: { kind: 'not-ok' },
      work: { kind: 'run' },
    });
    expect(readAll({})).toMatchObject({ kernels: [], tests: [], timeoutMs: undefined, jobs: 'auto', repeat: 1 });
  });

  it('are read from arrays, numbers and booleans', () => {
    const { args } = read({
      suite: '["tests","more \\"tests\\""]',
      kernels: '["debian:6.1", "debian:6.12"]',
      machines: '["big=-m 1024 -smp 4"]',
      timeout: '30',
      shuffle: 'true',
      'fail-on': '["crash","hang"]',
    });
    expect(args.operands).toEqual(['tests', 'more "tests"']);
    expect(args.values('kernel')).toEqual(['debian:6.1', 'debian:6.12']);
    expect(args.values('machine')).toEqual(['big=-m 1024 -smp 4']);
    expect(args.value('timeout')).toBe('30');
    expect(args.value('shuffle')).toBe('');
  });

  it('may have one value per line, for a job that sets a variable itself', () => {
    expect(read({ kernels: 'debian:6.1\n debian:6.12\n' }).args.values('kernel')).toEqual([
      'debian:6.1',
      'debian:6.12',
    ]);
  });

  it('are of the types that the component declares, so that GitLab refuses nothing that they take', () => {
    const wrong: Readonly<Record<string, readonly string[]>> = { number: ['x', 'auto', '1e3'], boolean: ['1', 'yes'] };
    for (const { name, type } of readComponent().inputs.filter((input) =>
      inputTable.some(({ name: own }) => own === input.name),
    )) {
      expect(['array', 'string', 'number', 'boolean']).toContain(type);
      if (name === 'parallel') continue;
      for (const value of wrong[type] ?? []) expect(() => read({ [name]: value })).toThrow(`Input ${name}: expected`);
    }
  });

  it('take only branches that the pattern of the component takes', () => {
    const pattern = /^ {4}history:\n(?:.*\n)*? {6}regex: (.*)$/m.exec(readComponent().text)?.[1] ?? '';
    for (const name of ['', 'driver-history', 'ci/history.v2']) {
      expect(name).toMatch(new RegExp(pattern));
      expect(() => read({ history: name })).not.toThrow();
    }
    for (const name of ['-x', 'a b', "a'b", '$x', 'ä']) {
      expect(name).not.toMatch(new RegExp(pattern));
      expect(() => read({ history: name })).toThrow('Input history: ');
    }
  });

  it('say which shard this is, or what is merged', () => {
    const shard = read({ parallel: '2/3' });
    expect([shard.work, shard.args.value('shard')]).toEqual([{ kind: 'shard', index: '2' }, '2/3']);
    expect(read({ merge: 'qdt-parts' }).work).toEqual({ kind: 'merge', directories: ['qdt-parts'] });
  });

  it.each([
    [{ suite: '[]' }, /^Input suite: expected the path of a suite/],
    [{ kernel: 'debian:6.1' }, /^Input kernel: unknown input; did you mean kernels\?/],
    [{ kernels: '["redhat:9"]' }, /^Input kernels: /],
    [{ kernels: '["debian:6.1"' }, /^Input kernels: expected an array of texts: /],
    [{ kernels: '[["debian:6.1"]]' }, 'Input kernels: expected an array of texts, found ["debian:6.1"] in it.'],
    [{ kernels: '["a\\nb"]' }, 'Input kernels: expected one line in each text, found "a\\nb".'],
    [{ machines: '["big=-qmp stdio"]' }, /^Input machines: big: /],
    [{ shuffle: '7' }, 'Input shuffle: expected true or false, found "7".'],
    [{ jobs: 'auto' }, 'Input jobs: expected a number, found "auto".'],
    [{ timeout: '30 s' }, 'Input timeout: expected a number, found "30 s".'],
    [{ history: '-x' }, /^Input history: expected the name of a branch /],
    [{ 'history-runs': 'some' }, 'Input history-runs: expected default-branch, branches, all, found "some".'],
    [{ accel: 'fast' }, 'Input accel: expected auto, kvm, tcg, found "fast".'],
    [{ jobs: '-1' }, 'Input jobs: expected auto or a whole number from 1 to 9999, found "-1".'],
    [{ timeout: '-3' }, /^Input timeout: expected a number of seconds /],
    [{ repeat: '0' }, 'Input repeat: expected a whole number from 1 to 9999, found "0".'],
    [{ 'fail-on': '["boom"]' }, /^Input fail-on: expected not-ok, never, or some of .*, found "boom"\.$/],
    [{ suite: `["${'x'.repeat(70_000)}"]` }, /^Input suite: expected at most 65536 characters, found 70004\.$/],
  ])('refuse %j by their name', (inputs, message) => {
    expect(() => readAll(inputs)).toThrow(message);
  });
});
