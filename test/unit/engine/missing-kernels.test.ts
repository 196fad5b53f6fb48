import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MissingKernel, orMissing, tellMissing } from '../../../src/engine/missing-kernels.ts';
import { InputRefused, ProvisionError } from '../../../src/provision/provisioned.ts';
import { replayRecord } from '../../../src/record/replay.ts';
import { fakeQemu } from '../../fake-qemu/scenario.ts';
import { kernel, planOf, suite, suiteTest } from '../plan/plan-request.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { fakeSupplies, runEngine } from './engine-rig.ts';

const why = new ProvisionError('debian:9.9: no suite has it.', { hint: 'Choose debian:6.12' });

describe('a kernel that cannot be provided', () => {
  it('costs only the tests of its cell', async () => {
    const root = temporaryDirectory();
    const test = suiteTest(join(root, 'edu'), 'a');
    mkdirSync(test.directory, { recursive: true });
    writeFileSync(test.run, '#!/bin/sh\n', { mode: 0o755 });
    const kernels = ['debian:9.9', 'debian:6.12'].map(kernel);
    const plan = planOf([suite(join(root, 'edu'), [], { tests: [test] })], { kernels });
    const there = fakeSupplies(fakeQemu({}, root), join(root, 'archive'));
    const supplies = new Map(
      plan.cells.map((cell, index) => [
        cell,
        index === 0 ? { ...there, missing: new MissingKernel(why).reason } : there,
      ]),
    );
    const outDirectory = join(root, 'results');
    await runEngine({ plan, supplies, outDirectory });
    const { results } = replayRecord({ directory: outDirectory, name: 'results', unwritten: [] });
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

  it('is told when others are there, and ends the run when none is', () => {
    const missing = new MissingKernel(why);
    const told: unknown[] = [];
    const tell = (kernels: Parameters<typeof tellMissing>[0]): void =>
      tellMissing(kernels, (event) => told.push(event));
    tell([
      [kernel('debian:9.9'), missing],
      [kernel('debian:6.12'), {}],
    ]);
    expect(told).toEqual([
      {
        kind: 'warning',
        message: 'debian:9.9: its tests are errors, the others run. debian:9.9: no suite has it. Choose debian:6.12',
      },
    ]);
    expect(() => tell([[kernel('debian:9.9'), missing]])).toThrow(why);
  });

  it('is no mistake of the user, and no bug of ours', async () => {
    const failing = (error: Error): Promise<unknown> => orMissing(() => Promise.reject(error));
    await expect(failing(why)).resolves.toMatchObject({ error: why });
    for (const error of [new InputRefused('no digest'), new Error('a bug')])
      await expect(failing(error)).rejects.toBe(error);
  });
});
