import type { ArchitectureName } from '../architecture/architecture.ts';
import type { Release } from './apt/release.ts';
import type { CompilerVersion } from './compiler/kernel-compiler.ts';
import type { CompilerMessages } from './modules/compiler-messages.ts';

type Activity = Extract<ProvisionProgress, { readonly kind: 'begin' }>['activity'];

export interface Step {
  /** Named as the user knows it: `debian:6.1`. */
  readonly what: string;
  readonly activity: Activity;
}

/** Reports the start of a step, and how it ended. */
export async function withProgress<T>(
  progress: ProgressListener,
  { what, activity }: Step,
  work: () => Promise<T>,
): Promise<T> {
  const startedAt = performance.now();
  const end = (ended: 'done' | 'failed'): void =>
    progress({ kind: 'end', what, ended, durationMs: Math.round(performance.now() - startedAt) });
  progress({ kind: 'begin', what, activity });
  try {
    const result = await work();
    end('done');
    return result;
  } catch (error) {
    end('failed');
    throw error;
  }
}

/** The results of provisioning: verified files on this host. Paths are absolute; digests are lower-case hexadecimal. */

/** A QEMU that can be started. */
export interface QemuInstall {
  /** As the user named it. */
  readonly spec: string;
  /** `11.1.3`, as the binary reports. */
  readonly version: string;
  /** Digest of the system emulator's binary. */
  readonly sha256: string;
  /** The command prefix for `qemu-system-ARCHITECTURE`. For an unpacked one it starts with its own dynamic linker. */
  readonly command: readonly string[];
  /** The command prefix for `qemu-img`, if available. */
  readonly imgCommand: readonly string[] | undefined;
  /** The directories of firmware: `-L` arguments. Empty for the host's own QEMU. */
  readonly firmwareArgs: readonly string[];
  /** Added to the environment, for example QEMU_MODULE_DIR. */
  readonly env: Readonly<Record<string, string>>;
}

/** A bootable kernel and its modules. */
export interface KernelImage {
  readonly spec: string;
  readonly arch: ArchitectureName;
  /** What a spec that can change its meaning stood for: `oci:…@sha256:…`; absent: the spec says it. */
  readonly resolved?: string;
  /** `6.1.0-56-amd64`, the future output of `uname -r`. */
  readonly release: string;
  /** Digest of the kernel as distributed. */
  readonly sha256: string;
  /** The file for QEMU's -kernel: the extracted ELF if it has a PVH entry and starts by it, otherwise the image. */
  readonly bootImage: string;
  readonly bootFormat: BootFormat;
  /** The bzImage of a kernel that is started as a vmlinux, in case that it does not start so; absent: there is none. */
  readonly packedImage?: string;
  /** Why its bzImage is started although it has a PVH entry; absent: it is not, or it has none. */
  readonly imageReason?: string;
  /** A `lib/modules/RELEASE` directory with `modules.dep`; undefined: a kernel with everything built in. */
  readonly modulesDirectory: string | undefined;
  /** Where its modules were looked for in vain. */
  readonly modulesSought?: readonly string[];
  /** The kernel with debug information, and a directory with its modules and theirs. Absent: not known. */
  readonly debugImage?: string;
  readonly debugModules?: string;
  /** Its configuration (`.config`). Absent: not known. */
  readonly config?: string;
  /** Of a checkout: `v6.12-3-g0123456789ab-dirty`. */
  readonly commit?: string;
  /** Of a checkout: the directory with its objects (`O=`) in `build/`. */
  readonly buildTree?: string;
}

/** `Image`: of an architecture whose kernels are entered at their first byte (arm64, riscv64). */
export type BootFormat = 'vmlinux' | 'bzImage' | 'Image';

/** Unpacked headers for building modules for one kernel. */
export interface KernelHeaders {
  readonly release: string;
  readonly arch: ArchitectureName;
  /** make's arguments for this kernel: `-C … -f …` and variables. */
  readonly makeArgs: readonly string[];
  /** The root directory of the unpacked packages; absent: the headers are in their proper place. */
  readonly unpackedRoot?: string;
  /** Identifies them in cache keys. */
  readonly key: string;
  /** The compiler that built the kernel; undefined: they do not say. */
  readonly compiler: CompilerVersion | undefined;
  /** Undefined: the kernel is of no distribution. */
  readonly origin: PackageOrigin | undefined;
}

/** Where packages are from. */
export interface PackageOrigin {
  readonly release: Release;
  /** Lists of suites that fit together, the most likely first. */
  readonly places: readonly (readonly string[])[];
}

/** The result of building `info/modules` for one kernel. */
export type ModuleBuild =
  | {
      readonly kind: 'built';
      /** Absolute paths of the `.ko` files for the guest, without debug information. */
      readonly modules: readonly string[];
      /** The same modules with debug information. */
      readonly debugModules: readonly string[];
      /** Identifies the build in cache keys. */
      readonly key: string;
      readonly cached: boolean;
      /** The warnings. A build that is taken from the store has those of its first time. */
      readonly said: CompilerMessages;
      /** The compiler's own words: `gcc-14 (Debian 14.2.0-19) 14.2.0`. */
      readonly compiler: string;
      /** Absolute path of the command and its output; undefined: nobody warned. */
      readonly log: string | undefined;
      readonly durationMs: number;
    }
  | {
      readonly kind: 'failed';
      /** The directory of `info/modules` that did not build. */
      readonly directory: string;
      /** The whole output of make and the compiler, with paths as in the author's tree. */
      readonly output: string;
      readonly said: CompilerMessages;
      readonly compiler: string;
      readonly command: string;
    };

/** Receives progress. The listener decides what to show. */
export type ProgressListener = (progress: ProvisionProgress) => void;

export type ProvisionProgress =
  | {
      readonly kind: 'begin';
      readonly what: string;
      readonly activity: 'resolving' | 'fetching' | 'unpacking' | 'installing' | 'building' | 'extracting';
    }
  /** How far a long step is: `612 of about 1400 files, about 5 min left`. */
  | { readonly kind: 'step'; readonly what: string; readonly detail: string }
  /** Something about kernels that the user should know before a long step. */
  | { readonly kind: 'fact'; readonly text: string }
  | { readonly kind: 'end'; readonly what: string; readonly ended: 'done' | 'failed'; readonly durationMs: number }
  | { readonly kind: 'warning'; readonly message: string };

/**
 * The environment cannot provide something, and changing the suite does not help. Ends the command with exit status 69.
 */
export class ProvisionError extends Error {
  override readonly name = 'ProvisionError';
  /** What to do: a command to run or an option to use. */
  readonly hint: string | undefined;

  constructor(message: string, options: { readonly hint?: string; readonly cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.hint = options.hint;
  }
}

/**
 * What the user gave is not complete, and only asking the network told so. Changing it helps, so it ends the command
 * with exit status 2, as any other wrong input does.
 */
export class InputRefused extends ProvisionError {}
