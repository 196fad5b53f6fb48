import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { countPoints, type PointOutcome, type SweepResult } from '../../src/results/sweep-result.ts';
import { runCli, suites } from './cli.ts';
import { lineWithMark } from './marked-line.ts';

// Every night: a fault at each access of a driver, on every bus but PCI, which sweep.test.ts has.

const suite = join(suites, 'bus-sweeps');
const pointsOfBus = 60;

interface Sweep {
  readonly stdout: string;
  readonly points: SweepResult['points'];
  /** Such as `32 absorbed, 30 reported`. */
  readonly counts: string;
}

async function sweep(test: string, faults: readonly string[]): Promise<Sweep> {
  const directory = mkdtempSync(join(tmpdir(), 'qdt-bus-sweep-'));
  try {
    const out = join(directory, 'out');
    // Evenly spaced ones, where the test makes more accesses.
    const most = String(Math.ceil(pointsOfBus / faults.length));
    const words = ['--max-points', most, '--kernel', 'debian:6.12', '--accel', 'tcg', '--jobs', '2', '--out', out];
    const { stdout, stderr } = await runCli([
      'sweep',
      join(suite, test),
      ...faults.flatMap((fault) => ['--fault', fault]),
      ...words,
    ]);
    const { points } = readSweep(join(out, 'sweep.json'), `${stdout}\n${stderr}`);
    const counts = Object.entries(countPoints(points)).filter(([, count]) => count > 0);
    return { stdout, points, counts: counts.map(([outcome, count]) => `${count} ${outcome}`).join(', ') };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function readSweep(path: string, output: string): SweepResult {
  try {
    // Written by the run above.
    return JSON.parse(readFileSync(path, 'utf8')) as SweepResult;
  } catch (error) {
    throw new Error(`the sweep has no results:\n${output}`, { cause: error });
  }
}

interface Row {
  readonly faults: readonly string[];
  /** What a driver without a mistake makes of these faults. */
  readonly good: readonly PointOutcome[];
}

const rows: Readonly<Record<string, Row>> = {
  // A stall is an error at once, also for the kernel while it enumerates the device, which it then tries again.
  usb: { faults: ['stall', 'short'], good: ['absorbed', 'reported'] },
  // Nobody but the two ends can notice, so these ask again.
  serial: { faults: ['drop', 'corrupt mask=0x01'], good: ['absorbed'] },
  link: { faults: ['drop', 'corrupt byte=22'], good: ['absorbed', 'missed'] },
  can: { faults: ['drop', 'error-frame what=crc direction=out'], good: ['absorbed'] },
  // The kernel tries again after a lost arbitration, and the driver reports all else.
  i2c: { faults: ['nak', 'bus-error', 'arbitration-lost'], good: ['absorbed', 'reported'] },
  spi: { faults: ['bus-error'], good: ['reported'] },
  gpio: { faults: ['line-bounce times=3 apart=1ms'], good: ['absorbed'] },
  platform: { faults: ['read-ones', 'write-ignore', 'irq-drop'], good: ['absorbed', 'reported'] },
};

it.each(Object.entries(rows))('each access of a good driver on %s may fail', async (bus, row) => {
  const { points, counts, stdout } = await sweep(bus, row.faults);
  console.info(`${bus}: ${counts}`);
  const bad = points.filter(({ outcome }) => !row.good.includes(outcome));
  expect(
    bad.map(({ fault, nth, access, outcome, why }) => `${fault} ${nth}: ${access} ${outcome}: ${why}`),
    counts,
  ).toEqual([]);
  expect(points.length, stdout).toBeGreaterThanOrEqual(50);
  expect(new Set(points.map(({ fault }) => fault)).size).toBe(row.faults.length);
});

it('a driver that trusts its I2C device is found out, with its line and in the words of its test', async () => {
  const { points, counts, stdout } = await sweep('trusts', ['nak']);
  expect(counts).toBe('2 silent, 2 crashed');
  const crash = 'BUG: unable to handle kernel NULL pointer dereference in value_show';
  const wrong = 'only the test noticed: value: expected 70000, found -121000';
  expect(points.map(({ access, outcome, why }) => [access, outcome, why])).toEqual([
    ['message UNIT (out, 1 byte)', 'crashed', crash],
    ['message UNIT (in, 1 byte)', 'crashed', crash],
    ['message VALUE (out, 1 byte)', 'silent', wrong],
    ['message VALUE (in, 2 bytes)', 'silent', wrong],
  ]);
  expect(stdout).toContain(`trusting/trusting.c:${lineWithMark(join(suite, 'trusting/trusting.c'), 'crashes')}`);
});
