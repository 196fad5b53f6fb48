/** The place of a platform device whose node the machine's device tree has: as in `bus=`, but nobody writes it. */
export const treePlace = 'tree';
