import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startsPackedOnly } from '../../../src/provision/kernel/boot-form.ts';
import { AssetStore } from '../../../src/provision/store/store.ts';
import type { Results } from '../../../src/results/results.ts';
import { fakeQemu, type Scenario, type Step } from '../../fake-qemu/scenario.ts';
import { filesIn } from '../../../src/host/files/file-facts.ts';
import { planOf, suite } from '../plan/plan-request.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { resultsIn, runEngine, writtenTest } from './engine-rig.ts';
import { fakeSupplies } from './fake-supplies.ts';

const sha256 = 'e'.repeat(64);
const reset: readonly Step[] = [{ event: 'SHUTDOWN', data: { guest: true, reason: 'guest-reset' } }, { exit: 0 }];

interface FormsRun {
  readonly results: Results;
  readonly warnings: readonly string[];
  readonly launches: number;
  readonly isRemembered: boolean;
}

/** Two cold tests in a cell whose kernel exists in both forms. */
async function runForms(scenario: Scenario): Promise<FormsRun> {
  const root = temporaryDirectory();
  const directory = join(root, 'edu');
  const tests = ['a', 'b'].map((name) => writtenTest(directory, name));
  const plan = planOf([suite(directory, [], { tests })]);
  const launches = join(root, 'launches');
  const qemu = fakeQemu({ ...scenario, atStart: [{ note: launches }] }, root);
  const kernel = { sha256, bootImage: join(root, 'vmlinux'), packedImage: join(root, 'bzImage') };
  const supplies = new Map(plan.cells.map((cell) => [cell, fakeSupplies(qemu, join(root, 'archive'), kernel)]));
  const [outDirectory, store] = [join(root, 'results'), join(root, 'store')];
  const warnings: string[] = [];
  const onEvent = (event: { readonly kind: string; readonly message?: string }): void => {
    if (event.kind === 'warning') warnings.push(event.message ?? '');
  };
  await runEngine({ plan, supplies, outDirectory, store, start: 'cold', onEvent });
  return {
    results: resultsIn(outDirectory),
    warnings,
    launches: filesIn(launches).length,
    isRemembered: startsPackedOnly(sha256, new AssetStore(store)),
  };
}

it('a kernel that resets before its first line is started by its bzImage, in all later machines and runs', async () => {
  const { results, warnings, launches, isRemembered } = await runForms({ asVmlinux: { boot: reset } });
  expect(results.totals.pass).toBe(2);
  // The vmlinux once, the bzImage for the cell and for each test.
  expect(launches).toBe(4);
  expect(results.cells[0]?.boot).toMatchObject({
    outcome: 'ok',
    image: 'bzImage',
    imageReason: 'started by its PVH entry, this kernel resets before its first line',
  });
  expect(warnings).toEqual([
    'debian:6.1: started by its PVH entry, this kernel resets before its first line. It is started by its bzImage, ' +
      'which takes longer, and later runs do so at once.',
  ]);
  expect(isRemembered).toBe(true);
});

it('a kernel that resets so in both forms has failed once, and nothing is concluded from it', async () => {
  const { results, launches, isRemembered } = await runForms({ boot: reset });
  expect(launches).toBe(2);
  expect(isRemembered).toBe(false);
  const { failure, image } = results.cells[0]?.boot ?? {};
  expect(failure).toMatchObject({
    kind: 'reset-before-first-line',
    message: 'the kernel reset before its first line, started by its PVH entry and by its bzImage',
  });
  expect(image).toBe('vmlinux');
  expect(results.tests[0]?.reason).toBe(`the cell did not boot: ${failure?.message ?? ''}\n${failure?.hint ?? ''}`);
  expect(results.exitStatus).toBe(69);
});

it('a kernel whose bzImage gets further is remembered, and the failure of the bzImage is told', async () => {
  const says: Step = { say: 'console', text: '[    0.0] Linux version 6.9\r\n[    0.1] Out of memory\r\n' };
  const { results, isRemembered } = await runForms({ boot: [says, ...reset], asVmlinux: { boot: reset } });
  expect(isRemembered).toBe(true);
  expect(results.cells[0]?.boot).toMatchObject({ image: 'bzImage', failure: { kind: 'too-little-memory' } });
});

it('a kernel that resets after its first line is not started in another form', async () => {
  const says: Step = { say: 'console', text: '[    0.0] Linux version 6.9\r\n' };
  const { results, launches } = await runForms({ boot: [says, ...reset] });
  expect(launches).toBe(1);
  expect(results.cells[0]?.boot).toMatchObject({ image: 'vmlinux', failure: { kind: 'reset' } });
});
