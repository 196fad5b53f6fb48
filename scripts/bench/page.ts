import type { DeviceLatency } from './device-latency.ts';
import type { ManyTests } from './many-tests.ts';
import { duration, mebibytes, microseconds, table, times } from './markdown.ts';
import type { CloneMemory, RunMemory } from './memory.ts';
import type { PhaseRow } from './phase-table.ts';
import type { Spread } from './statistics.ts';
import { targets, type Figures, type Target } from './targets.ts';

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
  readonly many: readonly ManyTests[];
  /** The fastest first. */
  readonly devices: readonly DeviceLatency[];
  readonly cloneMemory: readonly CloneMemory[];
  readonly runMemory: readonly RunMemory[];
  readonly phases: readonly PhaseRow[];
}

/** The text of `docs/benchmarks.md`. */
export function renderPage(findings: Findings, figures: Figures): string {
  const sections = [
    ['# Benchmarks', introduction(findings)],
    ['## What it must reach', targetTable(targets(figures))],
    ['## One trivial test: cold, as a clone, and the floor', startTable(findings.starts), aboutTheFloor],
    ['## Many trivial tests', manyTable(findings.many), aboutManyTests],
    ['## Device models', deviceTable(findings.devices), aboutDevices],
    [
      '## Memory',
      cloneMemoryTable(findings.cloneMemory),
      aboutCloneMemory,
      runMemoryTable(findings.runMemory),
      aboutRunMemory,
    ],
    ['## Where the milliseconds of a clone go', phaseRows(findings.phases), aboutPhases(findings.ownCpu)],
  ];
  return `${sections.flat().join('\n\n')}\n`;
}

function introduction({
  conditions: { rounds, cpus, qemuVersion, kernelRelease, templateBootMs, provisionMs },
}: Findings): string {
  return [
    `Written by \`npm run bench\`, all in one run: ${rounds} ${rounds === 1 ? 'round' : 'rounds'} in which ` +
      'everything takes its turn, so that what else the host does hits all alike.',
    `TCG (software emulation), QEMU ${qemuVersion}, Linux ${kernelRelease}, q35, 256 MiB, 1 CPU; a host with ` +
      `${cpus} CPUs.`,
    `Times are medians, with the least in brackets; they depend on the host, the ratios are the point.`,
    `With a warm store, QEMU, kernel and initramfs are provided in ${duration(provisionMs)}; the machine ` +
      `that the clones started from took ${duration(templateBootMs)} to boot, once.`,
  ].join('\n');
}

function targetTable(all: readonly Target[]): string {
  return table(
    ['', 'wanted', 'found', 'reached'],
    all.map(({ what, wanted, found, isReached }) => [what, wanted, found, isReached ? 'yes' : '**no**']),
  );
}

function startTable(starts: readonly StartRow[]): string {
  const [slowest] = starts;
  if (slowest === undefined) throw new Error('expected at least one way of starting a machine, found none');
  const spread = (found: Spread | undefined): string =>
    found === undefined ? '–' : `${duration(found.median)} (${duration(found.least)})`;
  return table(
    ['start', ' launch to first stage', ' launch to machine gone', ' faster than bzImage'],
    starts.map(({ way, toFirstStage, toGone }) => [
      way,
      spread(toFirstStage),
      spread(toGone),
      times(slowest.toGone.median / toGone.median),
    ]),
  );
}

const aboutTheFloor = [
  'The test is one stage, `exit 0`. The floor (`scripts/bench/floor.ts`) is the least that has this test run ' +
    'in a clone: the same QEMU with the',
  'same arguments, restored from the same state, and the same words to the same agent, written all at once, ' +
    'no answer waited for, until the',
  'process is gone. It has its folder before the clock starts, and supervises, watches, judges and keeps nothing.',
].join('\n');

function manyTable(many: readonly ManyTests[]): string {
  return table(
    ['start', ' tests', ' at a time', ' whole command', ' a test', ' tests a minute', ' peak memory of our process'],
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
  'The whole command, `qemu-driver-test run SUITE --start … --jobs …`, as users run it: from the command ' +
    "line through the cell's own boot to the",
  'results on disk. Cold starts are measured with fewer tests, because they take so long; “a test” is the ' +
    'whole command divided by its tests, so',
  "that the cell's own boot weighs more in the short runs.",
].join('\n');

function deviceTable(devices: readonly DeviceLatency[]): string {
  const [quickest] = devices;
  if (quickest === undefined) throw new Error('expected at least one device, found none');
  const spread = ({ median, least }: Spread, to: Spread): string =>
    `${microseconds(median)} (${microseconds(least)})${median === to.median ? '' : `, ${times(median / to.median)}`}`;
  return table(
    ['device', ' MMIO read', ' reads a second', ' MMIO write', ' doorbell to handler'],
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
  "Measured in the guest by one driver (`scripts/bench/edu-latency`) on both, by turns, in clones: QEMU's " +
    'own `edu`, which is a function call away',
  'from the processor, and the model of it (`examples/edu-ts`) in the process of the models, to which every ' +
    'access is a message and an answer, both by way of the relay that it has for its interrupt line.',
  'The doorbell is a write that asks for an interrupt (MSI); the handler is there at its first instruction. ' +
    'A write waits for its answer, too,',
  'so that a test sees on the host what the driver has done.',
].join('\n');

function cloneMemoryTable(memory: readonly CloneMemory[]): string {
  return table(
    ['one clone of 256 MiB', ' its own', ' private pages in all'],
    memory.map(({ when, pages }) => [when, mebibytes(pages.anonymousKiB), mebibytes(pages.privateKiB)]),
  );
}

const aboutCloneMemory = [
  "Pages of QEMU's process, from the kernel's `smaps_rollup`: its own are the anonymous ones (heap, " +
    'translations, what it has written of the',
  "guest's memory); private in all (Private_Clean and Private_Dirty) adds pages of the template's memory " +
    'that no other clone has read just now.',
].join('\n');

function runMemoryTable(memory: readonly RunMemory[]): string {
  return table(
    ['tests in one run', ' peak memory of our process'],
    memory.map(({ tests, peakKiB }) => [String(tests), mebibytes(peakKiB)]),
  );
}

const aboutRunMemory =
  'Two at a time, on simulated machines (`test/fake-qemu`), with everything that a real run does around ' +
  'them, results on disk included.';

function phaseRows(phases: readonly PhaseRow[]): string {
  return table(
    ['step', ' took', ' since the beginning'],
    phases.map(({ name, tookMs, atMs }) => [name, duration(tookMs), duration(atMs)]),
  );
}

function aboutPhases(ownCpu: Spread): string {
  return [
    'Medians of each step for itself, so that they do not add up exactly. Our process itself used ' +
      `${duration(ownCpu.median)} of processor time a test.`,
    'The commands to the agent are one batch that is on its way before the guest runs; a step ends with the ' +
      "agent's answer to it.",
    'Most of the time inside the guest is QEMU translating code that runs for the first time in this ' +
      "process: the guest's own memory is warm,",
    'its translation is not. What a clone does not have to execute is therefore what makes it faster.',
  ].join('\n');
}
