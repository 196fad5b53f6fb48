import { besideOthers } from './beside-others.ts';
import type { RoundTrips } from './bus-latency.ts';
import type { DeviceLatency } from './device-latency.ts';
import { type HelperCost, helpersHeading, helperText } from './helpers.ts';
import type { ManyTests } from './many-tests.ts';
import { duration, mebibytes, microseconds, table, times } from './markdown.ts';
import type { CloneMemory, RunMemory } from './memory.ts';
import { otherBuses } from './other-buses.ts';
import type { PhaseRow } from './phase-table.ts';
import type { VersionFigures } from './release.ts';
import type { StartUp } from './start-up.ts';
import type { Spread } from './statistics.ts';
import { type SweepTime, sweptFaults } from './sweep.ts';
import { targets, type Figures, type Target } from './targets.ts';
import type { BesideVirtmeNg } from './virtme-ng.ts';

/** One way of starting a machine, over all rounds, in milliseconds. */
export interface StartRow {
  readonly way: string;
  /** Undefined: not measured. */
  readonly toFirstStage: Spread | undefined;
  readonly toGone: Spread;
}

/** All results of one run of the benchmark. */
export interface Findings {
  readonly conditions: {
    readonly rounds: number;
    readonly cpus: number;
    readonly qemuVersion: string;
    readonly kernelRelease: string;
    readonly templateBootMs: number;
    readonly provisionMs: number;
  };
  /** The slowest first. */
  readonly starts: readonly StartRow[];
  /** A clone with everything around it: from no results directory to one with the evidence. */
  readonly cloneWall: Spread;
  /** Processor time of our process per test. */
  readonly ownCpu: Spread;
  readonly startUp: StartUp;
  readonly warmRun: Spread;
  readonly many: readonly ManyTests[];
  readonly sweep: SweepTime;
  readonly callSweep: SweepTime;
  /** The least first. */
  readonly helpers: readonly HelperCost[];
  /** The oldest first. */
  readonly versions: readonly VersionFigures[];
  readonly virtmeNg: BesideVirtmeNg | undefined;
  /** The fastest first. */
  readonly devices: readonly DeviceLatency[];
  /** Of USB, then of I2C. */
  readonly buses: readonly RoundTrips[];
  readonly cloneMemory: readonly CloneMemory[];
  readonly runMemory: readonly RunMemory[];
  readonly phases: readonly PhaseRow[];
}

/** The text of `docs/benchmarks.md`. The section on KVM is what another command has written there. */
export function renderPage(findings: Findings, figures: Figures, onKvm?: string): string {
  const sections = [
    ['# Benchmarks', introduction(findings)],
    ['## Targets', targetTable(targets(figures))],
    ['## One trivial test: cold, as a clone, and the floor', startTable(findings.starts), aboutTheFloor],
    ['## Many trivial tests', manyTable(findings.many), aboutManyTests],
    ['## A sweep', aboutSweep(findings.sweep, findings.callSweep)],
    [helpersHeading, helperText(findings.helpers)],
    besideOthers(findings.versions, findings.virtmeNg),
    ['## Before the first test', startUpTable(findings.startUp)],
    ['## A run of one test, everything warm', warmRunTable(findings.warmRun), aboutWarmRun],
    ['## Device models', deviceTable(findings.devices), aboutDevices],
    otherBuses(findings.buses),
    [
      '## Memory',
      cloneMemoryTable(findings.cloneMemory),
      aboutCloneMemory,
      runMemoryTable(findings.runMemory),
      aboutRunMemory,
    ],
    ['## Where the milliseconds of a clone go', phaseRows(findings.phases), aboutPhases(findings.ownCpu)],
    onKvm === undefined ? [] : [onKvm],
  ];
  return `${sections.flat().join('\n\n')}\n`;
}

