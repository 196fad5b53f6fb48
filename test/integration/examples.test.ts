import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { root, runSuite, type FinishedRun } from './cli.ts';
import { inScope, nightlyIt } from './scope.ts';

/** The arguments of `npm start`, read from package.json. */
const start = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }).scripts
  .start;
const words = [...start.replace(/^node dist\/cli\.mjs run /, '').matchAll(/'([^']*)'|(\S+)/g)].map(
  (match) => match[1] ?? match[2] ?? '',
);
const cells = inScope(['debian-6.12-big'], ['debian-6.1-small', 'debian-6.1-big', 'debian-6.12-small']);
const args = words.filter((word, index) => isWanted(word, words[index + 1]) && isWanted(words[index - 1], word));

/** Whether an option with its value, `--kernel debian:6.1` or `--machine small=…`, adds a cell. */
function isWanted(option: string | undefined, value: string | undefined): boolean {
  const name = value?.replace(/=.*/, '').replace(':', '-') ?? '';
  if (option === '--kernel') return cells.some((cell) => cell.startsWith(`${name}-`));
  return option !== '--machine' || cells.some((cell) => cell.endsWith(`-${name}`));
}

describe('npm start', () => {
  let run: FinishedRun;

  beforeAll(async () => {
    run = await runSuite(args);
  });
  afterAll(() => run[Symbol.dispose]());

  it('runs the example in every cell, with the expected results', () => {
    expect(
      run.results.tests.filter(({ ok }) => !ok).map(({ id, cell, reason }) => `${id} on ${cell}: ${reason}`),
    ).toEqual([]);
    expect(run.exitStatus).toBe(0);
    expect(run.results.cells.map(({ id }) => id).sort()).toEqual([...cells].sort());
    expect(run.results.totals.tests).toBe(15 * cells.length);
  });

  it('detects the kernel crash of one test in every cell', () => {
    const crashes = run.results.tests.filter(({ id }) => id === 'edu/crash-on-read');
    expect(crashes.map(({ outcome, ok, findings }) => ({ outcome, ok, title: findings[0]?.title }))).toEqual(
      cells.map(() => ({
        outcome: 'crash',
        ok: true,
        title: expect.stringMatching(/NULL pointer dereference in edu_demo_crash/) as string,
      })),
    );
  });

  it('boots without a finding, and reports the start time', () => {
    for (const { boot } of run.results.cells) expect(boot).toMatchObject({ outcome: 'ok', findings: [] });
    for (const { startMs, durationMs } of run.results.tests) expect(startMs ?? Infinity).toBeLessThan(durationMs);
  });

  it('writes results that match the published schema', () => {
    const schema = JSON.parse(readFileSync(join(root, 'schema/results.schema.json'), 'utf8')) as object;
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
    validate(JSON.parse(run.read('results.json')));
    expect(validate.errors).toBeNull();
  });

  it('writes valid JUnit', async () => {
    const schema = readFileSync(join(root, 'test/fixtures/junit.xsd'), 'utf8');
    const { errors } = await validateXML({
      xml: [{ fileName: 'junit.xml', contents: run.read('junit.xml') }],
      schema: [schema],
    });
    expect(errors).toEqual([]);
  });
});

it('runs the example of docs/device-models.md, which uses every register of its device', async () => {
  using run = await runSuite([join(root, 'examples/thermometer'), '--kernel', 'debian:6.1', '--accel', 'tcg']);
  expect(run.results.tests.map(({ id, outcome, start, reason }) => [id, outcome, start, reason])).toEqual([
    ['thermometer/dead-sensor', 'pass', 'clone', ''],
    ['thermometer/reads-temperature', 'pass', 'clone', ''],
    ['thermometer/tells-too-hot', 'pass', 'clone', ''],
  ]);
  expect(run.stdout).toContain('hardware  thermometer: 4 of 4 registers, 1 of 1 fields, 1 of 1 interrupts');
});

nightlyIt('runs examples of docs/usb-models.md: a driver of ours, and one that comes with the kernel', async () => {
  const scale = ['reads-weight', 'answers-fail', 'unplugged'].map((name) => join(root, 'examples/usb-scale', name));
  const words = ['--kernel', 'debian:6.12', '--accel', 'tcg', '--jobs', '2'];
  using run = await runSuite([...scale, join(root, 'examples/usb-stock/serial'), ...words]);
  expect(run.results.tests.filter(({ ok }) => !ok).map(({ id, reason }) => `${id}: ${reason}`)).toEqual([]);
  expect(new Set(run.results.tests.map(({ start }) => start))).toEqual(new Set(['clone']));
  expect(run.results.totals.tests).toBe(4);
});
