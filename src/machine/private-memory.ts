import { mergeUserArguments } from './user-arguments.ts';

/**
 * A device that gives memory back to the host, such as a balloon, makes QEMU punch holes into the file behind it. In a
 * clone that file is the memory of all clones, however privately it is mapped (QEMU system/physmem.c,
 * ram_block_discard_range). QEMU keeps its hands off a file that it has opened only for reading, which a machine can
 * have since `rom=off` came with 8.2.
 */
export function keepsFileOfClones(qemuVersion: string): boolean {
  const [major = 0, minor = 0] = qemuVersion.split('.').map(Number);
  return major > 8 || (major === 8 && minor >= 2);
}

/** The drivers that give memory back. */
const givesBack = /^virtio-(balloon|mem)\b/;

/** Whether QEMU must not plug this driver into a clone, because it cannot keep the file of all clones as it is. */
export function wouldTakeFromOthers(driver: string, qemuVersion: string): boolean {
  return givesBack.test(driver) && !keepsFileOfClones(qemuVersion);
}

/** Why a machine with these arguments cannot be cloned by this QEMU; undefined: it can. */
export function memoryObstacle(places: readonly (readonly string[])[], qemuVersion: string): string | undefined {
  const found = mergeUserArguments(places).others.find((argument) =>
    wouldTakeFromOthers(argument.replace(/^driver=/, ''), qemuVersion),
  );
  return found === undefined
    ? undefined
    : `with ${found}, QEMU ${qemuVersion} would take memory from other clones, too (QEMU 8.2 or later does not)`;
}
