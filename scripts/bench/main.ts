// npm run bench [-- ROUNDS]: measures everything that the documentation claims about speed and memory, in one run, and
// writes it to docs/benchmarks.md. Needs Node 24, which runs TypeScript directly and is among the devDependencies.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { measureBuses } from './bus-latency.ts';
import { measureDevices, type DeviceLatency } from './device-latency.ts';
import { buildDistribution } from './distribution.ts';
import { runFloor, runQemuAlone } from './floor.ts';
import { helperRatio, measureHelpers } from './helpers.ts';
import { measureManyTests, type ManyTests } from './many-tests.ts';
import { measureClone, measureRuns, type RunMemory } from './memory.ts';
import { runOnce, type OneTest } from './one-test.ts';
import { renderPage, type Findings, type StartRow } from './page.ts';
import { phaseTable } from './phase-table.ts';
import { measureVersions } from './release.ts';
import { kvmHeading, sectionOf } from './section.ts';
import { measureStartUp } from './start-up.ts';
import { spreadOf } from './statistics.ts';
import { prepareSubject, type Subject } from './subject.ts';
import { measureCallSweep, measureSweep } from './sweep.ts';
import type { Figures } from './targets.ts';
import { writeTrivialSuite } from './trivial-suite.ts';
import { measureVirtmeNg } from './virtme-ng.ts';
import { measureWarmRuns } from './warm-run.ts';

const rounds = Number(process.argv[2] ?? 4);
/** Clones are quick and described in most detail, so each round has several, alternating with the floor. */
const clonesARound = 4;
const cloneTests = 100;
const coldTests = 10;
const sweptPoints = 200;
const versionRounds = 2;
const helperRounds = 2;
const runLengths = [10, 100, 1000];

