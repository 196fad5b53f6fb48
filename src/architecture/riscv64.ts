import type { Architecture } from './architecture.ts';

export const riscv64: Architecture = {
  name: 'riscv64',
  debian: 'riscv64',
  node: 'riscv64',
  kbuild: 'riscv',
  triplet: 'riscv64-linux-gnu',
  dynamicLinker: 'ld-linux-riscv64-lp64d.so.1',
  elfMachine: 243,
  // The firmware that starts the kernel is in a package of its own.
  qemuPackages: ['qemu-system-riscv', 'opensbi'],
  guest: {
    // Without IMSIC a device has no message interrupts. Kernels know it from 6.10 on.
    machineType: { kvm: 'virt,aia=aplic-imsic', tcg: 'virt,aia=aplic-imsic' },
    cpu: { kvm: 'host', tcg: 'rv64' },
    console: 'ttyS0',
    kernelParameters: [],
    slotted: /^virt\b/,
    plugConfig: 'HOTPLUG_PCI_PCIE',
    // The number of a wired interrupt cannot be written to its memory; messages have no name that a tree could give.
    noTree: 'its machine takes interrupts from models as messages only, which no node can name',
    noLedger: 'there is a ledger on x86-64 and arm64 only',
    panicDevice: {
      driver: 'pvpanic-pci',
      fits: /^virt\b/,
      present: /^(?:driver=)?pvpanic-pci\b/,
      modules: ['pvpanic_pci'],
    },
    image: { path: 'arch/riscv/boot/Image', name: 'Image' },
  },
};
