import { expect, it } from 'vitest';
import { errorPathsOf } from '../../../../src/results/coverage/error-paths.ts';
import { errorPathWords } from '../../../../src/report/text/sweep-words.ts';

it('are the lines of callers that did not run without a fault, and those of them that ran at a point', () => {
  const paths = errorPathsOf(
    [
      { file: 'a.c', lines: '10-15,20' },
      { file: 'b.c', lines: '1-2' },
    ],
    {
      withoutFault: [
        { file: 'a.c', lines: '10-12,99' },
        { file: 'b.c', lines: '1-2' },
      ],
      atPoints: [
        { file: 'a.c', lines: '10-13' },
        { file: 'a.c', lines: '15,98' },
      ],
    },
  );
  expect(paths).toEqual({ lines: 4, reached: 2, files: [{ file: 'a.c', lines: '13-15,20', unreached: '14,20' }] });
  expect(errorPathWords(paths)).toBe('2 of 4 lines behind calls ran (50 %)');
  expect(errorPathWords({ lines: 0, reached: 0, files: [] })).toBe('0 of 0 lines behind calls ran');
});
