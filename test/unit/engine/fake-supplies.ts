import type { CellSupplies } from '../../../src/engine/supplies.ts';
import type { QemuInstall } from '../../../src/provision/provisioned.ts';

/** A QEMU that nobody launches. */
export const someQemu: QemuInstall = {
  spec: 'default',
  version: '11.1.3',
  sha256: 'b'.repeat(64),
  command: ['/q'],
  imgCommand: undefined,
  firmwareArgs: [],
  env: {},
};

/** Supplies of machines that are simulated. */
export function fakeSupplies(
  qemu: QemuInstall,
  archivePath: string,
  changes: Partial<CellSupplies['kernel']> = {},
): CellSupplies {
  const kernel = {
    spec: 'debian:6.1',
    release: '6.1.0-fake',
    sha256: '',
    bootImage: '/k',
    arch: 'x86_64',
    bootFormat: 'vmlinux',
    modulesDirectory: undefined,
    ...changes,
  } as const;
  return {
    qemu,
    kernel,
    archive: { path: archivePath, hasVirtFs: true },
    builds: new Map(),
    unmetConfigs: new Map(),
    statefulDevices: new Set<string>(),
  };
}
