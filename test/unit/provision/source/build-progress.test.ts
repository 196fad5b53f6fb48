import { expect, it } from 'vitest';
import {
  countBuild,
  durationWords,
  expectedPace,
  rememberPace,
} from '../../../../src/provision/kernel/source/build-progress.ts';
import { testContext } from '../provision-context.ts';

it('counts the files that kbuild names, in whatever pieces they arrive', () => {
  const counter = countBuild({ files: 10, msPerFile: 30_000 }, () => 0);
  counter.onOutput('  CC      a.o\n  HOSTCC  b\n  AS [M]  c.o\n  C');
  counter.onOutput('C [M]  d.o\n  LD      e.o\nCC x\n');
  expect(counter.files()).toBe(3);
  expect(counter.words()).toBe('3 of about 10 files, about 4 min left');
});

it('estimates by its own pace once that says something, and ends with linking', () => {
  let nowMs = 0;
  const counter = countBuild({ files: 200, msPerFile: 1 }, () => nowMs);
  counter.onOutput('  CC      a.o\n'.repeat(100));
  nowMs = 100 * 1200;
  expect(counter.words()).toBe('100 of about 200 files, about 2 min left');
  counter.onOutput('  CC      a.o\n'.repeat(100));
  expect(counter.words()).toBe('200 files, linking');
});

it('expects what the last build took, of the same kind if there was one', () => {
  const context = testContext();
  expect(expectedPace(context, '6.12+kasan', 4).files).toBeGreaterThan(1000);
  rememberPace(context, '6.12+kasan', { files: 2000, msPerFile: 200 });
  rememberPace(context, '6.1+ubsan', { files: 1900, msPerFile: 100 });
  expect(expectedPace(context, '6.12+kasan', 4)).toEqual({ files: 2000, msPerFile: 200 });
  expect(expectedPace(context, '6.12+lockdep', 4)).toEqual({ files: 1900, msPerFile: 100 });
});

it.each([
  [10_000, 'less than a minute'],
  [7 * 60_000, 'about 7 min'],
])('%i ms are %s', (ms, words) => {
  expect(durationWords(ms)).toBe(words);
});
