import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProvisionContext } from '../../../src/provision/provision-context.ts';
import { ProvisionError } from '../../../src/provision/provisioned.ts';
import { expireRef, type Ref, refLifetimeMs, resolveRef, retryAfterMs } from '../../../src/provision/store/refs.ts';
import { AssetStore } from '../../../src/provision/store/store.ts';

let root: string;
let nowMs: number;
let warnings: string[];
/** Versions that were brought into the store. */
let there: Set<string>;
let attempts: number;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'refs-'));
  nowMs = Date.parse('2026-11-01T00:00:00Z');
  warnings = [];
  there = new Set();
  attempts = 0;
});
afterEach(() => rmSync(root, { recursive: true }));

function context(): ProvisionContext {
  return {
    store: new AssetStore(root),
    progress: (progress) => {
      if (progress.kind === 'warning') warnings.push(progress.message);
    },
    signal: new AbortController().signal,
    mirrors: new Map(),
    nowMs: () => nowMs,
  };
}

function ref(answer: () => string): Ref<string> {
  return {
    name: 'kernel/test/6.1',
    title: 'test:6.1',
    parse: (stored) => (typeof stored === 'string' ? stored : undefined),
    isThere: (value) => there.has(value),
    resolve: () => {
      attempts += 1;
      return Promise.resolve().then(answer);
    },
    bring: (value) => {
      there.add(value);
      return Promise.resolve();
    },
  };
}

const offline = (): never => {
  throw new ProvisionError('The network is down.');
};

describe('the value of a name', () => {
  it('is looked up once a day', async () => {
    expect(
      await resolveRef(
        context(),
        ref(() => '6.1.1'),
      ),
    ).toBe('6.1.1');
    nowMs += refLifetimeMs - 1;
    expect(
      await resolveRef(
        context(),
        ref(() => '6.1.2'),
      ),
    ).toBe('6.1.1');
    nowMs += 1;
    expect(
      await resolveRef(
        context(),
        ref(() => '6.1.2'),
      ),
    ).toBe('6.1.2');
    expect(attempts).toBe(2);
    expect(there).toEqual(new Set(['6.1.1', '6.1.2']));
  });

  it('is looked up once by all who ask at the same time', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map((n) =>
        resolveRef(
          context(),
          ref(() => `6.1.${n}`),
        ),
      ),
    );
    expect(attempts).toBe(1);
    expect(new Set(answers).size).toBe(1);
  });

  it('is looked up again when it is no longer in the store', async () => {
    await resolveRef(
      context(),
      ref(() => '6.1.1'),
    );
    there.clear();
    expect(
      await resolveRef(
        context(),
        ref(() => '6.1.2'),
      ),
    ).toBe('6.1.2');
  });

  it('is looked up again when the clock went back behind the last time', async () => {
    await resolveRef(
      context(),
      ref(() => '6.1.1'),
    );
    nowMs -= 1;
    expect(
      await resolveRef(
        context(),
        ref(() => '6.1.2'),
      ),
    ).toBe('6.1.2');
  });

  it('is looked up again when it was found to be incomplete, and used as long as there is nothing newer', async () => {
    await resolveRef(
      context(),
      ref(() => '6.1.1'),
    );
    expireRef(context(), 'kernel/test/6.1');
    expect(await resolveRef(context(), ref(offline))).toBe('6.1.1');
    expect(warnings).toEqual([
      'test:6.1 could not be looked up again, so the one found 0 days ago is used. The network is down.',
    ]);
    nowMs += retryAfterMs;
    expect(
      await resolveRef(
        context(),
        ref(() => '6.1.2'),
      ),
    ).toBe('6.1.2');
  });

  it('is not remembered when it could not be brought into the store', async () => {
    const failing = { ...ref(() => '6.1.1'), bring: () => Promise.reject(new ProvisionError('The disk is full.')) };
    await expect(resolveRef(context(), failing)).rejects.toThrow('The disk is full.');
    expect(
      await resolveRef(
        context(),
        ref(() => '6.1.2'),
      ),
    ).toBe('6.1.2');
  });
});

describe('without the network', () => {
  it('the last answer is used, with a warning that says how old it is and why', async () => {
    await resolveRef(
      context(),
      ref(() => '6.1.1'),
    );
    nowMs += 3 * refLifetimeMs;
    expect(await resolveRef(context(), ref(offline))).toBe('6.1.1');
    expect(warnings).toEqual([
      'test:6.1 could not be looked up again, so the one found 3 days ago is used. The network is down.',
    ]);
  });

  it('the next try waits for a while, and then a working network is used again', async () => {
    await resolveRef(
      context(),
      ref(() => '6.1.1'),
    );
    nowMs += refLifetimeMs;
    await resolveRef(context(), ref(offline));
    nowMs += retryAfterMs - 1;
    expect(
      await resolveRef(
        context(),
        ref(() => '6.1.2'),
      ),
    ).toBe('6.1.1');
    expect(attempts).toBe(2);
    expect(warnings).toHaveLength(2);
    nowMs += 1;
    expect(
      await resolveRef(
        context(),
        ref(() => '6.1.2'),
      ),
    ).toBe('6.1.2');
  });

  it('there is no answer where there never was one', async () => {
    await expect(resolveRef(context(), ref(offline))).rejects.toThrow('The network is down.');
  });

  it('a fault of our own is not taken for it', async () => {
    await resolveRef(
      context(),
      ref(() => '6.1.1'),
    );
    nowMs += refLifetimeMs;
    const broken = (): never => {
      throw new Error('Internal error: a bug');
    };
    await expect(resolveRef(context(), ref(broken))).rejects.toThrow('Internal error: a bug');
  });
});
