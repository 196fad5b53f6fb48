import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseResults } from '../../src/results/parse-results.ts';
import type { LatencyPlace } from './device-latency.ts';
import { kernel } from './plan-of.ts';
import { runProgram } from './program-run.ts';
import { type Spread, spreadOf } from './statistics.ts';

/** The time of a request and its answer, as a program in the guest sees it. */
export interface RoundTrips {
  readonly what: string;
  readonly us: Spread;
  /** From the launch of the clone until its first stage, which finds the device. */
  readonly startMs: Spread;
}

interface Row {
  readonly test: string;
  readonly what: string;
  readonly devices: string;
  readonly run: string;
}

const rounds = 300;

const rows: readonly Row[] = [
  { test: 'nothing', what: 'no device', devices: '', run: 'echo nothing 0' },
  {
    test: 'usb',
    what: 'USB: 512 bytes out and in, bulk',
    devices: 'echo0 echo.ts',
    run:
      'node=$(grep -l 1de5 /sys/bus/usb/devices/*/idVendor); cd "${node%/idVendor}"\n' +
      `/test/round-trips usb "/dev/bus/usb/$(printf %03d/%03d $(cat busnum) $(cat devnum))" 512 ${rounds}`,
  },
  {
    test: 'i2c',
    what: 'I2C: 1 byte out, 2 bytes in, DesignWare controller',
    devices: 'sensor0 sensor.ts',
    run: `/test/round-trips i2c /dev/i2c-* 0x48 ${rounds}`,
  },
];

/** Round trips on buses other than PCI: of USB, then of I2C. @throws Error when a test fails */
export async function measureBuses({
  root,
  scratch,
  dist,
  rounds: repeat,
}: LatencyPlace): Promise<readonly RoundTrips[]> {
  const out = join(scratch, 'results-buses');
  const words = ['--kernel', kernel.text, '--accel', 'tcg', '--start', 'clone', '--jobs', '1'];
  await runProgram([
    join(dist, 'cli.mjs'),
    'run',
    writeSuite(root, scratch),
    ...words,
    '--repeat',
    String(repeat),
    '--out',
    out,
  ]);
  const parsed = parseResults(readFileSync(join(out, 'results.json'), 'utf8'));
  if (parsed.kind !== 'results') throw new Error(`the results of the suite of buses: ${JSON.stringify(parsed)}`);
  return rows.slice(1).map(({ test, what }) => {
    const mine = parsed.results.tests.filter(({ id }) => id.endsWith(`/${test}`));
    const lines = mine.flatMap(({ stages }) =>
      stages.map(({ log }) => readFileSync(join(out, log), 'utf8').split('\n')),
    );
    const taken = lines
      .flat()
      .flatMap((line) => (line.startsWith(`${test} `) ? [Number(line.slice(test.length))] : []));
    return { what, us: spreadOf(taken), startMs: spreadOf(mine.map(({ startMs }) => startMs ?? NaN)) };
  });
}

function writeSuite(root: string, scratch: string): string {
  const suite = join(scratch, 'buses');
  const sources = join(root, 'scripts/bench/bus-latency');
  for (const { test, devices, run } of rows) {
    mkdirSync(join(suite, test, 'info'), { recursive: true });
    writeFileSync(join(suite, test, 'run'), `#!/bin/sh -e\n${run}\n`, { mode: 0o755 });
    if (devices !== '') writeFileSync(join(suite, test, 'info/devices'), `${devices}\n`);
    mkdirSync(join(suite, test, 'data'));
    const program = join(suite, test, 'data/round-trips');
    execFileSync('gcc', ['-O2', '-static', '-o', program, join(sources, 'round-trips.c')]);
  }
  for (const model of ['echo.ts', 'sensor.ts']) copyFileSync(join(sources, model), join(suite, model));
  return suite;
}
