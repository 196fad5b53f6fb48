import type { DiskSpec } from '../../plan/plan.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { provideContainerDisk } from './container-disk.ts';
import { provideDistributionDisk } from './distribution-disk.ts';
import { provideFetchedDisk } from './fetched-disk.ts';
import type { DiskUse } from './guest-work.ts';

/** The path of a disk image, which is fetched or made if it is not there. @throws ProvisionError */
export async function provideDisk(spec: DiskSpec, use: DiskUse, context: ProvisionContext): Promise<string> {
  switch (spec.kind) {
    case 'path':
      return spec.path;
    case 'file':
      return await provideFetchedDisk(spec, context);
    case 'distribution':
      return await provideDistributionDisk(spec, use, context);
    case 'container':
      return await provideContainerDisk(spec, use, context);
  }
}
