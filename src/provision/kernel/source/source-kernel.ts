import { usualArchitecture } from '../../../architecture/architectures.ts';
import type { KernelSpec } from '../../../plan/plan.ts';
import type { ConfigWish } from '../../../plan/config-wish.ts';
import { hostsOwn } from '../../apt/host-architecture.ts';
import type { ProvisionContext } from '../../provision-context.ts';
import { type KernelImage, ProvisionError } from '../../provisioned.ts';
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
  requireBuildHost(text);
  switch (source.kind) {
    case 'package':
      return await providePackagedKernel({ text, source, flavours, wishes }, context);
    case 'tree':
      return await provideTreeKernel({ text, source, flavours, wishes }, context);
  }
}

/** The compiler and the programs of the build are this host's. */
function requireBuildHost(text: string): void {
  const host = hostsOwn();
  if (host.name === usualArchitecture) return;
  const message = `${text}: kernels are built from source on x86-64 hosts only, and this one is ${host.debian}.`;
  throw new ProvisionError(message, { hint: 'Use a kernel of a distribution: --kernel debian:6.12' });
}
