import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { bootCell } from '../../../src/run/boot-cell.ts';
import type { Scenario } from '../../fake-qemu/scenario.ts';
import { isAlive, pidsMentioning } from '../processes.ts';
import { ownScratchParent } from '../own-scratch.ts';
import { rig, run, type Rig } from './test-rig.ts';

const endless: Scenario = {
  at: { 'stage run': [{ agent: 'begin run' }, { say: 'console', text: 'running\n' }, { beatEveryMs: 20 }] },
};

describe('a run that is cancelled', () => {
  it('stops its machine, keeps the evidence and leaves no process and no scratch directory', async () => {
    const place = rig({ scenario: endless });
    const scratch = ownScratchParent(place.root);
    const cancel = new AbortController();
    let pids: readonly number[] = [];
    const tripwire = (line: string): boolean => {
      if (line === 'running') {
        pids = pidsMentioning(place.root);
        cancel.abort();
      }
      return false;
    };
    const record = await run(place, { tripwire, signal: cancel.signal });
    expect(record).toMatchObject({ ending: { kind: 'cancelled' }, stages: [{ name: 'run', exitStatus: undefined }] });
    expect(place.read('console.log')).toContain('running\n');
    expect(pids).toHaveLength(1);
    expect(pids.filter(isAlive)).toEqual([]);
    expect(readdirSync(scratch)).toEqual([]);
  });

  it('is cancelled also when it was before it began', async () => {
    const place = rig();
    const record = await run(place, { signal: AbortSignal.abort() });
    expect(record.ending).toEqual({ kind: 'cancelled' });
    expect(pidsMentioning(place.root)).toEqual([]);
  });

  it('ends the boot of a cell', async () => {
    const place = rig({ scenario: { boot: [{ say: 'console', text: 'booting\n' }] } });
    const cancel = new AbortController();
    const tripwire = (): boolean => {
      cancel.abort();
      return false;
    };
    const boot = await bootCell(bootJob(place), { tripwire, signal: cancel.signal });
    expect(boot).toMatchObject({ ending: { kind: 'cancelled' }, readyMs: undefined, release: undefined });
    expect(readFileSync(join(bootJob(place).directory, 'console.log'), 'utf8')).toBe('booting\n');
    expect(pidsMentioning(place.root)).toEqual([]);
  });
});

describe('a run that is not cancelled', () => {
  it('leaves no listener on the signal that all tests share', async () => {
    const cancel = new AbortController();
    const added = vi.spyOn(cancel.signal, 'addEventListener');
    const removed = vi.spyOn(cancel.signal, 'removeEventListener');
    await run(rig(), { signal: cancel.signal });
    expect(added.mock.calls.map(([, listener]) => listener)).toEqual(
      removed.mock.calls.map(([, listener]) => listener),
    );
    expect(added).toHaveBeenCalled();
  });

  it('leaves no scratch directory when the machine died', async () => {
    const place = rig({ scenario: { atStart: [{ exit: 1 }] } });
    const scratch = ownScratchParent(place.root);
    await run(place);
    expect(readdirSync(scratch)).toEqual([]);
  });
});

describe('bootCell', () => {
  it('boots to the agent, powers off and tells the release', async () => {
    const place = rig();
    const boot = await bootCell(bootJob(place), { tripwire: () => false, signal: new AbortController().signal });
    expect(boot).toMatchObject({ ending: { kind: 'completed' }, release: '6.1.0-fake' });
    expect(boot.readyMs).toBeLessThanOrEqual(boot.durationMs);
    expect(readFileSync(join(bootJob(place).directory, 'console.log'), 'utf8')).toContain('qdt: agent ready');
  });

  it('says that this host could not boot it', async () => {
    const place = rig();
    mkdirSync(place.job.directory, { recursive: true });
    mkdirSync(join(place.job.directory, 'qemu.log'));
    const boot = await bootCell(bootJob(place), { tripwire: () => false, signal: new AbortController().signal });
    expect(boot.ending).toEqual({
      kind: 'host-failed',
      detail: `EISDIR: illegal operation on a directory, open '${join(place.job.directory, 'qemu.log')}'`,
    });
  });
});

function bootJob({ job }: Rig): Parameters<typeof bootCell>[0] {
  return {
    qemu: job.qemu,
    machine: { ...job.machine, sharedFolder: undefined },
    bootDeadlineMs: job.bootDeadlineMs,
    directory: job.directory,
  };
}
