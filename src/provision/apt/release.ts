import type { KernelSpec } from '../../plan/plan.ts';

/**
 * A distribution's packages: where they come from and which of them are what we need. Data only: see distributions/.
 */
export interface Release {
  /** As specs name it, before the colon. */
  readonly distribution: string;
  /** As the packages name it. */
  readonly architecture: string;
  /** The same in Node's words: only on such a host can its programs run. */
  readonly hostArchitecture: string;
  /** What signs its archives. */
  readonly keyring: PackagedFile;
  /** python-apt's description of the distribution: names mirrors where the host's own apt sources do not. */
  readonly mirrorTemplate: PackagedFile;
  /** Its archives by name; the one named `main` is required. */
  readonly archives: Readonly<Record<string, Archive>>;
  /** Which archive a suite lies in. */
  readonly suites: Readonly<Record<string, { readonly archive: string }>>;
  /** By series, as specs name it, then by flavour: places to look, the best first. */
  readonly kernels: Readonly<Record<string, Readonly<Partial<Record<KernelFlavour, readonly KernelPlace[]>>>>>;
  /**
   * The series that a host of this distribution boots when none is named: by the host's version, and for all others.
   */
  readonly defaultKernel: { readonly byVersion: Readonly<Record<string, string>>; readonly otherwise: string };
  readonly kernelPackages: KernelPackages;
  readonly qemu: {
    /** By the suite that a spec names. */
    readonly suites: Readonly<Record<string, PackageSelection>>;
    /** What a host of this distribution uses when none is named, and the version that it was chosen for. */
    readonly default: { readonly suite: string; readonly version: string };
  };
  /** kmod, xz, zstd, lz4 and a static busybox. */
  readonly tools: PackageSelection;
}

/** A file, and the package of the host's distribution that carries it. */
export interface PackagedFile {
  /** Absolute, as installed. */
  readonly path: string;
  readonly package: string;
}

export type KernelFlavour = Extract<KernelSpec, { readonly kind: 'distribution' }>['flavour'];

/** How one of a distribution's archives is recognised in the host's apt sources. */
export interface Archive {
  readonly suites: RegExp;
  /** The first one tells the archive from others; packages may lie in any. */
  readonly components: readonly [string, ...string[]];
  /** What the path of its mirrors usually ends in; decides between several, and tells third parties' archives apart. */
  readonly path: RegExp;
  /** How the mirror template calls its suites, or one of them. */
  readonly templateSuite: string;
  /** Without it the packages are older, not missing. */
  readonly optional: boolean;
}

export interface KernelPlace {
  readonly suites: readonly string[];
  /** The package that depends on the newest kernel. */
  readonly metaPackage: string;
  /** What its version begins with; absent: any, where the suites themselves stay with one. */
  readonly version?: string;
}

export interface KernelPackages {
  /** The kernel's package is this and its release. */
  readonly imagePrefix: string;
  /** What belongs to the kernel among what the meta package depends on. */
  readonly imageParts: RegExp;
  /** The headers' package is this and the kernel's release. */
  readonly headersPrefix: string;
  /** What belongs to the headers among what that package depends on: not the compiler. */
  readonly headersParts: RegExp;
  /** Where the unpacked headers have the kernel's own and the shared part. */
  readonly headersDirectory: string;
}

export interface PackageSelection {
  readonly suites: readonly string[];
  readonly packages: readonly string[];
}
