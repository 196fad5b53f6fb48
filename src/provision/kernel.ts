import type { KernelSpec } from '../plan/kernel-spec.ts';
import { provideDistributionKernel } from './kernel-distribution.ts';
import { provideKernelAtPath } from './kernel-path.ts';
import type { ProvisionContext } from './provision-context.ts';
import type { KernelImage } from './provisioned.ts';

/**
 * A kernel that can be booted, and its modules.
 * @throws ProvisionError when there is none of that name, it cannot be fetched, or the file is no kernel.
 */
export async function provideKernel(spec: KernelSpec, context: ProvisionContext): Promise<KernelImage> {
  switch (spec.kind) {
    case 'distribution':
      return await provideDistributionKernel(spec, context);
    case 'path':
      return await provideKernelAtPath(spec, context);
  }
}
