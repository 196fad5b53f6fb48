import { describe, expect, test } from 'vitest';
import { describeTimeline } from '../../../../src/report/text/describe-timeline.ts';
import type { TimelineEntry } from '../../../../src/run/evidence/timeline-entry.ts';
import { oops } from '../sample-results.ts';
import { dmaTimeline, entry, seen } from '../sample-timeline.ts';

const cut = '------------[ cut here ]------------';

function reported(report: string): typeof oops {
  return { ...oops, report };
}

describe('the crash on a timeline', () => {
  test('is the line with which the report begins; what came before is told until there', () => {
    const { until, before, mark, after } = describeTimeline(dmaTimeline, oops);
    expect(until).toBe('crash');
    expect(mark?.text).toBe('[    2.345678] BUG: kernel NULL pointer dereference, address: 0000000000000008');
    expect(before.at(-1)?.entry.text).toBe('read INTERRUPT_STATUS 0xffffffff');
    expect(after[0]?.entry.text).toBe('[    2.345680] #PF: supervisor write access in kernel mode');
    expect(after.at(-1)?.entry.text).toBe('the machine is gone');
  });

  test('is a report and no crash where something was left behind', () => {
    const { until, mark } = describeTimeline(dmaTimeline, { ...oops, kind: 'leak' });
    expect(until).toBe('report');
    expect(mark?.text).toContain('BUG: kernel NULL pointer dereference');
  });

  test('is not the line that only opens a report, which is left out', () => {
    const entries = [
      seen(1, 'a', 'read R 0x1'),
      entry(2, 'console', `[    1.000001] ${cut}`),
      seen(2.5, 'a', 'read R 0x2'),
      entry(3, 'console', '[    1.000002] WARNING: CPU: 0 PID: 7 at foo.c:12 foo+0x1/0x2 [foo]'),
    ];
    const { before, mark } = describeTimeline(
      entries,
      reported(
        `[    1.000001] ${cut}\n[    1.000002] WARNING: CPU: 0 PID: 7 at foo.c:12 foo+0x1/0x2 [foo] (foo.c:12)\n`,
      ),
    );
    expect(before.map(({ entry: { text } }) => text)).toEqual(['read R 0x1', 'read R 0x2']);
    expect(mark).toBe(entries[3]);
  });

  test('is distinguished from an earlier equal line by its time', () => {
    const line = 'WARNING: CPU: 0 PID: 7 at foo.c:12 foo+0x1/0x2 [foo]';
    const entries = [entry(1, 'console', `[    1.000001] ${line}`), entry(2, 'console', `[    2.000001] ${line}\r`)];
    expect(describeTimeline(entries, reported(`[    2.000001] ${line}\n`)).mark).toBe(entries[1]);
  });

  test('is found without the time when either has none', () => {
    const entries = [
      entry(1, 'console', 'hello'),
      entry(2, 'console', '[    2.000001] BUG: unable to handle page fault for address: 00'),
    ];
    expect(describeTimeline(entries, reported('BUG: unable to handle page fault for address: 00\n')).mark).toBe(
      entries[1],
    );
  });

  test('is not a line of a device or a stage', () => {
    expect(
      describeTimeline([seen(1, 'a', 'BUG: kernel NULL pointer dereference, address: 0000000000000008')], oops),
    ).toMatchObject({ until: 'end' });
  });

  test.each([
    ['a report that the console does not have', reported('the machine rebooted')],
    ['no report', undefined],
    ['an empty report', reported('')],
    ['a report of signs only', reported('=====\n=====\n')],
  ])('is nowhere for %s: all is told until the end', (_name, finding) => {
    const { before, after, ...rest } = describeTimeline(dmaTimeline, finding);
    expect(rest).toEqual({ until: 'end' });
    expect([before.at(-1)?.entry.text, after]).toEqual(['the machine is gone', []]);
  });
});

describe('a failure without a report', () => {
  const ended = (program: string, exitStatus: number): TimelineEntry =>
    entry(exitStatus + 1, 'stage', `${program} ended with ${exitStatus}`, { data: { exitStatus } });

  test('is shown up to the failed stage, not up to the power-off', () => {
    const entries = [
      ended('setup', 0),
      seen(1, 'a', 'read R 0x1'),
      ended('run', 3),
      ended('teardown', 5),
      entry(9, 'machine', 'the machine is gone'),
    ];
    const { until, before, mark, after } = describeTimeline(entries, undefined);
    expect([until, mark?.text, before.length, after.length]).toEqual(['failure', 'run ended with 3', 2, 2]);
  });

  test('comes after the report of a crash', () => {
    expect(describeTimeline([ended('run', 3), ...dmaTimeline], oops).until).toBe('crash');
  });
});
