import { expect, it, onTestFinished } from 'vitest';
import { examineHost } from '../../../src/app/doctor.ts';
import { x86_64 } from '../../../src/architecture/x86-64.ts';
import { requireHostArchitecture } from '../../../src/provision/apt/host-architecture.ts';
import { provideSourceKernel } from '../../../src/provision/kernel/source/source-kernel.ts';
import { provideQemu } from '../../../src/provision/qemu/qemu.ts';
import { testContext } from './provision-context.ts';

function onHost(name: string): void {
  const before = process.arch;
  onTestFinished(() => void Object.defineProperty(process, 'arch', { value: before }));
  Object.defineProperty(process, 'arch', { value: name });
}

function onPower(): void {
  onHost('ppc64');
}

it('a host without programs for it is refused with what to do, before anything is fetched', async () => {
  onPower();
  const context = testContext();
  await expect(
    provideQemu(
      { kind: 'distribution', text: 'debian:trixie', distribution: 'debian', suite: 'trixie' },
      x86_64,
      context,
    ),
  ).rejects.toMatchObject({
    message: 'This host is ppc64: tests cannot run on it: QEMU and its tools are fetched only for x64 and arm64 hosts.',
    hint: expect.stringMatching(/^Use an x86_64 or an arm64 host/) as string,
  });
  expect(context.reported).toEqual([]);
});

it('a run on it is refused as a whole', () => {
  expect(requireHostArchitecture).not.toThrow();
  onPower();
  expect(requireHostArchitecture).toThrow(
    'This host is ppc64: tests cannot run on it: QEMU and its tools are fetched only for x64 and arm64 hosts.',
  );
});

it('a kernel from source is refused on an arm64 host, whose compiler builds for arm64', async () => {
  onHost('arm64');
  const source = { kind: 'tree', path: '/nowhere', config: undefined } as const;
  const kernel = { kind: 'source', text: 'tree:/nowhere', source, flavours: [] } as const;
  await expect(provideSourceKernel(kernel, [], testContext())).rejects.toMatchObject({
    message: 'tree:/nowhere: kernels are built from source on x86-64 hosts only, and this one is arm64.',
  });
});

it('doctor says that tests cannot run on it', async () => {
  onPower();
  expect((await examineHost())[0]).toMatchObject({ topic: 'processor', state: 'missing' });
});