function introduction({
  conditions: { rounds, cpus, qemuVersion, kernelRelease, templateBootMs, provisionMs },
}: Findings): string {
  return [
    `Written by \`npm run bench\`, in one run of ${rounds} ${rounds === 1 ? 'round' : 'rounds'}. Each round ` +
      'measures everything once, so that other load',
    'on the host affects all figures alike.',
    `TCG (software emulation), QEMU ${qemuVersion}, Linux ${kernelRelease}, q35, 256 MiB, 1 CPU; a host with ` +
      `${cpus} CPUs.`,
    'Times are medians, with the minimum in brackets. They depend on the host; the ratios are what matters.',
    `With a warm store, QEMU, kernel and initramfs are ready after ${duration(provisionMs)}. The machine that the ` +
      `clones`,
    `start from took ${duration(templateBootMs)} to boot, once.`,
  ].join('\n');
}

function targetTable(all: readonly Target[]): string {
  return table(
    ['', 'target', 'measured', 'reached'],
    all.map(({ what, wanted, found, isReached }) => [what, wanted, found, isReached ? 'yes' : '**no**']),
  );
}

function startTable(starts: readonly StartRow[]): string {
  const [slowest] = starts;
  if (slowest === undefined) throw new Error('expected at least one way of starting a machine, found none');
  const spread = (found: Spread | undefined): string =>
    found === undefined ? '–' : `${duration(found.median)} (${duration(found.least)})`;
  return table(
    ['start', ' launch to first stage', ' launch to end of QEMU', ' faster than bzImage'],
    starts.map(({ way, toFirstStage, toGone }) => [
      way,
      spread(toFirstStage),
      spread(toGone),
      times(slowest.toGone.median / toGone.median),
    ]),
  );
}

const aboutTheFloor = [
  'The test is one stage, `exit 0`. In a run of five tests or more, most clones are copies of one process',
  '([how](decisions/2026-12-01-fork-server.md)), which is prepared before the clock starts. The floor',
  '(`scripts/bench/floor.ts`) is the least work that runs this test in a restored clone: the same QEMU with the same',
  'arguments is restored from the same state. The same commands go to the same agent, all at once and without waiting',
  'for answers. The clock stops when the process has ended. The floor has its folder before the clock starts. It does',
  'not supervise, watch, judge or keep anything. “QEMU alone” is what no guest can change: QEMU is started, restores',
  'the guest, and is ended as soon as that runs.',
].join('\n');

function manyTable(many: readonly ManyTests[]): string {
  return table(
    ['start', ' tests', ' at a time', ' whole command', ' per test', ' tests per minute', ' our peak memory'],
    many.map(({ start, tests, jobs, wallMs, peakKiB }) => [
      start,
      String(tests),
      String(jobs),
      duration(wallMs),
      duration(wallMs / tests),
      (tests / (wallMs / 60_000)).toFixed(0),
      mebibytes(peakKiB),
    ]),
  );
}

const aboutManyTests = [
  'This is the whole command, `qemu-driver-test run SUITE --start … --jobs …`, as users run it: from the command line,',
  "through the cell's own boot, to the results on disk. Cold starts are measured with fewer tests, because " +
    'they take so',
  "long. “Per test” is the time of the whole command divided by the number of tests, so the cell's own boot " +
    'weighs more',
  'in short runs.',
].join('\n');

function deviceTable(devices: readonly DeviceLatency[]): string {
  const [quickest] = devices;
  if (quickest === undefined) throw new Error('expected at least one device, found none');
  const spread = ({ median, least }: Spread, to: Spread): string =>
    `${microseconds(median)} (${microseconds(least)})${median === to.median ? '' : `, ${times(median / to.median)}`}`;
  return table(
    ['device', ' MMIO read', ' reads per second', ' MMIO write', ' doorbell to handler'],
    devices.map(({ device, readUs, writeUs, interruptUs }) => [
      device,
      spread(readUs, quickest.readUs),
      (1_000_000 / readUs.median).toFixed(0),
      spread(writeUs, quickest.writeUs),
      spread(interruptUs, quickest.interruptUs),
    ]),
  );
}

