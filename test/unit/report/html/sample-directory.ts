import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeResults } from '../../../../src/app/results-directory.ts';
import type { DeviceResult, HardwareResult, Results } from '../../../../src/results/results.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';
import { cell, crash, eduHardware, faultyDevice, oopsReport, results, test } from '../sample-results.ts';
import { dmaTimeline, jsonLines } from '../sample-timeline.ts';

/** A results directory as a run leaves it; returns its path. */
export function resultsDirectory(
  of: Results,
  files: Readonly<Record<string, string>> = {},
  directory = temporaryDirectory(),
): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
  writeResults(directory, of);
  return directory;
}

/** A console of 900 lines whose line 812 begins the report. */
export function crashConsole(): string {
  const before = Array.from(
    { length: 811 },
    (_, index) => `[    ${(index / 400).toFixed(6)}] edu 0000:00:05.0: step ${index + 1}`,
  );
  const after = Array.from(
    { length: 70 },
    (_, index) => `[    ${(2.4 + index / 100).toFixed(6)}] edu 0000:00:05.0: afterwards ${index + 1}`,
  );
  return `${[...before, oopsReport, ...after].join('\r\n')}\r\n`;
}

const kernels = ['debian:6.1', 'debian:6.12'] as const;
const machines = ['small', 'big'] as const;

/** Twelve tests in four cells with an outcome of every kind. */
export function mixedResults(): Results {
  const cells = kernels.flatMap((kernel) =>
    machines.map((machine) => cell(kernel, machine, { boot: { outcome: 'ok', durationMs: 2310, findings: [] } })),
  );
  const names = [
    'probe',
    'remove',
    'dma-read',
    'dma-past-mask',
    'factorial',
    'irq-storm',
    'irq-lost',
    'reset',
    'suspend',
    'two-openers',
    'bad-ioctl',
    'leak',
  ];
  const tests = cells.flatMap(({ id }, index) =>
    names.map((name) => {
      const one = test(`edu/${name}`, id, {
        start: 'clone',
        startReason: 'every device of it can be plugged in',
        startMs: 310,
        durationMs: 420 + name.length * 11,
      });
      if (name === 'dma-past-mask' && index > 1)
        return crash(one.id, id, {
          durationMs: 1900,
          startMs: 330,
          description: 'A transfer beyond the mask must be refused.',
          artifacts: [`${id}/edu/${name}/artifacts/registers.txt`],
        });
      if (name === 'irq-lost' && index === 1)
        return {
          ...one,
          outcome: 'hang' as const,
          ok: false,
          reason: 'the guest stopped answering for 10 s during run',
          stages: one.stages.map((stage) => ({ ...stage, exitStatus: null, durationMs: 10_400 })),
          durationMs: 11_200,
        };
      if (name === 'factorial' && index === 3) return failedTest(one.id, id);
      if (name === 'suspend')
        return { ...one, outcome: 'skip' as const, reason: 'run exited with status 4: it asks to be skipped' };
      if (name === 'leak')
        return { ...one, outcome: 'fail' as const, expected: 'any failure', reason: 'run exited with status 1' };
      if (name === 'reset' && index === 0) return { ...one, ok: false, expected: 'any failure' };
      return one;
    }),
  );
  return results(cells, tests);
}

function failedTest(id: string, cellId: string): Results['tests'][number] {
  return test(id, cellId, {
    outcome: 'fail',
    ok: false,
    reason: 'subtest 3 is not ok: factorial of 13 does not fit',
    durationMs: 2600,
    startMs: 300,
    stages: [
      { name: 'suite-setup', exitStatus: 0, durationMs: 120, log: `${cellId}/${id}/logs/suite-setup.log` },
      { name: 'run', exitStatus: 1, durationMs: 1900, log: `${cellId}/${id}/logs/run.log` },
      { name: 'suite-teardown', exitStatus: 0, durationMs: 60, log: `${cellId}/${id}/logs/suite-teardown.log` },
    ],
    subtests: [
      { name: 'factorial of 5', status: 'pass' },
      { name: 'factorial of 13', status: 'fail', reason: 'it does not fit' },
      { name: 'while busy', status: 'skip' },
    ],
    notes: ['console.log: 120 bytes were left out of the middle'],
  });
}

