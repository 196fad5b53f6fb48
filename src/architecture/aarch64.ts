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
    // A kernel boots on GICv3 in half the time that it needs on GICv2, and its ITS gives devices message interrupts.
    machineType: { kvm: 'virt,gic-version=max', tcg: 'virt,gic-version=3' },
    // It boots in a third of the time of `max`, whose many extensions an emulator pays for.
    cpu: { kvm: 'host', tcg: 'cortex-a57' },
    console: 'ttyAMA0',
    kernelParameters: [],
    slotted: /^virt\b/,
    panicDevice: {
      driver: 'pvpanic-pci',
      fits: /^virt\b/,
      present: /^(?:driver=)?pvpanic-pci\b/,
      modules: ['pvpanic_pci'],
    },
    image: { path: 'arch/arm64/boot/Image', name: 'Image' },
  },
};
