import type { KernelSpec } from '../../../plan/plan.ts';
import type { ConfigWish } from '../../../plan/config-wish.ts';
import type { ProvisionContext } from '../../provision-context.ts';
import type { KernelImage } from '../../provisioned.ts';
import { providePackagedKernel } from './packaged-kernel.ts';
import { provideTreeKernel } from './tree-kernel.ts';

type SourceKernel = Extract<KernelSpec, { readonly kind: 'source' }>;

/**
 * A kernel that we build. @param wishes `info/kernel-config` of the suites that run on it @throws ProvisionError when
 * it cannot be configured as asked, or does not build
 */
export async function provideSourceKernel(
  { text, source, flavours }: SourceKernel,
  wishes: readonly ConfigWish[],
  context: ProvisionContext,
): Promise<KernelImage> {
  switch (source.kind) {
    case 'package':
      return await providePackagedKernel({ text, source, flavours, wishes }, context);
    case 'tree':
      return await provideTreeKernel({ text, source, flavours, wishes }, context);
  }
}