const aboutDevices = [
  "One driver in the guest (`scripts/bench/edu-latency`) measures both devices by turns, in clones. QEMU's " +
    'own `edu` is',
  'a function call away from the processor. The model (`examples/edu-ts`) runs in the process of the ' +
    'models: each access',
  'is a message and an answer over a socket. The doorbell is a write that requests an',
  'interrupt (MSI); the time ends at the first instruction of the handler. A write also waits for its ' +
    'answer, so that a',
  'test on the host sees what the driver has done.',
].join('\n');

function cloneMemoryTable(memory: readonly CloneMemory[]): string {
  return table(
    ['one clone of 256 MiB', ' its own pages', ' all private pages'],
    memory.map(({ when, pages }) => [when, mebibytes(pages.anonymousKiB), mebibytes(pages.privateKiB)]),
  );
}

const aboutCloneMemory = [
  "These are pages of QEMU's process, from the kernel's `smaps_rollup`. Its own pages are the anonymous ones: heap,",
  "translations, and what it has written to the guest's memory. All private pages (Private_Clean and " +
    'Private_Dirty) also',
  "include pages of the template's memory that no other clone is using at that moment.",
].join('\n');

function runMemoryTable(memory: readonly RunMemory[]): string {
  return table(
    ['tests in one run', ' our peak memory'],
    memory.map(({ tests, peakKiB }) => [String(tests), mebibytes(peakKiB)]),
  );
}

const aboutRunMemory = [
  'Two tests at a time, on simulated machines (`test/fake-qemu`), with everything that a real run does around them,',
  'including the results on disk. The program is bundled as users have it.',
].join('\n');

function phaseRows(phases: readonly PhaseRow[]): string {
  return table(
    ['step', ' took', ' since the start'],
    phases.map(({ name, tookMs, atMs }) => [name, duration(tookMs), duration(atMs)]),
  );
}

function aboutSweep({ points, jobs, wallMs, peakKiB }: SweepTime, calls: SweepTime): string {
  return [
    `${points} points of \`edu\` (the model of \`examples/edu-ts\`, the driver of \`examples/edu\`), ` +
      `${jobs} at a time: ${duration(wallMs)},`,
    `${duration(wallMs / points)} per point, ${mebibytes(peakKiB)} at most. This is the whole command, ` +
      'with the run that counts. There are',
    `${sweptFaults} faults at each of ${points / sweptFaults} reads, and the driver notices none of them. ` +
      'Each point loads the driver, reads, and',
    'unloads it.',
    '',
    `${calls.points} points over calls of the same driver, with the device of QEMU: ${duration(calls.wallMs)}, ` +
      `${duration(calls.wallMs / calls.points)} per point. Each`,
    'loads the driver, reads from it once, and unloads it; one call has failed.',
  ].join('\n');
}

function startUpTable({ help, planned }: StartUp): string {
  const row = (what: string, { median, least }: Spread): readonly string[] => [
    what,
    `${duration(median)} (${duration(least)})`,
  ];
  return table(
    ['', ' from the start of the process'],
    [
      row('`--help`, until the process has ended', help),
      row('the Action, until it has told the runner what it has planned', planned),
    ],
  );
}

function warmRunTable({ median, least }: Spread): string {
  return table(
    ['', ' from the start of the process to its end'],
    [['`run`', `${duration(median)} (${duration(least)})`]],
  );
}

const aboutWarmRun = [
  'One test of `examples/edu`, which loads the driver, from the command line to the reports on disk. The kernel, the',
  'built module and the booted machine are those of an earlier run.',
].join('\n');

function aboutPhases(ownCpu: Spread): string {
  return [
    'Each value is the median of its own step, so the columns do not add up exactly. Our process used',
    `${duration(ownCpu.median)} of processor time per test.`,
    '',
    'The commands to the agent are one batch, which is sent before the guest runs. A step ends with the answer of the',
    'agent. Most of the time inside the guest, QEMU translates code that runs for the first time in this process. The',
    "guest's memory is warm, but its translation is not. So a clone gets faster only by executing less code.",
  ].join('\n');
}
