import { resolve } from 'node:path';
import type { LinkTarget } from '../host/files/file-tree.ts';
import { wording } from './problem-wording.ts';
import { kindInWords, type Reading } from './reading.ts';
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

/** `info/disk-image`: the spec as written, or the absolute path. */
export function resolveDiskImage(file: TextFile, value: TextLine, reading: Reading): string {
  if (isSpec(value.text, reading)) return value.text;
  const alternatives = ' A disk image can also be a spec such as debian:bookworm+python3.';
  requireKind({ file, line: value.number, path: value.text }, 'file', { reading, alternatives });
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
