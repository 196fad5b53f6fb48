import { resolve } from 'node:path';
import { bounds } from '../bounds/bounds.ts';
import type { Directory, LinkTarget, TreeEntry } from '../host/files/file-tree.ts';
import { guestFolderNames } from './info-fields.ts';
import { wording } from './problem-wording.ts';
import { follow, isWithin, kindInWords, type Reading } from './reading.ts';
import type { TextFile, TextLine } from './text-file.ts';

/** A path in a line of an info file. */
export interface NamedPath {
  readonly file: TextFile;
  readonly line: number;
  /** As written, relative to the suite directory. */
  readonly path: string;
}

/** `info/kernel`: the spec as written, or the absolute path, with `,modules=` and its absolute path if given. */
export function resolveKernel(file: TextFile, value: TextLine, reading: Reading): string {
  if (isSpec(value.text, reading)) return value.text;
  const [image, modules] = splitKernelPath(value.text);
  const named = { file, line: value.number };
  const alternatives = ' A kernel can also be a spec such as debian:6.12.';
  requireKind({ ...named, path: image }, 'file', { reading, alternatives });
  const imagePath = resolve(reading.root.path, image);
  if (modules === undefined) return imagePath;
  requireKind({ ...named, path: modules }, 'directory', { reading, alternatives: '' });
  return `${imagePath},modules=${resolve(reading.root.path, modules)}`;
}

/** `info/qemu`: the word or spec as written, or the absolute path. */
export function resolveQemu(file: TextFile, value: TextLine, reading: Reading): string {
  if (value.text === 'default' || value.text === 'host' || isSpec(value.text, reading)) return value.text;
  const named = { file, line: value.number, path: value.text };
  const alternatives = ' A QEMU can also be default, host or a spec such as debian:trixie.';
  const found = requireKind(named, 'file', { reading, alternatives });
  if (found?.kind === 'file' && !found.executable) {
    reading.report(
      file.path,
      value.number,
      wording.pathOfOtherKind(value.text, 'an executable', 'a file without the execute bit'),
    );
  }
  return resolve(reading.root.path, value.text);
}

/** `info/disk-image`: the absolute path. */
export function resolveDiskImage(file: TextFile, value: TextLine, reading: Reading): string {
  requireKind({ file, line: value.number, path: value.text }, 'file', { reading, alternatives: '' });
  return resolve(reading.root.path, value.text);
}

/** The image and modules directory of `PATH` or `PATH,modules=DIR`. */
export function splitKernelPath(text: string): readonly [image: string, modules: string | undefined] {
  const separator = ',modules=';
  const at = text.lastIndexOf(separator);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** The entry at the path, with links followed; undefined, and reported, when there is none or it is of another kind. */
export function requireKind(
  { file, line, path }: NamedPath,
  expected: 'file' | 'directory' | 'file or directory',
  { reading, alternatives }: { readonly reading: Reading; readonly alternatives: string },
): Exclude<LinkTarget, { kind: 'unreadable' }> | undefined {
  const entry = reading.lookUp(resolve(reading.root.path, path));
  const target = entry?.kind === 'link' ? entry.target : entry;
  if (target?.kind === 'unreadable') {
    reading.report(file.path, line, wording.pathUnreadable(path, target.reason));
  } else if (target !== undefined && expected.split(' or ').includes(target.kind)) {
    return target;
  } else if (target !== undefined) {
    reading.report(file.path, line, wording.pathOfOtherKind(path, `a ${expected}`, kindInWords(target.kind)));
  } else if (entry?.kind === 'link') {
    reading.report(file.path, line, wording.pathLeadsNowhere(path, entry.text));
  } else {
    reading.report(
      file.path,
      line,
      wording.noSuchPath(expected === 'directory' ? 'directory' : 'file', path, alternatives),
    );
  }
  return undefined;
}

/** A word and a colon, unless a file with that name exists. The planner interprets the spec. */
function isSpec(text: string, reading: Reading): boolean {
  return /^[a-z][a-z0-9]*:/i.test(text) && reading.lookUp(resolve(reading.root.path, text)) === undefined;
}

/**
 * Checks the whole tree of `data/` and returns its absolute path. Rejected are names that the guest's folder needs,
 * links that leave the suite, lead nowhere or form a loop, and trees beyond the limits. No file is opened.
 */
export function parseDataDirectory(entry: TreeEntry | undefined, reading: Reading): string | undefined {
  const data = entry === undefined ? undefined : follow(entry, reading);
  if (data === undefined) return undefined;
  if (data.kind !== 'directory') {
    reading.report(data.path, undefined, wording.expectedDirectory(kindInWords(data.kind)));
    return undefined;
  }
  for (const [name, { path }] of data.entries) {
    if (guestFolderNames.some((taken) => taken === name)) reading.report(path, undefined, wording.guestNameTaken(name));
  }
  const size = { bytes: 0, entries: 0 };
  walk(data, { above: [], seen: new Set(), size }, reading);
  const excess = excessOf(size);
  if (excess !== undefined) reading.report(data.path, undefined, wording.tooMuchData(excess));
  return data.path;
}

/** Real paths: of the directories on the current path, and of all visited ones. Each is visited once. */
interface Trail {
  readonly above: readonly string[];
  readonly seen: Set<string>;
  /** The sum over everything visited. */
  readonly size: { bytes: number; entries: number };
}

function excessOf({ bytes, entries }: Trail['size']): string | undefined {
  if (entries > bounds.data.entries) return `expected at most ${bounds.data.entries} files and directories, found more`;
  return bytes > bounds.data.bytes
    ? `expected at most ${bounds.data.bytes / 1024 ** 2} MiB, found ${Math.ceil(bytes / 1024 ** 2)} MiB`
    : undefined;
}

function walk(directory: Directory, trail: Trail, reading: Reading): void {
  const above = [...trail.above, directory.realPath];
  trail.seen.add(directory.realPath);
  if (above.length > bounds.data.depth) {
    reading.report(
      directory.path,
      undefined,
      wording.tooMuchData(`expected at most ${bounds.data.depth} nested directories, found more`),
    );
    return;
  }
  for (const entry of directory.entries.values()) {
    if (++trail.size.entries > bounds.data.entries) return;
    const target = follow(entry, reading);
    if (target?.kind === 'file') trail.size.bytes += target.sizeBytes;
    if (target?.kind === 'other') reading.report(target.path, undefined, wording.notForTheGuest());
    if (target?.kind !== 'directory') continue;
    const leadsBack = entry.kind === 'link' && above.some((path) => isWithin(path, target.realPath));
    if (leadsBack) reading.report(entry.path, undefined, wording.linkLoop(entry.text));
    else if (!trail.seen.has(target.realPath)) walk(target, { ...trail, above }, reading);
  }
}
