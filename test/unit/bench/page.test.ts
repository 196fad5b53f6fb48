import { describe, expect, it } from 'vitest';
import { duration, mebibytes, table, times } from '../../../scripts/bench/markdown.ts';
import { parseSmapsRollup } from '../../../scripts/bench/memory.ts';
import { renderPage, type Findings } from '../../../scripts/bench/page.ts';
import { targets, type Figures } from '../../../scripts/bench/targets.ts';

const figures: Figures = {
  bzImageMs: 9000,
  coldMs: 4000,
  cloneMs: 500,
  copyMs: 500,
  cloneWallMs: 510,
  floorMs: 460,
  qemuAloneMs: 320,
  ownCpuMs: 18,
  hundredTestsMs: 30_000,
  sweepMs: 50_000,
  callSweepMs: 45_000,
  helperRatio: 1.2,
  cloneShare: 0.5,
  hundredTestsShare: 0.55,
  laterHundredShare: 0.5,
  peakKiBOfTen: 100 * 1024,
  peakKiBOfThousand: 112 * 1024,
  helpMs: 60,
  plannedMs: 150,
  warmRunMs: 1200,
  modelInterruptUs: 140,
  modelReadUs: 40,
  usbRoundTripUs: 500,
  i2cRoundTripUs: 1600,
};

describe('the targets', () => {
  it('are reached by figures that reach them', () => {
    expect(targets(figures).map(({ found, isReached }) => [found, isReached])).toEqual([
      ['8.0 times', true],
      ['18.0 times', true],
      ['1.09 times', true],
      ['1.56 times', true],
      ['50.0 ms', true],
      ['18.0 ms', true],
      ['30.0 s', true],
      ['50.0 s', true],
      ['45.0 s', true],
      ['1.20 times', true],
      ['0.50 times', true],
      ['0.55 times', true],
      ['0.50 times', true],
      ['12.0 MiB more', true],
      ['60.0 ms', true],
      ['150.0 ms', true],
      ['1.2 s', true],
      ['140.0 us', true],
      ['25000 a second', true],
      ['0.5 ms', true],
      ['1.6 ms', true],
    ]);
  });

  it('are each missed by a figure that misses it', () => {
    const bad: Figures = {
      bzImageMs: 5900,
      coldMs: 2400,
      cloneMs: 500,
      copyMs: 500,
      cloneWallMs: 510,
      floorMs: 330,
      qemuAloneMs: 300,
      ownCpuMs: 61,
      hundredTestsMs: 35_100,
      sweepMs: 60_100,
      callSweepMs: 60_100,
      helperRatio: 1.31,
      cloneShare: 0.56,
      hundredTestsShare: 0.61,
      laterHundredShare: 0.61,
      peakKiBOfTen: 0,
      peakKiBOfThousand: 21 * 1024,
      helpMs: 151,
      plannedMs: 201,
      warmRunMs: 1560,
      modelInterruptUs: 1001,
      modelReadUs: 150,
      usbRoundTripUs: 1010,
      i2cRoundTripUs: 7500,
    };
    expect(targets(bad).map(({ isReached }) => isReached)).toEqual(Array.from({ length: 21 }, () => false));
  });
});

describe('figures in words', () => {
  it('have as many digits as they are worth', () => {
    expect([0.84, 9.96, 482.4, 1999.4, 9557].map(duration)).toEqual(['0.8 ms', '10 ms', '482 ms', '1999 ms', '9.6 s']);
    expect([times(1.084), times(13.46), mebibytes(1536)]).toEqual(['1.08 times', '13.5 times', '1.5 MiB']);
  });

  it('stand in tables, numbers to the right', () => {
    expect(table(['what', ' how long'], [['boot', '4 s']])).toBe('| what | how long |\n|---|--:|\n| boot | 4 s |');
  });
});

describe("a process's private pages", () => {
  it('are read from smaps_rollup', () => {
    expect(
      parseSmapsRollup(
        '00400000-7ffc0000 ---p 00000000 00:00 0    [rollup]\nRss:  9 kB\nPrivate_Clean:     1304 ' +
          'kB\nPrivate_Dirty:    52100 kB\nAnonymous:        40000 kB\n',
      ),
    ).toEqual({ anonymousKiB: 40_000, privateKiB: 53_404 });
  });

  it('are not made up', () => {
    expect(() => parseSmapsRollup('Rss: 9 kB\n')).toThrow('expected Anonymous in smaps_rollup, found:\nRss: 9 kB\n');
  });
});

