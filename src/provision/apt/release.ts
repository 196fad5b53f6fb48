import type { KernelSpec } from '../../plan/plan.ts';

/** The packages of a distribution: where they come from, and which of them we need. Only data: see releases.ts. */
export interface Release {
  /** Its name in specs, before the colon. */
  readonly distribution: string;
  /** The keyring of its archives. */
  readonly keyring: PackagedFile;
  /** python-apt's description of the distribution. It names mirrors if the host's own apt sources do not. */
  readonly mirrorTemplate: PackagedFile;
  /** Its archives by name. The one named `main` is required. */
  readonly archives: Readonly<Record<string, Archive>>;
  /** The architectures on the usual mirrors, as dpkg names them; absent: all. Others have mirrors of their own. */
  readonly mainArchitectures?: readonly string[];
  /** The archive of each suite. */
  readonly suites: Readonly<Record<string, { readonly archive: string }>>;
  /** By series or name, as in specs. */
  readonly kernels: Readonly<Record<string, KernelPlaces>>;
  /** Where to look for a series that `kernels` does not have, because these suites get new ones. */
  readonly movingKernels?: KernelPlaces;
  /** The default series of a host with this distribution: by the host's version, and for all others. */
  readonly defaultKernel: { readonly byVersion: Readonly<Record<string, string>>; readonly otherwise: string };
  readonly kernelPackages: KernelPackages;
  readonly qemu: {
    /** By the suite in a spec. */
    readonly suites: Readonly<Record<string, PackageSelection>>;
    /** The default of a host with this distribution, and the version for which it was chosen. */
    readonly default: { readonly suite: string; readonly version: string };
  };
  /** The suites of an image of the distribution, by its name in specs. */
  readonly images: Readonly<Record<string, readonly string[]>>;
  /** fakeroot for programs of this and later releases. */
  readonly fakeroot: PackageSelection;
  /** kmod, xz, zstd, lz4 and a static busybox. */
  readonly tools: PackageSelection;
  /** A static busybox for guests of another architecture than the host's. */
  readonly guestTools: PackageSelection;
  /** The compiler of device trees. */
  readonly treeCompiler: PackageSelection;
}

/** A file, and the package that contains it in the host's distribution. */
export interface PackagedFile {
  /** Absolute path after installation. */
  readonly path: string;
  readonly package: string;
}

export type KernelFlavour = Extract<KernelSpec, { readonly kind: 'distribution' }>['flavour'];

/** All of them, the usual one first. */
export const kernelFlavours: readonly KernelFlavour[] = ['generic', 'cloud', 'rt', 'hwe'];

/** How to recognise one of a distribution's archives in the host's apt sources. */
export interface Archive {
  readonly suites: RegExp;
  /** The first one distinguishes the archive from others; packages may be in any. */
  readonly components: readonly [string, ...string[]];
  /** The usual end of its mirrors' paths. It decides between several, and excludes third-party archives. */
  readonly path: RegExp;
  /** The name of its suites, or of one of them, in the mirror template. */
  readonly templateSuite: string;
  /** Without it, packages are older but not missing. */
  readonly optional: boolean;
}

/** By flavour: places to look, the best first. */
export type KernelPlaces = Readonly<Partial<Record<KernelFlavour, readonly KernelPlace[]>>>;

export interface KernelPlace {
  /** Looked at together: the newest version of all of them counts. */
  readonly suites: readonly string[];
  /** The package that depends on the newest kernel, with `{arch}` for dpkg's name of the architecture. */
  readonly metaPackage: string;
  /** The start of its version; absent: the newest. */
  readonly version?: string;
}

export interface KernelPackages {
  /** Prefix of the kernel's package; the release follows. */
  readonly imagePrefix: string;
  /** The dependencies of the meta package that belong to the kernel. */
  readonly imageParts: RegExp;
  /** What a release looks like, by the meta package whose kernels it is; absent: only the meta package is asked. */
  readonly releases?: Readonly<Record<string, RegExp>>;
  /** Prefix of the headers' package; the kernel's release follows. */
  readonly headersPrefix: string;
  /** The dependencies of that package that belong to the headers, without the compiler. */
  readonly headersParts: RegExp;
  /**
   * Those of them with programs, which the host's architecture has to have; absent: their programs are in the same
   * package as the headers.
   */
  readonly hostParts?: RegExp;
  /** The directory with the kernel-specific and the shared part of the unpacked headers. */
  readonly headersDirectory: string;
}

export interface PackageSelection {
  readonly suites: readonly string[];
  readonly packages: readonly string[];
}
