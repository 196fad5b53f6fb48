import { describe, expect, it } from 'vitest';
import type { RunPorts } from '../../../src/run/run-ports.ts';
import { killsTask } from '../../../src/run/watch/bug-watch.ts';
import { watchLimits } from '../../../src/run/watch/watch-limits.ts';
import type { ConsoleExpectation, SuiteTest } from '../../../src/suite/suite.ts';
import type { Scenario, Step } from '../../fake-qemu/scenario.ts';
import { rig, type RigOptions, run, textsOf } from './test-rig.ts';

const oops = [
  '[    5.1] BUG: kernel NULL pointer dereference, address: 0000000000000008',
  '[    5.2] Oops: 0002 [#1] PREEMPT SMP NOPTI',
  '[    5.3] RIP: 0010:edu_probe+0x12/0x40 [edu]',
  '[    5.4] ---[ end trace 0 ]---',
];
const says = (...lines: readonly string[]): Step => ({
  say: 'console',
  text: lines.map((line) => `${line}\r\n`).join(''),
});
/** The reading task is killed, and the shell waits for it. */
const stuck: Scenario = {
  at: {
    'stage run': [{ agent: 'begin run' }, { say: 'log.run', text: 'reading\n' }, says(...oops), { beatEveryMs: 20 }],
  },
};
/** All stages end, and the power-off waits for what the killed task held. */
const stays: Scenario = {
  at: { 'stage run': [{ agent: 'begin run' }, says(...oops), { agent: 'end run 0' }], finish: [{ agent: 'done' }] },
};
const limits = { ...watchLimits, bugQuietMs: 200, bugMostMs: 1000, bugPowerOffMs: 300 };

function expectation(kind: 'allow' | 'require', pattern: RegExp, until?: string): ConsoleExpectation {
  return { kind, pattern, reason: '', until, file: '/s/info/expect-console', line: 1 };
}

async function endingOf(
  scenario: Scenario,
  changes: Partial<SuiteTest> = {},
  ports: Partial<RunPorts> = {},
): Promise<unknown> {
  const options: RigOptions = { scenario, changes: { timeoutMs: 4000, shutdown: 'run', ...changes } };
  return (await run(rig(options), { limits, ...ports })).ending;
}

