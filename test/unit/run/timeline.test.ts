import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bounds } from '../../../src/bounds/bounds.ts';
import { monotonicUs } from '../../../src/host/clock.ts';
import { Timeline } from '../../../src/run/evidence/timeline.ts';
import { type TimelineEntry } from '../../../src/run/evidence/timeline-entry.ts';

const { firstEntries, lastEntries, textChars, dataChars } = bounds.timeline;

function entriesOf(timeline: Timeline): readonly TimelineEntry[] {
  // What a timeline has rendered.
  return timeline
    .render()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as TimelineEntry);
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

it('keeps the start and end of a flood, notes the gap, and does not displace other entries', () => {
  const timeline = new Timeline();
  timeline.add('stage', 'run begins');
  const count = firstEntries + lastEntries + 123;
  for (let index = 0; index < count; index++) timeline.add('device', `access ${index}`, { device: 'a' });
  timeline.add('device', 'the only one', { device: 'b' });
  const texts = entriesOf(timeline).map(({ text }) => text);
  expect(texts).toHaveLength(2 + firstEntries + 1 + lastEntries);
  expect(texts[0]).toBe('run begins');
  expect(texts[firstEntries]).toBe(`access ${firstEntries - 1}`);
  expect(texts[firstEntries + 1]).toBe('123 entries of this source were left out here');
  expect(texts[firstEntries + 2]).toBe(`access ${firstEntries + 123}`);
  expect(texts.at(-2)).toBe(`access ${count - 1}`);
  expect(texts.at(-1)).toBe('the only one');
});

it('makes one bounded line of whatever a guest says', () => {
  const timeline = new Timeline();
  timeline.add('console', `a\r\nb${'x'.repeat(10_000)}`);
  const [entry] = entriesOf(timeline);
  expect(entry?.text).toHaveLength(textChars);
  expect(entry?.text.startsWith('a bxxx')).toBe(true);
});

it('has negative times for entries before the launch, as in its schema', () => {
  const beforeUs = monotonicUs() - 5000;
  const timeline = new Timeline();
  timeline.add('machine', 'QEMU is launched');
  timeline.add('device', 'control temperature set to 20', { device: 'thermo0' }, beforeUs);
  const [before, launched] = entriesOf(timeline);
  expect(before).toMatchObject({ text: 'control temperature set to 20' });
  expect(before?.atMs).toBeLessThanOrEqual(-5);
  expect(launched?.atMs).toBeGreaterThanOrEqual(0);
  const schema = JSON.parse(readFileSync(new URL('../../../schema/timeline.schema.json', import.meta.url), 'utf8')) as {
    properties: { atMs: Readonly<Record<string, unknown>> };
  };
  expect(schema.properties.atMs).toEqual({
    type: 'number',
    description: expect.stringContaining('negative for what happened to a device model before') as string,
  });
});

it('drops data beyond the limit, with a note', () => {
  const timeline = new Timeline();
  timeline.add('monitor', 'EVENT', { data: { text: 'x'.repeat(dataChars) } });
  timeline.add('monitor', 'EVENT', { data: { text: 'short' } });
  expect(entriesOf(timeline).map(({ data }) => data)).toEqual([
    { leftOut: `${dataChars + '{"text":""}'.length} characters of data` },
    { text: 'short' },
  ]);
});
