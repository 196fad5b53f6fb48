import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskKey, Missing, MissingParts, orMissing } from '../../../src/engine/missing.ts';
import type { CellSupplies } from '../../../src/engine/supplies.ts';
import { runCommand } from '../../../src/host/process/command.ts';
import { InputRefused, ProvisionError } from '../../../src/provision/provisioned.ts';
import { sideBySide } from '../../../src/provision/side-by-side.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import type { Results } from '../../../src/results/results.ts';
import type { SuiteTest } from '../../../src/suite/suite.ts';
import { fakeQemu } from '../../fake-qemu/scenario.ts';
import { kernel, planOf, suite } from '../plan/plan-request.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { resultsIn, runEngine, writtenTest } from './engine-rig.ts';
import { fakeSupplies } from './fake-supplies.ts';

const why = new ProvisionError('debian:9.9: no suite has it.', { hint: 'Choose debian:6.12' });

const twoKernels = ['debian:9.9', 'debian:6.12'].map(kernel);

const fails = (): Promise<never> => Promise.reject(why);

/** What these tests lack, and all that is told of it. */
function missingOf(tests: Plan['tests']): { readonly missing: MissingParts; readonly told: readonly string[] } {
  const told: string[] = [];
  const missing = new MissingParts(tests, (event) => event.kind === 'warning' && told.push(event.message));
  return { missing, told };
}

/** The one test of a suite, which passes. */
function testIn(root: string, name: string): SuiteTest {
  return writtenTest(join(root, name), 'a');
}

/** Runs a plan whose cells lack what `lacks` says of each. */
async function runWith(
  plan: Plan,
  root: string,
  lacks: (index: number) => Pick<CellSupplies, 'missing' | 'missingDisks'>,
): Promise<Results> {
  const there = fakeSupplies(fakeQemu({}, root), join(root, 'archive'));
  const supplies = new Map(plan.cells.map((cell, index) => [cell, { ...there, ...lacks(index) }]));
  const outDirectory = join(root, 'results');
  await runEngine({ plan, supplies, outDirectory });
  return resultsIn(outDirectory);
}

describe('what cannot be provided', () => {
  it('costs only the tests of its cell: a kernel', async () => {
    const root = temporaryDirectory();
    const kernels = ['debian:9.9', 'debian:6.12'].map(kernel);
    const plan = planOf([suite(join(root, 'edu'), [], { tests: [testIn(root, 'edu')] })], { kernels });
    const results = await runWith(plan, root, (index) => (index === 0 ? { missing: new Missing(why).reason } : {}));
    expect(results.tests.map(({ cell, outcome, reason }) => [cell, outcome, reason])).toEqual([
      ['debian-9.9-default', 'error', 'the cell did not boot: debian:9.9: no suite has it. Choose debian:6.12'],
      ['debian-6.12-default', 'pass', ''],
    ]);
    expect(results.cells.map(({ kernel: { release }, boot }) => [release, boot.outcome])).toEqual([
      [undefined, 'failed'],
      ['6.1.0-fake', 'ok'],
    ]);
    expect(results.exitStatus).toBe(1);
  });

  it('costs only the tests that need it: a disk image', async () => {
    const root = temporaryDirectory();
    const [plain, onDisk] = ['plain', 'python'].map((name) => join(root, name));
    const plan = planOf([
      suite(plain ?? '', [], { tests: [testIn(root, 'plain')] }),
      suite(onDisk ?? '', [], { tests: [testIn(root, 'python')], diskImage: 'debian:bookworm+pyhton3' }),
    ]);
    const missingDisks = new Map([['debian:bookworm+pyhton3', 'no package pyhton3']]);
    const results = await runWith(plan, root, () => ({ missingDisks }));
    expect(results.tests.map(({ id, outcome, reason }) => [id, outcome, reason])).toEqual([
      ['plain/a', 'pass', ''],
      ['python/a', 'error', 'there is no disk image: no package pyhton3'],
    ]);
    expect(results.exitStatus).toBe(1);
  });

  it('is told when there are tests without it', async () => {
    const { missing, told } = missingOf(planOf([suite('/edu', ['a'])], { kernels: twoKernels }).tests);
    await missing.amid(() => missing.kernel('debian:9.9', fails));
    missing.tell();
    expect(told).toEqual([
      'debian:9.9: its tests are errors, the others run. debian:9.9: no suite has it. Choose debian:6.12',
    ]);
  });

  it('ends all other work at once when no test is left', async () => {
    const { tests } = planOf([suite('/edu', ['a'])], { kernels: [kernel('debian:9.9')] });
    const { missing, told } = missingOf(tests);
    const work = missing.amid(() =>
      sideBySide(new AbortController().signal, [
        (signal) => runCommand(['sleep', '1000'], { signal }),
        () => missing.kernel('debian:9.9', fails),
      ]),
    );
    await expect(work).rejects.toBe(why);
    expect(told).toEqual([]);
  });

  it('is told beside another failure, which comes later', async () => {
    const { missing, told } = missingOf(planOf([suite('/edu', ['a'])], { kernels: twoKernels }).tests);
    const noQemu = new ProvisionError('QEMU could not be fetched.');
    const work = missing.amid(async () => {
      await missing.kernel('debian:9.9', fails);
      throw noQemu;
    });
    await expect(work).rejects.toBe(noQemu);
    expect(told).toEqual(['debian:9.9 is missing. debian:9.9: no suite has it. Choose debian:6.12']);
  });

  it('is told with the others when the last of them leaves no test', async () => {
    const { missing, told } = missingOf(planOf([suite('/edu', ['a'])], { kernels: twoKernels }).tests);
    const old = new ProvisionError('debian:6.12: no mirror has it.');
    const work = missing.amid(async () => {
      await missing.kernel('debian:9.9', fails);
      await missing.kernel('debian:6.12', () => Promise.reject(old));
    });
    await expect(work).rejects.toBe(why);
    expect(told).toEqual(['debian:6.12 is missing. debian:6.12: no mirror has it.']);
  });

  it('is told for its architecture: an image for one is another one than for the next', async () => {
    const image = 'debian:bookworm+python3';
    const kernels = ['debian:6.12', 'debian:6.12:arm64'].map(kernel);
    const { tests } = planOf([suite('/edu', ['a'], { diskImage: image })], { kernels });
    const arm64 = diskKey({ text: image }, 'aarch64');
    const { missing, told } = missingOf(tests);
    await missing.disk(arm64, fails);
    missing.tell();
    expect(told).toEqual([
      'debian:bookworm+python3 for aarch64: its tests are errors, the others run. debian:9.9: no suite has it. ' +
        'Choose debian:6.12',
    ]);
    const onlyArm64 = missingOf(tests.filter(({ cell }) => cell.arch === 'aarch64')).missing;
    await expect(onlyArm64.disk(arm64, fails)).rejects.toBe(why);
  });

  it('is no mistake of the user, and no bug of ours', async () => {
    const failing = (error: Error): Promise<unknown> => orMissing(() => Promise.reject(error));
    await expect(failing(why)).resolves.toMatchObject({ error: why });
    for (const error of [new InputRefused('no digest'), new Error('a bug')])
      await expect(failing(error)).rejects.toBe(error);
  });
});
