import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../../../src/run/evidence/run-record.ts';
import type { RunPorts } from '../../../src/run/run-ports.ts';
import { makeTemplate, type Template, type TemplateMaking } from '../../../src/run/template.ts';
import { watchLimits } from '../../../src/run/watch/watch-limits.ts';
import type { Scenario, Step } from '../../fake-qemu/scenario.ts';
import { newMemoryFiles } from '../memory-files.ts';
import { ownScratchParent } from '../own-scratch.ts';
import { pidsMentioning } from '../processes.ts';
import { rig, run } from './test-rig.ts';

/** Tells us that it came to this, then nothing more. */
const stuck: readonly Step[] = [{ say: 'console', text: 'stuck\n' }, { hang: true }];

type Case = readonly [title: string, scenario: Scenario];

const savesThatHang: readonly Case[] = [
  [
    'the monitor never answers',
    {
      greeting: 'none',
      boot: [
        { say: 'control', text: 'ready 1 6.1\n' },
        { say: 'console', text: 'stuck\n' },
      ],
    },
  ],
  ['QEMU hangs before it saves', { atMonitor: { 'migrate-set-capabilities': stuck } }],
  ['QEMU hangs when it is to save', { atMonitor: { migrate: stuck } }],
  ['QEMU hangs while it saves', { atMonitor: { 'query-migrate': stuck } }],
];

const restoresThatHang: readonly Case[] = [
  ['the monitor never answers', { asClone: { greeting: 'none', atStart: [{ say: 'console', text: 'stuck\n' }] } }],
  ['QEMU hangs before it restores', { asClone: { atMonitor: { 'migrate-set-capabilities': stuck } } }],
  ['QEMU hangs while it restores', { asClone: { atMonitor: { 'migrate-incoming': stuck } } }],
  ['the restored guest is dead', { asClone: { at: { session: stuck } } }],
];

describe('a machine that is to be saved', () => {
  it.each(savesThatHang)('is given up when %s', async (_title, scenario) => {
    const making = await make(scenario, { limits: { ...watchLimits, prepareMs: 300 } });
    expect(making.template).toBeUndefined();
    expect(making.boot.ending).toEqual({ kind: 'agent-lost', detail: 'no answer to the first commands within 0.3 s' });
  });

  it.each(savesThatHang)('is cancelled when %s', async (_title, scenario) => {
    const making = await make(scenario, abortWhenStuck());
    expect(making.template).toBeUndefined();
    expect(making.boot.ending).toEqual({ kind: 'cancelled' });
  });
});

describe('a clone', () => {
  it.each(restoresThatHang)('is given up long before the deadline of a boot when %s', async (_title, scenario) => {
    const record = await runClone(scenario, { limits: { ...watchLimits, restoreMs: 300 } });
    expect(record).toMatchObject({
      isHeard: false,
      startMs: undefined,
      ending: { kind: 'agent-lost', detail: 'the restored guest gave no answer within 0.3 s' },
    });
  });

  it.each(restoresThatHang)('is cancelled when %s', async (_title, scenario) => {
    expect(await runClone(scenario, abortWhenStuck())).toMatchObject({
      isHeard: false,
      startMs: undefined,
      ending: { kind: 'cancelled' },
    });
  });

  it('has the time of any other machine once its guest has spoken', async () => {
    const scenario: Scenario = { asClone: { at: { folder: [{ sleepMs: 4_000 }, { asUsual: true }] } } };
    expect(await runClone(scenario, { limits: { ...watchLimits, restoreMs: 3_000 } })).toMatchObject({
      isHeard: true,
      start: 'clone',
      ending: { kind: 'completed' },
    });
  });
});

/** Makes a template and leaves nothing behind. */
async function make(scenario: Scenario, ports: Partial<RunPorts>): Promise<TemplateMaking> {
  const memoryFiles = newMemoryFiles();
  const { job, root } = rig({ scenario });
  const scratch = ownScratchParent(root);
  const machine = { ...job.machine, sharedFolder: undefined };
  const making = await makeTemplate(
    { qemu: job.qemu, machine, bootDeadlineMs: 60_000, directory: job.directory, memoryMiB: 16, slots: 0 },
    portsWith(ports),
  );
  expect([pidsMentioning(root), readdirSync(scratch), memoryFiles()]).toEqual([[], [], []]);
  return making;
}

/** Runs a test on a clone and leaves nothing behind. */
async function runClone(scenario: Scenario, ports: Partial<RunPorts>): Promise<RunRecord> {
  const template: Template = {
    release: '6.1.0-fake',
    state: Buffer.from('state'),
    ramPath: '/dev/zero',
    slots: 0,
    isKept: false,
    [Symbol.dispose]: () => undefined,
  };
  const place = rig({ scenario, job: { clone: { template, devices: [], hasSlots: false } } });
  const scratch = ownScratchParent(place.root);
  const record = await run(place, ports);
  expect([pidsMentioning(place.root), readdirSync(scratch)]).toEqual([[], []]);
  return record;
}

function portsWith(ports: Partial<RunPorts>): RunPorts {
  return { tripwire: () => false, signal: new AbortController().signal, ...ports };
}

/** Ctrl-C at the moment in which the machine is stuck. */
function abortWhenStuck(): Pick<RunPorts, 'tripwire' | 'signal'> {
  const cancel = new AbortController();
  const tripwire = (line: string): boolean => {
    if (line === 'stuck') cancel.abort();
    return false;
  };
  return { tripwire, signal: cancel.signal };
}
