import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bounds } from '../../../src/bounds/bounds.ts';
import { DeviceHostError } from '../../../src/device-host/device-host-error.ts';
import type { ModelLease } from '../../../src/run/devices/model-device.ts';
import { buildDeviceHost } from '../device-host/host-rig.ts';
import { noLines } from '../engine/no-lines.ts';
import { type Attached, lingering, type Ran, runWithModel } from './models-rig.ts';
import { rig, run } from './test-rig.ts';

let built: ReturnType<typeof buildDeviceHost>;
beforeAll(() => {
  built = buildDeviceHost();
});
afterAll(() => built[Symbol.dispose]());

const runWith = (attached: Attached): Promise<Ran> => runWithModel(built.program, attached);

describe('a test with a device model', () => {
  it('has its log, its coverage and its timeline; what was set before the launch has a negative time', async () => {
    const { record, place, verdict } = await runWith({ controls: { note: 'early' } });
    expect(record).toMatchObject({
      ending: { kind: 'completed' },
      devices: [{ id: 'd0', model: 'unruly', faults: [], coverage: { unmapped: 0 } }],
      notes: [],
    });
    expect(verdict.outcome).toBe('pass');
    const entries = place
      .read('timeline.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly atMs: number; readonly text: string });
    expect(entries[0]).toMatchObject({ text: 'control note set to early' });
    expect(entries[0]?.atMs).toBeLessThan(0);
  });

  it('gets the whole log of a device that was written to without end', async () => {
    const note = '"'.repeat(4000);
    const { record, place } = await runWith({
      scenario: lingering,
      inStage: ({ lease }) =>
        Promise.all(
          Array.from({ length: 5500 }, () => lease.ask({ do: 'set-control', device: 'd0', name: 'note', value: note })),
        ),
    });
    expect(record).toMatchObject({ ending: { kind: 'completed' }, devices: [{ id: 'd0', coverage: {} }] });
    expect(
      place
        .read('timeline.jsonl')
        .split('\n')
        .filter((line) => line.includes('control note set to')).length,
    ).toBeGreaterThan(bounds.timeline.firstEntries + bounds.timeline.lastEntries - 10);
  });

  it('limits the model’s output, and notes the cut', async () => {
    const { record, place } = await runWith({ controls: { deed: 'prints' }, scenario: lingering });
    expect(record.ending).toEqual({ kind: 'completed' });
    const log = place.read('logs/models.log');
    expect(log.length).toBeLessThan(1.2 * (bounds.models.printedHeadBytes + bounds.models.printedTailBytes));
    expect(log).toMatch(/\[qemu-driver-test: \d+ bytes left out here\]/);
    expect(record.notes).toEqual([
      expect.stringMatching(/^logs\/models\.log: 3\d+ bytes of the device models' output were left out of the middle$/),
    ]);
  });
});

describe('a device model that a machine cannot have is that test’s error, in plain words', () => {
  it.each([
    [
      'it cannot be loaded',
      'nothing.mjs',
      /^a device model could not be started: .*nothing\.mjs: expected a device as the default export/,
    ],
    [
      'it never finishes loading',
      'awaits-for-ever.mjs',
      /^a device model could not be started: .*its top level is still waiting after 0\.3 s$/,
    ],
  ])('%s', async (_what, model, reason) => {
    const { record, verdict } = await runWith({ model, limits: { loadMs: 300 } });
    expect(record.ending).toMatchObject({ kind: 'not-started', cause: { kind: 'model-failed' } });
    expect(verdict).toMatchObject({ outcome: 'error', reason: expect.stringMatching(reason) as string });
  });

  it('earlier output is kept', async () => {
    const { place } = await runWith({ model: 'awaits-for-ever.mjs', limits: { loadMs: 300 } });
    expect(place.read('logs/models.log')).toBe('loading\n');
  });

  it('QEMU never connected to it', async () => {
    const { record, verdict } = await runWith({ isConnected: false });
    expect(record.notes).toEqual(['QEMU never connected to the device model d0']);
    expect(verdict).toMatchObject({
      outcome: 'error',
      reason: 'the device model unruly (d0) was lost: QEMU never connected to it',
    });
  });

  it('this host had no room for its process', async () => {
    const ask = (): Promise<never> =>
      Promise.reject(new DeviceHostError('its process could not be started: spawn setpriv EAGAIN', true));
    const lend = (): ModelLease => ({
      ask,
      lineRelay: noLines,
      events: [],
      broken: new Promise(() => undefined),
      end: () => Promise.resolve(),
      [Symbol.dispose]: () => undefined,
    });
    const record = await run(
      rig({ job: { models: { devices: [{ id: 'd0', path: '/m.ts', parameters: {}, faults: [] }], lend } } }),
    );
    expect(record.ending).toEqual({
      kind: 'host-failed',
      detail: 'a device model could not be started: its process could not be started: spawn setpriv EAGAIN',
    });
  });
});

describe('a process of models that is lost in the middle of a test', () => {
  it('because it was stopped: the machine is ended long before its deadline, and nothing waits for it', async () => {
    const { record, verdict } = await runWith({
      scenario: { at: { 'stage run': [{ agent: 'begin run' }, { hang: true }] } },
      limits: { answerMs: 500, pulseMs: 50 },
      inStage: ({ pids }) => pids.forEach((pid) => process.kill(pid, 'SIGSTOP')),
    });
    expect(record.ending).toEqual({
      kind: 'model-broke',
      detail: 'its process does not answer: ping was not answered within 0.5 s',
    });
    expect(verdict).toMatchObject({
      outcome: 'error',
      reason:
        'the device model unruly (d0) broke at an unknown place: its process does not answer: ping was not ' +
        'answered within 0.5 s',
    });
  });

  it('because it was killed from outside: that is the host’s doing', async () => {
    const { record, verdict } = await runWith({
      scenario: lingering,
      inStage: ({ pids }) => pids.forEach((pid) => process.kill(pid, 'SIGKILL')),
    });
    expect(record.ending).toMatchObject({
      kind: 'host-failed',
      detail: expect.stringContaining('killed from outside') as string,
    });
    expect(verdict).toMatchObject({
      outcome: 'error',
      reason: expect.stringMatching(
        /^the device model unruly \(d0\) was lost: its process was killed from outside/,
      ) as string,
    });
  });

  it.each([
    [
      'it wrote to the runner’s descriptor',
      'writes text',
      /broke at an unknown place: something in its process wrote to descriptor 3/,
    ],
    [
      'a timer of its own threw',
      'throws in a timer',
      /broke at code outside of its handlers: a timer of Node, .*unruly\.mjs:14:/,
    ],
  ])('because %s', async (_what, deed, reason) => {
    const { record, verdict } = await runWith({
      scenario: lingering,
      inStage: ({ lease }) =>
        lease.ask({ do: 'set-control', device: 'd0', name: 'deed', value: deed }).catch(() => undefined),
    });
    expect(record.ending).toMatchObject({ kind: 'model-broke' });
    expect(verdict).toMatchObject({ outcome: 'error', reason: expect.stringMatching(reason) as string });
  });
});

describe('a run that is cancelled waits for no model', () => {
  it('that is still loading', async () => {
    const startedMs = performance.now();
    const { record } = await runWith({ model: 'awaits-for-ever.mjs', signal: AbortSignal.timeout(500) });
    expect(record.ending).toEqual({ kind: 'cancelled' });
    expect(performance.now() - startedMs).toBeLessThan(8000);
  });

  it('that was stopped, and keeps what was seen of the machine', async () => {
    const cancel = new AbortController();
    const startedMs = performance.now();
    const { record, place } = await runWith({
      scenario: { at: { 'stage run': [{ agent: 'begin run' }, { hang: true }] } },
      signal: cancel.signal,
      inStage: ({ pids }) => {
        for (const pid of pids) process.kill(pid, 'SIGSTOP');
        cancel.abort();
      },
    });
    expect(record).toMatchObject({ ending: { kind: 'cancelled' }, devices: [{ id: 'd0', faults: [] }] });
    expect(record.devices[0]?.crash).toBeUndefined();
    expect(readFileSync(join(place.job.directory, 'timeline.jsonl'), 'utf8')).toContain('the machine is gone');
    expect(performance.now() - startedMs).toBeLessThan(8000);
  });
});
