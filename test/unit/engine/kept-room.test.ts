import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type KeepingContext, KeptTemplates } from '../../../src/engine/kept-templates.ts';
import type { TemplateWish } from '../../../src/engine/template-identity.ts';
import { x86_64 } from '../../../src/architecture/x86-64.ts';
import { AssetStore } from '../../../src/provision/store/store.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { fakeSupplies, someQemu } from './fake-supplies.ts';

/** What a machine of 256 MiB may take, and what is left for others. */
const neededMiB = 256 + 512;

function wishOf(name: string): TemplateWish {
  return {
    machine: {
      arch: x86_64,
      accelerator: 'tcg',
      userArgs: [['-m', '256', '-name', name]],
      bootImage: '/k',
      initramfs: '/archive',
      kernelParameters: [],
      sharedFolder: undefined,
      moduleTree: undefined,
      diskImage: undefined,
    },
    slots: 2,
    supplies: fakeSupplies(someQemu, '/archive'),
  };
}

interface Keeper {
  readonly keep: (name: string) => Promise<void>;
  readonly has: (name: string) => boolean;
  readonly problems: readonly string[];
  readonly count: () => number;
}

/** Keeps machines whose memory takes 2 MiB each. `freeMiB`: with so many kept. */
function keeper(freeMiB: (count: number) => number): Keeper {
  const root = temporaryDirectory();
  const assets = join(root, 'store/assets');
  const count = (): number => filesIn(assets).length;
  let clockMs = Date.now();
  const context: KeepingContext = {
    store: new AssetStore(join(root, 'store')),
    signal: new AbortController().signal,
    nowMs: () => clockMs,
    freeMiBAt: () => freeMiB(count()),
  };
  const problems: string[] = [];
  const kept = new KeptTemplates(context, (problem) => problems.push(problem));
  const [ramPath, consolePath] = [join(root, 'ram'), join(root, 'console.log')];
  writeFileSync(ramPath, Buffer.alloc(2 * 1024 * 1024, 1));
  writeFileSync(consolePath, '');
  return {
    problems,
    count,
    has: (name) => {
      // Asking is a use, too.
      clockMs += 60_000;
      using found = kept.find(wishOf(name))?.template;
      return found !== undefined;
    },
    keep: async (name) => {
      const template = {
        release: '6.1.0-fake',
        state: Buffer.from('state'),
        ramPath,
        slots: 2,
        isKept: false,
        [Symbol.dispose]: () => undefined,
      };
      kept.keep({ ...wishOf(name), template, bootedAt: new Date(), consolePath });
      await kept.finished();
      clockMs += 60_000;
      kept.find(wishOf(name))?.template[Symbol.dispose]();
    },
  };
}

function filesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

describe('room for the machines that a run keeps', () => {
  it('is made by those that were not used for longest, as many as it takes', async () => {
    // With two of them, one more still fits; with three, not.
    const { keep, has, problems } = keeper((count) => neededMiB + 5 - 2 * count);
    for (const name of ['a', 'b', 'c']) await keep(name);
    expect(['a', 'b', 'c'].map(has)).toEqual([true, true, true]);
    await keep('a');
    await keep('d');
    expect(['b', 'c', 'a', 'd'].map(has)).toEqual([false, true, true, true]);
    expect(problems).toEqual([]);
  });

  it('is told to be lacking once, where older ones take too little of it', async () => {
    const { keep, count, problems } = keeper(() => 100);
    await keep('a');
    await keep('b');
    expect(count()).toBe(0);
    expect(problems).toEqual([
      expect.stringMatching(/store has 100 MiB free, and a saved machine may need 768$/) as string,
    ]);
  });

  it('is looked for by one after the other, when several are kept at a time', async () => {
    const { keep, count, problems } = keeper((have) => neededMiB + 1 - 2 * have);
    await Promise.all([keep('a'), keep('b'), keep('c')]);
    expect([count(), problems]).toEqual([1, []]);
  });
});
