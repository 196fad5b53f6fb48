import { join } from 'node:path';
import { movePath } from '../../host/files/file-changes.ts';
import type { DiskSpec } from '../../plan/plan.ts';
import { shortKernelSpec } from '../../text/short-spec.ts';
import { fetchCheckedFiles, knownFiles, refuseWithoutDigests } from '../fetch/checked-files.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError } from '../provisioned.ts';
import { imageName } from './made-image.ts';
import { packingOf } from './packing.ts';

type FetchedDisk = Extract<DiskSpec, { readonly kind: 'file' }>;

/**
 * A disk image at an address. @throws InputRefused when it has no digest @throws ProvisionError when it cannot be
 * fetched, differs, or is no raw or qcow2 image
 */
export async function provideFetchedDisk({ text, file }: FetchedDisk, context: ProvisionContext): Promise<string> {
  const title = shortKernelSpec(text);
  const files = knownFiles([file]);
  if (files === undefined) return await refuseWithoutDigests({ prefix: 'url', title, files: [file] }, context);
  const directory = await context.store.provide({
    kind: 'disk',
    key: ['disk 1', ...files.map(({ sha256 }) => sha256)].join('\n'),
    signal: context.signal,
    make: async (staging) => {
      const [path = ''] = await fetchCheckedFiles({ title, files }, staging, context);
      const packing = packingOf(path);
      if (packing !== undefined)
        throw new ProvisionError(
          `${title}: expected a raw or qcow2 image, found a file that is packed with ${packing}.`,
          {
            hint: 'Unpack it, and give its path or its file:/// address',
          },
        );
      movePath(path, join(staging, imageName));
    },
  });
  return join(directory, imageName);
}
