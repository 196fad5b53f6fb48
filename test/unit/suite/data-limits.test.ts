import { describe, expect, it } from 'vitest';
import { bounds } from '../../../src/bounds/bounds.ts';
import { goodTest, parseSketch, problemsOf, type Sketch } from './memory-tree.ts';

const withData = (data: Sketch): readonly string[] => problemsOf(parseSketch({ t: { ...goodTest, data } }));
const hint = 'hint: It is copied for every machine. Put large files into a disk image (info/disk-image).';

describe('data/', () => {
  it('may hold a limited number of files', () => {
    const files = (count: number): Sketch =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, '']));
    expect(withData(files(bounds.data.entries))).toEqual([]);
    expect(withData(files(bounds.data.entries + 1))).toEqual([
      'edu/t/data: data/ is too large: expected at most 20000 files and directories, found more\n  ' + hint,
    ]);
  });

  it('counts with lib/, which is copied to the same place', () => {
    const files = (count: number): Sketch =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, '']));
    const together = (inLib: number, inData: number): readonly string[] =>
      problemsOf(parseSketch({ lib: files(inLib), t: { ...goodTest, data: files(inData) }, u: goodTest }));
    expect(together(bounds.data.entries - 1, 1)).toEqual([]);
    expect(together(bounds.data.entries - 1, 2)).toEqual([
      'edu/t/data: data/ and lib/ together are too large: expected at most 20000 files and directories, found ' +
        `more\n  ${hint}`,
    ]);
    expect(together(bounds.data.entries + 1, 0)).toEqual([
      `edu/lib: lib/ is too large: expected at most 20000 files and directories, found more\n  ${hint}`,
    ]);
  });

  it('may be so deep and no deeper', () => {
    let data: Sketch = { file: '' };
    for (let depth = 0; depth < 70; depth++) data = { d: data };
    expect(withData(data)).toEqual([
      expect.stringMatching(
        /^edu\/t\/data(\/d){64}: data\/ is too large: expected at most 64 nested directories, found more/,
      ),
    ]);
  });
});
