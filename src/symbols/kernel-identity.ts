import { readBzImage } from '../binary/bzimage.ts';
import { readElfFile, sectionContent } from '../binary/elf-sections.ts';
import { bannersIn } from '../binary/kernel-banner.ts';
import type { ReadBytes } from '../binary/read-bytes.ts';
import { openForReading } from '../host/files/disk-file.ts';

/**
 * Identifies a build of a kernel: release, builder, number and time of the build. It is in the banner of an ELF kernel
 * and in the header of a bzImage. Undefined: the file is not a kernel.
 */
export function kernelIdentity(path: string): string | undefined {
  using file = openForReading(path);
  return identityInBzImage(file.read) ?? identityInElf(file.read);
}

function identityInBzImage(read: ReadBytes): string | undefined {
  const text = readBzImage(read)?.versionText ?? '';
  const [, release, builder, build] = /^(\S+) \(([^)]*)\) (#.+)$/s.exec(text) ?? [];
  return identity(release, builder, build);
}

function identityInElf(read: ReadBytes): string | undefined {
  const section = readElfFile(read)?.sections.find(({ name }) => name === '.rodata');
  if (section === undefined) return undefined;
  for (const banner of bannersIn(sectionContent(read, section))) {
    const [, release, builder, build] =
      /^(?=[^\n\0]*\n)Linux version (\d\S+) \(([^)]*)\) \([^\n\0]*\) (#[^\n\0]+)\n/.exec(banner) ?? [];
    if (release !== undefined) return identity(release, builder, build);
  }
  return undefined;
}

function identity(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join(' ').trim();
}
