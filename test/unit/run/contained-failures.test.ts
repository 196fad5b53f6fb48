import { readdirSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { channelNames } from '../../../src/machine/machine-spec.ts';
import type { Phase, RunPorts } from '../../../src/run/run-ports.ts';
import { diskLimits } from '../../../src/run/watch/disk-limits.ts';
import { watchLimits } from '../../../src/run/watch/watch-limits.ts';
import type { Step } from '../../fake-qemu/scenario.ts';
import { ownScratchParent } from '../own-scratch.ts';
import { pidsMentioning } from '../processes.ts';
import { rig, run } from './test-rig.ts';

const during = (...steps: readonly Step[]): { readonly at: Record<string, readonly Step[]> } => ({
  at: { 'stage run': [{ agent: 'begin run' }, ...steps] },
});
const longestMs = 2 ** 31 - 1;

function fail(): never {
  throw new Error('Internal error: on purpose');
}

describe('exceptions of code that serves a machine', () => {
  const on = (isIt: (phase: Phase) => boolean): Partial<RunPorts> => ({ onPhase: (phase) => isIt(phase) && fail() });
  const failures: readonly (readonly [string, Partial<RunPorts>])[] = [
    ['at a line of the console', { tripwire: (line) => line.includes('the line') && fail() }],
    ['at a message of the agent', on((phase) => phase.kind === 'agent' && phase.message.kind === 'beat')],
    ['at an event of the monitor', on((phase) => phase.kind === 'event' && phase.name === 'RTC_CHANGE')],
  ];

  it.each(failures)('%s is thrown by its test alone, and nothing of the machine is left', async (_, ports) => {
    const place = rig({
      scenario: during({ say: 'console', text: 'the line\n' }, { event: 'RTC_CHANGE' }, { beatEveryMs: 20 }),
      changes: { timeoutMs: longestMs },
    });
    const scratch = ownScratchParent(place.root);
    const timers = timersNow();
    const cancel = new AbortController();
    const added = vi.spyOn(cancel.signal, 'addEventListener');
    const removed = vi.spyOn(cancel.signal, 'removeEventListener');
    await expect(run(place, { ...ports, signal: cancel.signal })).rejects.toThrow('Internal error: on purpose');
    expect([pidsMentioning(place.root), readdirSync(scratch)]).toEqual([[], []]);
    expect(timersNow()).toBeLessThanOrEqual(timers);
    expect(added.mock.calls.map(([, listener]) => listener)).toEqual(
      removed.mock.calls.map(([, listener]) => listener),
    );
  });
});

function timersNow(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
}

describe('a folder that is no ordinary folder', () => {
  const disk = { ...diskLimits, everyMs: 5 };

  it('whose directories become files during a check does no harm', async () => {
    const place = rig({ scenario: during({ flicker: 'artifacts/x' }, { sleepMs: 1000 }, { agent: 'end run 0' }) });
    expect((await run(place, { disk })).ending).toEqual({ kind: 'completed' });
  });

  it('that is deeper than any path ends its machine, with words, and is removed', async () => {
    const place = rig({ scenario: during({ deepen: 'artifacts/x' }, { beatEveryMs: 20 }) });
    const scratch = ownScratchParent(place.root);
    expect((await run(place, { disk })).ending).toEqual({
      kind: 'over-limit',
      detail: 'directories in its folder deeper than 200, or than a path of this host reaches',
    });
    expect(readdirSync(scratch)).toEqual([]);
  });

  it('with names that are not UTF-8 counts with its size', async () => {
    const place = rig({
      scenario: during(
        { writeNamed: Buffer.from('artifacts/\xff', 'latin1').toString('base64'), bytes: 3 * 1024 * 1024 },
        { beatEveryMs: 20 },
      ),
    });
    expect((await run(place, { disk: { ...disk, folderBytes: 2 * 1024 * 1024 } })).ending).toEqual({
      kind: 'over-limit',
      detail: 'more than 2 MiB in its folder',
    });
  });
});

describe('a channel', () => {
  const ways = ['closeChannel', 'endChannel'] as const;
  const cases = channelNames.flatMap((name) =>
    ways.map((way) => [way === 'closeChannel' ? 'closed' : 'half closed', name, way] as const),
  );

  it.each(cases)('that is %s at any moment ends its own machine at most: %s', async (_, name, way) => {
    const step = { [way]: name } as unknown as Step;
    for (const folderTransport of ['9p', 'tar'] as const) {
      const place = rig({
        scenario: during(step, { say: 'console', text: 'on\n' }, { sleepMs: 50 }, { agent: 'end run 0' }),
        changes: { timeoutMs: 1500 },
        job: { folderTransport },
      });
      const { ending } = await run(place, {
        limits: { ...watchLimits, settleMs: 50, drainMs: 1000, postMortemMs: 500, heartbeatGraceMs: 200 },
      });
      expect(['completed', 'agent-lost', 'qemu-exited', 'guest-shutdown', 'deadline', 'host-failed']).toContain(
        ending.kind,
      );
      expect(pidsMentioning(place.root)).toEqual([]);
    }
  });
});
