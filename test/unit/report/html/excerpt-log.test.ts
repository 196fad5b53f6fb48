import { describe, expect, it } from 'vitest';
import { excerptLog } from '../../../../src/report/html/excerpt-log.ts';
import type { PageText } from '../../../../src/report/html/page-data.ts';
import { oops, oopsReport } from '../sample-results.ts';
import { crashConsole } from './sample-directory.ts';

/** Every shown line by its number. */
function linesOf({ segments }: PageText): ReadonlyMap<number, string> {
  return new Map(
    segments.flatMap(({ first, lines }) => lines.map((line, index): [number, string] => [first + index, line])),
  );
}

const numbered = (count: number, text = 'line'): string =>
  Array.from({ length: count }, (_, index) => `${text} ${index + 1}\n`).join('');

describe('excerptLog', () => {
  it('shows a short log whole', () => {
    expect(excerptLog('one\r\ntwo\n', { reports: [] })).toEqual({
      segments: [{ first: 1, lines: ['one', 'two'] }],
      lineCount: 2,
      marked: [],
    });
    expect(excerptLog('', { reports: [] })).toEqual({ segments: [], lineCount: 0, marked: [] });
    expect([...linesOf(excerptLog(numbered(1500), { reports: [] })).keys()]).toHaveLength(1500);
  });

  it('shows the end of a long one, and its lines keep their numbers', () => {
    const text = excerptLog(numbered(50_000), { reports: [] });
    expect(text.lineCount).toBe(50_000);
    expect(text.segments.map(({ first, lines }) => [first, lines.length, lines[0]])).toEqual([
      [48_501, 1500, 'line 48501'],
    ]);
  });

  it('shows a report with its context, marks it, and shows the end', () => {
    const text = excerptLog(`${numbered(20_000)}${oopsReport}\n${numbered(20_000)}`, {
      reports: [{ line: 20_001, report: oopsReport }],
    });
    expect(text.marked).toEqual([[20_001, 20_019]]);
    expect(text.segments.map(({ first, lines }) => [first, first + lines.length - 1])).toEqual([
      [19_881, 20_219],
      [39_620, 40_019],
    ]);
  });

  it('marks a report with other lines between its own', () => {
    const lines = crashConsole().split(/\r?\n/);
    lines.splice(820, 0, 'systemd[1]: not of the report', 'systemd[1]: neither');
    expect(excerptLog(lines.join('\n'), { reports: [oops] }).marked).toEqual([[812, 832]]);
  });

  it('marks a report whole whose frames have lines of source, which the log has not', () => {
    const report = oopsReport
      .replace('edu_dma_done+0x1a/0x40 [edu]', 'edu_dma_done+0x1a/0x40 [edu] (driver/edu.c:214)')
      .replace('edu_irq+0x5c', 'edu_reg (driver/regs.h:7) [inline]\n  edu_irq+0x5c')
      .replace('edu_irq+0x5c/0x90 [edu]', 'edu_irq+0x5c/0x90 [edu] (driver/edu.c:300) (driver/edu.c:301)');
    expect(excerptLog(oopsReport, { reports: [{ line: 1, report }] }).marked).toEqual([[1, 19]]);
  });

  it('marks nothing where the log does not have the line', () => {
    expect(excerptLog('one\n', { reports: [oops] }).marked).toEqual([]);
  });

  it('cuts long lines and long text, with a note', () => {
    const text = excerptLog(`${'x'.repeat(1_000_000)}\n${`${'y'.repeat(1999)}\n`.repeat(400)}`, {
      reports: [{ line: 1, report: 'x' }],
    });
    expect(linesOf(text).get(1)).toBe(`${'x'.repeat(1999)}…`);
    expect(text.note).toBe('Lines are cut after 2000 characters.');
    expect([...linesOf(text).values()].join('\n').length).toBeLessThanOrEqual(96 * 1024);
    expect(linesOf(text).has(401)).toBe(true);
  });

  it('makes everything visible text', () => {
    const [shown] = excerptLog('\x1b[31mred\x1b[0m\u202e\0bell\x07 50%\r100%\r\n', { reports: [] }).segments;
    expect(shown?.lines).toEqual(['red\\u202e\\x00bell\\x07 50%\n100%']);
  });
});
