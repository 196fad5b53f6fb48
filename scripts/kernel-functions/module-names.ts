import { dirname, join } from 'node:path';
import { roleOfFile } from './source-roles.ts';

export interface BuildFiles {
  /** The texts of all Makefiles, by path. */
  readonly makefiles: ReadonlyMap<string, string>;
  /** The texts of all Kconfig files. */
  readonly options: readonly string[];
  /** All C files. */
  readonly sources: ReadonlySet<string>;
}

/** The modules that are built of the kernel's own files only: `usbcore`, but no driver. */
export function modulesOf({ makefiles, options, sources }: BuildFiles): readonly string[] {
  const canBeModules = new Set(options.flatMap((text) => tristates(text)));
  return [...makefiles].flatMap(([path, makefile]) => {
    const assignments = assignmentsIn(makefile);
    const modules = assignments.filter(({ target, option }) => target === 'obj' && canBeModules.has(option));
    return modules
      .flatMap(({ objects }) => objects)
      .filter((module) => {
        const parts = assignments.filter(({ target }) => target === module).flatMap(({ objects }) => objects);
        const files = (parts.length > 0 ? parts : [module]).map((object) => join(dirname(path), `${object}.c`));
        return files.every((file) => sources.has(file) && isKernelsOwn(file));
      })
      .map((module) => module.replaceAll('-', '_'));
  });
}

/** The options of a Kconfig file that can be `m`. */
function tristates(text: string): readonly string[] {
  return text
    .split(/^(?:menu)?config[ \t]+/m)
    .filter((option) => /^[ \t]+(?:def_)?tristate\b/m.test(option))
    .map((option) => /^\w*/.exec(option)?.[0] ?? '');
}

interface Assignment {
  readonly target: string;
  /** `USB` of `obj-$(CONFIG_USB)`; empty for `-y` and `-objs`. */
  readonly option: string;
  readonly objects: readonly string[];
}

/** `obj-$(CONFIG_USB) += usbcore.o`, `usbcore-y := usb.o hub.o`, with continued lines. */
const assignment = /^([\w-]+?)-(?:\$\(CONFIG_(\w+)\)|[my]|objs(?:-y)?)[ \t]*[:+]?=[ \t]*((?:[^\n\\#]|\\\n)*)/gm;

function assignmentsIn(makefile: string): readonly Assignment[] {
  return [...makefile.matchAll(assignment)].map(([, target = '', option = '', objects = '']) => ({
    target,
    option,
    objects: [...objects.matchAll(/(?<=^|\s)([\w/-]+)\.o(?=\s|$)/g)].map(([, name = '']) => name),
  }));
}

function isKernelsOwn(path: string): boolean {
  const role = roleOfFile(path);
  return role !== 'other' && role !== 'ignored';
}
