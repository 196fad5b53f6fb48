import { dirname, join, relative, sep } from 'node:path';
import { copyFileTo, linkTo } from '../../host/files/file-changes.ts';
import { sha256OfFile } from '../../host/files/file-digest.ts';
import { filesIn, kindOfFile } from '../../host/files/file-facts.ts';
import { resultsMark } from '../../plan/plan.ts';
import { makeDirectory } from '../../host/files/scratch-directory.ts';

/** The sources of modules, and the project that they belong to. */
export interface ModuleSources {
  /** The project's root, to which paths in messages and debug information are relative. */
  readonly root: string;
  /** Relative to the root, in build order. */
  readonly directories: readonly string[];
  /** All source files, relative to the root. */
  readonly files: readonly string[];
}

/** Finds the sources. Products of the author's own builds are left out. */
export function findModuleSources(directories: readonly string[]): ModuleSources {
  const root = projectRoot(directories);
  const inside = directories.map((directory) => relative(root, directory));
  return {
    root,
    directories: inside,
    files: [...new Set(inside.flatMap((directory) => sourcesBelow(root, directory)))].sort(),
  };
}

/** One line per file: its path and the digest of its content. */
export async function digestSources({ root, directories, files }: ModuleSources, signal: AbortSignal): Promise<string> {
  const lines: string[] = [];
  for (const file of files) lines.push(`${file} ${await sha256OfFile(join(root, file), signal)}`);
  return [...directories, '', ...lines].join('\n');
}

/**
 * Copies the sources to `tree`, laid out as in the project. Other files beside them and their parents appear as links,
 * so that `../include/foo.h` works as usual.
 */
export function stageSources({ root, directories, files }: ModuleSources, tree: string): void {
  for (const directory of directories) makeDirectory(join(tree, directory));
  for (const file of files) copyFileTo(join(root, file), join(tree, file));
  for (const parent of new Set(directories.flatMap(parentsOf))) linkTheRest(root, tree, parent);
}

/** The root of the directories' repository, or without one, their common directory. */
export function projectRoot(directories: readonly string[]): string {
  const common = directories.map((directory) => dirname(directory)).reduce(commonParent);
  return repositoryOf(common) ?? common;
}

/** The root of the repository that contains a directory; undefined: there is none. */
export function repositoryOf(directory: string): string | undefined {
  for (let at = directory; at !== dirname(at); at = dirname(at)) {
    if (kindOfFile(join(at, '.git')) !== 'nothing') return at;
  }
  return undefined;
}

function commonParent(a: string, b: string): string {
  let parent = a;
  while (b !== parent && !b.startsWith(parent === sep ? sep : parent + sep)) parent = dirname(parent);
  return parent;
}

function sourcesBelow(root: string, directory: string): string[] {
  const entries = filesIn(join(root, directory));
  const names = new Set(entries.map(({ name }) => name));
  // Results change with each run, and would change the build's key.
  if (names.has(resultsMark)) return [];
  return entries.flatMap(({ name, kind }) => {
    if (isBuildProduct(name, names)) return [];
    const path = join(directory, name);
    if (kind === 'directory') return sourcesBelow(root, path);
    // A link to a file counts as its content. A link to a directory is skipped, because it may lead anywhere, even
    // upwards.
    return kindOfFile(join(root, path)) === 'file' ? [path] : [];
  });
}

const productNames = new Set(['.git', '.tmp_versions', 'Module.symvers', 'modules.order', '.module-common.o']);

/**
 * Files that kbuild creates. An object file counts only with kbuild's dependency file beside it, because some are
 * shipped.
 */
function isBuildProduct(name: string, siblings: ReadonlySet<string>): boolean {
  if (productNames.has(name) || /\.(ko|mod|mod\.c)$/.test(name) || /^\..*\.(cmd|d)$/.test(name)) return true;
  return name.endsWith('.o') && siblings.has(`.${name}.cmd`);
}

/** `a/b/c` → ``, `a`, `a/b` */
function parentsOf(directory: string): string[] {
  const parts = directory.split(sep);
  return parts.map((_, length) => join(...['', ...parts.slice(0, length)]));
}

function linkTheRest(root: string, tree: string, parent: string): void {
  for (const { name } of filesIn(join(root, parent))) {
    const path = join(tree, parent, name);
    if (kindOfFile(path) === 'nothing') linkTo(join(root, parent, name), path);
  }
}
