import { join } from 'node:path';
import { movePath } from '../../host/files/file-changes.ts';
import { fetchedTitle } from '../../plan/fetched-kernel-id.ts';
import type { KernelSpec } from '../../plan/plan.ts';
import { fetchCheckedFiles, knownFiles, refuseWithoutDigests } from '../fetch/checked-files.ts';
import type { ProvisionContext } from '../provision-context.ts';
import type { KernelImage } from '../provisioned.ts';
import { provideKernelAtPath } from './kernel-at-path.ts';

type ImageKernel = Extract<KernelSpec, { readonly kind: 'image' }>;

const fileName = 'kernel';

/**
 * One kernel image at an address, without modules. @throws InputRefused when it has no digest @throws ProvisionError
 * when it cannot be fetched, differs, or is no kernel
 */
export async function provideImageKernel(spec: ImageKernel, context: ProvisionContext): Promise<KernelImage> {
  const title = fetchedTitle(spec);
  const files = knownFiles([spec.file]);
  if (files === undefined) return await refuseWithoutDigests({ prefix: 'url', title, files: [spec.file] }, context);
  const directory = await context.store.provide({
    kind: 'image',
    key: ['image 1', ...files.map(({ sha256 }) => sha256)].join('\n'),
    signal: context.signal,
    make: async (staging) => {
      const [path = ''] = await fetchCheckedFiles({ title, files }, staging, context);
      movePath(path, join(staging, fileName));
    },
  });
  const image = join(directory, fileName);
  const kernel = await provideKernelAtPath({ kind: 'path', text: title, image, modules: undefined }, context);
  return { ...kernel, spec: spec.text };
}
