import { describe, expect, it } from 'vitest';
import { embeddedBytes, embeddedPieces, embedJson } from '../../../../src/report/html/embed-json.ts';
import { type PageSources, pageContents } from '../../../../src/report/html/page-contents.ts';
import type { PageData } from '../../../../src/report/html/page-data.ts';
import { htmlPieces } from '../../../../src/report/html/render-html.ts';
import type { Results, TestResult } from '../../../../src/results/results.ts';
import { cell, crash, eduHardware, faultyDevice, oops, results, test as testResult } from '../sample-results.ts';
import { dmaTimeline, entry, jsonLines } from '../sample-timeline.ts';
import { crashConsole } from './sample-directory.ts';

const small = cell('debian:6.12', 'small');

function contents(of: Results, logs: Readonly<Record<string, string>> = {}): PageData {
  return pageContents(of, { readLog: (path) => logs[path], filesAt: '' });
}

function pageOf(of: Results, sources: PageSources): string {
  return [...htmlPieces(of, sources)].join('');
}

describe('the contents of a page', () => {
  it('has each test, and the logs of those that say something', () => {
    const tests = [
      testResult('edu/good', small.id),
      crash('edu/bad', small.id),
      testResult('edu/xfail', small.id, { outcome: 'fail', expected: 'any failure' }),
    ];
    const read: string[] = [];
    const data = pageContents(results([small], tests), { filesAt: '', readLog: (path) => (read.push(path), 'text\n') });
    expect(data.tests.map(({ id, detail }) => [id, detail !== undefined])).toEqual([
      ['edu/good', true],
      ['edu/bad', true],
      ['edu/xfail', true],
    ]);
    expect(read).toEqual([
      `${small.id}/edu/bad/console.log`,
      `${small.id}/edu/bad/logs/run`,
      `${small.id}/edu/xfail/console.log`,
      `${small.id}/edu/xfail/logs/run`,
    ]);
    expect(Object.keys(data.texts)).toEqual(read);
    expect(data.notes).toEqual([]);
  });

  it('shows the boot that kept tests from starting, once for all of them', () => {
    const booted = cell('debian:6.12', 'small', { boot: { outcome: 'failed', durationMs: 60_000, findings: [oops] } });
    const tests = ['a', 'b'].map((name) =>
      testResult(`edu/${name}`, booted.id, {
        outcome: 'error',
        ok: false,
        startMs: null,
        stages: [],
        reason: 'the cell did not boot',
      }),
    );
    const data = contents(results([booted], tests), { [`${booted.id}/boot/console.log`]: crashConsole() });
    expect(Object.keys(data.texts)).toEqual([`${booted.id}/boot/console.log`]);
    expect(data.tests.map(({ detail }) => detail?.findings[0]?.console)).toEqual([
      `${booted.id}/boot/console.log`,
      `${booted.id}/boot/console.log`,
    ]);
    expect(data.failures.map(({ title, tests: shown }) => [title, shown])).toEqual([[oops.title, [0, 1]]]);
  });

  it('has the timeline of a test that says something: all that fits, or what led to the crash', () => {
    const path = `${small.id}/edu/bad/timeline.jsonl`;
    const bad = crash('edu/bad', small.id, { timeline: path });
    const told = (text: string): PageData['timelines'][string] | undefined =>
      contents(results([small], [bad, testResult('edu/good', small.id, { timeline: path })]), { [path]: text })
        .timelines[path];
    expect(told(jsonLines(dmaTimeline))).toMatchObject({
      until: 'crash',
      last: [11, 42],
      count: 62,
      unreadable: 0,
      moments: { length: 62 },
    });
    const long = Array.from({ length: 5000 }, (_, index) => entry(index / 1000, 'console', `line ${index}`));
    expect(told(jsonLines([...long, ...dmaTimeline]))).toMatchObject({
      until: 'crash',
      last: [670, 701],
      count: 5062,
      moments: { length: 721 },
    });
    expect(told('{"atMs":')).toBeUndefined();
  });

  it('tells runs of one test that do not agree', () => {
    const attempt = { startMs: 5, durationMs: 7 };
    const attempts = [
      { ...attempt, outcome: 'pass', ok: true, reason: 'run exited with status 0', console: 'x/attempt-1/console.log' },
      { ...attempt, outcome: 'crash', ok: false, reason: 'oops', console: 'x/attempt-2/console.log' },
    ] as const;
    const files = [`${small.id}/edu/flaky/postmortem/registers.txt`];
    const flaky: TestResult = {
      ...testResult('edu/flaky', small.id),
      attempts,
      flaky: true,
      postMortem: { files, whereabouts: ['CPU 0 in spin+0x12'] },
    };
    const [shown] = contents(results([small], [flaky])).tests;
    const told = attempts.map(({ outcome, ok, reason, durationMs, console }) => ({
      outcome,
      ok,
      reason,
      durationMs,
      console,
    }));
    expect(shown).toMatchObject({
      flaky: true,
      detail: { attempts: told, postmortem: files, whereabouts: ['CPU 0 in spin+0x12'] },
    });
  });

  it('stays within 10 MB, drops the least important parts, and notes that', () => {
    const long = '<'.repeat(900_000);
    const subtests = Array.from({ length: 5000 }, (_, index) => ({
      name: `${index} ${long.slice(0, 600)}`,
      status: 'fail' as const,
    }));
    const devices = Array.from({ length: 30 }, () => ({
      ...faultyDevice,
      crash: { during: long, message: long, stack: long },
    }));
    const moments = jsonLines(
      Array.from({ length: 3000 }, (_, index) => entry(index, 'console', `${index}${long.slice(0, 600)}`)),
    );
    const bad = Array.from({ length: 60 }, (_, index) =>
      crash(`edu/bad-${index}`, small.id, {
        reason: long.slice(0, 200_000),
        subtests,
        notes: [long],
        timeline: `${index}.jsonl`,
        devices,
        findings: [{ ...oops, report: long, fingerprint: String(index) }],
      }),
    );
    const registers = Object.fromEntries(
      Array.from({ length: 2000 }, (_, index) => [
        `${index}${long.slice(0, 500)}`,
        { reads: 0, writes: 0, fields: {} },
      ]),
    );
    const hardware = Array.from({ length: 100 }, () => ({
      ...eduHardware,
      coverage: { ...eduHardware.coverage, registers },
    }));
    const good = Array.from({ length: 20_000 }, (_, index) =>
      testResult(`edu/good-${index}-${'x'.repeat(300)}`, small.id),
    );
    const all = results([small], [...good, ...bad], { hardware, merged: { from: 1, missing: [], notes: [long] } });
    const data = contents(
      all,
      Object.fromEntries(bad.map(({ console = '' }) => [console, `${long.slice(0, 1900)}\n`.repeat(100)])),
    );
    const withMoments = pageOf(all, { filesAt: '', readLog: () => moments });
    expect(new TextEncoder().encode(withMoments).length).toBeLessThan(10_000_000);
    expect(data.hardware.map(({ registers: told, note }) => told.length > 0 || note !== undefined)).toEqual(
      Array(60).fill(true),
    );
    const page = pageOf(all, { filesAt: '', readLog: () => long.slice(0, 2000) });
    expect(new TextEncoder().encode(page).length).toBeLessThan(10_000_000);
    expect(data.tests.filter(({ ok }) => !ok)).toHaveLength(60);
    expect(data.notes.slice(1)).toEqual([
      expect.stringMatching(/^\d+ of 20060 tests do not fit on this page; /),
      expect.stringMatching(/^\d+ tests are shown without details/),
      expect.stringMatching(/^\d+ logs are linked but not shown/),
    ]);
  }, 60_000);
});

