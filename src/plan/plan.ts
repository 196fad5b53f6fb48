import type { Suite, SuiteTest } from '../suite/suite.ts';

/** One combination of kernel and machine that every selected test runs in. */
export interface Cell {
  /** Safe as a directory name, for example `debian-6.12-small`. */
  readonly id: string;
  readonly kernel: KernelSpec;
  readonly machine: MachineShape;
  readonly qemu: QemuSpec;
  readonly arch: 'x86_64';
}

/** A named set of QEMU arguments: `--machine 'big=-m 1024 -smp 4'`. */
export interface MachineShape {
  readonly name: string;
  readonly args: readonly string[];
}

/** One test in one cell: what becomes one machine. */
export interface PlannedTest {
  /** `suite/test`. */
  readonly id: string;
  readonly cell: Cell;
  readonly suite: Suite;
  readonly test: SuiteTest;
  /** How long the stages may take together, after options. */
  readonly timeoutMs: number;
  /** Path of a disk image to boot the stages in, after options. */
  readonly diskImage: string | undefined;
  /** It is a point of a sweep; absent: an ordinary test. */
  readonly sweep?: SweepPoint;
}

/** A test with a fault at one access, of all at which it could be. */
export interface SweepPoint {
  /** Name of the test as its suite has it. */
  readonly test: string;
  readonly device: string;
  readonly fault: SweepFault;
  /** Which of the accesses that the fault counts it hits, from 1 on. */
  readonly nth: number;
}

/** A fault without its trigger, such as `dma-fail direction=write`. */
export interface SweepFault {
  readonly text: string;
  /** Safe as a part of a directory's name, and different for each fault of a sweep. */
  readonly label: string;
}

export interface Plan {
  readonly cells: readonly Cell[];
  /** In the order in which they are reported. */
  readonly tests: readonly PlannedTest[];
}

/**
 * A file that every results directory of ours has: we never empty somebody else's, and what we wrote is nobody's
 * source.
 */
export const resultsMark = '.qemu-driver-test';

/** Which kernel to boot, as the user named it, parsed. */
export type KernelSpec =
  | {
      readonly kind: 'distribution';
      /** As written: `debian:6.12-cloud`. */
      readonly text: string;
      readonly distribution: string;
      /** `6.12`; of Ubuntu the release, `24.04`. */
      readonly series: string;
      readonly flavour: 'generic' | 'cloud' | 'rt' | 'hwe';
    }
  | {
      readonly kind: 'path';
      readonly text: string;
      /** Absolute path of a bzImage or an ELF vmlinux. */
      readonly image: string;
      /** Absolute path of a `lib/modules/RELEASE` directory. */
      readonly modules: string | undefined;
    };

/** Which QEMU to run, as the user named it, parsed. */
export type QemuSpec =
  /** The pinned one for this host. */
  | { readonly kind: 'default'; readonly text: 'default' }
  /** `debian:trixie-backports`: the newest of that suite. */
  | { readonly kind: 'distribution'; readonly text: string; readonly distribution: string; readonly suite: string }
  /** `host`: what the host's PATH has. */
  | { readonly kind: 'host'; readonly text: string }
  | { readonly kind: 'path'; readonly text: string; readonly path: string };
