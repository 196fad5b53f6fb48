/**
 * A file that every results directory of ours has: we never empty somebody else's, and what we wrote is nobody's
 * source.
 */
export const resultsMark = '.qemu-driver-test';
