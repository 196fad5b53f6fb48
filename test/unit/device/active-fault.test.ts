import { expect, it } from 'vitest';
import { ActiveFault } from '../../../src/device/fault/active-fault.ts';
import { parseFault } from '../../../src/device/fault/parse-fault.ts';

const interrupt = { kind: 'interrupt', vector: 0 } as const;

it.each([
  ['irq-drop', '1 2 3 4 5 6'],
  ['irq-drop nth=3', '3'],
  ['irq-drop from=4', '4 5 6'],
  ['irq-drop every=2', '2 4 6'],
])('%s hits %s of six', (text, hit) => {
  const fault = new ActiveFault(parseFault(text));
  const hits = [1, 2, 3, 4, 5, 6].filter((atUs) => fault.hits(interrupt, atUs));
  expect(hits.join(' ')).toBe(hit);
  expect(fault.report).toMatchObject({
    counted: 6,
    fired: hits.length,
    first: { atUs: hits[0] },
    last: { atUs: hits.at(-1) },
  });
});

it('hits by chance as often as it should, and the same ones for the same seed', () => {
  const hitsOf = (seed: number): readonly number[] => {
    const fault = new ActiveFault(parseFault(`irq-drop probability=0.25 seed=${seed}`));
    return Array.from({ length: 4000 }, (_, index) => index).filter((index) => fault.hits(interrupt, index));
  };
  expect(hitsOf(1)).toEqual(hitsOf(1));
  expect(hitsOf(1)).not.toEqual(hitsOf(2));
  for (const seed of [0, 1, 2]) expect(Math.abs(hitsOf(seed).length - 1000)).toBeLessThan(150);
});

it('stops counting when it is cleared, and keeps its report', () => {
  const fault = new ActiveFault(parseFault('irq-drop'));
  fault.hits(interrupt, 1);
  fault.clear();
  expect(fault.hits(interrupt, 2)).toBe(false);
  expect(fault.report).toMatchObject({ fired: 1, counted: 1, isCleared: true });
});
