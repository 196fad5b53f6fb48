import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseResults } from '../../src/results/parse-results.ts';
import type { Results } from '../../src/results/results.ts';
import { kernel } from './plan-of.ts';
import { runProgram } from './program-run.ts';
import { type Spread, spreadOf } from './statistics.ts';

/** Latencies of a device, measured by a driver in the guest: `edu-latency/edu-latency.c`. Microseconds. */
export interface DeviceLatency {
  readonly device: string;
  readonly readUs: Spread;
  readonly writeUs: Spread;
  /** From the doorbell write to the first instruction of the interrupt handler. */
  readonly interruptUs: Spread;
}

export interface LatencyPlace {
  readonly root: string;
  readonly scratch: string;
  /** A built distribution. */
  readonly dist: string;
  readonly rounds: number;
}

/**
 * Compares QEMU's own `edu`, in its process, with `examples/edu-ts`, in a process of the models: the same driver, in
 * turns.
 */
export async function measureDevices({ root, scratch, dist, rounds }: LatencyPlace): Promise<readonly DeviceLatency[]> {
  const out = join(scratch, 'results-latency');
  await runProgram([
    join(dist, 'cli.mjs'),
    'run',
    writeLatencySuite(root, scratch),
    '--kernel',
    kernel.text,
    '--accel',
    'tcg',
    '--start',
    'clone',
    '--jobs',
    '1',
    '--repeat',
    String(rounds),
    '--out',
    out,
  ]);
  const results = parseResults(readFileSync(join(out, 'results.json'), 'utf8'));
  if (results.kind !== 'results') throw new Error(`the results of the latency suite: ${JSON.stringify(results)}`);
  const of = (test: string): readonly string[] => linesOf(results.results, out, test);
  return [latencyOf("QEMU's own edu", of('in-process')), latencyOf('a model: examples/edu-ts', of('model'))];
}

function writeLatencySuite(root: string, scratch: string): string {
  const suite = join(scratch, 'latency');
  for (const test of ['in-process', 'model']) {
    mkdirSync(join(suite, test, 'info'), { recursive: true });
    writeFileSync(
      join(suite, test, 'run'),
      '#!/bin/sh\ninsmod "$QDT_MODULES/edu-latency.ko" && cat /proc/edu-latency\n',
      { mode: 0o755 },
    );
  }
  writeFileSync(join(suite, 'in-process/info/qemu-args'), '-device edu\n');
  writeFileSync(join(suite, 'model/info/devices'), `edu ${join(root, 'examples/edu-ts/edu.ts')}\n`);
  mkdirSync(join(suite, 'info'));
  writeFileSync(join(suite, 'info/modules'), `${join(root, 'scripts/bench/edu-latency')}\n`);
  return suite;
}

function linesOf({ tests }: Results, out: string, name: string): readonly string[] {
  const logs = tests
    .filter(({ id }) => id.endsWith(`/${name}`))
    .flatMap(({ stages }) => stages.filter((stage) => stage.name === 'run').map(({ log }) => log));
  return logs.flatMap((log) => readFileSync(join(out, log), 'utf8').split('\n'));
}

function latencyOf(device: string, lines: readonly string[]): DeviceLatency {
  const spread = (what: string): Spread =>
    spreadOf(
      lines.filter((line) => line.startsWith(`${what} `)).map((line) => Number(line.slice(what.length + 1)) / 1000),
    );
  return { device, readUs: spread('read'), writeUs: spread('write'), interruptUs: spread('interrupt') };
}
