import { describe, expect, it } from 'vitest';
import { failureAnnotations, missingAnnotations } from '../../../src/action/failure-annotations.ts';
import { withinLimit } from '../../../src/action/annotation.ts';
import { excessiveGrowth } from '../../hostile/growth.ts';
import { annotated } from '../../step-runner/captured.ts';
import { fileLink } from '../../../src/report/html/page-place.ts';
import { htmlPieces } from '../../../src/report/html/render-html.ts';
import { renderJunit } from '../../../src/report/junit/junit.ts';
import { renderSummary } from '../../../src/report/summary/summary.ts';
import { verdictLine } from '../../../src/report/text/verdict-line.ts';
import type { TestResult } from '../../../src/results/results.ts';
import { parseResults } from '../../../src/results/parse-results.ts';
import { renderJson, renderTap } from './joined.ts';
import { cell, crash, faultyDevice, oops, results, test } from './sample-results.ts';

// Longer when it is shown: six characters, and five in XML.
const long = (length: number): string => '\u202e&&&&&&&&&'.repeat(length / 10);
const cells = Array.from({ length: 60 }, (_, index) =>
  cell('debian:6.12', `m${index}`, {
    machine: { name: long(400), args: Array.from({ length: 200 }, () => long(2000)) },
    qemu: { version: long(500), sha256: long(500) },
  }),
);
const place = cells[0]?.id ?? '';

/** As much as results may hold in every place, in many tests. */
const loud = results(
  cells,
  Array.from({ length: 240 }, (_, index) => {
    const id = `edu/${index}${long(400)}`;
    const notes = Array.from({ length: 300 }, () => long(600));
    if (index % 3 === 0) return test(id, place, { notes, outcome: 'skip', reason: long(4000) });
    return crash(id, cells[index % cells.length]?.id ?? '', {
      reason: `${index}${long(4000)}`,
      notes,
      expected: long(3000),
      reproduce: long(8000),
      devices: [
        {
          ...faultyDevice,
          faults: Array.from({ length: 100 }, () => ({
            id: 'x',
            text: long(1000),
            fired: 0,
            counted: 0,
            isCleared: false,
          })),
        },
      ],
      findings: [{ ...oops, title: `${index}${long(3000)}`, fingerprint: String(index), report: long(20_000) }],
      artifacts: Array.from({ length: 50 }, (__, at) => `${place}/${at}${'x'.repeat(1000)}`),
    });
  }),
  {
    host: { accelerator: 'tcg', acceleratorReason: long(100_000), cpus: 2, memoryMiB: 4096 },
    merged: {
      from: 2,
      missing: Array.from({ length: 1000 }, () => long(1000)),
      notes: Array.from({ length: 1000 }, () => long(1000)),
    },
  },
);

describe('results that hold as much as they may', { timeout: 120_000 }, () => {
  it('are a summary that GitHub accepts', () => {
    const summary = renderSummary(loud, { consoleTail: () => long(20_000) });
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    expect(summary).toContain('more, in `results.json` and `junit.xml`');
  });

  it('are a junit.xml that GitLab accepts, with a note of what was left out', () => {
    const xml = renderJunit(loud);
    expect(xml.length).toBeLessThan(30_000_000);
    expect(xml).toContain('The rest was left out to keep this file small.');
    expect(xml).toContain('500 more, all in results.json');
    expect(xml.match(/<testcase /g)).toHaveLength(240 + 501);
  });

  it('are a page of 10 MB', () => {
    const page = [...htmlPieces(loud, { readLog: () => long(20_000), filesAt: '' })].join('');
    expect(Buffer.byteLength(page)).toBeLessThan(10_000_000);
  });

  it('are TAP of bounded length, with a point for each test', () => {
    const tap = renderTap(loud);
    expect(tap.length).toBeLessThan(40_000_000);
    expect(tap.match(/^(not )?ok /gm)).toHaveLength(1240);
  });

  it('are annotations of bounded length', () => {
    const annotations = [
      ...missingAnnotations(loud),
      ...failureAnnotations(loud, { source: () => undefined, run: () => undefined }),
    ];
    for (const one of withinLimit(annotations, 'elsewhere')) expect(annotated([one]).length).toBeLessThan(20_000);
    expect(verdictLine(loud).length).toBeLessThan(1000);
  });

  it('are read back', () => {
    const parsed = parseResults(
      renderJson(
        results([cell('debian:6.12', 'small')], [crash('edu/a', 'debian-6.12-small', { reason: long(100_000) })]),
      ),
    );
    expect(parsed.kind).toBe('results');
  });
});

describe('the table of a summary', () => {
  it('of many tests is made in time that grows with their number', () => {
    const testsOf = (count: number): readonly TestResult[] =>
      Array.from({ length: count }, (_, index) =>
        test(`edu/t${index}`, place, { ok: index % 2 === 0, outcome: 'fail' }),
      );
    const tests = testsOf(20_000);
    const read = (text: string): void => void renderSummary(results(cells.slice(0, 1), tests.slice(0, text.length)));
    expect(excessiveGrowth(read, (count) => '.'.repeat(count), 5000)).toBeUndefined();
  });
});

describe('a link of the page', () => {
  it.each(['../secret', '/etc/passwd', 'a/../../b', 'a//b', '', '.', 'a\0b', '\ud800', 'x'.repeat(5000)])(
    'leads nowhere for %.40j',
    (path) => {
      expect(fileLink(path, '')).toBeUndefined();
    },
  );
});
