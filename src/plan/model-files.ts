import { dirname, resolve } from 'node:path';

/** More files than any model has. */
const maxFiles = 1000;

/**
 * The files of a device model: its own, and those that it imports by a relative path, directly or through others. A
 * file that reads or loads something in another way counts with its whole directory, because what it reads is not
 * known. Packages are left out.
 * @param readText the text of a file; undefined: there is none
 */
export function modelFiles(modelPath: string, readText: (path: string) => string | undefined): readonly string[] {
  const files = new Set([modelPath]);
  const directories = new Set<string>();
  // A set that grows is walked to its new end.
  for (const file of files) {
    const source = readText(file);
    if (source === undefined || files.size > maxFiles) continue;
    if (readsMore(source)) directories.add(dirname(file));
    for (const specifier of relativeImports(source)) files.add(resolve(dirname(file), specifier));
  }
  return [...files, ...directories];
}

/** Quoted paths after `from`, `import` or `import(`. One in a comment does no harm. */
function relativeImports(source: string): readonly string[] {
  return [...source.matchAll(/\b(?:from|import)\s{0,9}\(?\s{0,9}(['"])(\.{1,2}\/[^'"\n]{1,1000})\1/g)].flatMap(
    ([, , specifier]) => specifier ?? [],
  );
}

/** Whether it imports by a computed path, or has the means to read files. */
function readsMore(source: string): boolean {
  return (
    /\bimport\s{0,9}\(\s{0,9}[^'"\s]|\brequire\s{0,9}\(/.test(source) ||
    /\bimport\.meta\b|\bcreateRequire\b|['"](?:node:)?fs\b/.test(source)
  );
}