describe('a machine whose kernel killed a task', () => {
  it('ends when its report is complete, and what there is is kept', async () => {
    const place = rig({ scenario: stuck });
    const startedMs = performance.now();
    const record = await run(place, { limits });
    expect(record.ending).toEqual({ kind: 'after-bug', bug: 'Oops: 0002 [#1] PREEMPT SMP NOPTI' });
    expect(performance.now() - startedMs).toBeLessThan(15_000);
    const { runOutput, console } = textsOf(place, record);
    expect([runOutput, console.includes('end trace'), record.postMortem]).toEqual(['reading\n', true, undefined]);
    expect(record.stages).toMatchObject([{ name: 'run', exitStatus: undefined }]);
  });

  it('waits longer for a report without its last line, while a busy host lets the machine stand still', async () => {
    const halves = [says(...oops.slice(0, 2)), { sleepMs: 600 }, says(...oops.slice(2)), { beatEveryMs: 20 }] as const;
    const place = rig({ scenario: { at: { 'stage run': [{ agent: 'begin run' }, ...halves] } } });
    const record = await run(place, { limits });
    expect(record.ending).toMatchObject({ kind: 'after-bug' });
    expect(textsOf(place, record).console).toContain('end trace');
  });

  it('does not wait for ever for the last line of a report', async () => {
    const short = { ...limits, openBugQuietMs: 300 };
    const cut: Scenario = {
      at: { 'stage run': [{ agent: 'begin run' }, says(...oops.slice(0, 2)), { beatEveryMs: 20 }] },
    };
    expect(await endingOf(cut, {}, { limits: short })).toMatchObject({ kind: 'after-bug' });
  });

  it('ends in a guest that does not power off, too', async () => {
    expect(await endingOf(stays)).toMatchObject({ kind: 'after-bug' });
  });

  it('ends although its console is never quiet', async () => {
    const chatter = Array.from({ length: 100 }, (_, index): readonly Step[] => [
      { sleepMs: 50 },
      says(`[    6.0] more ${index}`),
    ]).flat();
    expect(
      await endingOf(
        { at: { 'stage run': [{ agent: 'begin run' }, says(...oops), ...chatter] } },
        { timeoutMs: 20_000 },
      ),
    ).toMatchObject({ kind: 'after-bug' });
  });

  const expected: readonly (readonly [string, Partial<SuiteTest>])[] = [
    ['expect-failure crash', { expectation: { kind: 'crash', title: undefined } }],
    ['info/after-bug', { afterBug: 'continue' }],
    ['an allow line', { expectConsole: [expectation('allow', /^BUG: kernel NULL pointer/)] }],
    ['a require line', { expectConsole: [expectation('require', /edu_probe/)] }],
  ];

  it.each(expected)('goes on when the test expects it by %s', async (_, changes) => {
    expect(await endingOf(stuck, { timeoutMs: 700, ...changes })).toEqual({
      kind: 'deadline',
      timeoutMs: 700,
      answering: true,
    });
  });

  it('gets a short time to power off when the test is to crash, and all the time when it may pass', async () => {
    const powerOff = { limits: { ...limits, powerOffMs: 1200 } };
    const crash = { expectation: { kind: 'crash', title: undefined } } as const;
    expect(await endingOf(stays, crash, powerOff)).toEqual({ kind: 'no-power-off', timeoutMs: 300 });
    expect(await endingOf(stays, { afterBug: 'continue' }, powerOff)).toEqual({
      kind: 'no-power-off',
      timeoutMs: 1200,
    });
  });

  it.each([
    ['that allows something else', expectation('allow', /WARNING in edu_dma/)],
    ['whose day is over', expectation('allow', /BUG: kernel NULL/, '2001-01-01')],
  ])('does not go on for a line %s', async (_, line) => {
    expect(await endingOf(stuck, { expectConsole: [line] })).toMatchObject({ kind: 'after-bug' });
  });

  it('is judged as the verdict will judge it: every bug must be allowed', async () => {
    const expectConsole = [expectation('allow', /NULL pointer dereference in edu_probe/)];
    const allowed = { texts: ['BUG: unable to handle kernel NULL pointer dereference in edu_probe', ''] };
    expect(await endingOf(stuck, { timeoutMs: 700, expectConsole }, { bugsIn: () => [allowed] })).toMatchObject({
      kind: 'deadline',
    });
    expect(
      await endingOf(stuck, { expectConsole }, { bugsIn: () => [allowed, { texts: ['WARNING in edu_irq'] }] }),
    ).toMatchObject({ kind: 'after-bug' });
    expect(await endingOf(stuck, { expectConsole }, { bugsIn: () => [] })).toMatchObject({ kind: 'after-bug' });
  });

  it('says more of itself when it panics', async () => {
    const panics: Scenario = {
      at: {
        'stage run': [
          { agent: 'begin run' },
          says(...oops),
          { event: 'GUEST_PANICKED', data: { action: 'run' } },
          { hang: true },
        ],
      },
    };
    expect(await endingOf(panics, {}, { limits: { ...limits, panicMs: 800 } })).toEqual({ kind: 'guest-panicked' });
  });

  it('goes on after a report that kills no task', async () => {
    const warns: Scenario = {
      at: {
        'stage run': [
          { agent: 'begin run' },
          says('[    5.1] WARNING: CPU: 0 PID: 7 at drivers/edu.c:12 edu_probe+0x1/0x2 [edu]'),
          { sleepMs: 1500 },
          { agent: 'end run 0' },
        ],
      },
    };
    expect(await endingOf(warns)).toEqual({ kind: 'completed' });
  });

  it('ends only its own test when it is unknown whether it is expected', async () => {
    const failing = run(rig({ scenario: stuck }), {
      limits,
      bugsIn: () => {
        throw new Error('the reader broke');
      },
    });
    await expect(failing).rejects.toThrow('the reader broke');
  });
});

describe('killsTask', () => {
  it.each([
    'Oops: 0002 [#1] PREEMPT SMP',
    'Oops: Oops: 0002 [#1] SMP NOPTI',
    'general protection fault, probably for non-canonical address 0xdead000000000100: 0000 [#12] PREEMPT SMP KASAN',
    'invalid opcode: 0000 [#1] PREEMPT',
    'Internal error: Oops: 0000000096000004 [#1] PREEMPT SMP',
    'Internal error: Oops - BUG: 0 [#1] SMP ARM',
    'Oops [#1]',
    'Oops: Kernel access of bad area, sig: 11 [#1]',
  ])('knows %s', (line) => expect(killsTask(`[    1.0] ${line}`)).toBe(true));

  it.each([
    'WARNING: CPU: 0 PID: 1 at f.c:1',
    'BUG: KASAN: slab-use-after-free in f',
    'task [#1] of 3',
    'Linux version 6.1 (x) #1 SMP [#',
    `${': a'.repeat(20_000)} [#`,
  ])('passes over %s', (line) => expect(killsTask(line)).toBe(false));
});
