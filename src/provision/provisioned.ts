type Activity = Extract<ProvisionProgress, { readonly kind: 'begin' }>['activity'];

export interface Step {
  /** Named as the user knows it: `debian:6.1`. */
  readonly what: string;
  readonly activity: Activity;
}

/** Reports the begin of a piece of work, and its end whatever becomes of it. */
export async function withProgress<T>(
  progress: ProgressListener,
  { what, activity }: Step,
  work: () => Promise<T>,
): Promise<T> {
  const startedAt = performance.now();
  progress({ kind: 'begin', what, activity });
  try {
    return await work();
  } finally {
    progress({ kind: 'end', what, durationMs: Math.round(performance.now() - startedAt) });
  }
}

/**
 * What provisioning hands on: verified files on this host. All paths are absolute, all digests lower-case hexadecimal.
 */

/** A QEMU that can be started. */
export interface QemuInstall {
  /** As the user named it. */
  readonly spec: string;
  /** `11.1.3`, as the binary itself says. */
  readonly version: string;
  /** Of the system emulator's binary. */
  readonly sha256: string;
  /** Command prefix that starts `qemu-system-x86_64`; for an unpacked one its own dynamic linker comes first. */
  readonly command: readonly string[];
  /** Command prefix that starts `qemu-img`, where there is one. */
  readonly imgCommand: readonly string[] | undefined;
  /** Where firmware lies: `-L` arguments. Empty for the host's own. */
  readonly firmwareArgs: readonly string[];
  /** Added to the environment, for example QEMU_MODULE_DIR. */
  readonly env: Readonly<Record<string, string>>;
}

/** A kernel that can be booted, and its modules. */
export interface KernelImage {
  readonly spec: string;
  /** `6.1.0-56-amd64`, as `uname -r` will say. */
  readonly release: string;
  /** Of the kernel as its distributor ships it. */
  readonly sha256: string;
  /** What QEMU's -kernel gets: the extracted ELF where it has a PVH entry, else the image as it is. */
  readonly bootImage: string;
  readonly bootFormat: 'vmlinux' | 'bzImage';
  /** A `lib/modules/RELEASE` directory with `modules.dep`; undefined: a kernel with everything built in. */
  readonly modulesDirectory: string | undefined;
}

/** Headers that build modules for one kernel, unpacked. */
export interface KernelHeaders {
  readonly release: string;
  /** Arguments for make that select this kernel: `-C … -f …` and variables. */
  readonly makeArgs: readonly string[];
  /** What would be the root directory if they were installed; absent: they lie where they belong. */
  readonly unpackedRoot?: string;
  /** Identifies them in cache keys. */
  readonly key: string;
}

/** What became of `info/modules` for one kernel. */
export type ModuleBuild =
  | {
      readonly kind: 'built';
      /** Absolute paths of the `.ko` files, for the guest: without debug information. */
      readonly modules: readonly string[];
      /** The same as they were built, with debug information. */
      readonly debugModules: readonly string[];
      /** Identifies the build in cache keys. */
      readonly key: string;
      readonly cached: boolean;
      readonly durationMs: number;
    }
  | {
      readonly kind: 'failed';
      /** The directory of `info/modules` that did not build. */
      readonly directory: string;
      /** Everything make and the compiler wrote, paths as in the author's tree. */
      readonly output: string;
      readonly command: string;
    };

/** Called with what is going on; the listener decides what is worth showing. */
export type ProgressListener = (progress: ProvisionProgress) => void;

export type ProvisionProgress =
  | {
      readonly kind: 'begin';
      readonly what: string;
      readonly activity: 'resolving' | 'fetching' | 'unpacking' | 'building' | 'extracting';
    }
  | { readonly kind: 'end'; readonly what: string; readonly durationMs: number }
  | { readonly kind: 'warning'; readonly message: string };

/**
 * The environment cannot provide what is needed: nothing the suite's author can mend in the suite.
 * Ends the command with exit status 69.
 */
export class ProvisionError extends Error {
  override readonly name = 'ProvisionError';
  /** The next move: a command to run or an option to give. */
  readonly hint: string | undefined;

  constructor(message: string, options: { readonly hint?: string; readonly cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.hint = options.hint;
  }
}
