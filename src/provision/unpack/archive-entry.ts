/** A member of an archive that somebody else made. Nothing of it is checked yet, except that its bytes are there. */
export interface ArchiveEntry {
  /** As written in the archive. */
  readonly path: string;
  readonly kind: 'file' | 'directory' | 'link' | 'hard-link' | 'other';
  readonly isExecutable: boolean;
  readonly sizeBytes: number;
  /** Where a link leads, or the path of a hard link's other name. */
  readonly target: string;
  /** What is not read is skipped. */
  readonly content: AsyncIterable<Uint8Array>;
}

/** The archive is not what it claims to be, or holds something that no kernel needs. The message has no full stop. */
export class ArchiveProblem extends Error {
  override readonly name = 'ArchiveProblem';
}

/** The content of everything but files. */
export async function* noContent(): AsyncGenerator<Uint8Array> {
  // Nothing.
}

/**
 * The names of a path in an archive, without the leading `./`. @throws ArchiveProblem for an absolute path, `..`, and
 * names that no file system takes
 */
export function stepsOf(path: string, { depth, pathBytes, nameBytes }: PathLimits): readonly string[] {
  const shown = JSON.stringify(path.slice(0, 200));
  if (path.startsWith('/')) throw new ArchiveProblem(`expected relative paths, found ${shown}`);
  if (Buffer.byteLength(path) > pathBytes) throw new ArchiveProblem(`a path is too long: ${shown}`);
  const steps = path.split('/').filter((step) => step !== '' && step !== '.');
  if (steps.includes('..')) throw new ArchiveProblem(`expected paths without .., found ${shown}`);
  if (steps.length > depth) throw new ArchiveProblem(`directories are too deep: ${shown}`);
  if (steps.some((step) => Buffer.byteLength(step) > nameBytes))
    throw new ArchiveProblem(`a name is too long: ${shown}`);
  if (path.includes('\0')) throw new ArchiveProblem(`a path holds a zero byte: ${shown}`);
  return steps;
}

export interface PathLimits {
  readonly depth: number;
  readonly pathBytes: number;
  readonly nameBytes: number;
}
