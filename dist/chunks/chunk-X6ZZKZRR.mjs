import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/architecture/aarch64.ts
var aarch64 = {
  name: "aarch64",
  debian: "arm64",
  node: "arm64",
  kbuild: "arm64",
  triplet: "aarch64-linux-gnu",
  dynamicLinker: "ld-linux-aarch64.so.1",
  elfMachine: 183,
  qemuPackages: ["qemu-system-arm"],
  guest: {
    // A model outside of QEMU sends its interrupts as writes to memory. A GICv2m frame, as GICv2 has it, takes any; the
    // ITS of GICv3 takes them only with the number of the device that sends, which such a write does not have.
    // Processors for KVM have GICv3 only, and there QEMU 11 can have such a frame, too.
    machineType: { kvm: "virt,gic-version=max,msi=gicv2m", tcg: "virt,gic-version=2" },
    // Of those that QEMU can be, it boots with the least work: 1.2 s of processor time, and `max` 1.7 s.
    cpu: { kvm: "host", tcg: "neoverse-n1" },
    console: "ttyAMA0",
    portsTakeConsole: false,
    kernelParameters: [],
    slotted: /^virt\b/,
    plugConfig: "HOTPLUG_PCI_PCIE",
    noTree: void 0,
    noLedger: void 0,
    panicDevice: {
      driver: "pvpanic-pci",
      fits: /^virt\b/,
      present: /^(?:driver=)?pvpanic-pci\b/,
      modules: ["pvpanic_pci"]
    },
    image: { path: "arch/arm64/boot/Image", name: "Image" }
  }
};

// src/architecture/riscv64.ts
var riscv64 = {
  name: "riscv64",
  debian: "riscv64",
  node: "riscv64",
  kbuild: "riscv",
  triplet: "riscv64-linux-gnu",
  dynamicLinker: "ld-linux-riscv64-lp64d.so.1",
  elfMachine: 243,
  // The firmware that starts the kernel is in a package of its own.
  qemuPackages: ["qemu-system-riscv", "opensbi"],
  guest: {
    // Without IMSIC a device has no message interrupts. Kernels know it from 6.10 on.
    machineType: { kvm: "virt,aia=aplic-imsic", tcg: "virt,aia=aplic-imsic" },
    cpu: { kvm: "host", tcg: "rv64" },
    console: "ttyS0",
    // The board's own port waits for the interrupt controller (APLIC), and PCI is ahead of it in that queue.
    portsTakeConsole: true,
    kernelParameters: [],
    slotted: /^virt\b/,
    plugConfig: "HOTPLUG_PCI_PCIE",
    // A model can trigger a wired source by a write (setipnum of the APLIC), but as an edge. Levels need a chip.
    noTree: "its kernels have no driver for PL061, the chip of ours that gives nodes their interrupts and lines",
    noLedger: "there is a ledger on x86-64 and arm64 only",
    panicDevice: {
      driver: "pvpanic-pci",
      fits: /^virt\b/,
      present: /^(?:driver=)?pvpanic-pci\b/,
      modules: ["pvpanic_pci"]
    },
    image: { path: "arch/riscv/boot/Image", name: "Image" }
  }
};

// src/architecture/x86-64.ts
var x86_64 = {
  name: "x86_64",
  debian: "amd64",
  node: "x64",
  kbuild: "x86_64",
  triplet: "x86_64-linux-gnu",
  dynamicLinker: "ld-linux-x86-64.so.2",
  elfMachine: 62,
  qemuPackages: ["qemu-system-x86"],
  guest: {
    machineType: { kvm: "q35", tcg: "q35" },
    cpu: { kvm: "host", tcg: "max" },
    console: "ttyS0",
    portsTakeConsole: false,
    // On a loaded host an emulated timer can fail its test by chance, and the kernel panics early in boot (`IO-APIC +
    // timer doesn't work`). The processor's time stamps are not compared with another clock: QEMU restores the two at
    // different moments, and a clone on KVM would begin with six lines about a clocksource that is unstable. With one
    // processor, the kernel would take the lock prefix out of all instructions that have one, also in each module that
    // is loaded; each place costs an emulator all it knows of memory.
    kernelParameters: ["unknown_nmi_panic", "no_timer_check", "tsc=nowatchdog", "noreplace-smp"],
    slotted: /^(pc-)?q35\b/,
    plugConfig: void 0,
    // It needs an ISA bus, and only one can exist.
    noTree: "a PC has tables of ACPI in its place",
    noLedger: void 0,
    panicDevice: {
      driver: "pvpanic",
      fits: /^(?:pc|q35)\b/,
      present: /^(?:driver=)?pvpanic\b(?!-)/,
      modules: ["pvpanic_mmio"]
    },
    image: { path: "arch/x86/boot/bzImage", name: "bzImage" }
  }
};

// src/architecture/architectures.ts
var byName = { x86_64, aarch64, riscv64 };
var architectures = Object.values(byName);
var usualArchitecture = "x86_64";
function architectureOf(name) {
  return byName[name];
}
function architectureOfDebian(name) {
  return architectures.find(({ debian }) => debian === name);
}
function architectureOfNode(name) {
  return architectures.find(({ node }) => node === name);
}
function architectureOfElf(machine) {
  return architectures.find(({ elfMachine }) => elfMachine === machine);
}

export {
  architectures,
  usualArchitecture,
  architectureOf,
  architectureOfDebian,
  architectureOfNode,
  architectureOfElf
};
