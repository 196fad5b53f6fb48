import type { Suite, SuiteTest } from '../suite/suite.ts';
import type { KernelSpec } from './kernel-spec.ts';
import type { QemuSpec } from './qemu-spec.ts';

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
