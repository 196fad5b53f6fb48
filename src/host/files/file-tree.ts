/**
 * A directory as the suite parser sees it. The caller reads it, so that the parser needs no operating system. `path` is
 * absolute, as the author reaches it; `realPath` has every link resolved.
 */
export interface Directory {
  readonly kind: 'directory';
  readonly path: string;
  readonly realPath: string;
  /** By name. May be read on first use. */
  readonly entries: ReadonlyMap<string, TreeEntry>;
}

export interface RegularFile {
  readonly kind: 'file';
  readonly path: string;
  readonly executable: boolean;
  readonly sizeBytes: number;
  /** The first `limitBytes` bytes, read on request. */
  readonly read: (limitBytes: number) => FileContent;
}

/** `complete`: the file has no more bytes than these. */
export type FileContent =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly complete: boolean }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** A symbolic link. */
export interface Link {
  readonly kind: 'link';
  readonly path: string;
  /** The target as stored in the link. */
  readonly text: string;
  /** Absolute path after resolving every link; undefined for a dangling link or a loop. */
  readonly resolvedPath: string | undefined;
  /** The final target, under the link's own `path`; undefined when it leads nowhere. */
  readonly target: LinkTarget | undefined;
}

export type LinkTarget = Directory | RegularFile | OtherFile | Unreadable;

/** A socket, a device node, a pipe. */
export interface OtherFile {
  readonly kind: 'other';
  readonly path: string;
}

/** The operating system denies access. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly path: string;
  readonly reason: string;
}

export type TreeEntry = Directory | RegularFile | Link | OtherFile | Unreadable;

/** Finds the entry at an absolute path, inside or outside the suite; undefined: there is none. */
export type LookUp = (path: string) => TreeEntry | undefined;
