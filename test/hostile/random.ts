import { randomNumbers } from '../../src/device/fault/trigger.ts';

/** Repeatable pseudo-randomness: the same for the same seed. */
export interface Random {
  /** A whole number from 0 up to, but not including, this. */
  readonly below: (limit: number) => number;
  readonly oneOf: <T>(choices: readonly [T, ...T[]]) => T;
  readonly bytes: (length: number) => Buffer;
}

export function randomOf(seed: number): Random {
  const next = randomNumbers(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    oneOf: (choices) => choices[below(choices.length)] ?? choices[0],
    bytes: (length) => Buffer.from(Uint8Array.from({ length }, () => below(256))),
  };
}
