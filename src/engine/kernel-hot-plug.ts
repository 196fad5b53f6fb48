import { architectureOf } from '../architecture/architectures.ts';
import { readTextIfThere } from '../host/files/file-facts.ts';
import { parseConfig, valueIn } from '../provision/kernel/source/config-values.ts';
import type { KernelImage } from '../provision/provisioned.ts';

/** Whether a kernel hears of a device that is plugged in; also if its configuration is not known. */
export function hearsOfDevices({ arch, config }: Pick<KernelImage, 'arch' | 'config'>): boolean {
  const symbol = architectureOf(arch).guest.plugConfig;
  const text = config === undefined ? undefined : readTextIfThere(config);
  if (symbol === undefined || text === undefined) return true;
  return valueIn(parseConfig(text), symbol) === 'y';
}

/** The kernel has no driver that switches the power of slots on. The guest's start-up does, when it reads this. */
export const slotsParameter = 'qdt.slots=on';
