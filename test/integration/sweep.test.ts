import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { SweepResult } from '../../src/results/sweep-result.ts';
import { runCli, suites } from './cli.ts';
import { lineWithMark } from './marked-line.ts';

it(
  'finds where a driver that trusts its hardware crashes, hangs and leaves something behind, and names ' +
    'register and line',
  async () => {
    const directory = mkdtempSync(join(tmpdir(), 'qdt-sweep-'));
    try {
      const outcome = await runCli([
        'sweep',
        join(suites, 'sweep/measures'),
        '--fault',
        'read-ones,irq-drop',
        '--kernel',
        'debian:6.1',
        '--accel',
        'tcg',
        '--jobs',
        '4',
        '--out',
        join(directory, 'out'),
      ]);
      // Written by the run above.
      const sweep = JSON.parse(readFileSync(join(directory, 'out/sweep.json'), 'utf8')) as SweepResult;
      expect(sweep.faults).toEqual([
        { text: 'read-ones', counted: 6, swept: 6 },
        { text: 'irq-drop', counted: 1, swept: 1 },
      ]);
      expect(sweep.points.map(({ fault, nth, access, outcome: found }) => [fault, nth, access, found])).toEqual([
        ['read-ones', 1, 'read of ID', 'reported'],
        ['read-ones', 2, 'read of UNIT', 'crashed'],
        ['read-ones', 3, 'read of SAMPLES', 'hung'],
        ['read-ones', 4, 'read of SAMPLE', 'reported'],
        ['read-ones', 5, 'read of SAMPLE', 'reported'],
        ['read-ones', 6, 'read of SAMPLE', 'reported'],
        ['irq-drop', 1, 'interrupt 0', 'leaked'],
      ]);
      expect(outcome.exitStatus).toBe(1);
      expect(outcome.stdout).toContain(
        `driver/scale.c:${lineWithMark(join(suites, 'sweep/driver/scale.c'), 'crashes')}`,
      );
      expect(outcome.stdout).toContain(
        '4 of 7 points handled (4 reported, 0 absorbed) · 1 leaked · 1 crashed · 1 hung',
      );
      expect(outcome.stdout).toMatch(
        /again .* sweep \S+measures --device scale0 --fault read-ones --point 2 --kernel debian:6\.1/,
      );
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  },
);
