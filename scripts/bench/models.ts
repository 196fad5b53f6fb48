// npm run bench:models [-- ROUNDS]: only what the benchmark says about device models, for work on them. Writes nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { measureBuses } from './bus-latency.ts';
import { measureDevices } from './device-latency.ts';
import { buildDistribution } from './distribution.ts';
import type { Spread } from './statistics.ts';
import { measureSweep } from './sweep.ts';

const rounds = Number(process.argv[2] ?? 4);
const points = 200;

const root = resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'qdt-bench-models-'));
try {
  const dist = await buildDistribution(root, scratch);
  for (const { device, readUs, writeUs, interruptUs } of await measureDevices({ root, scratch, dist, rounds }))
    tell(`${device}: read ${words(readUs)}, write ${words(writeUs)}, doorbell to handler ${words(interruptUs)}`);
  for (const { what, us, startMs } of await measureBuses({ root, scratch, dist, rounds }))
    tell(`${what}: ${words(us)}; launch to first stage ${Math.round(startMs.median)} ms`);
  const { wallMs, cpuMs } = await measureSweep({ root, scratch, dist, points });
  const each = (ms: number): string => `${Math.round(ms / points)} ms per point`;
  tell(`a sweep of ${points} points: ${Math.round(wallMs)} ms, ${each(wallMs)}; processor time ${each(cpuMs)}`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function words({ median, least }: Spread): string {
  return `${median.toFixed(1)} us (${least.toFixed(1)} us)`;
}

function tell(what: string): void {
  process.stdout.write(`${what}\n`);
}
