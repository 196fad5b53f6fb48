import type { Architecture } from './architecture.ts';

export const aarch64: Architecture = {
  name: 'aarch64',
  debian: 'arm64',
  node: 'arm64',
  kbuild: 'arm64',
  triplet: 'aarch64-linux-gnu',
  dynamicLinker: 'ld-linux-aarch64.so.1',
  elfMachine: 183,
  qemuPackages: ['qemu-system-arm'],
  guest: {
    // A model outside of QEMU sends its interrupts as writes to memory. A GICv2m frame, as GICv2 has it, takes any; the
    // ITS of GICv3 takes them only with the number of the device that sends, which such a write does not have.
    // Processors for KVM have GICv3 only, and there QEMU 11 can have such a frame, too.
    machineType: { kvm: 'virt,gic-version=max,msi=gicv2m', tcg: 'virt,gic-version=2' },
    // Of those that QEMU can be, it boots with the least work: 1.2 s of processor time, and `max` 1.7 s.
    cpu: { kvm: 'host', tcg: 'neoverse-n1' },
    console: 'ttyAMA0',
    portsTakeConsole: false,
    kernelParameters: [],
    slotted: /^virt\b/,
    plugConfig: 'HOTPLUG_PCI_PCIE',
    noTree: undefined,
    noLedger: undefined,
    panicDevice: {
      driver: 'pvpanic-pci',
      fits: /^virt\b/,
      present: /^(?:driver=)?pvpanic-pci\b/,
      modules: ['pvpanic_pci'],
    },
    image: { path: 'arch/arm64/boot/Image', name: 'Image' },
  },
};