const root = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'qdt-bench-'));
try {
  const findings = await measure();
  const path = join(root, 'docs/benchmarks.md');
  const page = renderPage(findings, figuresOf(findings), sectionOf(readFileSync(path, 'utf8'), kvmHeading));
  writeFileSync(path, page);
  process.stdout.write(page);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function measure(): Promise<Findings> {
  tell('booting the template');
  using subject = await prepareTrivial();
  const samples = await measureStarts(subject);
  tell('memory of a clone');
  const cloneMemory = await measureClone(subject, scratch);
  tell(`${cloneTests} clones and ${coldTests} cold starts, one and two at a time`);
  const dist = await buildDistribution(root, scratch);
  const many = await measureManyTests({ scratch, dist, cloneTests, coldTests });
  tell(`${sweptPoints} points of a sweep`);
  const sweep = await measureSweep({ root, scratch, dist, points: sweptPoints });
  const callSweep = await measureCallSweep({ root, scratch, dist });
  tell('the helper for calls, the ledger and coverage');
  const helpers = await measureHelpers({ root, scratch, dist, rounds: helperRounds });
  tell('release 0.1.0 and this version');
  const versions = await measureVersions({ root, scratch, dist, rounds: versionRounds });
  tell('virtme-ng');
  const virtmeNg = await measureVirtmeNg(subject, { scratch, dist, rounds });
  tell('start-up');
  const startUp = await measureStartUp(root, scratch);
  tell('a run of one test, everything warm');
  const warmRun = await measureWarmRuns({ root, scratch, dist });
  tell('devices: one of QEMU, one of ours');
  const devices = await measureDevices({ root, scratch, dist, rounds });
  tell('devices on other buses');
  const buses = await measureBuses({ root, scratch, dist, rounds });
  tell(`memory of runs of ${runLengths.join(', ')} tests`);
  const runMemory = await measureRuns(runLengths, { root, scratch });
  const { qemu, kernel } = subject.supplies;
  return {
    conditions: {
      rounds,
      cpus: availableParallelism(),
      qemuVersion: qemu.version,
      kernelRelease: kernel.release,
      templateBootMs: subject.templateBootMs,
      provisionMs: subject.provisionMs,
    },
    starts: startRows(samples),
    cloneWall: spreadOf(samples.clone.map(({ wallMs }) => wallMs)),
    ownCpu: spreadOf(samples.clone.map(({ ownCpuMs }) => ownCpuMs)),
    startUp,
    warmRun,
    many,
    sweep,
    callSweep,
    helpers,
    versions,
    virtmeNg,
    devices,
    buses,
    cloneMemory,
    runMemory,
    phases: phaseTable(samples.clone.map(({ marks }) => marks)),
  };
}

/** A trivial test, and machines that are ready to be restored and copied. */
async function prepareTrivial(): Promise<Subject> {
  const suiteDirectory = writeTrivialSuite(scratch, 1);
  return await prepareSubject({ suiteDirectory, guestDirectory: join(root, 'guest'), scratch, withCopies: true });
}

interface Samples {
  readonly bzImage: OneTest[];
  readonly cold: OneTest[];
  readonly clone: OneTest[];
  readonly copy: OneTest[];
  readonly floorMs: number[];
  readonly qemuAloneMs: number[];
}

/** The first clone and the first floor fill the page cache, so they do not count. */
async function measureStarts(subject: Subject): Promise<Samples> {
  const samples: Samples = { bzImage: [], cold: [], clone: [], copy: [], floorMs: [], qemuAloneMs: [] };
  await runOnce(subject, 'clone', scratch);
  await runOnce(subject, 'copy', scratch);
  await runFloor(subject, scratch);
  for (let round = 1; round <= rounds; round++) {
    tell(`starts, round ${round} of ${rounds}`);
    samples.bzImage.push(await runOnce(subject, 'bzImage', scratch));
    samples.cold.push(await runOnce(subject, 'cold', scratch));
    for (let clone = 0; clone < clonesARound; clone++) {
      samples.clone.push(await runOnce(subject, 'clone', scratch));
      samples.copy.push(await runOnce(subject, 'copy', scratch));
      samples.floorMs.push((await runFloor(subject, scratch)).durationMs);
      samples.qemuAloneMs.push((await runQemuAlone(subject, scratch)).durationMs);
    }
  }
  return samples;
}

function startRows({ bzImage, cold, clone, copy, floorMs, qemuAloneMs }: Samples): readonly StartRow[] {
  const row = (way: string, tests: readonly OneTest[]): StartRow => ({
    way,
    toFirstStage: spreadOf(tests.map(({ startMs }) => startMs)),
    toGone: spreadOf(tests.map(({ durationMs }) => durationMs)),
  });
  return [
    row('plain bzImage', bzImage),
    row('cold: extracted ELF', cold),
    row('clone, restored', clone),
    row('clone, copied', copy),
    { way: 'the floor of a restored clone', toFirstStage: undefined, toGone: spreadOf(floorMs) },
    { way: 'QEMU alone', toFirstStage: undefined, toGone: spreadOf(qemuAloneMs) },
  ];
}

/** The figures for the targets. */
function figuresOf(findings: Findings): Figures {
  const { starts, cloneWall, ownCpu, startUp, warmRun, many, sweep, callSweep, helpers, versions, devices } = findings;
  const { buses, runMemory } = findings;
  const [bzImageMs, coldMs, cloneMs, copyMs, floorMs, qemuAloneMs] = starts.map(({ toGone }) => toGone.median);
  const hundred = many.find(({ start, jobs }: ManyTests) => start === 'clone' && jobs === 2);
  const [fewest, most]: readonly (RunMemory | undefined)[] = [runMemory[0], runMemory.at(-1)];
  const [released, current, later] = versions;
  const model: DeviceLatency | undefined = devices.at(-1);
  const [usb, i2c] = buses;
  if (
    bzImageMs === undefined ||
    coldMs === undefined ||
    cloneMs === undefined ||
    copyMs === undefined ||
    floorMs === undefined ||
    qemuAloneMs === undefined ||
    hundred === undefined ||
    fewest === undefined ||
    most === undefined ||
    released === undefined ||
    current === undefined ||
    later === undefined ||
    model === undefined ||
    usb === undefined ||
    i2c === undefined
  ) {
    throw new Error('something that has a target was not measured');
  }
  return {
    bzImageMs,
    coldMs,
    cloneMs,
    copyMs,
    cloneWallMs: cloneWall.median,
    floorMs,
    qemuAloneMs,
    ownCpuMs: ownCpu.median,
    hundredTestsMs: hundred.wallMs,
    sweepMs: sweep.wallMs,
    callSweepMs: (callSweep.wallMs / callSweep.points) * sweptPoints,
    helperRatio: helperRatio(helpers),
    cloneShare: current.cloneMs.median / released.cloneMs.median,
    hundredTestsShare: current.hundredMs.median / released.hundredMs.median,
    laterHundredShare: later.hundredMs.median / released.hundredMs.median,
    peakKiBOfTen: fewest.peakKiB,
    peakKiBOfThousand: most.peakKiB,
    helpMs: startUp.help.median,
    plannedMs: startUp.planned.median,
    warmRunMs: warmRun.median,
    modelInterruptUs: model.interruptUs.median,
    modelReadUs: model.readUs.median,
    usbRoundTripUs: usb.us.median,
    i2cRoundTripUs: i2c.us.median,
  };
}

/** Progress goes to standard error; the page goes to standard output. */
function tell(what: string): void {
  process.stderr.write(`${what}\n`);
}
