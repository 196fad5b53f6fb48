import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FunctionRole } from '../../src/diagnose/stack/kernel-function.ts';
import { functionsOfAssembly, functionsOfC } from './function-names.ts';
import { modulesOf } from './module-names.ts';
import { roleOfFile } from './source-roles.ts';

/** Reports the functions of every file of a kernel's source, and returns the modules that are the kernel's own. */
export function readSourceTree(
  root: string,
  tell: (role: FunctionRole, names: readonly string[]) => void,
): { readonly modules: readonly string[] } {
  const paths = filesBelow(root, '');
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  for (const path of paths) {
    const role = /\.[chS]$/.test(path) ? roleOfFile(path) : 'ignored';
    if (role !== 'ignored') tell(role, functionsOf(path, role, read(path)));
  }
  const named = (pattern: RegExp): readonly string[] => paths.filter((path) => pattern.test(basename(path)));
  return {
    modules: modulesOf({
      makefiles: new Map(named(/^Makefile$/).map((path) => [path, read(path)])),
      options: named(/^Kconfig/).map(read),
      sources: new Set(named(/\.c$/)),
    }),
  };
}

function filesBelow(root: string, directory: string): readonly string[] {
  return readdirSync(join(root, directory), { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return filesBelow(root, path);
    return entry.isFile() ? [path] : [];
  });
}

function functionsOf(path: string, role: FunctionRole, source: string): readonly string[] {
  if (path.endsWith('.S')) return functionsOfAssembly(source);
  // A wrapper in a header is always inlined, and never in a trace.
  return functionsOfC(source).flatMap(({ name, isWrapper }) => (role === 'inline' && isWrapper ? [] : [name]));
}
