import { describe, expect, it } from 'vitest';
import { aarch64 } from '../../../src/architecture/aarch64.ts';
import type { GuestOutcome, GuestWork } from '../../../src/provision/disk/guest-work.ts';
import { countInstalled, installByGuest } from '../../../src/provision/disk/install-by-guest.ts';
import { ProvisionError } from '../../../src/provision/provisioned.ts';
import { testContext } from './provision-context.ts';

const installation = {
  ...{ title: 'debian:bookworm', arch: aarch64, distribution: 'debian', image: '/store/disk', count: 2 },
};

describe('packages that a guest installs', () => {
  it('are told as they are unpacked and configured', async () => {
    const context = testContext();
    let script = '';
    const result = await installByGuest(installation, context, (work: GuestWork) => {
      script = work.script;
      const lines = [
        'Unpacking a (1) ...',
        'Setting up a (1) ...',
        'Unpacked',
        'Unpacking b (1) ...',
        'Setting up b ...',
      ];
      for (const line of lines) work.onLine(line);
      return Promise.resolve<GuestOutcome>({ kind: 'ended', exitStatus: 0, output: '' });
    });
    expect(result).toBeUndefined();
    expect(script).toMatch(/^#!\/bin\/sh\ncount=2\n/);
    expect(context.reported.map((step) => ('detail' in step ? step.detail : step.kind))).toEqual([
      '1 of 2 packages unpacked',
      '1 of 2 packages configured',
      '2 of 2 packages unpacked',
      '2 of 2 packages configured',
    ]);
  });

  it('are told a few times however many they are', () => {
    const tell = countInstalled(132);
    const told = Array.from({ length: 132 }, () => tell('Unpacking x')).filter((detail) => detail !== undefined);
    expect(told).toEqual([27, 54, 81, 108, 132].map((number) => `${number} of 132 packages unpacked`));
  });

  it('that cannot be configured give back what dpkg said', async () => {
    const output = 'dpkg: error processing package a (--configure):\n';
    const outcome: GuestOutcome = { kind: 'ended', exitStatus: 1, output };
    expect(await installByGuest(installation, testContext(), () => Promise.resolve(outcome))).toBe(output);
  });

  it('are an error with the last lines when the machine fails', async () => {
    const outcome: GuestOutcome = { kind: 'failed', failure: 'the kernel panicked', output: 'Setting up a ...\n' };
    const failure = installByGuest(installation, testContext(), () => Promise.resolve(outcome));
    await expect(failure).rejects.toThrow(ProvisionError);
    await expect(failure).rejects.toThrow(
      'The packages of debian:bookworm could not be installed by a machine for arm64: the kernel panicked:\n' +
        'Setting up a ...',
    );
  });
});
