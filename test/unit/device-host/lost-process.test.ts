import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bounds } from '../../../src/bounds/bounds.ts';
import { DeviceHostError } from '../../../src/device-host/device-host-error.ts';
import type { LogEntry } from '../../../src/device/log/access-log.ts';
import { eventually } from '../eventually.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { buildDeviceHost, type HostRig, startHostRig } from './host-rig.ts';

let built: ReturnType<typeof buildDeviceHost>;
beforeAll(() => {
  built = buildDeviceHost();
});
afterAll(() => built[Symbol.dispose]());

async function doDeed(rig: HostRig, deed: string): Promise<void> {
  await rig.host.ask({ do: 'set-control', device: 'd0', name: 'deed', value: deed });
}

/** A Node that is started by such a shell command. */
function nodeAfter(command: string): string {
  const path = join(temporaryDirectory(), 'node');
  writeFileSync(path, `#!/bin/sh\n${command}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe('a process that does not answer is given up, and killed', () => {
  it('when a model’s top level waits for something that never comes: that is said, and it lives on', async () => {
    using rig = startHostRig(built.program, { limits: { loadMs: 300 } });
    await expect(rig.create('awaits-for-ever.mjs')).rejects.toThrow(
      /awaits-for-ever\.mjs could not be loaded: its top level is still waiting after 0\.3 s$/,
    );
    await expect(rig.create('plain.mjs')).resolves.toMatchObject({ device: 'd1' });
  });

  it('when it is stopped, and is asked', async () => {
    using rig = startHostRig(built.program, { limits: { answerMs: 700 } });
    await rig.create('unruly.mjs');
    process.kill(rig.host.pid ?? 0, 'SIGSTOP');
    await expect(rig.host.ask({ do: 'faults', device: 'd0' })).rejects.toThrow('its process does not answer: ');
    expect(await rig.host.broken).toMatchObject({
      kind: 'model',
      detail: expect.stringMatching(/was not answered within 0\.7 s$/) as string,
    });
    expect(await rig.host.exited).toEqual({ kind: 'signalled', signal: 'SIGKILL' });
    await expect(rig.host.ask({ do: 'faults', device: 'd0' })).rejects.toThrow(DeviceHostError);
  });

  it('when it is stopped without a pending request, because its machine stands still', async () => {
    using rig = startHostRig(built.program, { limits: { answerMs: 500, pulseMs: 50 } });
    await rig.create('unruly.mjs');
    process.kill(rig.host.pid ?? 0, 'SIGSTOP');
    expect(await rig.host.broken).toEqual({
      kind: 'model',
      detail: 'its process does not answer: ping was not answered within 0.5 s',
    });
  });

  it('when it is stopped for longer than a model may run: that is no hang', async () => {
    using rig = startHostRig(built.program, { limits: { answerMs: 1000, pulseMs: 50, hangMs: 100 } });
    await rig.create('unruly.mjs');
    process.kill(rig.host.pid ?? 0, 'SIGSTOP');
    expect(await rig.host.broken).toMatchObject({
      detail: expect.stringMatching(/was not answered within 1 s$/) as string,
    });
    expect(rig.events).toEqual([]);
  });

  it.each([
    ['spins', /^ {4}at .*unruly\.mjs:17:/],
    ['prints on and on', /unruly\.mjs:22:/],
    ['waits for ever', /unruly\.mjs:19:/],
    ['waits for a program', /^\(no stack: the call is not in JavaScript\)$/],
  ])('when a model is stuck in one call, with the place: %s', async (deed, stack) => {
    using rig = startHostRig(built.program, { limits: { hangMs: 600 } });
    await rig.create('unruly.mjs', { controls: { deed } });
    expect(await rig.host.broken).toEqual({ kind: 'model', detail: 'no answer for 0.6 s' });
    expect(rig.events).toEqual([{ event: 'hung', afterMs: 600, stack: expect.stringMatching(stack) as string }]);
    expect(await rig.host.exited).toEqual({ kind: 'signalled', signal: 'SIGKILL' });
  });

  it('when it never starts', async () => {
    using rig = startHostRig(built.program, { node: nodeAfter('sleep 100'), limits: { startMs: 200 } });
    await expect(rig.create('plain.mjs')).rejects.toThrow('its process did not start within 0.2 s');
    expect(await rig.host.broken).toMatchObject({ kind: 'host' });
  });
});

describe('a model’s output on the runner’s descriptor is not a message', () => {
  it.each([
    ['writes text', /^something in its process wrote to descriptor 3, which belongs to the runner: "temperature 20"$/],
    ['writes an answer', /wrote to descriptor 3, .*: \{"id":1,"ok":\{\}\}$/],
    ['writes half a line', /wrote to descriptor 3, .*: "half\{/],
  ])('%s', async (deed, reason) => {
    using rig = startHostRig(built.program);
    await rig.create('unruly.mjs');
    await expect(doDeed(rig, deed)).rejects.toThrow(DeviceHostError);
    expect(await rig.host.broken).toEqual({ kind: 'model', detail: expect.stringMatching(reason) as string });
    expect(await rig.host.exited).toEqual({ kind: 'signalled', signal: 'SIGKILL' });
  });
});

it('a model that closes the runner’s descriptor ends its process', async () => {
  using rig = startHostRig(built.program);
  await rig.create('unruly.mjs');
  await expect(doDeed(rig, 'closes it')).rejects.toThrow(DeviceHostError);
  expect(await rig.host.broken).toMatchObject({ kind: 'model' });
});

describe('answers are bounded', () => {
  it('a log is handed out in pages, each entry cut', async () => {
    using rig = startHostRig(built.program);
    await rig.create('unruly.mjs');
    const value = '"'.repeat(4000);
    await Promise.all(
      Array.from({ length: 5500 }, () => rig.host.ask({ do: 'set-control', device: 'd0', name: 'note', value })),
    );
    const entries: LogEntry[] = [];
    let pages = 0;
    for (let from = 0, end = 1; from < end; pages++) {
      const page = await rig.host.ask({ do: 'log', device: 'd0', from });
      expect(JSON.stringify(page.entries).length).toBeLessThanOrEqual(bounds.deviceLog.pageChars + 1);
      entries.push(...page.entries);
      from = page.next;
      end = page.end;
    }
    expect(pages).toBeGreaterThan(3);
    expect(entries.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 5500 }, (_, index) => index));
    expect(entries[0]).toMatchObject({
      kind: 'control',
      name: 'note',
      value: `${'"'.repeat(bounds.deviceLog.textChars - 1)}…`,
    });
  });

  it.each([
    ['has much to say', /^the answer is too long: 2\d+ characters$/],
    ['has nothing for JSON', /^the answer contains a value that JSON does not support/],
  ])('one that cannot be sent is refused, and the process lives on: %s', async (deed, reason) => {
    using rig = startHostRig(built.program);
    await rig.create('unruly.mjs');
    await doDeed(rig, deed);
    await expect(rig.host.ask({ do: 'get-controls', device: 'd0' })).rejects.toThrow(reason);
    await expect(rig.host.ask({ do: 'faults', device: 'd0' })).resolves.toEqual({ faults: [] });
  });
});

describe('the ending is reported with its cause', () => {
  it('a model’s code outside of its handlers throws', async () => {
    using rig = startHostRig(built.program);
    await rig.create('unruly.mjs');
    await doDeed(rig, 'throws in a timer');
    expect(await rig.host.broken).toEqual({ kind: 'model', detail: 'a timer of Node' });
    expect(rig.events).toMatchObject([
      { event: 'threw', message: 'a timer of Node', stack: expect.stringContaining('unruly.mjs:14:') as string },
    ]);
    await eventually(() => expect(rig.output()).toContain('Error: a timer of Node'));
  });

  it('a model ends it', async () => {
    using rig = startHostRig(built.program);
    await rig.create('unruly.mjs');
    await expect(doDeed(rig, 'ends')).rejects.toThrow('its process has ended: exit status 3');
    expect(await rig.host.broken).toMatchObject({ kind: 'model' });
  });

  it('it is killed from outside, as by the kernel for want of memory', async () => {
    using rig = startHostRig(built.program);
    await rig.create('unruly.mjs');
    process.kill(rig.host.pid ?? 0, 'SIGKILL');
    expect(await rig.host.broken).toEqual({
      kind: 'host',
      detail: 'its process was killed from outside (SIGKILL), as the kernel does when memory runs out',
    });
  });

  it.each([
    [
      'there is no Node',
      () => '/nowhere/node',
      /^its process did not start: exit status 127: setpriv: failed to execute \/nowhere\/node/,
    ],
    [
      'Node aborts before it has loaded anything',
      () => nodeAfter('echo "no thread for you" >&2; kill -ABRT $$'),
      /^its process did not start: SIGABRT: no thread for you$/,
    ],
  ])('%s', async (_what, node, reason) => {
    using rig = startHostRig(built.program, { node: node() });
    await expect(rig.create('plain.mjs')).rejects.toThrow(reason);
    expect(await rig.host.broken).toMatchObject({ kind: 'host' });
  });

  it('this host has no descriptor left for a device', async () => {
    using rig = startHostRig(built.program);
    await expect(rig.create('opens-everything.mjs')).rejects.toMatchObject({
      message: expect.stringContaining('EMFILE') as string,
      isHostShort: true,
    });
  });
});

it('a model’s output arrives as it is printed, and blocks nothing', async () => {
  using rig = startHostRig(built.program);
  await rig.create('unruly.mjs');
  await doDeed(rig, 'prints');
  await eventually(() => expect(rig.output()).toHaveLength(5_000_000));
  await expect(rig.host.ask({ do: 'faults', device: 'd0' })).resolves.toEqual({ faults: [] });
});
