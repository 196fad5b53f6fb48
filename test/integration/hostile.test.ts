import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { replayRecord } from '../../src/record/replay.ts';
import type { TestResult } from '../../src/results/results.ts';
import { pidsMentioning } from '../unit/processes.ts';
import { type FinishedRun, root, runSuite, suites } from './cli.ts';

// Innocent tests run beside hostile guests (test/integration/suites/hostile), shuffled, because the short ones would
// come last otherwise.
describe('hostile guests', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'qdt-hostile-guests-'));
  const temporary = join(scratch, 'tmp');
  let run: FinishedRun;

  beforeAll(async () => {
    mkdirSync(temporary);
    run = await runSuite(
      [join(suites, 'hostile'), '--kernel', 'debian:6.12', '--accel', 'tcg', '--jobs', '2', '--shuffle=7'],
      { env: { TMPDIR: temporary } },
    );
  });
  afterAll(() => {
    run[Symbol.dispose]();
    rmSync(scratch, { recursive: true, force: true });
  });

  const isInnocent = ({ id }: TestResult): boolean => id.startsWith('hostile/innocent-');

  it('do not affect innocent tests', () => {
    const innocent = run.results.tests.filter(isInnocent);
    expect(innocent.length).toBeGreaterThanOrEqual(5);
    expect(innocent.map(({ id, outcome, reason }) => [id, outcome, outcome === 'pass' ? '' : reason])).toEqual(
      innocent.map(({ id }) => [id, 'pass', '']),
    );
  });

  it('get a verdict each, without internal errors', () => {
    const hostile = run.results.tests.filter((test) => !isInnocent(test));
    expect(hostile).toHaveLength(
      readdirSync(join(suites, 'hostile')).filter((name) => name !== 'info' && !name.startsWith('innocent-')).length,
    );
    expect(
      hostile
        .filter(
          ({ id, reason, notes }) =>
            [reason, ...notes].some((words) => words.includes('Internal error')) ||
            existsSync(join(run.directory, run.results.cells[0]?.id ?? '', id, 'internal-error.log')),
        )
        .map(({ id, reason }) => [id, reason]),
    ).toEqual([]);
    expect(run.stderr).not.toContain('Internal error');
    expect(run.exitStatus).toBe(1);
    expect(run.results.interrupted).toBeUndefined();
  });

  it('are reported correctly', () => {
    expect(
      Object.fromEntries(
        ['sysrq-c', 'sysrq-o', 'sysrq-b', 'forged-oops'].map((name) => [name, run.test(name).outcome]),
      ),
    ).toEqual({ 'sysrq-c': 'crash', 'sysrq-o': 'crash', 'sysrq-b': 'crash', 'forged-oops': 'crash' });
    expect(run.test('attacks-agent').reason).toMatch(/^run ended with exit status 3/);
    expect(run.test('hw-port-flood').artifacts.filter((path) => path.endsWith('/taken'))).toEqual([]);
  });

  it('leave a readable record and readable reports', async () => {
    const replay = replayRecord({ directory: run.directory, name: 'results', unwritten: [] });
    expect(replay.results.totals).toEqual(run.results.totals);
    const valid = new Ajv2020({ strict: true, allErrors: true }).compile(
      JSON.parse(readFileSync(join(root, 'schema/results.schema.json'), 'utf8')) as object,
    );
    expect([valid(JSON.parse(run.read('results.json'))), valid.errors]).toEqual([true, null]);
    const checked = await validateXML({
      xml: [{ fileName: 'junit.xml', contents: run.read('junit.xml') }],
      schema: [readFileSync(join(root, 'test/fixtures/junit.xsd'), 'utf8')],
      maxMemoryPages: 4096,
    });
    expect(checked.errors).toEqual([]);
    expect(run.read('summary.md')).toContain('innocent-passes');
    expect(run.read('summary.md').length).toBeLessThan(1024 * 1024);
    expect(run.read('report.html').trimEnd()).toMatch(/<\/html>$/);
  });

  it('leave nothing behind', () => {
    expect(readdirSync(temporary)).toEqual([]);
    expect(pidsMentioning(scratch)).toEqual([]);
    expect(readdirSync('/dev/shm').filter((name) => name.startsWith('qemu-driver-test-'))).toEqual([]);
  });
});
