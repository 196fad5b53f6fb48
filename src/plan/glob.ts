/**
 * Whether the whole of `name` matches: `*` is any run of characters but `/`, `?` is one of them, the rest is literal.
 */
export function matchesGlob(glob: string, name: string): boolean {
  const source = glob
    .replaceAll(/[\\^$.+()[\]{}|]/g, String.raw`\$&`)
    .replaceAll(/\*+/g, '[^/]*')
    .replaceAll('?', '[^/]');
  return new RegExp(`^${source}$`, 'su').test(name);
}
