/**
 * A directory as the suite parser sees it: read by the caller, so that parsing needs no operating system.
 * `path` is absolute and as the author reaches it; `realPath` has every link resolved.
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
  /** The first `limitBytes` bytes, read when asked. */
  readonly read: (limitBytes: number) => FileContent;
}

/** `complete`: the file holds no more than these bytes. */
export type FileContent =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly complete: boolean }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** A symbolic link. */
export interface Link {
  readonly kind: 'link';
  readonly path: string;
  /** The link's text. */
  readonly text: string;
  /** Absolute path after resolving every link; undefined for a dangling link or a loop. */
  readonly resolvedPath: string | undefined;
  /** What it leads to in the end, under the link's own `path`; undefined when it leads nowhere. */
  readonly target: LinkTarget | undefined;
}

export type LinkTarget = Directory | RegularFile | OtherFile | Unreadable;

/** A socket, a device node, a pipe. */
export interface OtherFile {
  readonly kind: 'other';
  readonly path: string;
}

/** The operating system does not let us look. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly path: string;
  readonly reason: string;
}

export type TreeEntry = Directory | RegularFile | Link | OtherFile | Unreadable;

/** Finds what lies at an absolute path, in the suite or outside it; undefined: nothing does. */
export type LookUp = (path: string) => TreeEntry | undefined;
