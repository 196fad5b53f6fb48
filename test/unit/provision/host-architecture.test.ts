import { expect, it, onTestFinished } from 'vitest';
import { examineHost } from '../../../src/app/doctor.ts';
import { requireHostArchitecture } from '../../../src/provision/apt/host-architecture.ts';
import { provideQemu } from '../../../src/provision/qemu/qemu.ts';
import { testContext } from './provision-context.ts';

function onArm(): void {
  const before = process.arch;
  onTestFinished(() => void Object.defineProperty(process, 'arch', { value: before }));
  Object.defineProperty(process, 'arch', { value: 'arm64' });
}

it('an arm64 host is refused with what to do, before anything is fetched', async () => {
  onArm();
  const context = testContext();
  await expect(
    provideQemu({ kind: 'distribution', text: 'debian:trixie', distribution: 'debian', suite: 'trixie' }, context),
  ).rejects.toMatchObject({
    message: 'QEMU (debian:trixie): available only for x64 hosts; this one is arm64.',
    hint: expect.stringMatching(/^Use an x86_64 host/) as string,
  });
  expect(context.reported).toEqual([]);
});

it('a run on it is refused as a whole', () => {
  expect(requireHostArchitecture).not.toThrow();
  onArm();
  expect(requireHostArchitecture).toThrow(
    'This host is arm64: tests cannot run on it: they boot x86_64 kernels, and QEMU and its tools are fetched only ' +
      'for x64 hosts.',
  );
});

it('doctor says that tests cannot run on it', async () => {
  onArm();
  expect((await examineHost())[0]).toMatchObject({ topic: 'processor', state: 'missing' });
});
