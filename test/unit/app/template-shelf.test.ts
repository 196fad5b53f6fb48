import { describe, expect, it } from 'vitest';
import { TemplateShelf, type Shelved } from '../../../src/app/template-shelf.ts';
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
  slots: 0,
};

function rig(users: number): { readonly shelf: TemplateShelf; readonly made: () => number; readonly freed: () => number } {
  let made = 0;
  let freed = 0;
  const make = (): Promise<Shelved> => {
    made++;
    return Promise.resolve({ kind: 'template', template: { release: 'r', state: Buffer.alloc(0), ramPath: '/r', slots: 0, [Symbol.dispose]: () => { freed++; } } });
  };
  return { shelf: new TemplateShelf(Array.from({ length: users }, () => plan), make), made: () => made, freed: () => freed };
}

describe('TemplateShelf', () => {
  it('makes a template once, also for tests that want it at the same time', async () => {
    const { shelf, made } = rig(2);
    const [a, b] = await Promise.all([shelf.take(plan), shelf.take(plan)]);
    expect(a).toBe(b);
    expect(made()).toBe(1);
  });

  it('frees it when its last test has ended, and not before', async () => {
    const { shelf, freed } = rig(2);
    await shelf.take(plan);
    await shelf.release(plan);
    expect(freed()).toBe(0);
    await shelf.release(plan);
    expect(freed()).toBe(1);
  });

  it('frees what is left when the run ends early', async () => {
    const { shelf, freed } = rig(2);
    await shelf.take(plan);
    shelf[Symbol.dispose]();
    await expect.poll(freed).toBe(1);
  });
});
