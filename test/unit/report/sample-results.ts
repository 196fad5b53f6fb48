import type { Finding } from '../../../src/diagnose/finding.ts';
import type {
  BuildResult,
  CellResult,
  DeviceResult,
  HardwareResult,
  Results,
  TestResult,
} from '../../../src/results/results.ts';
import { countTotals } from '../../../src/results/totals.ts';

export const oopsReport = `[    2.345678] BUG: kernel NULL pointer dereference, address: 0000000000000008
[    2.345680] #PF: supervisor write access in kernel mode
[    2.345682] #PF: error_code(0x0002) - not-present page
[    2.345684] PGD 0 P4D 0
[    2.345686] Oops: 0002 [#1] PREEMPT SMP NOPTI
[    2.345688] CPU: 1 PID: 71 Comm: run Tainted: G           OE      6.12.0-1-amd64 #1
[    2.345690] RIP: 0010:edu_dma_done+0x1a/0x40 [edu]
[    2.345692] Code: 0f 1f 44 00 00 48 8b 07 c7 40 08 01 00 00 00
[    2.345694] RSP: 0018:ffffb1c0c0003f60 EFLAGS: 00010046
[    2.345696] Call Trace:
[    2.345698]  <IRQ>
[    2.345700]  ? __die+0x23/0x70
[    2.345702]  edu_irq+0x5c/0x90 [edu]
[    2.345704]  __handle_irq_event_percpu+0x4a/0x190
[    2.345706]  </IRQ>
[    2.345708] Modules linked in: edu(OE) 9p(E)
[    2.345710] CR2: 0000000000000008
[    2.345712] ---[ end trace 0000000000000000 ]---
[    2.345714] edu 0000:00:05.0: dma timeout, status 0x1`;

export const oops: Finding = {
  kind: 'null-deref',
  title: 'BUG: kernel NULL pointer dereference in edu_dma_done',
  fingerprint: 'null-deref:edu_dma_done',
  line: 812,
  source: { file: 'driver/edu.c', line: 214 },
  report: oopsReport,
};

/** A cell that booted; its id follows from kernel and machine. */
export function cell(kernel: string, machine: string, changes: Partial<CellResult> = {}): CellResult {
  return {
    id: `${kernel.replace(':', '-')}-${machine}`,
    kernel: { spec: kernel, release: `${kernel.replace('debian:', '')}.0-1-amd64`, sha256: 'a'.repeat(64) },
    machine: { name: machine, args: machine === 'big' ? ['-m', '512', '-smp', '2'] : ['-m', '256', '-smp', '1'] },
    arch: 'x86_64',
    qemu: { version: '11.1.3', sha256: 'b'.repeat(64) },
    boot: { outcome: 'not-needed', durationMs: 0, findings: [] },
    ...changes,
  };
}

/** A build that a compiler refused: the first error is in a header of the kernel. */
export function failedBuild(cellId: string): BuildResult {
  return {
    suite: 'edu',
    outcome: 'failed',
    log: `${cellId}/edu/build.log`,
    errors: 2,
    warnings: 1,
    messages: [
      { severity: 'error', file: 'include/linux/pci.h', line: 7, text: "expected ';'" },
      { severity: 'error', file: 'driver/edu.c', line: 12, text: "'frob' undeclared" },
      { severity: 'warning', file: 'driver/edu.c', line: 14, text: 'unused variable' },
    ],
  };
}

/** A test that could not run because of it. */
export function unbuilt(id: string, cellId: string): TestResult {
  const { console: _, ...rest } = test(id, cellId, {
    outcome: 'error',
    ok: false,
    reason: "include/linux/pci.h:7: error: expected ';'\nthe modules in /w/driver did not build",
    startMs: null,
    durationMs: 0,
    stages: [],
    buildLog: `${cellId}/edu/build.log`,
  });
  return rest;
}

/** A test that passed in 2.4 s; `changes` make it what a case needs. */
export function test(id: string, cellId: string, changes: Partial<TestResult> = {}): TestResult {
  const directory = `${cellId}/${id}`;
  return {
    id,
    cell: cellId,
    description: '',
    outcome: 'pass',
    ok: true,
    expected: 'pass',
    reason: 'run exited with status 0',
    start: 'cold',
    startReason: 'requested with --start cold',
    startMs: 2100,
    durationMs: 2400,
    stages: [{ name: 'run', exitStatus: 0, durationMs: 250, log: `${directory}/logs/run` }],
    findings: [],
    subtests: [],
    artifacts: [],
    console: `${directory}/console.log`,
    notes: [],
    shell: `qemu-driver-test shell examples/${id} --kernel debian:6.12 --machine 'small=-m 256 -smp 1'`,
    reproduce: `qemu-driver-test run examples/edu --test ${id} --kernel debian:6.12 --machine 'small=-m 256 -smp 1'`,
    ...changes,
  };
}

