/**
 * Numbers from 0 up to 1 that look like chance and are the same for the same seed: a linear congruential generator
 * modulo 2^64 (constants: Knuth, MMIX), whose upper bits are good.
 */
export function randomNumbers(seed: number): () => number {
  let state = BigInt(seed);
  const next = (): number => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number(state >> 11n) / 2 ** 53;
  };
  // The first numbers of small seeds lie close to each other.
  for (let index = 0; index < 4; index++) next();
  return next;
}
