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
    // The board's own port waits for the interrupt controller (APLIC), and PCI is ahead of it in that queue.
    portsTakeConsole: true,
    kernelParameters: [],
    slotted: /^virt\b/,
    plugConfig: 'HOTPLUG_PCI_PCIE',
    // A model can trigger a wired source by a write (setipnum of the APLIC), but as an edge. Levels need a chip.
    noTree: 'its kernels have no driver for PL061, the chip of ours that gives nodes their interrupts and lines',
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
