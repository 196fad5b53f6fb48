import { type ReadBytes, readWhole } from './read-bytes.ts';

/** A kernel that is entered at its first byte, as arm64 and riscv64 have it, by the number of its ELF files. */
export interface EntryImage {
  readonly machine: number;
  /** Where the kernel is packed in an EFI program (zboot); undefined: it is not. */
  readonly payload: { readonly offset: number; readonly bytes: number } | undefined;
}

const headerBytes = 64;
/** Of the magic number. Source: Linux, Documentation/arch/arm64/booting.rst, arch/riscv/boot-image-header.rst. */
const magicAt = 56;
const machineOfMagic: Readonly<Record<string, number>> = { 'ARM\x64': 183, 'RSC\x05': 243 };
/** `Machine` of a PE file, as an EFI program is one (Linux include/linux/pe.h). */
const machineOfPe: ReadonlyMap<number, number> = new Map([
  [0xaa64, 183],
  [0x5064, 243],
]);

/** Undefined: the file is no such kernel. */
export function readEntryImage(read: ReadBytes): EntryImage | undefined {
  const header = readWhole(read, 0, headerBytes);
  if (header === undefined) return undefined;
  if (header.toString('latin1', 0, 2) === 'MZ' && header.toString('latin1', 4, 8) === 'zimg')
    return zbootImage(header, read);
  const machine = machineOfMagic[header.toString('latin1', magicAt, magicAt + 4)];
  return machine === undefined ? undefined : { machine, payload: undefined };
}

/** Linux drivers/firmware/efi/libstub/zboot-header.S: the payload's place and size, and the place of the PE header. */
function zbootImage(header: Buffer, read: ReadBytes): EntryImage | undefined {
  const pe = readWhole(read, header.readUInt32LE(60), 6);
  const machine = pe?.toString('latin1', 0, 4) === 'PE\0\0' ? machineOfPe.get(pe.readUInt16LE(4)) : undefined;
  if (machine === undefined) return undefined;
  return { machine, payload: { offset: header.readUInt32LE(8), bytes: header.readUInt32LE(12) } };
}
