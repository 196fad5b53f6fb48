import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Results } from '../../src/results/results.ts';
import type { SweepResult } from '../../src/results/sweep-result.ts';
import { runCli, suites } from './cli.ts';
import { lineWithMark } from './marked-line.ts';

it(
  'finds where a driver that trusts its hardware crashes, hangs and leaves something behind, and names ' +
    'register and line; and where it hands out wrong data without a word',
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
      const silent = 'only the test noticed: expected 70000, found 46000';
      expect(
        sweep.points.map(({ fault, nth, access, outcome: found, why }) => [fault, nth, access, found, why]),
      ).toEqual([
        ['read-ones', 1, 'read of ID (bar0+0x0)', 'reported', 'run said: cat: read error: No such device'],
        ['read-ones', 2, 'read of UNIT (bar0+0x4)', 'crashed', expect.stringContaining('scale_weigh')],
        ['read-ones', 3, 'read of SAMPLES (bar0+0x8)', 'hung', expect.stringContaining('no end after 5 s')],
        ['read-ones', 4, 'read of SAMPLE (bar0+0xc)', 'silent', silent],
        ['read-ones', 5, 'read of SAMPLE (bar0+0xc)', 'silent', silent],
        ['read-ones', 6, 'read of SAMPLE (bar0+0xc)', 'silent', silent],
        ['irq-drop', 1, 'interrupt 0', 'leaked', expect.stringMatching(/^suite-teardown: rmmod: .*scale/)],
      ]);
      // The test that counts is part of the same run, and starts from the same template.
      const results = JSON.parse(readFileSync(join(directory, 'out/results.json'), 'utf8')) as Results;
      expect(results.tests.map(({ id, start }) => [id.slice(0, 14), start])).toEqual(
        Array.from({ length: 8 }, () => ['sweep/measures', 'clone']),
      );
      expect(results.cells[0]?.boot.notes).toBeUndefined();
      expect(outcome.exitStatus).toBe(1);
      expect(outcome.stdout).toContain(
        `driver/scale.c:${lineWithMark(join(suites, 'sweep/driver/scale.c'), 'crashes')}`,
      );
      expect(outcome.stdout).toContain(
        '1 of 7 points handled (1 reported, 0 absorbed) · 3 silent · 1 leaked · 1 crashed · 1 hung',
      );
      expect(outcome.stdout).toMatch(
        /again .* sweep \S+measures --device scale0 --fault read-ones --point 2 --kernel debian:6\.1/,
      );
      expect(outcome.stdout).toContain("measures --fault 'read-ones nth=2 device=scale0 id=sweep' --kernel");
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  },
);
