import { openForReading } from '../host/files/disk-file.ts';
import { content, type ReadBytes, readElfSections } from './elf-object.ts';

/**
 * Identifies a build of a kernel: release, builder, number and time of the build. It is in the banner of an ELF kernel
 * and in the header of a bzImage. Undefined: the file is not a kernel.
 */
export function kernelIdentity(path: string): string | undefined {
  using file = openForReading(path);
  return identityInBzImage(file.read) ?? identityInElf(file.read);
}

const versionPointerOffset = 0x20e;
const maxVersionBytes = 512;

/** Documentation/arch/x86/boot.rst: `HdrS` at 0x202; the version string is at 0x200 plus the value at 0x20e. */
function identityInBzImage(read: ReadBytes): string | undefined {
  const header = read(0x202, 4 + 8 + 2);
  if (header.length < 14 || header.toString('latin1', 0, 4) !== 'HdrS') return undefined;
  const text = read(header.readUInt16LE(versionPointerOffset - 0x202) + 0x200, maxVersionBytes).toString('latin1');
  const [, release, builder, build] = /^(\S+) \(([^)]*)\) (#[^\0]+)\0/.exec(text) ?? [];
  return identity(release, builder, build);
}

function identityInElf(read: ReadBytes): string | undefined {
  const section = readElfSections(read)?.find(({ name }) => name === '.rodata');
  const bytes = section === undefined ? undefined : content(read, section);
  for (
    let at = bytes?.indexOf('Linux version ') ?? -1;
    bytes !== undefined && at >= 0;
    at = bytes.indexOf('Linux version ', at + 1)
  ) {
    const banner = bytes.toString('latin1', at, at + 2 * maxVersionBytes);
    const [, release, builder, build] =
      /^(?=[^\n\0]*\n)Linux version (\d\S+) \(([^)]*)\) \([^\n\0]*\) (#[^\n\0]+)\n/.exec(banner) ?? [];
    if (release !== undefined) return identity(release, builder, build);
  }
  return undefined;
}

function identity(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join(' ').trim();
}