/** The logs of `mixedResults`. */
export function mixedFiles(): Readonly<Record<string, string>> {
  return {
    'debian-6.12-small/edu/dma-past-mask/console.log': crashConsole(),
    'debian-6.12-big/edu/dma-past-mask/console.log': crashConsole(),
    'debian-6.12-small/edu/dma-past-mask/artifacts/registers.txt': 'id 010000ed\n',
    'debian-6.12-big/edu/factorial/console.log':
      '[    0.000000] Linux version 6.12.0-1-amd64\r\n[    1.200000] edu 0000:00:05.0: probed\r\n',
    'debian-6.12-big/edu/factorial/logs/run.log':
      'TAP version 13\n1..3\nok 1 factorial of 5\nnot ok 2 factorial of 13 # it does not fit\nok 3 while busy # SKIP\n',
    'debian-6.1-big/edu/irq-lost/console.log':
      '[    0.000000] Linux version 6.1.0-1-amd64\r\n[    2.000000] edu 0000:00:05.0: waiting for an interrupt\r\n',
  };
}

/**
 * A crash with two device models, one of which crashed itself; a fault that fired and some that did not; a pass with
 * one that did not.
 */
export function faultyResults(): Results {
  const cells = machines.map((machine) =>
    cell('debian:6.12', machine, { boot: { outcome: 'ok', durationMs: 2310, findings: [] } }),
  );
  const clock: DeviceResult = {
    id: 'clock0',
    model: 'pulse-clock',
    faults: [{ id: 'read-late', text: 'read-late by=20ms register=TICKS', fired: 0, counted: 0, isCleared: false }],
  };
  const tests = cells.flatMap(({ id }) => [
    test('edu/probe', id, {
      start: 'clone',
      startReason: 'every device of it can be plugged in',
      devices: [{ id: 'edu0', model: 'edu', faults: [] }],
    }),
    crash('edu/dma', id, {
      start: 'clone',
      startReason: 'every device of it can be plugged in',
      startMs: 140,
      durationMs: 262,
      timeline: `${id}/edu/dma/timeline.jsonl`,
      devices: [faultyDevice, clock],
    }),
    test('edu/irq-lost', id, {
      timeline: `${id}/edu/irq-lost/timeline.jsonl`,
      devices: [
        {
          id: 'edu0',
          model: 'edu',
          faults: [{ id: 'irq-drop', text: 'irq-drop nth=9', fired: 0, counted: 2, isCleared: false }],
        },
      ],
    }),
  ]);
  const channels = Array.from(
    { length: 12 },
    (_, index) =>
      [
        `CHANNEL_${index}`,
        {
          reads: index < 3 ? 40 * index : 0,
          writes: index === 0 ? 2 : 0,
          fields: { ENABLE: { reads: index < 3 ? index : 0, writtenZero: 0, writtenNonZero: 0 } },
        },
      ] as const,
  );
  const coverage: HardwareResult['coverage'] = {
    registers: Object.fromEntries(channels),
    interrupts: { tick: 6, overflow: 0 },
    dma: { reads: 0, writes: 0, bytes: 0 },
    unmapped: 2,
  };
  return results(cells, tests, {
    hardware: [eduHardware, { suite: 'edu', model: 'pulse-clock', machines: 2, coverage }],
  });
}

/** The logs of `faultyResults`. */
export function faultyFiles(): Readonly<Record<string, string>> {
  return {
    'debian-6.12-small/edu/dma/console.log': crashConsole(),
    'debian-6.12-small/edu/dma/timeline.jsonl': jsonLines(dmaTimeline),
    'debian-6.12-big/edu/dma/console.log': crashConsole(),
    'debian-6.12-big/edu/dma/timeline.jsonl': `${jsonLines(dmaTimeline)}{"atMs":`,
  };
}
