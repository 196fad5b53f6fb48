// Where things are on QEMU's machine `virt` of arm64. They do not move between its versions.

/**
 * Where the registers of the devices are: at the beginning of what the host bridge has for the memory of functions. The
 * tree takes so much of it away from the bridge that the kernel gives these addresses to nothing else, and the agent
 * puts the function there.
 */
export const treeBase = 0x1000_0000;
export const treeBytes = 0x20_0000;

/**
 * A write of the number of an interrupt makes that interrupt happen, as an edge: the register SETSPI_NS of the GICv2m
 * frame.
 */
export const messageAddress = 0x0802_0040n;

/**
 * The interrupts of the frame are 80 to 143. The kernel gives them to functions with messages from the first one on, so
 * ours are the last ones.
 */
const lastMessage = 143;
/** A tree counts the interrupts of devices from this number of the controller on. */
const firstShared = 32;

/** The interrupt controllers of a tree: chips of eight lines each, which the kernel has a driver for. */
export const chipCount = 4;
export const chipLines = 8;
export const chipBytes = 0x1000;
export const treeLines = chipCount * chipLines;

/** The number that a chip writes to make its interrupt happen. */
export function messageOf(chip: number): number {
  return lastMessage - chip;
}

/** The same interrupt, as the tree counts it. */
export function sharedInterruptOf(chip: number): number {
  return messageOf(chip) - firstShared;
}
