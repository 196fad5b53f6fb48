import type { KernelSpec } from '../../plan/plan.ts';
import type { ConfigWish } from '../../plan/config-wish.ts';
import type { ProvisionContext } from '../provision-context.ts';
import type { KernelImage } from '../provisioned.ts';
import { provideContainerKernel } from './container-kernel.ts';
import { provideDistributionKernel } from './distribution-kernel.ts';
import { provideImageKernel } from './image-kernel.ts';
import { provideKernelAtPath } from './kernel-at-path.ts';
import { providePackageKernel } from './package-kernel.ts';
import { provideSourceKernel } from './source/source-kernel.ts';

/**
 * A bootable kernel and its modules. @param wishes what the configuration of a kernel that we build has to have @throws
 * ProvisionError when there is none with that name, it cannot be fetched or built, or the file is not a kernel
 */
export async function provideKernel(
  spec: KernelSpec,
  context: ProvisionContext,
  wishes: readonly ConfigWish[] = [],
): Promise<KernelImage> {
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
    case 'source':
      return await provideSourceKernel(spec, wishes, context);
  }
}
