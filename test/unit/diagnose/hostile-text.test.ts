import { describe, expect, it } from 'vitest';
import * as consoleText from '../../hostile/console-text.ts';
import * as ktapText from '../../hostile/ktap-text.ts';
import { shrink } from '../../hostile/shrink.ts';

const seeds = 150;

describe('text of a hostile guest', () => {
  it.each([
    ['a console', consoleText.attack],
    ['(K)TAP', ktapText.attack],
  ])(
    'as %s breaks no reader and no bound',
    (_, attack) => {
      for (let seed = 1; seed <= seeds; seed += 1) attack(seed);
    },
    300_000,
  );

  it('is shrunk to what matters when it does break one', () => {
    const text = `${'noise\n'.repeat(200)}before the needle after\n${'noise\n'.repeat(100)}`;
    expect(shrink(text, (candidate) => candidate.includes('needle'))).toBe('needle');
  });
});
