import packed from '../catalogue/kernel-functions.txt?raw';

/**
 * What a function of the kernel does when it is in a stack trace, by the file that defines it:
 * - `inline`: a header defines it, and every driver that includes the header has its own copy;
 * - `helper`: it acts for whoever calls it, with what it was given;
 * - `entry`: traps, interrupts and system calls begin there;
 * - `service`: it has data of its own, but a check that fails in it was caused by its caller;
 * - `core`: the kernel's own subsystems;
 * - `other`: drivers, file systems, protocols, and everything that no kernel has.
 */
export type FunctionRole = 'inline' | 'helper' | 'entry' | 'service' | 'core' | 'other';

export interface KernelNames {
  readonly functions: ReadonlyMap<string, FunctionRole>;
  /** `foo_` stands for every function that starts so and has no role of its own. */
  readonly families: ReadonlyMap<string, FunctionRole>;
  readonly modules: ReadonlySet<string>;
}

/** Most programs that load this never need it. */
let known: KernelNames | undefined;

/** The role of a function, whatever number of underscores its name starts with. */
export function roleOfFunction(name: string): FunctionRole {
  known ??= unpackNames(packed);
  const plain = name.replace(/^_+/, '');
  return known.functions.get(plain) ?? roleOfFamily(plain, known.families) ?? 'other';
}

function roleOfFamily(name: string, families: KernelNames['families']): FunctionRole | undefined {
  for (let at = name.indexOf('_'); at >= 0; at = name.indexOf('_', at + 1)) {
    const role = families.get(name.slice(0, at + 1));
    if (role !== undefined) return role;
  }
  return undefined;
}

/** Whether a module is made of such functions only: usbcore is, a driver is not. */
export function isKernelsOwn(module: string): boolean {
  known ??= unpackNames(packed);
  return known.modules.has(module.replaceAll('-', '_'));
}

const sections: ReadonlySet<string> = new Set(['inline', 'helper', 'entry', 'service', 'core', 'other']);

function isRole(section: string): section is FunctionRole {
  return sections.has(section);
}

/** Reads what scripts/kernel-functions/packed-names.ts has written; the format is described there. */
export function unpackNames(text: string): KernelNames {
  const functions = new Map<string, FunctionRole>();
  const families = new Map<string, FunctionRole>();
  const modules = new Set<string>();
  for (const part of text.trimEnd().split('\n=').slice(1)) {
    const [section = '', ...lines] = part.split('\n');
    let name = '';
    for (const line of lines) {
      name = name.slice(0, Number.parseInt(line.charAt(0), 36)) + line.slice(1);
      if (!isRole(section)) modules.add(name);
      else if (name.endsWith('*')) families.set(name.slice(0, -1), section);
      else functions.set(name, section);
    }
  }
  return { functions, families, modules };
}
