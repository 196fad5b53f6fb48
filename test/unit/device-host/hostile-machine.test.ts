import { expect, it } from 'vitest';
import { besiege, mostMemoryMiB } from '../../hostile/siege.ts';
import { buildDeviceHost } from './host-rig.ts';

/** A few seconds of `npm run hostile`. */
it('no input from a machine ends the process of the models, fills its memory or blocks other machines', async () => {
  using built = buildDeviceHost();
  const { failures, events, memoryMiB } = await besiege({ program: built.program, seed: 1, lastsMs: 0, amount: 100 });
  expect(failures).toEqual([]);
  expect(events).toEqual([]);
  expect(memoryMiB.most - memoryMiB.before).toBeLessThan(mostMemoryMiB);
}, 60_000);
