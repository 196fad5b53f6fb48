import { resolve } from 'node:path';
import type { Directory } from './file-tree.ts';
import { listLines } from './list-lines.ts';
import { requireKind } from './path-field.ts';
import { wording } from './problem-wording.ts';
import type { Reading } from './reading.ts';
import type { TextFile } from './text-file.ts';

/** `info/modules`: absolute paths of the directories to build, in the order of the lines. */
export function parseModuleDirectories(file: TextFile, reading: Reading): readonly string[] {
  const lineOf = new Map<string, number>();
  for (const { number, text } of listLines(file)) {
    const path = resolve(reading.root.path, text);
    const firstLine = lineOf.get(path);
    if (firstLine !== undefined) {
      reading.report(file.path, number, wording.namedTwice(text, firstLine));
      continue;
    }
    lineOf.set(path, number);
    const directory = requireKind({ file, line: number, path: text }, 'directory', { reading, alternatives: '' });
    if (directory?.kind === 'directory' && !canBeBuilt(directory))
      reading.report(file.path, number, wording.noMakefile(text));
  }
  return [...lineOf.keys()];
}

function canBeBuilt(directory: Directory): boolean {
  return ['Kbuild', 'Makefile'].some((name) => {
    const entry = directory.entries.get(name);
    return (entry?.kind === 'link' ? entry.target : entry)?.kind === 'file';
  });
}
