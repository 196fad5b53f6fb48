import { join } from 'node:path';
import { readBzImage, readPayload } from '../../binary/bzimage.ts';
import { type ElfNote, readElfNotes } from '../../binary/elf-notes.ts';
import { bytesOf } from '../../binary/read-bytes.ts';
import { fieldOf } from '../../bounds/parse-json.ts';
import { writeFileAt } from '../../host/files/file-changes.ts';
import { readWholeFile } from '../../host/files/file-facts.ts';
import { readJsonFile, writeJsonFile } from '../../host/files/json-file.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { type KernelImage, withProgress } from '../provisioned.ts';
import type { AssetStore } from '../store/store.ts';
import { entryFails, startsPackedOnly } from './boot-form.ts';
import { unpackKernel } from './unpack-kernel.ts';

export type BootImage = Pick<KernelImage, 'bootImage' | 'bootFormat' | 'packedImage' | 'imageReason'>;

export interface PackedKernel {
  /** Its name for the user. */
  readonly title: string;
  readonly path: string;
  readonly sha256: string;
}

/**
 * The file for QEMU to boot a bzImage: if the kernel inside can be started directly, that kernel, unpacked once and
 * stored. This saves the unpacking in every boot, which is most of a boot without KVM. Otherwise the image itself, and
 * also if a boot has shown that the kernel inside does not start so.
 */
export async function provideBootImage(kernel: PackedKernel, context: ProvisionContext): Promise<BootImage> {
  const directory = await context.store.provide({
    kind: 'vmlinux',
    key: `1 ${kernel.sha256}`,
    signal: context.signal,
    make: (staging) =>
      withProgress(context.progress, { what: kernel.title, activity: 'extracting' }, () =>
        extract(kernel, staging, context),
      ),
  });
  const { path: packedImage, sha256 } = kernel;
  return fieldOf(readJsonFile(join(directory, 'boot.json')), 'pvh') === true
    ? inKnownForm({ sha256, vmlinux: join(directory, 'vmlinux'), packedImage }, context.store)
    : { bootImage: packedImage, bootFormat: 'bzImage' };
}

/** A kernel that can be started in both forms. The paths are absolute. */
export interface BothForms {
  readonly sha256: string;
  readonly vmlinux: string;
  readonly packedImage: string;
}

/** The form in which a kernel is known to start, by default the fast one. */
export function inKnownForm({ sha256, vmlinux, packedImage }: BothForms, store: AssetStore): BootImage {
  return startsPackedOnly(sha256, store)
    ? { bootImage: packedImage, bootFormat: 'bzImage', imageReason: entryFails }
    : { bootImage: vmlinux, bootFormat: 'vmlinux', packedImage };
}

async function extract({ path }: PackedKernel, staging: string, context: ProvisionContext): Promise<void> {
  const read = bytesOf(readWholeFile(path));
  const image = readBzImage(read);
  const unpacked = image && (await unpackKernel(readPayload(read, image), path, context));
  const pvh = unpacked !== undefined && hasPvhEntry(unpacked);
  if (pvh) writeFileAt(join(staging, 'vmlinux'), unpacked);
  writeJsonFile(join(staging, 'boot.json'), { pvh });
}

/** XEN_ELFNOTE_PHYS32_ENTRY: where to enter the kernel in 32-bit mode without a boot loader (Xen public/elfnote.h). */
const pvhNote: ElfNote = { owner: 'Xen', type: 18 };

/** Whether QEMU can start this ELF kernel directly. */
export function hasPvhEntry(file: Buffer): boolean {
  return readElfNotes(bytesOf(file)).some(({ owner, type }) => owner === pvhNote.owner && type === pvhNote.type);
}
