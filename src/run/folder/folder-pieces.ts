import { join } from 'node:path';
import { describeFile, readBytes } from '../../host/files/byte-streams.ts';
import { readWholeFile } from '../../host/files/file-facts.ts';
import { listDirectory } from '../../host/files/scratch-directory.ts';
import { folderParts } from './test-folder.ts';

/** A folder in the form that the agent receives (guest/agent/receive.c). */
export interface PackedFolder {
  /** Of all pieces together. */
  readonly bytes: number;
  /** Reads the files one after the other. @throws SystemError */
  readonly pieces: () => AsyncGenerator<Buffer>;
}

/** Lists a folder's files and directories. Nothing may change it until its pieces are read. @throws SystemError */
export function packFolder(folder: string): PackedFolder {
  const entries = [...entriesIn(folder, '')];
  const bytes = entries.reduce((sum, { header, sizeBytes }) => sum + header.length + sizeBytes, 0);
  return { bytes, pieces: () => piecesOf(entries) };
}

interface Entry {
  /** `directory PATH` or `MODE SIZE PATH`, and a zero. The file's bytes follow. */
  readonly header: Buffer;
  readonly path: string;
  readonly sizeBytes: number;
}

/** A directory comes before what is in it. Those that every folder has are there already. */
function* entriesIn(folder: string, relative: string): Generator<Entry> {
  for (const name of listDirectory(join(folder, relative))) {
    const inside = join(relative, name);
    const path = join(folder, inside);
    const { kind, size, mode } = describeFile(path);
    if (kind === 'directory') {
      if (!folderParts.includes(inside)) yield { header: Buffer.from(`directory ${inside}\0`), path, sizeBytes: 0 };
      yield* entriesIn(folder, inside);
    } else if (kind === 'file') {
      yield { header: Buffer.from(`${mode} ${size} ${inside}\0`), path, sizeBytes: size };
    }
  }
}

const pieceBytes = 64 * 1024;

async function* piecesOf(entries: readonly Entry[]): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  for (const entry of entries) {
    for await (const bytes of bytesOf(entry)) {
      held.push(bytes);
      heldBytes += bytes.length;
      if (heldBytes < pieceBytes) continue;
      yield Buffer.concat(held);
      held = [];
      heldBytes = 0;
    }
  }
  if (heldBytes > 0) yield Buffer.concat(held);
}

/** A stream for each small file would cost more than reading it. */
async function* bytesOf({ header, path, sizeBytes }: Entry): AsyncGenerator<Buffer> {
  yield header;
  if (sizeBytes > pieceBytes) yield* readBytes(path) as AsyncIterable<Buffer>;
  else if (sizeBytes > 0) yield readWholeFile(path);
}
