import { loadedEnd } from '../../binary/loaded-end.ts';
import { bytesOf } from '../../binary/read-bytes.ts';
import { fileSize, readWholeFile } from '../../host/files/file-facts.ts';
import { isSystemError } from '../../host/system-error.ts';
import type { KernelImage } from '../provisioned.ts';

/**
 * The memory that a kernel and its initramfs take when they are loaded, in MiB; to run, it needs more. Undefined: not
 * known. `initramfs`: its absolute path.
 */
export function memoryNeededMiB({ bootImage }: Pick<KernelImage, 'bootImage'>, initramfs: string): number | undefined {
  try {
    const end = loadedEnd(bytesOf(readWholeFile(bootImage)));
    return end === undefined ? undefined : (end + fileSize(initramfs)) / 1024 ** 2;
  } catch (error) {
    // Then the boot itself has failed for that reason, and says so.
    if (isSystemError(error)) return undefined;
    throw error;
  }
}
