// npm run hostile [-- SECONDS [SEED]]: attacks the process of the models for so long, as a machine could that has been taken over by its
// guest, and says what it found. Exit status 1: something broke; the attack and the seed that do it are named. Needs Node 24.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { besiege, mostMemoryMiB } from '../../test/hostile/siege.ts';
import { buildDistribution } from './distribution.ts';

const [seconds = '60', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'qdt-hostile-'));
try {
  const dist = await buildDistribution(resolve(import.meta.dirname, '../..'), scratch);
  process.stdout.write(`seed ${seed}, ${seconds} s\n`);
  const { attacks, failures, events, memoryMiB } = await besiege({ program: join(dist, 'device-host.mjs'), seed: Number(seed), lastsMs: Number(seconds) * 1000, amount: 1000 });
  const grownMiB = memoryMiB.most - memoryMiB.before;
  const wrong = [...failures, ...events.map((event) => JSON.stringify(event)), ...(grownMiB < mostMemoryMiB ? [] : [`it took ${grownMiB.toFixed(0)} MiB, more than ${mostMemoryMiB}`])];
  process.stdout.write(`${attacks} attacks; memory ${memoryMiB.before.toFixed(0)} MiB before, ${memoryMiB.after.toFixed(0)} after, ${memoryMiB.most.toFixed(0)} at most\n`);
  process.stdout.write(wrong.length === 0 ? 'nothing broke\n' : `${wrong.join('\n')}\n`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
