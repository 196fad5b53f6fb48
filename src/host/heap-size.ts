import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 collect garbage early: left to itself it lets the heap of a long run grow by some 70 MiB before it looks,
 * though next to nothing of it is in use. The memory is for machines.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--optimize-for-size');
}
