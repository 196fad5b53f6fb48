import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSuite, suites, type FinishedRun } from './cli.ts';

describe('a machine whose kernel has killed a task', () => {
  let run: FinishedRun;

  beforeAll(async () => {
    run = await runSuite([join(suites, 'after-bug'), '--kernel', 'debian:6.12', '--accel', 'tcg', '--jobs', '1']);
  });
  afterAll(() => run[Symbol.dispose]());

  /** From the start of the first stage until the machine is gone. It used to be more than 20 s, and more than 60 s. */
  const afterStartMs = (name: string): number => run.test(name).durationMs - (run.test(name).startMs ?? 0);

  it.each(['probe', 'read'])('ends soon after a bug in %s, and is judged by the report', (name) => {
    expect(run.test(name)).toMatchObject({
      outcome: 'crash',
      ok: false,
      findings: [{ title: 'BUG: unable to handle kernel NULL pointer dereference in boom' }],
    });
    expect(afterStartMs(name)).toBeLessThan(12_000);
  });

  it('goes on if info/after-bug says so', () => {
    const test = run.test('goes-on');
    expect(test).toMatchObject({ outcome: 'crash', stages: [{ name: 'run', exitStatus: 0 }] });
    expect(run.read(test.stages[0]?.log ?? '')).toContain('still here');
  });

  it('goes on if expect-console allows the finding', () => {
    const test = run.test('allowed');
    expect(test).toMatchObject({ outcome: 'pass', ok: true, stages: [{ name: 'run', exitStatus: 0 }] });
    expect(run.read(test.stages[0]?.log ?? '')).toContain('still here');
  });
});
