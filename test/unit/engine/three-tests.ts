import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { filesIn } from '../../../src/host/files/file-facts.ts';
import type { AttemptEntry, RecordEntry } from '../../../src/record/entries.ts';
import type { ImageInit, Suite } from '../../../src/suite/suite.ts';
import { fakeQemu, type Scenario } from '../../fake-qemu/scenario.ts';
import { newMemoryFiles } from '../memory-files.ts';
import { ownScratchParent } from '../own-scratch.ts';
import { machine, planOf, suite } from '../plan/plan-request.ts';
import { pidsMentioning } from '../processes.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { type EngineRun, entriesIn, runEngine, writtenTest } from './engine-rig.ts';
import { fakeSupplies } from './fake-supplies.ts';

const memoryFiles = newMemoryFiles();

type Part = NonNullable<Scenario['asClone']>;

export interface ThreeRun {
  readonly outcome: readonly RecordEntry[];
  readonly warnings: readonly string[];
  /** How many machines there were. */
  readonly launches: number;
  readonly outDirectory: string;
}

/** `root`: where all of it lies, for runs that share a store in it. */
type ThreeOptions = Partial<
  Pick<EngineRun, 'store' | 'templates' | 'onEvent' | 'start' | 'choice' | 'probe' | 'nowMs' | 'forks'>
> & {
  readonly root?: string;
  /** How long a boot may take. */
  readonly bootTimeoutMs?: number;
  /** As `--machine` gives them. */
  readonly machine?: string;
  /** Those of each test. */
  readonly devices?: readonly (readonly string[])[];
  /** A disk image that starts by itself. */
  readonly image?: string;
};

/** Three tests with a device each, one after the other; nothing may be left of them, however they end. */
export async function runThree(
  scenario: Scenario,
  {
    root = temporaryDirectory(),
    bootTimeoutMs,
    machine: shape,
    devices = usualDevices,
    image,
    onEvent,
    ...more
  }: ThreeOptions = {},
): Promise<ThreeRun> {
  const scratch = ownScratchParent(root);
  const names = ['a', 'b', 'c'];
  const own = names.map((name, index) =>
    writtenTest(join(root, 'edu'), name, { qemuArgs: (devices[index] ?? []).flatMap((device) => ['-device', device]) }),
  );
  const machines = shape === undefined ? {} : { machines: [machine(shape)] };
  const inside: Partial<Suite> = image === undefined ? {} : { diskImage: image, imageInit };
  const { tests, cells } = planOf([suite(join(root, 'edu'), [], { tests: own, bootTimeoutMs, ...inside })], machines);
  const qemu = fakeQemu(
    {
      ...scenario,
      atStart: [{ note: join(root, 'launches') }, ...(scenario.atStart ?? [])],
      ...partsThatNote(scenario, root),
    },
    root,
  );
  const warnings: string[] = [];
  const before = launchesIn(root);
  const outDirectory = mkdtempSync(join(root, 'results-'));
  await runEngine({
    ...more,
    plan: { cells, tests },
    supplies: new Map(cells.map((cell) => [cell, fakeSupplies(qemu, join(root, 'archive'))])),
    outDirectory,
    onEvent: (event) => {
      if (event.kind === 'warning') warnings.push(event.message);
      onEvent?.(event);
    },
  });
  expect(pidsMentioning(root)).toEqual([]);
  expect(readdirSync(scratch)).toEqual([]);
  await expect.poll(memoryFiles).toEqual([]);
  return { outcome: entriesIn(outDirectory), warnings, launches: launchesIn(root) - before, outDirectory };
}

const imageInit: ImageInit = { ready: { kind: 'unit', name: 'default.target' }, machineId: 'template' };

const usualDevices = [['edu'], ['edu'], ['edu']];

function launchesIn(root: string): number {
  return filesIn(join(root, 'launches')).length;
}

function partsThatNote({ asTemplate, asClone, asKvm, asKvmClone }: Scenario, root: string): Partial<Scenario> {
  const noting = (part: Part = {}): Part => ({
    ...part,
    atStart: [{ note: join(root, 'launches') }, ...(part.atStart ?? [])],
  });
  return {
    asTemplate: noting(asTemplate),
    asClone: noting(asClone),
    ...(asKvm === undefined ? {} : { asKvm: noting(asKvm) }),
    ...(asKvmClone === undefined ? {} : { asKvmClone: noting(asKvmClone) }),
  };
}

export function runsOf(outcome: readonly RecordEntry[]): readonly AttemptEntry[] {
  return outcome.filter((entry) => entry.entry === 'attempt').toSorted((a, b) => a.test - b.test);
}

export function lossesOf(outcome: readonly RecordEntry[]): readonly string[] {
  return outcome.flatMap((entry) => (entry.entry === 'template-lost' ? [entry.note] : []));
}
