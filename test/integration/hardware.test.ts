import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSuite, suites, type FinishedRun } from './cli.ts';

describe('hw in a real guest', () => {
  let run: FinishedRun;

  beforeAll(async () => {
    run = await runSuite([join(suites, 'hardware'), '--kernel', 'debian:6.1', '--machine', 'm=-m 256', '--accel', 'tcg']);
  });
  afterAll(() => run[Symbol.dispose]());

  it.each(['devices', 'disk', 'refusals'])('does to the hardware what it says: %s', (name) => {
    const { outcome, reason, stages } = run.test(name);
    expect({ outcome, reason, output: outcome === 'pass' ? '' : run.read(stages[0]?.log ?? '') }).toEqual({ outcome: 'pass', reason: '', output: '' });
  });
});
