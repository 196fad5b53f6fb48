import type { Architecture } from './architecture.ts';

export const x86_64: Architecture = {
  name: 'x86_64',
  debian: 'amd64',
  node: 'x64',
  kbuild: 'x86_64',
  triplet: 'x86_64-linux-gnu',
  dynamicLinker: 'ld-linux-x86-64.so.2',
  elfMachine: 62,
  qemuPackages: ['qemu-system-x86'],
  guest: {
    machineType: { kvm: 'q35', tcg: 'q35' },
    cpu: { kvm: 'host', tcg: 'max' },
    console: 'ttyS0',
    portsTakeConsole: false,
    // On a loaded host an emulated timer can fail its test by chance, and the kernel panics early in boot (`IO-APIC +
    // timer doesn't work`). The processor's time stamps are not compared with another clock: QEMU restores the two at
    // different moments, and a clone on KVM would begin with six lines about a clocksource that is unstable. With one
    // processor, the kernel would take the lock prefix out of all instructions that have one, also in each module that
    // is loaded; each place costs an emulator all it knows of memory.
    kernelParameters: ['unknown_nmi_panic', 'no_timer_check', 'tsc=nowatchdog', 'noreplace-smp'],
    slotted: /^(pc-)?q35\b/,
    plugConfig: undefined,
    // It needs an ISA bus, and only one can exist.
    noTree: 'a PC has tables of ACPI in its place',
    noLedger: undefined,
    panicDevice: {
      driver: 'pvpanic',
      fits: /^(?:pc|q35)\b/,
      present: /^(?:driver=)?pvpanic\b(?!-)/,
      modules: ['pvpanic_mmio'],
    },
    image: { path: 'arch/x86/boot/bzImage', name: 'bzImage' },
  },
};
