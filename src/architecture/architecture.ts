/** As QEMU and `uname -m` name it. */
export type ArchitectureName = 'x86_64' | 'aarch64' | 'riscv64';

/** A value for each accelerator. */
export interface ByAccelerator {
  readonly kvm: string;
  readonly tcg: string;
}

/** Properties of an architecture, as data; one file per architecture. A guest has one, and so has the host. */
export interface Architecture {
  /** QEMU's name, as in `qemu-system-NAME`. */
  readonly name: ArchitectureName;
  /** dpkg's name: in packages, and behind a kernel's spec. */
  readonly debian: 'amd64' | 'arm64' | 'riscv64';
  /** Node's name: `process.arch`. */
  readonly node: string;
  /** `ARCH` of the kernel's build. */
  readonly kbuild: string;
  /** The GNU name: a directory of libraries, and with a dash the prefix of a cross compiler's programs. */
  readonly triplet: string;
  /** The file name of the dynamic linker. */
  readonly dynamicLinker: string;
  /** `e_machine` of its ELF files (elf.h). */
  readonly elfMachine: number;
  /** The package of Debian and Ubuntu with its system emulator. */
  readonly qemuPackages: readonly string[];
  readonly guest: GuestMachine;
}

/** How a machine of an architecture is started. */
export interface GuestMachine {
  /** Default of -machine. */
  readonly machineType: ByAccelerator;
  /** Default of -cpu. */
  readonly cpu: ByAccelerator;
  /** The kernel's name for the serial console. */
  readonly console: string;
  /** Whether a serial port on PCI that a machine boots with takes the console's name, and its output. */
  readonly portsTakeConsole: boolean;
  /** Parameters of the kernel that only this architecture knows. */
  readonly kernelParameters: readonly string[];
  /** Machine types whose root bus takes no device after the start, so that root ports are the slots. */
  readonly slotted: RegExp;
  /**
   * What a kernel must have built in to hear of devices that come into slots; undefined: nothing, ACPI tells it. One
   * without it is told to look for them.
   */
  readonly plugConfig: string | undefined;
  /** Why no node can be added to the machine's device tree; undefined: nodes can. */
  readonly noTree: string | undefined;
  /** Why there is no ledger of what a driver holds; undefined: there is one. */
  readonly noLedger: string | undefined;
  readonly panicDevice: PanicDevice;
  /** Where a kernel's build puts the image that is booted, and how the image is called. */
  readonly image: { readonly path: string; readonly name: string };
}

/** The device that tells QEMU of a panic. */
export interface PanicDevice {
  readonly driver: string;
  /** The machine types that have a place for it. */
  readonly fits: RegExp;
  /** An argument of the user's that brings it already. */
  readonly present: RegExp;
  /** The kernel's modules for it, where they are modules. */
  readonly modules: readonly string[];
}
