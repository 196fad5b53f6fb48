import { bytesOf, valueOf } from '../register/bits.ts';
import type { ActiveFault, Passing } from './active-fault.ts';

/**
 * What a guest sees of a read that faults have hit: of the registers they name, or of the whole access where they name
 * none.
 */
export function distortRead(
  bytes: Buffer,
  { registers }: Passing & { kind: 'read' | 'write' },
  hits: readonly ActiveFault[],
): Buffer {
  const seen = Buffer.from(bytes);
  for (const { spec } of hits) {
    const spans =
      spec.filter.register === undefined
        ? [{ start: 0, skip: 0, length: seen.length }]
        : registers.filter(({ name }) => name === spec.filter.register);
    for (const span of spans) distortSpan(seen.subarray(span.skip, span.skip + span.length), span.start, spec.effect);
  }
  return seen;
}

/** `start`: where these bytes begin in the register, since stuck bits are numbered there. */
function distortSpan(bytes: Buffer, start: number, effect: ActiveFault['spec']['effect']): void {
  if (effect.kind === 'read-ones') bytes.fill(0xff);
  if (effect.kind !== 'read-stuck') return;
  const stuck = effect.bits >> BigInt(8 * start);
  const value = valueOf(bytes);
  bytesOf(effect.at === 1 ? value | stuck : value & ~stuck, bytes.length).copy(bytes);
}

/** What arrives of a transfer. What is cut off a read is 0 in the device: its length was the device's own choice. */
export function distortDma(bytes: Buffer, hits: readonly ActiveFault[], missing: 'pad' | 'cut'): Buffer {
  let seen: Buffer = bytes;
  for (const { spec } of hits) {
    const { effect } = spec;
    if (effect.kind === 'dma-truncate' && effect.toBytes < seen.length) {
      const kept = seen.subarray(0, effect.toBytes);
      seen = missing === 'cut' ? kept : Buffer.concat([kept], seen.length);
    }
    if (effect.kind === 'dma-corrupt') {
      seen = Buffer.from(seen);
      const byte = seen[effect.byte];
      if (byte !== undefined) seen[effect.byte] = byte ^ effect.mask;
    }
  }
  return seen;
}
