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
    // A kernel boots on GICv3 in half the time that it needs on GICv2, and its ITS gives devices message interrupts.
    machineType: { kvm: "virt,gic-version=max", tcg: "virt,gic-version=3" },
    // It boots in a third of the time of `max`, whose many extensions an emulator pays for.
    cpu: { kvm: "host", tcg: "cortex-a57" },
    console: "ttyAMA0",
    kernelParameters: [],
    slotted: /^virt\b/,
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
    machineType: { kvm: "virt", tcg: "virt" },
    cpu: { kvm: "host", tcg: "rv64" },
    console: "ttyS0",
    kernelParameters: [],
    slotted: /^virt\b/,
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
    // On a loaded host an emulated timer can fail its test by chance, and the kernel panics early in boot (`IO-APIC +
    // timer doesn't work`). The processor's time stamps are not compared with another clock: QEMU restores the two at
    // different moments, and a clone on KVM would begin with six lines about a clocksource that is unstable.
    kernelParameters: ["unknown_nmi_panic", "no_timer_check", "tsc=nowatchdog"],
    slotted: /^(pc-)?q35\b/,
    // It needs an ISA bus, and only one can exist.
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
