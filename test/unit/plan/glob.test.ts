import { expect, it } from 'vitest';
import { matchesGlob } from '../../../src/plan/select-tests.ts';

it.each([
  ['dma', 'dma'],
  ['dma*', 'dma'],
  ['dma*', 'dma-read'],
  ['*', 'anything.at-all_1'],
  ['edu/*', 'edu/dma'],
  ['*/dma-?ead', 'edu/dma-read'],
  ['a.b', 'a.b'],
  ['**', 'ab'],
])('%s matches %s', (glob, name) => {
  expect(matchesGlob(glob, name)).toBe(true);
});

it.each([
  ['dma', 'dma-read'],
  ['dma', 'edu/dma'],
  ['*', 'edu/dma'],
  ['e?u', 'eu'],
  ['edu?dma', 'edu/dma'],
  ['a.b', 'a-b'],
  ['[ab]', 'a'],
  ['DMA', 'dma'],
  ['', 'a'],
])('%j does not match %s', (glob, name) => {
  expect(matchesGlob(glob, name)).toBe(false);
});
