import { hostResources } from '../../../host/resources.ts';
import { requireRoom } from '../../host-shortage.ts';
import type { ProvisionContext } from '../../provision-context.ts';
import { ProvisionError } from '../../provisioned.ts';

const gibibyte = 1024 ** 3;

/** The space that unpacked sources take, without those of other processors. */
const sourceBytes = 1.6 * gibibyte;
/** The objects of a small configuration with debug information, and the linked kernel. */
const objectBytes = 1.5 * gibibyte;
/** Measured with KASAN: a compiler, and the linker, which runs alone, take up to 360 MiB each. */
const jobMemoryMiB = 400;
const leastMemoryMiB = 2 * jobMemoryMiB;

/** How many files are compiled at a time: one for each processor, as far as the memory allows it. */
export function buildJobs(): number {
  const { cpus, availableMemoryMiB } = hostResources();
  return Math.max(1, Math.min(cpus, Math.floor(availableMemoryMiB / jobMemoryMiB)));
}

/** @throws ProvisionError when the host cannot build a kernel, before minutes are spent on trying */
export function requireBuildRoom(
  { title, unpacksSource }: { readonly title: string; readonly unpacksSource: boolean },
  context: ProvisionContext,
): void {
  const during = `building ${title} from source`;
  requireRoom(objectBytes + (unpacksSource ? sourceBytes : 0), { root: context.store.root, during });
  const { availableMemoryMiB } = hostResources();
  if (availableMemoryMiB >= leastMemoryMiB) return;
  throw new ProvisionError(
    `${title} is built from source, which needs about ${leastMemoryMiB} MiB of memory, and ` +
      `${availableMemoryMiB} MiB are free.`,
    { hint: 'Free some memory, or build it on another host and copy its store' },
  );
}
