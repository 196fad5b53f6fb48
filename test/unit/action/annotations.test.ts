import { describe, expect, it } from 'vitest';
import { failureAnnotations } from '../../../src/action/failure-annotations.ts';
import { type Annotation, fitted, withinLimit } from '../../../src/action/annotation.ts';
import type { SourcePlaces } from '../../../src/report/text/placed-failure.ts';
import { cell, crash, oops, results, test } from '../report/sample-results.ts';

const small = cell('debian:6.12', 'small');
const big = cell('debian:6.12', 'big');
const places: SourcePlaces = {
  source: (_, file) => (file.startsWith('driver/') ? `sub/${file}` : undefined),
  run: (id) => `tests/${id.split('/')[1] ?? ''}/run`,
};

describe('annotations of failures', () => {
  it('puts a crash on the line of the driver, once for all cells, and a failure on its run', () => {
    const tests = [
      test('edu/reads', small.id, { outcome: 'fail', ok: false, reason: 'run ended with exit status 1' }),
      crash('edu/dma', small.id),
      crash('edu/dma', big.id),
      test('edu/fine', small.id),
    ];
    expect(failureAnnotations(results([small, big], tests), places)).toEqual([
      {
        level: 'error',
        file: 'sub/driver/edu.c',
        line: 214,
        title: oops.title,
        message:
          `edu/dma (debian:6.12 · small), edu/dma (debian:6.12 · big)\nthe kernel reported: ${oops.title}\n  ` +
          `edu_dma_done+0x1a/0x40 [edu]\n  edu_irq+0x5c/0x90 [edu]\nAgain: ${tests[1]?.reproduce ?? ''}`,
      },
      {
        level: 'error',
        file: 'tests/reads/run',
        line: 1,
        title: 'edu/reads failed',
        message: `edu/reads (debian:6.12 · small)\nrun ended with exit status 1\nAgain: ${tests[0]?.reproduce ?? ''}`,
      },
    ]);
  });

  it('puts a crash in code that the checkout has not on the run', () => {
    const elsewhere = crash('edu/dma', small.id, {
      findings: [{ ...oops, source: { file: 'kernel/fork.c', line: 1 } }],
    });
    expect(failureAnnotations(results([small], [elsewhere]), places)[0]).toMatchObject({
      file: 'tests/dma/run',
      line: 1,
    });
  });

  it('puts a device model that broke on the line on which it did', () => {
    const broken = {
      id: 'edu0',
      model: 'edu',
      faults: [],
      crash: {
        during: 'write of START',
        message: 'TypeError: no',
        stack: 'TypeError: no\n    at Object.START (file:///w/driver/models/edu.ts:37:13)',
      },
    };
    const tests = [
      test('edu/starts', small.id, {
        outcome: 'error',
        ok: false,
        reason: 'the device model edu (edu0) broke at write of START: TypeError: no',
        devices: [broken],
      }),
    ];
    const inCheckout: SourcePlaces = { ...places, source: (_, file) => file.replace('/w/', '') };
    expect(failureAnnotations(results([small], tests), inCheckout)).toMatchObject([
      { level: 'error', file: 'driver/models/edu.ts', line: 37, title: 'edu/starts could not be judged' },
    ]);
  });

  it('ranks what the kernel said before what tests said', () => {
    const outcomes = ['error', 'fail', 'timeout', 'hang', 'crash'] as const;
    const tests = outcomes.map((outcome) => test(`edu/${outcome}`, small.id, { outcome, ok: false, reason: outcome }));
    expect(failureAnnotations(results([small], tests), places).map(({ title }) => title.split(' ')[0])).toEqual([
      'edu/crash',
      'edu/hang',
      'edu/timeout',
      'edu/fail',
      'edu/error',
    ]);
  });
});

describe('withinLimit', () => {
  const many = (count: number): Annotation[] =>
    Array.from({ length: count }, (_, index) => ({
      level: 'error',
      file: undefined,
      line: undefined,
      title: `${index}`,
      message: 'x'.repeat(5000),
    }));

  it('notes in the last one that GitHub keeps how many more there are', () => {
    const kept = withinLimit(many(13), 'see the summary of this job.');
    expect(kept).toHaveLength(10);
    const text = fitted(kept[9] ?? (many(1)[0] as Annotation)).message;
    expect(text.endsWith('…and 3 more: see the summary of this job.')).toBe(true);
    expect(text.length).toBeLessThan(4096);
  });

  it('leaves ten as they are', () => {
    expect(withinLimit(many(10), 'nowhere').map(({ message }) => message)).toEqual(
      many(10).map(({ message }) => `${message.slice(0, 2999)}…`),
    );
  });
});
