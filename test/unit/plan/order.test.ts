import { describe, expect, it } from 'vitest';
import { orderTests, seedLimit } from '../../../src/plan/order.ts';
import { planOf, suite } from './plan-request.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const { tests } = planOf([suite('/s/edu', names)]);

function longestFirst(durations: Readonly<Record<string, number>>): string {
  return orderTests(tests, { kind: 'longest-first', durationMsOf: ({ test }) => durations[test.name] })
    .map(({ test }) => test.name)
    .join('');
}

function shuffled(seed: number): string {
  return orderTests(tests, { kind: 'shuffled', seed })
    .map(({ test }) => test.name)
    .join('');
}

describe('orderTests, longest first', () => {
  it('starts with tests without durations, then sorts by duration', () => {
    expect(longestFirst({ a: 1, b: 300, c: 20, d: 4000, f: 1 })).toBe('eghdbcaf');
  });

  it('starts with urgent tests, whatever is known of the others', () => {
    const urgent = orderTests(tests, {
      kind: 'longest-first',
      durationMsOf: ({ test }) => (test.name === 'a' ? undefined : 5),
      isUrgent: ({ test }) => 'fd'.includes(test.name),
    });
    expect(urgent.map(({ test }) => test.name).join('')).toBe('dfabcegh');
  });

  it('leaves the order as it is when nothing is known, or all take the same', () => {
    expect(longestFirst({})).toBe('abcdefgh');
    expect(longestFirst(Object.fromEntries(names.map((name) => [name, 5])))).toBe('abcdefgh');
  });
});

describe('orderTests, shuffled', () => {
  it('makes the same order of the same seed, with every test in it', () => {
    expect(shuffled(7)).toBe(shuffled(7));
    expect(Array.from(shuffled(7)).sort().join('')).toBe('abcdefgh');
  });

  it.each([
    [0, 'ebfdahgc'],
    [1, 'edhbafgc'],
    [7, 'ahebfdgc'],
    [0x9e3779b9, 'bfecgdha'],
    [seedLimit - 1, 'fdbhegac'],
  ])('makes of seed %i the order that it has always made', (seed, order) => {
    expect(shuffled(seed)).toBe(order);
  });

  it('makes other orders of other seeds, the outermost ones included', () => {
    const orders = new Set([0, 1, 2, 3, 4, 5, 0x9e3779b9, seedLimit - 1].map(shuffled));
    expect(orders.size).toBe(8);
  });

  it('gives every test about the same chance to be first', () => {
    const firsts = new Map(names.map((name) => [name, 0]));
    for (let seed = 0; seed < 8000; seed++) {
      const first = shuffled(seed).charAt(0);
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    for (const count of firsts.values()) expect(Math.abs(count - 1000)).toBeLessThan(300);
  });
});
