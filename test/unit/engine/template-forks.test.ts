import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ForksWish, TemplateForks } from '../../../src/engine/template-forks.ts';
import type { RunEvent } from '../../../src/event/event.ts';
import { deferred } from '../../../src/host/deferred.ts';
import { NotCopied } from '../../../src/host/process/process-copies.ts';
import type { Forks } from '../../../src/run/fork/forks.ts';
import type { Template } from '../../../src/run/template.ts';
import { eventually } from '../eventually.ts';
import { rig as machineRig } from '../run/test-rig.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

describe.skipIf(process.arch !== 'x64')('TemplateForks', () => {
  it('prepares beside the first tests, which are restored, and is then used by all', async () => {
    const { forks, wish, prepared, making } = rig();
    expect(forks.for(wish)).toBeUndefined();
    expect(forks.for(wish)).toBeUndefined();
    making.resolve(prepared);
    await eventually(() => expect(forks.for(wish)).toBe(prepared));
    expect(prepared.made).toBe(1);
    expect(forks.for({ ...wish, testsLeft: 1 })).toBe(prepared);
  });

  it.each<[string, (wish: ForksWish) => ForksWish]>([
    ['on KVM', (wish) => ({ ...wish, accelerator: 'kvm' })],
    ['for a kernel that finds leaks', (wish) => ({ ...wish, findsLeaks: true })],
    ['for few tests', (wish) => ({ ...wish, testsLeft: 4 })],
    [
      'with a disk image',
      (wish) => ({ ...wish, machine: { ...wish.machine, diskImage: { path: '/disk', format: 'raw' } } }),
    ],
  ])('is not prepared %s', (_when, change) => {
    const { forks, wish, prepared } = rig();
    expect(forks.for(change(wish))).toBeUndefined();
    expect(prepared.made).toBe(0);
  });

  it.each([
    ['a path', 'has a space or a colon'],
    ['with:colon', 'has a space or a colon'],
    ['missing', 'is not there; install qemu-driver-test again'],
  ])('is not prepared from a library at %s, and tells so once', (name, reason) => {
    const { forks, wish, prepared, events } = rig(name);
    expect(forks.for(wish)).toBeUndefined();
    expect(forks.for(wish)).toBeUndefined();
    expect(prepared.made).toBe(0);
    expect(events).toEqual([{ kind: 'fact', topic: 'speed', text: expect.stringContaining(reason) as string }]);
  });

  it('tells once why it could not be prepared, and tests are restored', async () => {
    const { forks, wish, making, events } = rig();
    forks.for(wish);
    making.reject(new NotCopied('copies would share memory'));
    await eventually(() =>
      expect(events).toEqual([
        { kind: 'fact', topic: 'speed', text: 'clones are not copied: copies would share memory' },
      ]),
    );
    expect(forks.for(wish)).toBeUndefined();
    expect(events).toHaveLength(1);
  });

  it('makes no more copies when one was of no use, warns once, and lets those that run end', async () => {
    const { forks, wish, making, prepared, events } = rig();
    forks.for(wish);
    making.resolve(prepared);
    await eventually(() => expect(forks.for(wish)).toBe(prepared));
    forks.lose(wish.template, 'the process is gone');
    forks.lose(wish.template, 'the process is gone');
    expect(prepared.ended).toBe(0);
    expect(forks.for(wish)).toBeUndefined();
    forks.release(wish.template);
    expect(prepared.ended).toBe(1);
    expect(events).toEqual([
      { kind: 'warning', message: 'Clones are not copied any more, but restored: the process is gone' },
    ]);
  });

  it.each<[string, (forks: TemplateForks, template: Template) => void]>([
    ['its template', (forks, template) => forks.release(template)],
    ['the run', (forks) => forks[Symbol.dispose]()],
  ])('ends with %s, also while it is prepared', async (_what, end) => {
    const ready = rig();
    ready.forks.for(ready.wish);
    ready.making.resolve(ready.prepared);
    await eventually(() => expect(ready.forks.for(ready.wish)).toBe(ready.prepared));
    end(ready.forks, ready.wish.template);
    expect(ready.prepared.ended).toBe(1);

    const early = rig();
    early.forks.for(early.wish);
    end(early.forks, early.wish.template);
    early.making.resolve(early.prepared);
    await eventually(() => expect(early.prepared.ended).toBe(1));
    expect(early.events).toEqual([]);
  });
});

/** Forks that are made when the test says so, and that count. */
function rig(name = 'library.so') {
  const { job } = machineRig();
  const library = join(temporaryDirectory(), name);
  if (name !== 'missing') writeFileSync(library, '');
  const making = deferred<Forks>();
  const prepared = {
    made: 0,
    ended: 0,
    copy: () => Promise.reject(new NotCopied('nobody copies it')),
    isLost: () => false,
    [Symbol.dispose]: () => {
      prepared.ended++;
    },
  };
  const events: RunEvent[] = [];
  const forks = new TemplateForks({
    library,
    signal: new AbortController().signal,
    listener: (event) => void events.push(event),
    prepare: () => {
      prepared.made++;
      return making.promise;
    },
  });
  const template: Template = {
    release: '6.1',
    state: Buffer.alloc(0),
    ramPath: '/ram',
    slots: 0,
    isKept: false,
    [Symbol.dispose]: () => undefined,
  };
  const { qemu, machine, folderTransport } = job;
  const wish: ForksWish = {
    qemu,
    machine,
    folderTransport,
    template,
    accelerator: 'tcg',
    testsLeft: 5,
    findsLeaks: false,
  };
  return { forks, wish, prepared, making, events };
}
