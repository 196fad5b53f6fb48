import { openForReading } from '../../host/files/disk-file.ts';

/** The first bytes of what people take for a disk image. */
const magics: readonly (readonly [name: string, hexadecimal: string])[] = [
  ['gzip', '1f8b'],
  ['xz', 'fd377a585a00'],
  ['zstd', '28b52ffd'],
  ['bzip2', '425a68'],
  ['zip', '504b0304'],
];

/** What a file is packed with; undefined: with nothing that is known here. */
export function packingOf(path: string): string | undefined {
  using file = openForReading(path);
  const start = file.read(0, 8).toString('hex');
  return magics.find(([, magic]) => start.startsWith(magic))?.[0];
}
