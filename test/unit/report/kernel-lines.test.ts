import { describe, expect, it } from 'vitest';
import { lastKernelWords } from '../../../src/report/terminal/final-kernel-lines.ts';
import { renderFinal } from '../../../src/report/terminal/final.ts';
import type { TimelineEntry } from '../../../src/run/evidence/timeline-entry.ts';
import { cell, results, test } from './sample-results.ts';
import { entry, jsonLines } from './sample-timeline.ts';

function kernel(atMs: number, text: string): TimelineEntry {
  return entry(atMs, 'console', `[    ${(atMs / 1000).toFixed(6)}] ${text}`);
}

const begin = entry(1000, 'stage', 'run begins');
const end = entry(3000, 'stage', 'run ended with exit status 1', { data: { exitStatus: 1 } });

describe('the kernel’s last words before a failure', () => {
  it('are its errors between the first stage and the end of the failed one', () => {
    const entries = [
      kernel(100, 'ata1: failed to resume link (SControl 0)'),
      begin,
      kernel(1100, 'edu: loading out-of-tree module taints kernel.'),
      kernel(1150, String.raw`Invalid ELF header magic: != \x7fELF`),
      kernel(1200, 'qdt: run begins: failure'),
      kernel(1300, 'edu 0000:00:05.0: enabling device (0000 -> 0002)'),
      kernel(1400, 'edu 0000:00:05.0: DMA mask rejected'),
      entry(1450, 'console', 'a shell says: error'),
      kernel(1500, 'edu: probe of 0000:00:05.0 failed with error -5'),
      end,
      kernel(3100, 'edu: teardown failed'),
    ];
    expect(lastKernelWords(entries)).toEqual([
      'edu 0000:00:05.0: DMA mask rejected',
      'edu: probe of 0000:00:05.0 failed with error -5',
    ]);
  });

  it('are the last of all its lines when none is an error', () => {
    const said = Array.from({ length: 9 }, (_, at) => kernel(1100 + at, `edu: step ${at}`));
    expect(lastKernelWords([begin, ...said, end])).toEqual(
      ['3', '4', '5', '6', '7', '8'].map((at) => `edu: step ${at}`),
    );
  });

  it('are none when no stage began', () => {
    expect(lastKernelWords([kernel(1, 'edu: error')])).toEqual([]);
  });

  it('stand on the terminal beside a FAIL', () => {
    const small = cell('debian:6.12', 'small');
    const failed = test('edu/probe', small.id, {
      outcome: 'fail',
      ok: false,
      reason: 'run ended with exit status 1',
      timeline: 't.jsonl',
    });
    const text = renderFinal(results([small], [failed]), {
      color: false,
      columns: 80,
      resultsDirectory: 'out',
      readLog: () => jsonLines([begin, kernel(1500, 'edu: probe failed with error -5'), kernel(1600, 'edu: bad'), end]),
    });
    expect(text).toContain(
      '   run ended with exit status 1\n   kernel      edu: probe failed with error -5\n               edu: bad\n',
    );
  });
});
