import type { ArchitectureName } from '../architecture/architecture.ts';
import { usualArchitecture } from '../architecture/architectures.ts';
import type { DiskSpec, KernelSpec, PlannedTest } from '../plan/plan.ts';
import type { ProgressListener } from '../provision/provisioned.ts';
import { InputRefused, type KernelImage, ProvisionError } from '../provision/provisioned.ts';

/** A kernel or a disk image that could not be provided, in the place of what it would have brought. */
export class Missing {
  readonly error: ProvisionError;

  constructor(error: ProvisionError) {
    this.error = error;
  }

  /** With the next move. */
  get reason(): string {
    const { message, hint } = this.error;
    return hint === undefined ? message : `${message.replace(/\.$/, '')}. ${hint}`;
  }
}

/** What cannot be provided for some tests costs only these. What the user wrote wrongly ends the run. */
export async function orMissing<T>(work: () => Promise<T>): Promise<T | Missing> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProvisionError && !(error instanceof InputRefused)) return new Missing(error);
    throw error;
  }
}

/** Of a disk image among those of all architectures: an image of packages is another one for each. */
export function diskKey({ text }: Pick<DiskSpec, 'text'>, arch: ArchitectureName): string {
  return `${arch} ${text}`;
}

/** The text of an image for this architecture; undefined: the key is that of another. */
export function diskOfKey(key: string, arch: ArchitectureName): string | undefined {
  return key.startsWith(`${arch} `) ? key.slice(arch.length + 1) : undefined;
}

type Needs = Pick<PlannedTest, 'cell' | 'diskImage'>;

/**
 * The kernels and disk images that are found missing while everything is provided. When every test needs one of them,
 * nothing is left to run, and the rest ends at once.
 */
export class MissingParts {
  readonly #tests: readonly Needs[];
  readonly #progress: ProgressListener;
  /** By the texts of kernels and the keys of disk images. */
  readonly #kernels = new Map<string, Missing>();
  readonly #disks = new Map<string, Missing>();

  constructor(tests: readonly Needs[], progress: ProgressListener) {
    this.#tests = tests;
    this.#progress = progress;
  }

  /** `orMissing` for a kernel. @throws ProvisionError when no test is left that could run */
  async kernel<T>(text: string, work: () => Promise<T>): Promise<T | Missing> {
    return this.#noted(this.#kernels, text, await orMissing(work));
  }

  /** `orMissing` for a disk image. @throws ProvisionError when no test is left that could run */
  async disk<T>(key: string, work: () => Promise<T>): Promise<T | Missing> {
    return this.#noted(this.#disks, key, await orMissing(work));
  }

  /** Provides all parts. When that fails, what is missing is told beside the failure, which may be another one. */
  async amid<T>(provide: () => Promise<T>): Promise<T> {
    try {
      return await provide();
    } catch (error) {
      for (const { title, part } of this.#all())
        if (part.error !== error) this.#warn(`${title} is missing. ${part.reason}`);
      throw error;
    }
  }

  /** Tells of what is missing to tests that are run without it. */
  tell(): void {
    for (const { title, part } of this.#all())
      this.#warn(`${title}: its tests are errors, the others run. ${part.reason}`);
  }

  #noted<T>(missing: Map<string, Missing>, name: string, part: T | Missing): T | Missing {
    if (!(part instanceof Missing)) return part;
    missing.set(name, part);
    const [first] = this.#all();
    if (first !== undefined && !this.#tests.some((test) => this.#canRun(test))) throw first.part.error;
    return part;
  }

  #canRun({ cell, diskImage }: Needs): boolean {
    return (
      !this.#kernels.has(cell.kernel.text) &&
      !(diskImage !== undefined && this.#disks.has(diskKey(diskImage, cell.arch)))
    );
  }

  #all(): readonly { readonly title: string; readonly part: Missing }[] {
    const kernels = [...this.#kernels].map(([title, part]) => ({ title, part }));
    return [...kernels, ...[...this.#disks].map(([key, part]) => ({ title: titleOfDisk(key), part }))];
  }

  #warn(message: string): void {
    this.#progress({ kind: 'warning', message });
  }
}

function titleOfDisk(key: string): string {
  const usual = diskOfKey(key, usualArchitecture);
  return usual ?? `${key.slice(key.indexOf(' ') + 1)} for ${key.slice(0, key.indexOf(' '))}`;
}

/** Why the disk image of a test is missing; undefined: it is there, or the test has none. */
export function missingDisk(
  { diskImage }: Pick<PlannedTest, 'diskImage'>,
  { missingDisks }: { readonly missingDisks?: ReadonlyMap<string, string> },
): string | undefined {
  return diskImage === undefined ? undefined : missingDisks?.get(diskImage.text);
}

/** What stands for its image: no machine is started with it. */
export function noImage({ text }: KernelSpec, arch: ArchitectureName): KernelImage {
  return {
    spec: text,
    arch,
    release: '',
    sha256: '',
    bootImage: '',
    bootFormat: arch === 'x86_64' ? 'bzImage' : 'Image',
    modulesDirectory: undefined,
  };
}
