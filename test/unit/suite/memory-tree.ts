import { posix } from 'node:path';
import type { Directory, Link, LinkTarget, LookUp, RegularFile, TreeEntry } from '../../../src/host/files/file-tree.ts';
import { parseSuiteAt, type SuiteParse } from '../../../src/suite/parse-suite.ts';
import type { Suite } from '../../../src/suite/suite.ts';
import { formatProblem } from '../../../src/suite/suite-problem.ts';

/** A file tree as a test writes it: text is a file, an object is a directory. */
export type Sketch = string | Uint8Array | Executable | Symlink | Special | { readonly [name: string]: Sketch };

class Executable {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

class Symlink {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

class Special {
  readonly kind: 'other' | 'unreadable';
  constructor(kind: 'other' | 'unreadable') {
    this.kind = kind;
  }
}

export const executable = (text = '#!/bin/sh\nexit 0\n'): Executable => new Executable(text);
export const symlink = (text: string): Symlink => new Symlink(text);
export const pipe = new Special('other');
export const unreadable = new Special('unreadable');

/** A test that is all right. */
export const goodTest = { run: executable() };

/** As on a real host. */
const maxPathChars = 4095;

/** Looks up absolute paths in a sketch of the root directory. */
export function memoryLookUp(root: { readonly [name: string]: Sketch }): LookUp {
  return (path) => entryAt(path);

  function entryAt(path: string): TreeEntry | undefined {
    const realParent = realPathOf(posix.dirname(path));
    if (realParent === undefined) return undefined;
    const realPath = posix.join(realParent, posix.basename(path));
    const sketch = sketchAt(realPath);
    if (sketch === undefined) return undefined;
    return sketch instanceof Symlink ? linkTo(sketch, path, realPath) : plain(sketch, path, realPath);
  }

  function linkTo({ text }: Symlink, path: string, realPath: string): Link {
    const resolvedPath = realPathOf(realPath);
    const sketch = resolvedPath === undefined ? undefined : sketchAt(resolvedPath);
    if (resolvedPath === undefined || sketch === undefined)
      return { kind: 'link', path, text, resolvedPath: undefined, target: undefined };
    return { kind: 'link', path, text, resolvedPath, target: plain(sketch, path, resolvedPath) };
  }

  function realPathOf(path: string, depth = 0): string | undefined {
    if (path === '/') return path;
    if (path.length > maxPathChars) return undefined;
    const parent = realPathOf(posix.dirname(path), depth);
    if (parent === undefined || depth > 20) return undefined;
    const candidate = posix.join(parent, posix.basename(path));
    const sketch = sketchAt(candidate);
    if (sketch instanceof Symlink) return realPathOf(posix.resolve(parent, sketch.text), depth + 1);
    return sketch === undefined ? undefined : candidate;
  }

  function sketchAt(realPath: string): Sketch | undefined {
    let found: Sketch | undefined = root;
    for (const name of realPath.split('/').filter((part) => part !== ''))
      found = isDirectory(found) && Object.hasOwn(found, name) ? found[name] : undefined;
    return found;
  }

  function plain(sketch: Sketch, path: string, realPath: string): LinkTarget {
    if (sketch instanceof Special)
      return sketch.kind === 'other'
        ? { kind: 'other', path }
        : { kind: 'unreadable', path, reason: 'permission denied' };
    if (isDirectory(sketch)) return directory(Object.keys(sketch), path, realPath);
    if (sketch instanceof Symlink) throw new Error('Internal error: a resolved path is a link');
    return file(sketch, path);
  }

  function directory(names: readonly string[], path: string, realPath: string): Directory {
    return {
      kind: 'directory',
      path,
      realPath,
      // A getter, as the real one is: a link to a parent directory would otherwise never end.
      get entries() {
        return new Map(
          names
            .flatMap((name) => entryAt(posix.join(path, name)) ?? [])
            .map((entry) => [posix.basename(entry.path), entry]),
        );
      },
    };
  }
}

/** Parses the suite at /work/edu in a root that holds it and `beside`. */
export function parseSketch(
  suite: { readonly [name: string]: Sketch },
  beside: { readonly [name: string]: Sketch } = {},
): SuiteParse {
  return parseSuiteAt('/work/edu', memoryLookUp({ work: { edu: suite, ...beside } }));
}

/** The suite of a sketch that has no problems. */
export function suiteOf(sketch: Readonly<Record<string, Sketch>>, beside?: Readonly<Record<string, Sketch>>): Suite {
  const parse = parseSketch(sketch, beside);
  if (parse.kind === 'suite') return parse.suite;
  throw new Error(problemsOf(parse).join('\n'));
}

/** The problems as `check` prints them in /work. */
export function problemsOf(parse: SuiteParse): readonly string[] {
  return parse.kind === 'suite'
    ? []
    : parse.problems.map((problem) => formatProblem(problem, '/work', { path: String, words: String }));
}

function isDirectory(sketch: Sketch | undefined): sketch is { readonly [name: string]: Sketch } {
  return (
    typeof sketch === 'object' &&
    !(
      sketch instanceof Executable ||
      sketch instanceof Symlink ||
      sketch instanceof Special ||
      sketch instanceof Uint8Array
    )
  );
}

function file(sketch: string | Uint8Array | Executable, path: string): RegularFile {
  const content = sketch instanceof Executable ? sketch.text : sketch;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    kind: 'file',
    path,
    executable: sketch instanceof Executable,
    sizeBytes: bytes.length,
    read: (limitBytes) => ({ kind: 'bytes', bytes: bytes.slice(0, limitBytes), complete: bytes.length <= limitBytes }),
  };
}
