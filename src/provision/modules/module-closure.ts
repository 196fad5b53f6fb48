/** A kernel module and what must be loaded before it. Paths are relative to `lib/modules/RELEASE`. */
export interface ModuleDependencies {
  readonly path: string;
  readonly needs: readonly string[];
}

/** `modules.dep` by module name; `-` and `_` are equal, as in the kernel's tools. */
export type ModuleIndex = ReadonlyMap<string, ModuleDependencies>;

/** Parses depmod's `modules.dep`: `path: dependency dependency …`, the nearest dependency first. */
export function parseModulesDep(text: string): ModuleIndex {
  const index = new Map<string, ModuleDependencies>();
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':');
    if (colon === -1) continue;
    const path = line.slice(0, colon);
    const needs = line
      .slice(colon + 1)
      .split(' ')
      .filter((need) => need !== '');
    index.set(moduleName(path), { path, needs });
  }
  return index;
}

/**
 * The paths of these modules and all their dependencies, in an order in which they can be loaded. A name that the index
 * does not have is built in or does not exist, and is skipped.
 */
export function loadOrder(index: ModuleIndex, names: readonly string[]): string[] {
  const ordered = new Set<string>();
  for (const name of names) {
    const found = index.get(moduleName(name));
    if (found === undefined) continue;
    // modules.dep lists dependencies from the nearest to the farthest. They are loaded in reverse.
    for (const path of [...found.needs].reverse()) ordered.add(path);
    ordered.add(found.path);
  }
  return [...ordered];
}

/** `kernel/fs/9p/9p.ko.xz` → `9p` */
export function moduleName(path: string): string {
  const base = path.slice(path.lastIndexOf('/') + 1);
  return base.replace(/\.ko(\.(xz|zst|gz))?$/, '').replaceAll('-', '_');
}

/** The names of a module's dependencies, from `depends=` in its `.modinfo` section. */
export function dependsOf(module: Uint8Array): readonly string[] {
  const bytes = Buffer.from(module.buffer, module.byteOffset, module.byteLength);
  const key = Buffer.from('\0depends=');
  const start = bytes.indexOf(key);
  if (start === -1) return [];
  const from = start + key.length;
  const names = bytes.toString('latin1', from, bytes.indexOf(0, from));
  return names.split(',').filter((name) => name !== '');
}