describe('embedded data', () => {
  it('cannot end its element, open a comment or break a line of script', () => {
    const value = { text: '</script><!--<script>\u2028\u2029', key: { '</SCRIPT>': 1 } };
    expect(embedJson(value)).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(embedJson(value))).toEqual(value);
  });

  it('is the same in pieces, none of which has more than one test', () => {
    const tests = Array.from({ length: 300 }, (_, index) => testResult(`edu/</script>-${index}`, small.id));
    const data = contents(results([small], tests));
    const pieces = [...embeddedPieces(data)];
    expect(pieces.join('')).toBe(embedJson(data));
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(2000);
    const odd = { none: undefined, empty: [], gap: [1, undefined], nothing: {} };
    expect([odd, {}].map((value) => [...embeddedPieces(value)].join(''))).toEqual([odd, {}].map(embedJson));
  });

  it('is measured as it is written', () => {
    expect(embeddedBytes('<ä')).toBe('"\\u003cä"'.length + 1 + 1);
  });

  it('is the only part of the page that results can change', () => {
    const of = (reason: string): string =>
      pageOf(results([small], [testResult('edu/a', small.id, { ok: false, outcome: 'fail', reason })]), {
        filesAt: '',
        readLog: () => reason,
      });
    const withoutData = (page: string): string =>
      page.replace(/(<script type="application\/json" id="data">).*?(<\/script>)/s, '$1$2');
    const page = of('</script><script>alert(1)</script>');
    expect(withoutData(page)).toBe(withoutData(of('harmless')));
    expect(page.match(/<script/g)).toHaveLength(2);
  });
});
