import { describe, expect, it } from 'vitest';
import { nameOf, phaseTable } from '../../../scripts/bench/phase-table.ts';

describe('the table of phases', () => {
  it('has each step with the time since the one before, by the median of all lives', () => {
    const lives = [10, 30, 20].map((first) => [
      { name: 'spawned', atMs: first },
      { name: 'runs', atMs: first + 5 },
    ]);
    expect(phaseTable(lives)).toEqual([
      { name: 'spawned', tookMs: 20, atMs: 20 },
      { name: 'runs', tookMs: 5, atMs: 25 },
    ]);
  });

  it('takes several of a name in a row for one step, which ends with the last', () => {
    expect(
      phaseTable([
        [
          { name: 'told', atMs: 2 },
          { name: 'told', atMs: 6 },
          { name: 'ends', atMs: 7 },
        ],
      ]),
    ).toEqual([
      { name: 'told', tookMs: 6, atMs: 6 },
      { name: 'ends', tookMs: 1, atMs: 7 },
    ]);
  });

  it('refuses lives that took different courses', () => {
    expect(() =>
      phaseTable([
        [
          { name: 'a', atMs: 1 },
          { name: 'b', atMs: 2 },
        ],
        [{ name: 'a', atMs: 1 }],
      ]),
    ).toThrow('expected “b” as step 2 of every clone, found “the end”');
  });

  it('leaves out phases that are not steps', () => {
    expect([
      nameOf({ kind: 'event', name: 'VSERPORT_CHANGE' }),
      nameOf({ kind: 'agent', message: { kind: 'beat' } }),
    ]).toEqual([undefined, undefined]);
    expect(nameOf({ kind: 'agent', message: { kind: 'begin', program: 'run' } })).toBe('stage run begins');
  });
});
