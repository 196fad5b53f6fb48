import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDurations, recordDurations } from '../../../src/app/duration-record.ts';
import type { PlannedTest } from '../../../src/plan/plan.ts';
import { AssetStore } from '../../../src/provision/store/store.ts';
import { machine, planOf, suite } from '../plan/plan-request.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const machines = [machine('one=-m 1'), machine('two=-m 2')];
const edu = suite('/s/edu', ['a', 'b']);
const { tests } = planOf([edu], { machines });

function known(store: AssetStore, planned: readonly PlannedTest[]): readonly (number | undefined)[] {
  const { durationMsOf } = readDurations(store, planned);
  return planned.map(durationMsOf);
}

describe('the record of durations', () => {
  it('is empty at first, then has the recorded durations, which later runs replace', () => {
    const store = new AssetStore(temporaryDirectory());
    expect(known(store, tests)).toEqual([undefined, undefined, undefined, undefined]);
    recordDurations(
      store,
      tests.map((planned, index) => ({ planned, durationMs: index + 0.4 })),
    );
    expect(known(store, tests)).toEqual([0, 1, 2, 3]);
    recordDurations(
      store,
      tests.slice(1, 2).map((planned) => ({ planned, durationMs: 70 })),
    );
    expect(known(store, tests)).toEqual([0, 70, 2, 3]);
  });

  it('keeps suites of one name apart by where they lie', () => {
    const store = new AssetStore(temporaryDirectory());
    recordDurations(
      store,
      tests.map((planned) => ({ planned, durationMs: 5 })),
    );
    expect(known(store, planOf([suite('/other/edu', ['a', 'b'])], { machines }).tests)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('drops deleted tests and unreadable data', () => {
    const root = temporaryDirectory();
    const store = new AssetStore(root);
    recordDurations(
      store,
      tests.map((planned) => ({ planned, durationMs: 5 })),
    );
    const renamed = planOf([suite('/s/edu', ['b', 'c'])], { machines }).tests;
    recordDurations(
      store,
      renamed.slice(0, 1).map((planned) => ({ planned, durationMs: 6 })),
    );
    expect(known(store, tests)).toEqual([undefined, 6, undefined, 5]);
    for (const file of readdirSync(join(root, 'refs')))
      writeFileSync(join(root, 'refs', file), '{"durationMs":{"x":[1],"debian-6.12-one":{"a":"long","b":-1}}}');
    expect(known(store, tests)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
