import { dirname, join, relative, sep } from 'node:path';
import { copyFileTo, linkTo } from '../../host/files/file-changes.ts';
import { sha256OfFile } from '../../host/files/file-digest.ts';
import { filesIn, kindOfFile, readTextIfThere } from '../../host/files/file-facts.ts';
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
 * so that `../include/foo.h` works as usual. If the build may write there, such as the object of `../common/ring.c`,
 * their directories are new ones, so that nothing is written into the author's project.
 */
export function stageSources({ root, directories, files }: ModuleSources, tree: string, writesBeside: boolean): void {
  for (const directory of directories) makeDirectory(join(tree, directory));
  for (const file of files) copyFileTo(join(root, file), join(tree, file));
  const mirror = { root, tree, left: writesBeside || namesParents(root, files) ? maxMirrored : 0 };
  const parents = [...new Set(directories.flatMap(parentsOf))];
  for (const parent of parents.toSorted((a, b) => depthOf(b) - depthOf(a))) mirrorTheRest(parent, mirror);
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

/** Whether a makefile of the sources, or a script that it may call, names something outside its directory. */
function namesParents(root: string, files: readonly string[]): boolean {
  return files.some(
    (file) =>
      /(?:^|\/)(?:Kbuild|Makefile|dkms\.conf)[^/]*$|\.(?:mk|sh|inc)$/.test(file) &&
      (readTextIfThere(join(root, file)) ?? '').includes('..'),
  );
}

function depthOf(directory: string): number {
  return directory === '' ? 0 : directory.split(sep).length;
}

/** Links take time, and a project can hold a whole kernel. What is near the modules comes first. */
const maxMirrored = 4000;

interface Mirror {
  readonly root: string;
  readonly tree: string;
  /** The number of entries that may still be made. */
  left: number;
}

/** Everything below a directory that is not there yet, level by level. Directories beyond the limit become links. */
function mirrorTheRest(parent: string, mirror: Mirror): void {
  const { root, tree } = mirror;
  const queue = [parent];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    const entries = filesIn(join(root, at));
    const names = new Set(entries.map(({ name }) => name));
    if (names.has(resultsMark)) continue;
    for (const { name, kind } of entries) {
      const path = join(at, name);
      if (kindOfFile(join(tree, path)) !== 'nothing') continue;
      // Makefiles ask git for a version.
      if (name !== '.git' && isBuildProduct(name, names)) continue;
      mirror.left--;
      if (kind === 'directory' && name !== '.git' && mirror.left > 0) {
        makeDirectory(join(tree, path));
        queue.push(path);
      } else linkTo(join(root, path), join(tree, path));
    }
  }
}