const spread = (median: number): { readonly median: number; readonly least: number } => ({
  median,
  least: median - 100,
});

const findings: Findings = {
  conditions: {
    rounds: 4,
    cpus: 2,
    qemuVersion: '11.1.3',
    kernelRelease: '6.1.0-56-amd64',
    templateBootMs: 4200,
    provisionMs: 80,
  },
  starts: [
    { way: 'plain bzImage', toFirstStage: spread(8900), toGone: spread(9000) },
    { way: 'clone', toFirstStage: spread(390), toGone: spread(500) },
    { way: 'the floor of a clone', toFirstStage: undefined, toGone: spread(460) },
  ],
  cloneWall: spread(510),
  ownCpu: spread(118),
  startUp: { help: spread(150), planned: spread(250) },
  warmRun: spread(1200),
  many: [{ start: 'clone', tests: 100, jobs: 2, wallMs: 30_000, peakKiB: 92_160, cpuMs: 20_000 }],
  sweep: { points: 200, jobs: 2, wallMs: 50_000, peakKiB: 92_160, cpuMs: 80_000 },
  callSweep: { points: 180, jobs: 2, wallMs: 45_000, peakKiB: 92_160, cpuMs: 80_000 },
  helpers: [
    { what: 'none of them', cpuMs: spread(500) },
    { what: 'all three', cpuMs: spread(600) },
  ],
  versions: [
    { version: '0.1.0', cloneMs: spread(500), hundredMs: spread(30_000), cpuMsPerTest: 400 },
    { version: 'this version', cloneMs: spread(250), hundredMs: spread(15_000), cpuMsPerTest: 200 },
  ],
  virtmeNg: { version: '1.41', virtmeNgMs: spread(18_000), oursMs: spread(900), virtmeNgCpuMs: 15_000, oursCpuMs: 800 },
  devices: [
    {
      device: "QEMU's own edu",
      readUs: { median: 0.2, least: 0.19 },
      writeUs: { median: 0.25, least: 0.19 },
      interruptUs: { median: 2, least: 1.5 },
    },
    {
      device: 'a model',
      readUs: { median: 50, least: 20 },
      writeUs: { median: 55, least: 20 },
      interruptUs: { median: 100, least: 48 },
    },
  ],
  buses: [
    {
      what: 'USB: 512 bytes',
      us: { median: 612, least: 384 },
      startMs: { median: 640, least: 520 },
    },
  ],
  cloneMemory: [{ when: 'when its test has ended', pages: { anonymousKiB: 51_200, privateKiB: 52_224 } }],
  runMemory: [{ tests: 10, peakKiB: 102_400 }],
  phases: [{ name: "QEMU's process started", tookMs: 5.04, atMs: 5.04 }],
};

describe('the page', () => {
  const lines = renderPage(findings, figures).split('\n');

  it.each([
    '| a clone is faster than our own cold start | at least 5 times | 8.0 times | yes |',
    '| clone | 390 ms (290 ms) | 500 ms (400 ms) | 18.0 times |',
    '| the floor of a clone | – | 460 ms (360 ms) | 19.6 times |',
    '| clone | 100 | 2 | 30.0 s | 300 ms | 200 | 90.0 MiB |',
    '| `--help`, until the process has ended | 150 ms (50 ms) |',
    "| QEMU's own edu | 0.20 us (0.19 us) | 5000000 | 0.25 us (0.19 us) | 2.00 us (1.50 us) |",
    '| a model | 50 us (20 us), 250.0 times | 20000 | 55 us (20 us), 220.0 times | 100 us (48 us), 50.0 times |',
    '| USB: 512 bytes | 612 us (384 us) | 640 ms (520 ms) |',
    '| this version | 250 ms (150 ms) | 15.0 s (14.9 s) | 200 ms |',
    '| a run of one test, everything warm | 900 ms (800 ms) | 800 ms | 20.0 times |',
    '| when its test has ended | 50.0 MiB | 51.0 MiB |',
    '| 10 | 100.0 MiB |',
    "| QEMU's process started | 5.0 ms | 5.0 ms |",
  ])('has the line %j', (line) => {
    expect(lines).toContain(line);
  });

  it('ends with one line feed', () => {
    expect(renderPage(findings, figures)).toMatch(/[^\n]\n$/);
  });
});
