/**
 * A directory as the suite parser sees it: read once by the caller, so that parsing needs no operating system.
 * Paths are absolute.
 */
export interface Directory {
  readonly kind: 'directory';
  readonly path: string;
  readonly entries: ReadonlyMap<string, TreeEntry>;
}

export interface RegularFile {
  readonly kind: 'file';
  readonly path: string;
  readonly executable: boolean;
  /** Reads the content as UTF-8. */
  readonly read: () => string;
}

/** A symbolic link. `target` is what it resolves to in the end; undefined when it points nowhere. */
export interface Link {
  readonly kind: 'link';
  readonly path: string;
  /** The link's text. */
  readonly text: string;
  /** Absolute path after resolving every link; undefined for a dangling link or a loop. */
  readonly resolvedPath: string | undefined;
  readonly target: Directory | RegularFile | OtherFile | undefined;
}

/** A socket, a device node, a pipe. */
export interface OtherFile {
  readonly kind: 'other';
  readonly path: string;
}

export type TreeEntry = Directory | RegularFile | Link | OtherFile;
