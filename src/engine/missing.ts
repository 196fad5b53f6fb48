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

/** What was to be provided: kernels by their texts, disk images by their keys. */
type Provided = ReadonlyMap<string, object | string>;

/**
 * Tells of the kernels and disk images that are missing. @throws ProvisionError when every test needs one of them: then
 * there is nothing to run
 */
export function tellMissing(
  tests: readonly Pick<PlannedTest, 'cell' | 'diskImage'>[],
  { kernels, disks }: { readonly kernels: Provided; readonly disks: Provided },
  progress: ProgressListener,
): void {
  const named = [...kernels, ...[...disks].map(([key, disk]) => [titleOfDisk(key), disk] as const)];
  const missing = named.flatMap(([text, part]) => (part instanceof Missing ? [{ text, part }] : []));
  const [first] = missing;
  if (first === undefined) return;
  const canRun = ({ cell, diskImage }: Pick<PlannedTest, 'cell' | 'diskImage'>): boolean =>
    !(kernels.get(cell.kernel.text) instanceof Missing) &&
    !(diskImage !== undefined && disks.get(diskKey(diskImage, cell.arch)) instanceof Missing);
  if (!tests.some(canRun)) throw first.part.error;
  for (const { text, part } of missing)
    progress({ kind: 'warning', message: `${text}: its tests are errors, the others run. ${part.reason}` });
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
