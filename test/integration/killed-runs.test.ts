import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTrivialSuite } from '../../scripts/bench/trivial-suite.ts';
import { killedRound, wholeRun, type KillPlace } from '../host-faults/killed-round.ts';
import { copyStore } from '../host-faults/own-store.ts';
import { node, root, storeRoot } from './cli.ts';
import { inScope } from './scope.ts';

const command = [node, join(root, 'dist/cli.mjs')] as const;

describe('a run that is killed', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'qdt-killed-'));
  const place: KillPlace = {
    command,
    scratch,
    suite: writeTrivialSuite(scratch, 4),
    tests: 4,
    store: join(scratch, 'store'),
  };
  let wholeMs = 0;
  beforeAll(() => {
    copyStore(storeRoot(), place.store);
    wholeMs = wholeRun(place);
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it.each(
    inScope<readonly [when: string, part: number, missingAssets: readonly string[]]>(
      [['late', 0.8, []]],
      [
        ['while it provides', 0.15, ['initramfs', 'vmlinux']],
        ['early', 0.4, []],
      ],
    ),
  )('%s loses no finished test, and the next run cleans up everything', async (_when, part, missingAssets) => {
    const { problems } = await killedRound(place, {
      signal: 'SIGKILL',
      afterMs: wholeMs * part,
      isReused: false,
      missingAssets,
      isNextWhole: false,
    });
    expect(problems).toEqual([]);
  });
});
