import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Ending } from '../../../src/run/evidence/run-record.ts';
import { watchLimits, type WatchLimits } from '../../../src/run/watch/watch-limits.ts';
import type { Scenario, Step } from '../../fake-qemu/scenario.ts';
import { rig, type RigOptions, run } from './test-rig.ts';

const shutdown: Step = { event: 'SHUTDOWN', data: { guest: true, reason: 'guest-shutdown' } };
const reset: Step = { event: 'SHUTDOWN', data: { guest: true, reason: 'guest-reset' } };
const begins: Step = { agent: 'begin run' };

/** What happens while `run` runs. */
function during(...steps: readonly Step[]): Scenario {
  return { at: { 'stage run': [begins, ...steps] } };
}

/** What a case needs to be different. Limits that no case waits for are long. */
type CaseOptions = Pick<RigOptions, 'changes' | 'job'> & { readonly limits?: Partial<WatchLimits> };

type Case = readonly [title: string, scenario: Scenario, ending: Ending, options?: CaseOptions];

const soon: CaseOptions = { limits: { settleMs: 100 } };

describe('how a machine ended', () => {
  const cases: readonly Case[] = [
    ['a guest that does everything has completed', {}, { kind: 'completed' }],
    [
      'a test that takes too long in a guest that beats is past its deadline, answering',
      during({ beatEveryMs: 20 }),
      { kind: 'deadline', timeoutMs: 300, answering: true },
      { changes: { timeoutMs: 300 } },
    ],
    [
      'a test in a guest that beats no more is past its deadline, not answering',
      during({ agent: 'beat 1' }, { hang: true }),
      { kind: 'deadline', timeoutMs: 300, answering: false },
      { changes: { timeoutMs: 300 }, limits: { heartbeatGraceMs: 200 } },
    ],
    [
      'a kernel that says nothing is past the boot deadline, silent',
      { boot: [] },
      { kind: 'boot-deadline', timeoutMs: 400, phase: 'kernel-silent' },
      { job: { bootDeadlineMs: 400 } },
    ],
    [
      'a guest that powers off before the agent is done has shut down',
      during(shutdown, { exit: 0 }),
      { kind: 'guest-shutdown' },
    ],
    ['a guest that resets before the agent is done has reset', during(reset, { exit: 0 }), { kind: 'guest-reset' }],
    [
      'a guest that resets after the agent is done has reset',
      { at: { rest: [{ agent: 'done' }, reset, { exit: 0 }] } },
      { kind: 'guest-reset' },
    ],
    [
      'the first word on the guest counts: a panic that then resets is a panic',
      during({ event: 'GUEST_PANICKED', data: { action: 'pause' } }, reset, { exit: 0 }),
      { kind: 'guest-panicked' },
    ],
    [
      'a kernel that panics and then does nothing more has panicked',
      during({ event: 'GUEST_PANICKED', data: { action: 'run' } }, { hang: true }),
      { kind: 'guest-panicked' },
      { limits: { panicMs: 100 } },
    ],
    [
      'a QEMU that refuses its arguments has exited, with its words',
      { atStart: [{ complain: 'qemu-system-x86_64: -device edv: No such device\n' }, { exit: 1 }] },
      {
        kind: 'qemu-exited',
        exitCode: 1,
        signal: undefined,
        lastOutput: 'qemu-system-x86_64: -device edv: No such device',
      },
    ],
    [
      'of what a QEMU said, the last five lines are told',
      { atStart: [{ complain: 'one\ntwo\nthree\nfour\nfive\nsix\n' }, { exit: 3 }] },
      { kind: 'qemu-exited', exitCode: 3, signal: undefined, lastOutput: 'two\nthree\nfour\nfive\nsix' },
    ],
    [
      'a QEMU that ends well without a word on the guest has exited',
      during({ exit: 0 }),
      { kind: 'qemu-exited', exitCode: 0, signal: undefined, lastOutput: '' },
    ],
    [
      'a QEMU killed from outside has exited by that signal',
      during({ signal: 'SIGKILL' }),
      { kind: 'qemu-exited', exitCode: undefined, signal: 'SIGKILL', lastOutput: '' },
    ],
    [
      'a QEMU that aborts after the agent is done has exited by that signal',
      { at: { rest: [{ agent: 'done' }, { signal: 'SIGABRT' }] } },
      { kind: 'qemu-exited', exitCode: undefined, signal: 'SIGABRT', lastOutput: '' },
    ],
    [
      'an agent that speaks nonsense is lost',
      during({ agent: 'dance' }),
      { kind: 'agent-lost', detail: 'expected a line of protocol 1, got: $TOKEN dance' },
      soon,
    ],
    [
      'an agent that refuses a command is lost',
      { at: { folder: [{ agent: 'failed folder mount: no such device' }] } },
      { kind: 'agent-lost', detail: 'folder: mount: no such device' },
    ],
    [
      "a control port that closes on QEMU's side is an agent that is lost",
      during({ closeChannel: 'control' }),
      { kind: 'agent-lost', detail: 'the control port closed' },
      soon,
    ],
    [
      'a control port that closes in the guest is an agent that is lost',
      during({ event: 'VSERPORT_CHANGE', data: { id: 'qdt.port.control', open: false } }),
      { kind: 'agent-lost', detail: 'its control port was closed inside the guest' },
      soon,
    ],
    [
      'a control port that closes because the guest resets is a reset',
      during({ event: 'VSERPORT_CHANGE', data: { id: 'qdt.port.control', open: false } }, reset, { exit: 0 }),
      { kind: 'guest-reset' },
    ],
    [
      'other ports may close and the control port may open',
      during(
        { event: 'VSERPORT_CHANGE', data: { id: 'qdt.port.files', open: false } },
        { event: 'VSERPORT_CHANGE', data: { id: 'qdt.port.control', open: true } },
        { agent: 'end run 0' },
      ),
      { kind: 'completed' },
    ],
    [
      'a monitor that never greets does not matter to a guest that powers off',
      { greeting: 'none' },
      { kind: 'completed' },
    ],
    [
      'a power-off that the host asked for says nothing of the guest',
      during({ event: 'SHUTDOWN', data: { guest: false, reason: 'host-signal' } }, { exit: 0 }),
      { kind: 'qemu-exited', exitCode: 0, signal: undefined, lastOutput: '' },
    ],
  ];

  for (const [title, scenario, ending, { limits, ...options } = {}] of cases) {
    it(title, async () => {
      const record = await run(rig({ scenario, ...options }), { limits: { ...watchLimits, ...limits } });
      expect(withoutToken(record.ending)).toEqual(ending);
    });
  }

  it('an agent that is done in a guest that stays is no power-off', async () => {
    const record = await run(rig({ scenario: { at: { finish: [{ agent: 'done' }] } }, changes: { shutdown: 'run' } }), {
      limits: { ...watchLimits, powerOffMs: 200 },
    });
    expect(record.ending).toEqual({ kind: 'no-power-off', timeoutMs: 200 });
  });

  describe('a guest at rest', () => {
    const limits = { ...watchLimits, restMs: 200 };
    const panic: Step = { event: 'GUEST_PANICKED', data: { action: 'run' } };
    const atRest: Step = { say: 'console', text: '[    9.0] qdt: the test is over: $REST\r\n' };
    const tells = (...steps: readonly Step[]): Scenario => ({ tellCommands: true, at: { rest: steps } });

    it('is ended at once, without a power-off', async () => {
      const place = rig({ scenario: { tellCommands: true } });
      expect((await run(place, { limits: { ...watchLimits, restMs: 60_000 } })).ending).toEqual({ kind: 'completed' });
      expect(place.read('qemu.log')).toMatch(/\nrest [\da-f]{32,}\n$/);
    });

    it.each([
      ['its mark does not come', tells({ agent: 'done' })],
      [
        'a mark comes that is not its own',
        tells({ say: 'console', text: 'the test is over: 00\n' }, { agent: 'done' }),
      ],
      ['some output of a stage does not come', tells(atRest, { agent: 'done run=100000' })],
    ])('powers off when %s', async (_, scenario) => {
      const place = rig({ scenario });
      expect((await run(place, { limits })).ending).toEqual({ kind: 'completed' });
      expect(place.read('qemu.log')).toMatch(/\nfinish\n$/);
    });

    it('has panicked if QEMU says so, whatever came first', async () => {
      const { ending } = await run(rig({ scenario: tells({ agent: 'done' }, panic, atRest) }));
      expect(ending).toEqual({ kind: 'guest-panicked' });
    });

    it('has completed if it powers off by itself meanwhile', async () => {
      const { ending } = await run(rig({ scenario: tells({ agent: 'done' }, shutdown, { exit: 0 }) }));
      expect(ending).toEqual({ kind: 'completed' });
    });
  });

  it('an agent that is ready and then answers nothing is lost', async () => {
    const record = await run(rig({ scenario: { at: { session: [] } } }), {
      limits: { ...watchLimits, prepareMs: 200 },
    });
    expect(record.ending).toEqual({ kind: 'agent-lost', detail: 'no answer to the first commands within 0.2 s' });
  });

  it('a QEMU that cannot be started has exited, with the reason', async () => {
    const { job, ...others } = rig();
    const record = await run({
      ...others,
      job: { ...job, qemu: { ...job.qemu, command: ['/nowhere/qemu-system-x86_64'] } },
    });
    expect(record.ending).toEqual({
      kind: 'qemu-exited',
      exitCode: 127,
      signal: undefined,
      lastOutput: 'setpriv: failed to execute /nowhere/qemu-system-x86_64: No such file or directory',
    });
  });

  const words = [
    'qemu: qemu_thread_create: Resource temporarily unavailable',
    'qemu-system-x86_64: cannot set up guest memory: Cannot allocate memory',
    'qemu-system-x86_64: Could not open: Too many open files',
  ];
  const crash: RigOptions['changes'] = { expectation: { kind: 'crash', title: undefined } };

  it.each(words)(
    'a QEMU that ends because this host has no more to give says nothing of the guest: %s',
    async (text) => {
      for (const end of [{ signal: 'SIGABRT' }, { exit: 1 }]) {
        const { ending } = await run(rig({ scenario: during({ complain: `${text}\n` }, end), changes: crash }));
        expect(ending).toEqual({ kind: 'host-failed', detail: expect.stringContaining(text) as string });
      }
    },
  );

  it("a setpriv that may not start QEMU is the host's trouble, too", async () => {
    const place = rig();
    const setpriv = join(place.root, 'setpriv');
    writeFileSync(
      setpriv,
      '#!/bin/sh\necho "setpriv: failed to execute qemu: Cannot allocate memory" >&2\nexit 126\n',
      { mode: 0o755 },
    );
    const record = await run({
      ...place,
      job: { ...place.job, qemu: { ...place.job.qemu, env: { PATH: `${place.root}:${process.env['PATH'] ?? ''}` } } },
    });
    expect(record.ending).toMatchObject({
      kind: 'host-failed',
      detail: expect.stringContaining('there is not enough memory') as string,
    });
  });

  it('a guest that KVM cannot run any further has not hung: QEMU has stopped it and says why', async () => {
    const gaveUp: readonly Step[] = [
      { complain: 'KVM internal error. Suberror: 1\nemulation failure\nEAX=00000000 EBX=00000000\n' },
      { event: 'STOP' },
      { hang: true },
    ];
    const monitor = { 'query-status': { return: { status: 'internal-error', running: false } } };
    const { ending } = await run(rig({ scenario: { ...during(...gaveUp), monitor }, changes: crash }));
    expect(ending).toEqual({
      kind: 'kvm-failed',
      detail: 'KVM internal error. Suberror: 1',
    });
  });

  it('a machine that is stopped for another reason is not given up', async () => {
    const { ending } = await run(
      rig({ scenario: during({ event: 'STOP' }, { sleepMs: 100 }, { agent: 'end run 0' }) }),
    );
    expect(ending).toEqual({ kind: 'completed' });
  });

  it('long lines of QEMU’s output are cut', async () => {
    const { ending } = await run(
      rig({ scenario: { atStart: [{ complain: `${'x'.repeat(200_000)}\nthe end\n` }, { exit: 3 }] } }),
    );
    expect(
      ending.kind === 'qemu-exited' && [ending.lastOutput.length < 600, ending.lastOutput.endsWith('the end')],
    ).toEqual([true, true]);
  });

  it('a host without setpriv could start nothing, with the reason', async () => {
    const { job, ...others } = rig();
    const record = await run({ ...others, job: { ...job, qemu: { ...job.qemu, env: { PATH: '/nowhere' } } } });
    expect(record.ending).toEqual({
      kind: 'qemu-exited',
      exitCode: undefined,
      signal: undefined,
      lastOutput: 'spawn setpriv ENOENT',
    });
  });

  it('is the same however often: the last words are read before anybody concludes', async () => {
    const endings = await Promise.all(Array.from({ length: 8 }, async () => (await run(rig())).ending));
    expect(new Set(endings.map(({ kind }) => kind))).toEqual(new Set(['completed']));
  });
});

function withoutToken(ending: Ending): Ending {
  return ending.kind === 'agent-lost' ? { ...ending, detail: ending.detail.replace(/[0-9a-f]{32}/, '$TOKEN') } : ending;
}
