import { basename, dirname, join } from 'node:path';
import { kindOfFile } from '../../host/files/file-facts.ts';
import type { KernelSpec } from '../../plan/plan.ts';
import { type KernelImage, ProvisionError } from '../provisioned.ts';

type KernelAtPath = Extract<KernelSpec, { readonly kind: 'path' }>;

export type FoundModules = Pick<KernelImage, 'modulesDirectory' | 'modulesSought'>;

/** Where the modules of an installed, unpacked or built kernel are, seen from the directory of its image. */
const places = ['../lib/modules', 'lib/modules', '../usr/lib/modules', 'usr/lib/modules', '../../lib/modules'];

/**
 * The given directory, or the first one near the image that has an index. A kernel without modules is fine, too: then
 * the places where they were looked for are returned. @throws ProvisionError when they are of no use
 */
export function findModules(spec: KernelAtPath, release: string): FoundModules {
  if (spec.modules !== undefined) return { modulesDirectory: requireModules(spec, spec.modules, release) };
  const sought = placesNear(spec.image, release);
  const there = sought.filter((path) => kindOfFile(path) === 'directory');
  const directory = there.find(isIndexed) ?? there[0];
  return directory === undefined
    ? { modulesDirectory: undefined, modulesSought: sought }
    : { modulesDirectory: requireModules(spec, directory, release) };
}

/** Some distributions install the image itself into `lib/modules/RELEASE`. */
function placesNear(image: string, release: string): readonly string[] {
  const beside = dirname(image);
  const own = basename(beside) === release ? [beside] : [];
  return [...new Set([...own, ...places.map((place) => join(beside, place, release))])];
}

function isIndexed(directory: string): boolean {
  return kindOfFile(join(directory, 'modules.dep')) === 'file';
}

function requireModules({ text }: KernelAtPath, directory: string, release: string): string {
  if (kindOfFile(directory) !== 'directory')
    throw new ProvisionError(`${text}: expected its modules in ${directory}, found no directory there.`);
  if (basename(directory) !== release)
    throw new ProvisionError(
      `${text}: expected modules of kernel ${release} in ${directory}, found those of another one.`,
      { hint: `Give the directory lib/modules/${release}` },
    );
  if (isIndexed(directory)) return directory;
  throw new ProvisionError(`${text}: expected modules.dep in ${directory}, found none.`, {
    hint: `Create it: depmod --basedir ${join(directory, '../../..')} ${release}`,
  });
}
