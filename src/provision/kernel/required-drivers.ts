import { join } from 'node:path';
import { readTextFile } from '../../host/files/read-text.ts';
import { agentModules, parseModulesBuiltin } from '../initramfs/initramfs.ts';
import { parseModulesDep } from '../modules/module-closure.ts';
import { ProvisionError } from '../provisioned.ts';
import type { KernelWish } from './choose-kernel.ts';

const maxIndexBytes = 64 * 1024 * 1024;

/**
 * The drivers without which no guest can answer must be there. Distributions divide a kernel into packages, and the
 * smallest of them may have none. Without a list of what is built in, nothing is known to be missing. @throws
 * ProvisionError
 */
export function requireDrivers({ title, advice }: KernelWish, modules: string): void {
  const read = (name: string): string => readTextFile(join(modules, name), maxIndexBytes);
  const builtin = parseModulesBuiltin(read('modules.builtin'));
  if (builtin.size === 0) return;
  const index = parseModulesDep(read('modules.dep'));
  const missing = agentModules.filter((name) => !index.has(name) && !builtin.has(name));
  if (missing.length === 0) return;
  const found = index.size === 0 ? 'no modules at all' : `${index.size} other modules`;
  throw new ProvisionError(
    `${title}: expected ${missing.join(' and ')}, which this kernel has not built in, among its modules, ` +
      `found ${found}.`,
    { hint: advice },
  );
}
