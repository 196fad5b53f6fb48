import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { RecordEntry } from '../../../src/record/entries.ts';
import type { Scenario } from '../../fake-qemu/scenario.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { lossesOf, runsOf, runThree, type ThreeRun } from './three-tests.ts';

/** Three tests on a disk image that starts by itself. */
async function onImage(scenario: Scenario, options: Parameters<typeof runThree>[1] = {}): Promise<ThreeRun> {
  const image = join(temporaryDirectory(), 'root.img');
  writeFileSync(image, Buffer.alloc(1024 * 1024));
  return await runThree(scenario, { image, ...options });
}

function verdictsOf(outcome: readonly RecordEntry[]): readonly string[] {
  return runsOf(outcome).map(({ verdict }) => `${verdict.outcome} ${verdict.reason}`.trim());
}

function bootsOf(outcome: readonly RecordEntry[]): readonly string[] {
  return outcome.flatMap((entry) => (entry.entry === 'boot' ? [entry.outcome] : []));
}

const ready = { say: 'control', text: 'ready 1 6.1.0-fake\n' } as const;
const warning = {
  say: 'console',
  text: '[    1.000000] WARNING: CPU: 0 PID: 1 at kernel/early.c:1 early_setup+0x1/0x2\n',
} as const;

it.each([
  ['cold', 3],
  ['clone', 4],
] as const)('tests of images that start by themselves need no boot of their cell: %s', async (start, machines) => {
  const { outcome, launches } = await onImage({}, { start });
  expect(verdictsOf(outcome)).toEqual(['pass', 'pass', 'pass']);
  expect([bootsOf(outcome), launches]).toEqual([[], machines]);
});

it.each([
  ['cold', 2],
  ['clone', 2],
] as const)('a kernel that does not start is found once, and is the reason of all: %s', async (start, machines) => {
  const dies = { boot: [{ exit: 1 }] } as const;
  const { outcome, launches } = await onImage({ ...dies, asTemplate: dies }, { start });
  expect(verdictsOf(outcome)).toEqual(
    Array(3).fill('error the cell did not boot: QEMU ended by itself with exit status 1'),
  );
  expect([bootsOf(outcome), launches]).toEqual([['failed'], machines]);
});

it('a bug that the boot of the cell reports, too, is not one of the tests', async () => {
  const { outcome, launches } = await onImage({ boot: [warning, ready] }, { start: 'cold' });
  expect(verdictsOf(outcome)).toEqual(['pass', 'pass', 'pass']);
  expect([bootsOf(outcome), launches]).toEqual([['ok'], 4]);
});

it('a machine that says nothing is started once more when the cell boots', async () => {
  const counted = join(temporaryDirectory(), 'kills');
  const { outcome, launches } = await onImage({ atStart: [{ killTimes: 1, counted }] }, { start: 'cold' });
  expect(verdictsOf(outcome)).toEqual(['pass', 'pass', 'pass']);
  expect([bootsOf(outcome), launches]).toEqual([['ok'], 5]);
});

it('without a saved image the cell boots, and then each test', async () => {
  const { outcome, launches } = await onImage({ asTemplate: { boot: [{ exit: 1 }] } });
  expect(verdictsOf(outcome)).toEqual(['pass', 'pass', 'pass']);
  expect(lossesOf(outcome)).toHaveLength(1);
  expect([bootsOf(outcome), launches]).toEqual([['ok'], 5]);
});
