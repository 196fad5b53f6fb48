/**
 * Numbers from 0 up to 1 that look like chance and are the same for the same seed: a linear congruential generator
 * modulo 2^64 (constants: Knuth, MMIX), whose upper bits are good.
 */
export declare function randomNumbers(seed: number): () => number;
