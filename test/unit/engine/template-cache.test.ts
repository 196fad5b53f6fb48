import { describe, expect, it } from 'vitest';
import { type CachedTemplate, TemplateCache } from '../../../src/engine/template-cache.ts';
import type { TemplatePlan } from '../../../src/plan/start-plan.ts';

const plan: TemplatePlan = {
  cell: {
    id: 'c',
    kernel: { kind: 'path', text: '/k', image: '/k', modules: undefined },
    machine: { name: 'm', args: [] },
    qemu: { kind: 'host', text: 'host' },
    arch: 'x86_64',
  },
  args: [],
  diskImage: undefined,
  kernelModules: [],
  slots: 0,
};

interface ShelfRig {
  readonly templateCache: TemplateCache;
  readonly made: () => number;
  readonly freed: () => number;
  readonly losses: readonly string[];
}

function rig(users: number, failure?: string, isKept = false): ShelfRig {
  const losses: string[] = [];
  let made = 0;
  let freed = 0;
  const make = (): Promise<CachedTemplate> => {
    made++;
    if (failure !== undefined) return Promise.resolve({ kind: 'none', reason: failure });
    return Promise.resolve({
      kind: 'template',
      accelerator: 'tcg',
      template: {
        release: 'r',
        state: Buffer.alloc(0),
        ramPath: '/r',
        slots: 0,
        isKept,
        [Symbol.dispose]: () => {
          freed++;
        },
      },
    });
  };
  return {
    templateCache: new TemplateCache(
      Array.from({ length: users }, () => plan),
      { make, onLoss: (_plan, reason) => losses.push(reason) },
    ),
    losses,
    made: () => made,
    freed: () => freed,
  };
}

describe('TemplateCache', () => {
  it('makes a template once, also for tests that want it at the same time', async () => {
    const { templateCache, made } = rig(2);
    const [a, b] = await Promise.all([templateCache.take(plan), templateCache.take(plan)]);
    expect(a).toBe(b);
    expect(made()).toBe(1);
  });

  it('frees it when its last test has ended, and not before', async () => {
    const { templateCache, freed } = rig(2);
    await templateCache.take(plan);
    await templateCache.release(plan);
    expect(freed()).toBe(0);
    await templateCache.release(plan);
    expect(freed()).toBe(1);
  });

  it('frees remaining templates when the run ends early', async () => {
    const { templateCache, freed } = rig(2);
    await templateCache.take(plan);
    templateCache[Symbol.dispose]();
    await expect.poll(freed).toBe(1);
  });

  it('tells once of a template that could not be made, to all who want it', async () => {
    const { templateCache, made, losses } = rig(3, 'no room');
    const none = { kind: 'none', reason: 'no room' };
    expect(await Promise.all([templateCache.take(plan), templateCache.take(plan)])).toEqual([none, none]);
    expect(await templateCache.take(plan)).toEqual(none);
    expect({ made: made(), losses }).toEqual({ made: 1, losses: ['no room'] });
  });

  it('tells of one that its cell could not save', async () => {
    const { templateCache, made, losses } = rig(1);
    templateCache.put(plan, { kind: 'none', reason: 'a device cannot be saved' });
    expect(await templateCache.take(plan)).toEqual({ kind: 'none', reason: 'a device cannot be saved' });
    expect({ made: made(), losses }).toEqual({ made: 0, losses: ['a device cannot be saved'] });
  });

  it('makes one anew whose clone was dead, once, and frees both in the end', async () => {
    const { templateCache, made, freed } = rig(2, undefined, true);
    const cached = await templateCache.take(plan);
    if (cached.kind === 'none') throw new Error(cached.reason);
    await Promise.all([templateCache.renew(plan, cached.template), templateCache.renew(plan, cached.template)]);
    expect(made()).toBe(2);
    expect(await templateCache.take(plan)).not.toBe(cached);
    await templateCache.release(plan);
    await templateCache.release(plan);
    templateCache[Symbol.dispose]();
    expect(freed()).toBe(2);
  });

  it('does not hand out a withdrawn one, reports only the first reason, and frees it after its last user', async () => {
    const { templateCache, freed, losses } = rig(2);
    await templateCache.take(plan);
    templateCache.withdraw(plan, 'a clone was dead');
    templateCache.withdraw(plan, 'another one, too');
    expect(await templateCache.take(plan)).toEqual({ kind: 'none', reason: 'a clone was dead' });
    expect(losses).toEqual(['a clone was dead']);
    await templateCache.release(plan);
    expect(freed()).toBe(0);
    await templateCache.release(plan);
    expect(freed()).toBe(1);
  });
});
