import type { ArchitectureName } from '../architecture/architecture.ts';
import type { KernelSpec } from '../plan/plan.ts';
import type { ProgressListener } from '../provision/provisioned.ts';
import { InputRefused, type KernelImage, ProvisionError } from '../provision/provisioned.ts';

/** A kernel that could not be provided, in the place of what it would have brought. */
export class MissingKernel {
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

/** What cannot be provided for one kernel costs only its tests. What the user wrote wrongly ends the run. */
export async function orMissing<T>(work: () => Promise<T>): Promise<T | MissingKernel> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProvisionError && !(error instanceof InputRefused)) return new MissingKernel(error);
    throw error;
  }
}

/** Tells of the kernels that are missing. @throws ProvisionError when all are: then there is nothing to run */
export function tellMissing(
  kernels: readonly (readonly [KernelSpec, MissingKernel | object])[],
  progress: ProgressListener,
): void {
  const missing = kernels.flatMap(([spec, kernel]) => (kernel instanceof MissingKernel ? [{ spec, kernel }] : []));
  const [first] = missing;
  if (first === undefined) return;
  if (missing.length === kernels.length) throw first.kernel.error;
  for (const { spec, kernel } of missing)
    progress({ kind: 'warning', message: `${spec.text}: its tests are errors, the others run. ${kernel.reason}` });
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
