import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pack, type Pack } from 'tar-stream';
import { describeFile, readBytes, writeNewFile } from '../host/byte-streams.ts';
import { listDirectory } from '../host/directories.ts';

/** Writes a folder as a tar file and returns its size in bytes. */
export async function packFolder(folder: string, archivePath: string): Promise<number> {
  const archive = pack();
  const written = pipeline(archive, writeNewFile(archivePath));
  await Promise.all([written, addEntries(archive, folder, '').then(() => archive.finalize())]);
  return describeFile(archivePath).size;
}

async function addEntries(archive: Pack, folder: string, relative: string): Promise<void> {
  for (const name of listDirectory(join(folder, relative))) {
    const path = join(relative, name);
    const { kind, size, mode } = describeFile(join(folder, path));
    if (kind === 'directory') {
      archive.entry({ name: `${path}/`, type: 'directory', mode });
      await addEntries(archive, folder, path);
    } else if (kind === 'file') {
      await pipeline(readBytes(join(folder, path)), archive.entry({ name: path, size, mode }));
    }
  }
}
