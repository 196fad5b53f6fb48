import { describe, expect, it } from 'vitest';
import { families } from '../../hostile/families.ts';
import { attackWith } from '../../hostile/family.ts';

/** The two of text have their short form in diagnose/hostile-text.test.ts, with all the readers of text. */
const others = families.filter(({ name }) => !['console', 'ktap'].includes(name));
/** `npm run hostile` goes on from there for as long as one likes. */
const seeds = 25;

describe('a short form of every attack', () => {
  it.each(others)(
    '$name',
    async ({ attack }) => {
      for (let seed = 1; seed <= seeds; seed++) await attack(seed);
    },
    120_000,
  );
});

describe('an attack that succeeds', () => {
  it('is reported with its seed and minimal input', async () => {
    const parts = Array.from({ length: 100 }, (_, index) => index);
    const attack = attackWith({
      what: 'numbers',
      seed: 7,
      parts,
      complaintOf: (some) => (some.includes(42) ? 'there is the answer' : undefined),
    });
    await expect(attack).rejects.toThrow(/^numbers of seed 7: there is the answer; made of \[42\]$/);
  });

  it('is reported with the exception', async () => {
    const attack = attackWith({
      what: 'numbers',
      seed: 7,
      parts: [1],
      complaintOf: () => Promise.reject(new RangeError('Invalid string length')),
    });
    await expect(attack).rejects.toThrow(/^numbers of seed 7: it threw RangeError: Invalid string length\n/);
  });
});
