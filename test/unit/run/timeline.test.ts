import { expect, it } from 'vitest';
import { monotonicUs } from '../../../src/host/clock.ts';
import { Timeline, timelineLimits } from '../../../src/run/timeline.ts';
import type { TimelineEntry } from '../../../src/run/timeline-entry.ts';

function entriesOf(timeline: Timeline): readonly TimelineEntry[] {
  // What a timeline has rendered.
  return timeline.render().split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as TimelineEntry);
}

it('orders what comes from several clocks by the time at which it happened', () => {
  const beforeUs = monotonicUs();
  const timeline = new Timeline();
  timeline.add('console', 'third', {}, beforeUs + 30_000);
  timeline.add('device', 'first', { device: 'tdc0', data: { kind: 'reset' } }, beforeUs + 10_000);
  timeline.add('monitor', 'second', {}, beforeUs + 20_000);
  const entries = entriesOf(timeline);
  expect(entries.map(({ text }) => text)).toEqual(['first', 'second', 'third']);
  expect(entries[0]).toMatchObject({ source: 'device', device: 'tdc0', data: { kind: 'reset' } });
  // One began a moment after the clock was read.
  expect(entries[2]?.atMs).toBeLessThanOrEqual(30);
  expect((entries[2]?.atMs ?? 0) - (entries[0]?.atMs ?? 0)).toBeCloseTo(20, 6);
});

it('keeps the first and the last of a flood, says what is missing, and lets nothing else be pushed out', () => {
  const timeline = new Timeline();
  timeline.add('stage', 'run begins');
  const count = timelineLimits.first + timelineLimits.last + 123;
  for (let index = 0; index < count; index++) timeline.add('device', `access ${index}`, { device: 'a' });
  timeline.add('device', 'the only one', { device: 'b' });
  const texts = entriesOf(timeline).map(({ text }) => text);
  expect(texts).toHaveLength(2 + timelineLimits.first + 1 + timelineLimits.last);
  expect(texts[0]).toBe('run begins');
  expect(texts[timelineLimits.first]).toBe(`access ${timelineLimits.first - 1}`);
  expect(texts[timelineLimits.first + 1]).toBe('123 entries of this source are left out here');
  expect(texts[timelineLimits.first + 2]).toBe(`access ${timelineLimits.first + 123}`);
  expect(texts.at(-2)).toBe(`access ${count - 1}`);
  expect(texts.at(-1)).toBe('the only one');
});

it('makes one bounded line of whatever a guest says', () => {
  const timeline = new Timeline();
  timeline.add('console', `a\r\nb${'x'.repeat(10_000)}`);
  const [entry] = entriesOf(timeline);
  expect(entry?.text).toHaveLength(timelineLimits.textCharacters);
  expect(entry?.text.startsWith('a bxxx')).toBe(true);
});
