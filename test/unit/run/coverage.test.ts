import { describe, expect, it } from 'vitest';
import type { CoverageReader } from '../../../src/run/evidence/coverage-evidence.ts';
import type { RunRecord } from '../../../src/run/evidence/run-record.ts';
import type { Scenario, Step } from '../../fake-qemu/scenario.ts';
import { rig, run } from './test-rig.ts';

const ends = (reason: string): Step => ({ event: 'SHUTDOWN', data: { guest: true, reason } });
const place: Step = { say: 'console', text: 'qdt-coverage: 4096 bytes at 0x5b00000\n' };
const read: CoverageReader = () => ({ kind: 'read', files: [{ file: 'driver/edu.c', lines: '1-3' }] });

async function runWith(scenario: Scenario): Promise<RunRecord> {
  return await run(rig({ scenario, job: { coverage: read } }));
}

describe('what ran of the modules', () => {
  it('is not known of a guest that did not say where it is recorded; its test is judged all the same', async () => {
    const record = await runWith({});
    expect(record).toMatchObject({
      ending: { kind: 'completed' },
      coverage: { kind: 'lost', reason: 'the guest did not say where it is recorded' },
    });
    expect(record.notes).toContain('no coverage: the guest did not say where it is recorded');
  });

  it('is not known when QEMU does not give the memory', async () => {
    const record = await runWith({
      at: {
        'stage run': [place, { agent: 'begin run' }, { agent: 'end run 0' }],
        finish: [{ agent: 'done' }, ends('guest-shutdown')],
      },
      monitor: { 'set-action': {} },
      refusedCommands: { pmemsave: { class: 'GenericError', desc: 'no such memory' } },
    });
    expect(record).toMatchObject({
      ending: { kind: 'completed' },
      coverage: { kind: 'lost', reason: 'QEMU refused pmemsave: no such memory' },
    });
  });

  it('is not recorded without a wish for it', async () => {
    const record = await run(rig({}));
    expect(record.coverage).toBeUndefined();
    expect(record.notes).toEqual([]);
  });
});

describe('a QEMU that stays when its guest has ended', () => {
  it.each([
    ['guest-reset', 'guest-reset'],
    ['guest-shutdown', 'guest-shutdown'],
  ] as const)('after %s is told to end, and the ending is that of the guest', async (reason, kind) => {
    const record = await runWith({
      at: { 'stage run': [{ agent: 'begin run' }, ends(reason)] },
      monitor: { 'set-action': {} },
    });
    expect(record.ending).toEqual({ kind });
  });

  it('has completed when its agent was done', async () => {
    const record = await runWith({
      at: { finish: [{ agent: 'done' }, ends('guest-shutdown')] },
      monitor: { 'set-action': {} },
    });
    expect(record.ending).toEqual({ kind: 'completed' });
  });
});
