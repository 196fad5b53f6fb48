import { fieldOf } from '../../bounds/parse-json.ts';
import { type KernelImage, ProvisionError } from '../provisioned.ts';
import type { AssetStore } from '../store/store.ts';

/** Why a bzImage is started although QEMU could enter the kernel inside it. */
export const entryFails = 'started by its PVH entry, this kernel resets before its first line';

/**
 * The same kernel, started by its bzImage; undefined: it is started so already, or there is none. Some kernels do not
 * start by their PVH entry, for example some with KASAN, whose first functions use a shadow that is not there yet.
 */
export function asPacked(kernel: KernelImage): KernelImage | undefined {
  const { packedImage, ...rest } = kernel;
  if (packedImage === undefined) return undefined;
  return { ...rest, bootImage: packedImage, bootFormat: 'bzImage', imageReason: entryFails };
}

/**
 * Keeps for later runs that a kernel, by its digest, starts by its bzImage only. False: the store cannot be written,
 * which costs the next run a short boot.
 */
export function rememberPacked({ sha256 }: Pick<KernelImage, 'sha256'>, store: AssetStore): boolean {
  try {
    store.writeDocument(documentName(sha256), { start: 'bzImage' });
    return true;
  } catch (error) {
    if (!(error instanceof ProvisionError)) throw error;
    return false;
  }
}

/** Whether a boot has shown that a kernel starts by its bzImage only. */
export function startsPackedOnly(sha256: string, store: AssetStore): boolean {
  return fieldOf(store.readDocument(documentName(sha256)), 'start') === 'bzImage';
}

function documentName(sha256: string): string {
  return `kernel-start ${sha256}`;
}
