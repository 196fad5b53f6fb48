import type { KernelSpec } from '../../plan/plan.ts';
import type { ProvisionContext } from '../provision-context.ts';
import type { KernelImage } from '../provisioned.ts';
import { provideContainerKernel } from './container-kernel.ts';
import { provideDistributionKernel } from './distribution-kernel.ts';
import { provideImageKernel } from './image-kernel.ts';
import { provideKernelAtPath } from './kernel-at-path.ts';
import { providePackageKernel } from './package-kernel.ts';

/**
 * A bootable kernel and its modules. @throws ProvisionError when there is none with that name, it cannot be fetched, or
 * the file is not a kernel
 */
export async function provideKernel(spec: KernelSpec, context: ProvisionContext): Promise<KernelImage> {
  switch (spec.kind) {
    case 'distribution':
      return await provideDistributionKernel(spec, context);
    case 'path':
      return await provideKernelAtPath(spec, context);
    case 'packages':
      return await providePackageKernel(spec, context);
    case 'image':
      return await provideImageKernel(spec, context);
    case 'container':
      return await provideContainerKernel(spec, context);
  }
}
