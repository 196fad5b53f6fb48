import { dirname, join, relative, sep } from 'node:path';
import { copyFileTo, linkTo } from '../../host/files/file-changes.ts';
import { sha256OfFile } from '../../host/files/file-digest.ts';
import { filesIn, kindOfFile } from '../../host/files/file-facts.ts';
import { resultsMark } from '../../plan/plan.ts';
import { makeDirectory } from '../../host/files/scratch-directory.ts';

/** The sources of modules, and the project that they are part of. */
export interface ModuleSources {
  /** The project's top: what paths in messages and debug information are relative to. */
  readonly root: string;
  /** Relative to it, in the order in which they are built. */
  readonly directories: readonly string[];
  /** Every source file, relative to it. */
  readonly files: readonly string[];
}

/** Finds what there is to build; products of the author's own builds are left out. */
export function findModuleSources(directories: readonly string[]): ModuleSources {
  const root = projectRoot(directories);
  const inside = directories.map((directory) => relative(root, directory));
  return {
    root,
    directories: inside,
    files: [...new Set(inside.flatMap((directory) => sourcesBelow(root, directory)))].sort(),
  };
}

/** One line for every file: its path and the digest of its content. */
export async function digestSources({ root, directories, files }: ModuleSources, signal: AbortSignal): Promise<string> {
  const lines: string[] = [];
  for (const file of files) lines.push(`${file} ${await sha256OfFile(join(root, file), signal)}`);
  return [...directories, '', ...lines].join('\n');
}

/**
 * Copies the sources to `tree`, laid out as in the project. What else lies beside them and beside their parents is
 * there as links, so that `../include/foo.h` means what it means at home.
 */
export function stageSources({ root, directories, files }: ModuleSources, tree: string): void {
  for (const directory of directories) makeDirectory(join(tree, directory));
  for (const file of files) copyFileTo(join(root, file), join(tree, file));
  for (const parent of new Set(directories.flatMap(parentsOf))) linkTheRest(root, tree, parent);
}

/** Where the directories' repository begins; without one, the directory that they all lie in. */
export function projectRoot(directories: readonly string[]): string {
  const common = directories.map((directory) => dirname(directory)).reduce(commonParent);
  return repositoryOf(common) ?? common;
}

/** The top of the repository that a directory is in, or is; undefined: it is in none. */
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
  // Another with each run, and a build would be another with them.
  if (names.has(resultsMark)) return [];
  return entries.flatMap(({ name, kind }) => {
    if (isBuildProduct(name, names)) return [];
    const path = join(directory, name);
    if (kind === 'directory') return sourcesBelow(root, path);
    // A link to a file is its content; a link to a directory stays out, for it may lead anywhere, even upwards.
    return kindOfFile(join(root, path)) === 'file' ? [path] : [];
  });
}

const productNames = new Set(['.git', '.tmp_versions', 'Module.symvers', 'modules.order', '.module-common.o']);

/** What kbuild leaves behind. An object file counts only with kbuild's note beside it: some are shipped as they are. */
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
