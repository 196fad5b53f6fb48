import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isSystemError } from '../system-error.ts';
import { filesIn, kindOfFile } from './file-facts.ts';

export interface WatchPorts {
  /** Receives the paths that changed, when nothing has changed for a moment. */
  readonly onChange: (paths: ReadonlySet<string>) => void;
  /** What could not be watched, as a sentence. Everything else is still watched. */
  readonly onProblem: (message: string) => void;
  /** Whether a name is left out, with everything below it. */
  readonly isIgnored: (path: string) => boolean;
}

/** A save is often several events: an editor writes a new file, then renames it. */
const quietMs = 60;
/** Each directory takes one of the user's inotify watches, which are limited. */
const maxDirectories = 8192;

/**
 * Watches files and directory trees for changes. It watches directories, not files, so that a file that is replaced by
 * a rename is still seen. A root that does not exist is seen when it appears, if its parent exists.
 */
export class TreeWatch implements Disposable {
  readonly #ports: WatchPorts;
  /** By the directory that they watch. */
  readonly #watchers = new Map<string, FSWatcher>();
  /** The names that count in a directory that is watched for the sake of single files; undefined: all count. */
  readonly #wanted = new Map<string, Set<string> | undefined>();
  readonly #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #isFull = false;

  constructor(ports: WatchPorts) {
    this.#ports = ports;
  }

  /** Replaces the roots. A directory that was watched before stays watched without a gap. */
  setRoots(roots: readonly string[]): void {
    const before = new Set(this.#watchers.keys());
    this.#wanted.clear();
    this.#isFull = false;
    for (const root of roots) this.#addRoot(root);
    for (const directory of before) if (!this.#wanted.has(directory)) this.#close(directory);
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer);
    for (const directory of [...this.#watchers.keys()]) this.#close(directory);
  }

  #addRoot(root: string): void {
    this.#addName(dirname(root), basename(root));
    if (kindOfFile(root) === 'directory') this.#addTree(root);
  }

  /** Watches one name in a directory. */
  #addName(directory: string, name: string): void {
    const isNew = !this.#wanted.has(directory);
    const names = this.#wanted.get(directory);
    if (isNew) this.#wanted.set(directory, new Set([name]));
    else names?.add(name);
    this.#open(directory);
  }

  #addTree(directory: string): void {
    if (this.#wanted.size >= maxDirectories) {
      this.#tellFull();
      return;
    }
    this.#wanted.set(directory, undefined);
    this.#open(directory);
    this.#guarded(directory, () => {
      for (const { name, kind } of filesIn(directory)) {
        const path = join(directory, name);
        if (kind === 'directory' && !this.#ports.isIgnored(path)) this.#addTree(path);
      }
    });
  }

  #open(directory: string): void {
    if (this.#watchers.has(directory)) return;
    this.#guarded(directory, () => {
      const watcher = watch(directory, (event, name) =>
        this.#guarded(directory, () => this.#onEvent(directory, name, event)),
      );
      // A directory that was removed is seen by the watch of its parent.
      watcher.on('error', () => this.#close(directory));
      this.#watchers.set(directory, watcher);
    });
  }

  /** What disappears meanwhile is seen by the watch of its parent. */
  #guarded(directory: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!isSystemError(error)) throw error;
      if (error.code !== 'ENOENT') this.#ports.onProblem(`${directory} cannot be watched: ${error.message}`);
    }
  }

  #onEvent(directory: string, name: string | null, event: string): void {
    const names = this.#wanted.get(directory);
    if (name === null || (names !== undefined && !names.has(name))) return;
    const path = join(directory, name);
    if (this.#ports.isIgnored(path)) return;
    this.#changed.add(path);
    // `rename` is also what a new entry is called. A new directory may have taken the place of a watched one.
    if (event === 'rename' && kindOfFile(path) === 'directory') this.#renew(path);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#deliver(), quietMs);
  }

  /** Watches of removed directories stay silent for ever, also if there are new ones of the same name. */
  #renew(directory: string): void {
    for (const watched of [...this.#watchers.keys()])
      if (watched === directory || watched.startsWith(`${directory}/`)) this.#close(watched);
    this.#addTree(directory);
  }

  #deliver(): void {
    const paths = new Set(this.#changed);
    this.#changed.clear();
    this.#ports.onChange(paths);
  }

  #close(directory: string): void {
    this.#watchers.get(directory)?.close();
    this.#watchers.delete(directory);
  }

  #tellFull(): void {
    if (!this.#isFull)
      this.#ports.onProblem(
        `More than ${maxDirectories} directories belong to these tests. Changes in some of them are not noticed.`,
      );
    this.#isFull = true;
  }
}
