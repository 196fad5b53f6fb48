import { resolve } from 'node:path';
import type { Directory, LookUp } from '../host/files/file-tree.ts';
import { shellQuote } from '../text/shell-quote.ts';
import { requireKind } from './named-paths.ts';
import { wording } from './problem-wording.ts';
import type { Reading } from './reading.ts';
import { splitShellWords } from './shell-words.ts';
import type { Report } from './suite-problem.ts';
import type { SuiteProblem } from './suite.ts';
import { listLines, type TextFile } from './text-file.ts';

/** The directories of `info/modules`, absolute, in the order of the lines, with their variables for make. */
export type ModuleLines = ReadonlyMap<string, readonly string[]>;

/** Reads lines of the form `DIR [NAME=VALUE …]`. Quotes as in a shell protect blanks. */
export function parseModuleLines(file: TextFile, reading: Reading): ModuleLines {
  const lineOf = new Map<string, number>();
  const modules = new Map<string, readonly string[]>();
  for (const { number, text } of listLines(file)) {
    const split = splitShellWords(text);
    if (split.kind !== 'words') {
      reading.report(file.path, number, wording.badQuoting(split));
      continue;
    }
    const [directory = '', ...variables] = split.words;
    const path = resolve(reading.root.path, directory);
    const firstLine = lineOf.get(path);
    if (firstLine !== undefined) {
      reading.report(file.path, number, wording.namedTwice(directory, firstLine));
      continue;
    }
    lineOf.set(path, number);
    modules.set(path, variables);
    for (const variable of variables) checkVariable(variable, { file, number, reading });
    const found = requireKind({ file, line: number, path: directory }, 'directory', { reading, alternatives: '' });
    if (found?.kind === 'directory' && !canBeBuilt(found))
      reading.report(file.path, number, wording.noMakefile(directory));
  }
  return modules;
}

export type ModuleWords =
  | { readonly kind: 'modules'; readonly variables: ModuleLines }
  /** Never empty. */
  | { readonly kind: 'problems'; readonly problems: readonly SuiteProblem[] };

/** Reads lines of `info/modules` that were given as words, relative to `root`. A word may be a path with blanks. */
export function parseModuleWords(words: readonly string[], root: Directory, lookUp: LookUp): ModuleWords {
  const problems: SuiteProblem[] = [];
  const variables = new Map<string, readonly string[]>();
  for (const word of words) {
    const report: Report = (_file, _line, { message, hint }) =>
      problems.push({ file: resolve(root.path, word), line: undefined, message, hint });
    const reading: Reading = { root, lookUp, report, onLink: () => undefined };
    const text = lookUp(resolve(root.path, word)) === undefined ? word : shellQuote(word);
    for (const [path, own] of parseModuleLines({ path: '', text }, reading)) variables.set(path, own);
  }
  return problems.length === 0 ? { kind: 'modules', variables } : { kind: 'problems', problems };
}

interface LinePlace {
  readonly file: TextFile;
  readonly number: number;
  readonly reading: Reading;
}

/** Variables by which the build itself is told what to build, and for which kernel. */
const ourVariables = /^(?:M|O|ARCH|CC|CROSS_COMPILE|LLVM|SHELL|PWD|MAKEFLAGS|KCFLAGS|KAFLAGS|KBUILD_\w*)$/;

function checkVariable(word: string, { file, number, reading }: LinePlace): void {
  const [, name] = /^([A-Za-z_]\w*)=/.exec(word) ?? [];
  if (name === undefined) reading.report(file.path, number, wording.expectedVariable(word));
  else if (ourVariables.test(name)) reading.report(file.path, number, wording.variableTaken(name));
}

/** Reads `info/kernel-modules`: names of modules, separated by blanks or line ends. */
export function parseKernelModules(file: TextFile, report: Report): readonly string[] {
  const names = listLines(file).flatMap(({ number, text }) => text.split(/\s+/).map((name) => ({ number, name })));
  for (const { number, name } of names)
    if (!/^[\w-]{1,64}$/.test(name)) report(file.path, number, wording.badModuleName(name));
  return [...new Set(names.map(({ name }) => name.replaceAll('-', '_')))];
}

function canBeBuilt(directory: Directory): boolean {
  return ['Kbuild', 'Makefile', 'dkms.conf'].some((name) => {
    const entry = directory.entries.get(name);
    return (entry?.kind === 'link' ? entry.target : entry)?.kind === 'file';
  });
}
