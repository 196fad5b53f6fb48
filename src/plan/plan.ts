import type { ArchitectureName } from '../architecture/architecture.ts';
import type { ImageInit, Suite, SuiteTest } from '../suite/suite.ts';
import type { KernelFlavour } from './kernel-flavours.ts';

/** A combination of kernel and machine in which every selected test runs. */
export interface Cell {
  /** Valid as a directory name, for example `debian-6.12-small`. */
  readonly id: string;
  readonly kernel: KernelSpec;
  readonly machine: MachineShape;
  readonly qemu: QemuSpec;
  readonly arch: ArchitectureName;
}

/** A named set of QEMU arguments: `--machine 'big=-m 1024 -smp 4'`. */
export interface MachineShape {
  readonly name: string;
  readonly args: readonly string[];
}

/** A test in a cell. It gets its own machine. */
export interface PlannedTest {
  /** `suite/test`. */
  readonly id: string;
  readonly cell: Cell;
  readonly suite: Suite;
  readonly test: SuiteTest;
  /** The time limit of all stages together, after options. */
  readonly timeoutMs: number;
  /** How long a boot of its machine may take, in real time, after options; undefined: the default. */
  readonly bootTimeoutMs: number | undefined;
  /** The disk image in which the stages run, after options. */
  readonly diskImage: DiskSpec | undefined;
  /** The image starts by itself; absent: the test agent is the first process. */
  readonly imageInit?: ImageInit | undefined;
  /** Set for a point of a sweep. */
  readonly sweep?: SweepPoint;
}

/** A test with a fault at one of the possible accesses, or at one of the driver's calls. */
export interface SweepPoint {
  /** The test's name in its suite. */
  readonly test: string;
  /** Undefined: a call fails. */
  readonly device: string | undefined;
  readonly fault: SweepFault;
  /**
   * The number of the access that the fault hits, among those that it counts, from 1. Of calls: the number of the place
   * that calls, in the order in which the test first reaches them.
   */
  readonly nth: number;
  /** Undefined: an access to a device. */
  readonly call: SweptCall | undefined;
  /** Id of the fault in the point's own machine. */
  readonly faultId: string;
  /** The fault with its trigger, as a line of `info/faults`. */
  readonly line: string;
  readonly baseline: SweepBaseline;
}

/** A place in a driver that calls a function of the kernel. */
export interface SweptCall {
  /** `misc_register in edu_probe (driver/edu.c:120)` */
  readonly name: string;
  /** How often the run without a fault came there. */
  readonly reached: number;
  /** Which of these times the call fails, from 1; undefined: the first, which stands for all. */
  readonly time: number | undefined;
}

/** Files of the run without a fault, to which a point is compared. Relative to the results directory. */
export interface SweepBaseline {
  readonly console: string;
  readonly logs: readonly string[];
}

/** A fault without its trigger, such as `dma-fail direction=write`. */
export interface SweepFault {
  readonly text: string;
  /** Valid in a directory name, and unique among the faults of a sweep. */
  readonly label: string;
}

export interface Plan {
  readonly cells: readonly Cell[];
  /** In the order of the report. */
  readonly tests: readonly PlannedTest[];
}

/**
 * A file in each of our results directories. Without it, we never empty a directory, because it may be somebody else's.
 * Module sources in such a directory are skipped.
 */
export const resultsMark = '.qemu-driver-test';

/** A file to fetch. */
export interface FetchedFile {
  /** Absolute, `https:`, `http:` or `file:`, without its digest. */
  readonly url: string;
  /** Lower-case hexadecimal; undefined: not given, so it is told and nothing is run. */
  readonly sha256: string | undefined;
}

/** An image in a container registry. */
export interface ContainerImage {
  /** Host and port, as written or the default: `quay.io`, `localhost:5000`, `docker.io`. */
  readonly registry: string;
  /** `lvh-images/kernel-images` */
  readonly repository: string;
  /** `latest` when neither a tag nor a digest is given; undefined when only a digest is. */
  readonly tag: string | undefined;
  /** `sha256:…` */
  readonly digest: string | undefined;
}

/** The kernel to boot: the user's spec, parsed. */
export type KernelSpec =
  | {
      readonly kind: 'distribution';
      /** As written: `debian:6.12-cloud`. */
      readonly text: string;
      readonly distribution: string;
      /** `6.12`; for Ubuntu the release, `24.04`. */
      readonly series: string;
      readonly flavour: 'generic' | 'cloud' | 'rt' | 'hwe';
      readonly arch: ArchitectureName;
    }
  | {
      readonly kind: 'path';
      readonly text: string;
      /** Absolute path of a bzImage, an Image or an ELF vmlinux. Its architecture is in its header. */
      readonly image: string;
      /** Absolute path of a `lib/modules/RELEASE` directory. */
      readonly modules: string | undefined;
    }
  /** `deb:URL#sha256=…,URL#sha256=…` */
  | {
      readonly kind: 'packages';
      readonly text: string;
      readonly format: PackageFormat;
      readonly files: readonly FetchedFile[];
    }
  /** `url:URL#sha256=…`: one kernel image. */
  | { readonly kind: 'image'; readonly text: string; readonly file: FetchedFile }
  /** `oci:IMAGE` */
  | { readonly kind: 'container'; readonly text: string; readonly image: ContainerImage }
  | {
      /** Built by us. */
      readonly kind: 'source';
      /** As written: `debian:6.12+kasan`, `tree:../linux+lockdep`. */
      readonly text: string;
      readonly source: KernelSource;
      /** Each once, in a fixed order. */
      readonly flavours: readonly KernelFlavour[];
    };

export type PackageFormat = 'deb' | 'rpm';

export type KernelSource =
  /** The newest source package of a series, or of a suite, of a distribution. */
  | { readonly kind: 'package'; readonly distribution: string; readonly series: string }
  /** A checkout. Absolute paths; `config`: a whole configuration to use in place of the small one. */
  | { readonly kind: 'tree'; readonly path: string; readonly config: string | undefined };

/** The disk image of a machine: the user's spec, parsed. */
export type DiskSpec =
  | { readonly kind: 'path'; readonly text: string; readonly path: string }
  | {
      /** Made here of a distribution's packages. */
      readonly kind: 'distribution';
      /** As written: `debian:bookworm+python3`. */
      readonly text: string;
      readonly distribution: string;
      readonly suite: string;
      /** Beyond a system that boots; sorted, each once. */
      readonly packages: readonly string[];
    }
  /** `url:URL#sha256=…` */
  | { readonly kind: 'file'; readonly text: string; readonly file: FetchedFile }
  /** `oci:IMAGE`: the files of a container image. */
  | { readonly kind: 'container'; readonly text: string; readonly image: ContainerImage };

/** The QEMU to use: the user's spec, parsed. */
export type QemuSpec =
  /** The version that is pinned for this host. */
  | { readonly kind: 'default'; readonly text: 'default' }
  /** `debian:trixie-backports`: the newest in that suite. */
  | { readonly kind: 'distribution'; readonly text: string; readonly distribution: string; readonly suite: string }
  /** `host`: the one on the host's PATH. */
  | { readonly kind: 'host'; readonly text: string }
  | { readonly kind: 'path'; readonly text: string; readonly path: string };