/** A crash that was not expected. */
export function crash(id: string, cellId: string, changes: Partial<TestResult> = {}): TestResult {
  const stages = [{ name: 'run', exitStatus: null, durationMs: 250, log: `${cellId}/${id}/logs/run` }] as const;
  return test(id, cellId, {
    outcome: 'crash',
    ok: false,
    reason: `the kernel reported: ${oops.title}`,
    findings: [oops],
    stages,
    ...changes,
  });
}

/** A device model with a fault that hit and one that did not, which then showed a bug of its own. */
export const faultyDevice: DeviceResult = {
  id: 'edu0',
  model: 'edu',
  faults: [
    {
      id: 'dma-fail',
      text: 'dma-fail nth=2',
      fired: 1,
      counted: 3,
      isCleared: false,
      first: { atUs: 81_000_000, access: 'DMA write of 4096 bytes to 0x1000' },
      last: { atUs: 81_000_000, access: 'DMA write of 4096 bytes to 0x1000' },
    },
    { id: 'late', text: 'irq-drop id=late nth=9', fired: 0, counted: 4, isCleared: true },
  ],
  crash: {
    during: 'write of DMA_COMMAND',
    message: "TypeError: Cannot read properties of undefined (reading 'length')",
    stack:
      "TypeError: Cannot read properties of undefined (reading 'length')\n    at startTransfer " +
      '(/suite/devices/edu.ts:41:23)\n    at Object.write (/suite/devices/edu.ts:29:7)',
  },
};

/** What a suite used of a model, which is not all of it. */
export const eduHardware: HardwareResult = {
  suite: 'edu',
  model: 'edu',
  machines: 4,
  coverage: {
    registers: {
      ID: { reads: 8, writes: 0, fields: {} },
      CONTROL: {
        reads: 0,
        writes: 6,
        fields: {
          START: { reads: 0, writtenZero: 2, writtenNonZero: 4 },
          RESET: { reads: 0, writtenZero: 6, writtenNonZero: 0 },
        },
      },
      STATUS: { reads: 0, writes: 0, fields: { BUSY: { reads: 0, writtenZero: 0, writtenNonZero: 0 } } },
    },
    interrupts: { done: 4, error: 0 },
    dma: { reads: 2, writes: 1, bytes: 12_288 },
    unmapped: 0,
  },
};

export function results(
  cells: readonly CellResult[],
  tests: readonly TestResult[],
  changes: Partial<Results> = {},
): Results {
  return {
    schema: 'qemu-driver-test/results/1',
    tool: { version: '0.1.0' },
    startedAt: '2026-03-04T05:06:07.890Z',
    durationMs: 19_000,
    exitStatus: tests.every(({ ok }) => ok) ? 0 : 1,
    host: { accelerator: 'tcg', acceleratorReason: 'no /dev/kvm', cpus: 2, memoryMiB: 4096 },
    cells,
    tests,
    totals: countTotals(tests),
    ...changes,
  };
}

/** Every field is there, every list has an entry: what the schema has to accept. */
export const completeResults = results(
  [
    cell('debian:6.12', 'small', {
      boot: { outcome: 'ok', durationMs: 2300, findings: [oops] },
      builds: [failedBuild('debian-6.12-small')],
    }),
  ],
  [
    crash('edu/dma', 'debian-6.12-small', {
      buildLog: 'debian-6.12-small/edu/build.log',
      stages: [
        { name: 'setup', exitStatus: 0, durationMs: 10, log: 'debian-6.12-small/edu/dma/logs/setup' },
        { name: 'run', exitStatus: null, durationMs: 250, log: 'debian-6.12-small/edu/dma/logs/run' },
      ],
      subtests: [{ name: 'reads', status: 'skip', reason: 'no DMA' }],
      artifacts: ['debian-6.12-small/edu/dma/artifacts/dump.bin'],
      notes: ['console.log: 3 MB left out'],
      postMortem: {
        files: ['debian-6.12-small/edu/dma/postmortem/registers.txt'],
        whereabouts: ['CPU 0 in edu_poll+0x12 [edu], interrupts off'],
      },
      timeline: 'debian-6.12-small/edu/dma/timeline.jsonl',
      devices: [faultyDevice],
      coverage: [{ file: 'driver/edu.c', lines: '1-3,9' }],
    }),
    test('edu/unborn', 'debian-6.12-small', {
      outcome: 'error',
      ok: false,
      startMs: null,
      stages: [],
      subtests: [{ name: 'x', status: 'pass' }],
    }),
  ],
  {
    shard: { index: 1, count: 2, plan: 'c'.repeat(64), tests: 4 },
    merged: { from: 2, missing: ['shard 2 of 2'], notes: ['a cell differs'] },
    hardware: [eduHardware],
    coverage: {
      lines: 5,
      reached: 4,
      onlyByFaults: 1,
      files: [
        {
          file: 'driver/edu.c',
          coverable: '1-4,9',
          source: 'coverage/source/driver/edu.c',
          lines: 5,
          reached: 4,
          onlyByFaults: 1,
          ran: '1-3',
          ranOnlyByFaults: '9',
        },
      ],
      notMeasured: [{ cell: 'debian-6.12-small', suite: 'other', reason: 'the modules did not build for coverage' }],
    },
  },
) satisfies Results;
