import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pack, type Pack } from 'tar-stream';
import { describeFile, readBytes, writeNewFile } from '../../host/files/byte-streams.ts';
import { listDirectory } from '../../host/files/scratch-directory.ts';

/** Writes a folder as a tar file and returns its size in bytes. `onEntry`: called after each entry. */
export async function packFolder(
  folder: string,
  archivePath: string,
  onEntry: () => void = () => undefined,
): Promise<number> {
  const archive = pack();
  const written = pipeline(archive, writeNewFile(archivePath));
  await Promise.all([written, addEntries(archive, { folder, onEntry }, '').then(() => archive.finalize())]);
  return describeFile(archivePath).size;
}

interface Packing {
  readonly folder: string;
  readonly onEntry: () => void;
}

async function addEntries(archive: Pack, { folder, onEntry }: Packing, relative: string): Promise<void> {
  for (const name of listDirectory(join(folder, relative))) {
    const path = join(relative, name);
    const { kind, size, mode } = describeFile(join(folder, path));
    if (kind === 'directory') {
      archive.entry({ name: `${path}/`, type: 'directory', mode });
      await addEntries(archive, { folder, onEntry }, path);
    } else if (kind === 'file') {
      await pipeline(readBytes(join(folder, path)), archive.entry({ name: path, size, mode }));
    }
    onEntry();
  }
}
