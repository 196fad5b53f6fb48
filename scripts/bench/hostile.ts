// npm run hostile [-- SECONDS [SEED]]: attacks all readers of untrusted data for the given time and reports what it
// found. A fifth of the time goes to the process of the models, attacked as by a machine that its guest has taken over;
// the rest to all families of test/hostile/families.ts in turn. `-- --family NAME --seed N` repeats one attack. Exit
// status 1: something broke; the command that repeats it is printed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { attackAll, replay, type FamilyReport } from '../../test/hostile/round-robin.ts';
import { besiege, mostMemoryMiB } from '../../test/hostile/siege.ts';
import { startWatchdog } from '../../test/hostile/watchdog.ts';
import './bundled-text-hook.mjs';
import { buildDistribution } from './distribution.ts';

// After the hook, because the report's page is among the targets.
const { families } = await import('../../test/hostile/families.ts');

const [first, ...words] = process.argv.slice(2);
process.exitCode =
  first === '--family'
    ? await attackOnce(words)
    : await attackFor(Number(first ?? '60'), Number(words[0] ?? Date.now() % 1_000_000));

async function attackOnce([name, option, seed]: readonly string[]): Promise<number> {
  const family = families.find((candidate) => candidate.name === name);
  if (family === undefined || option !== '--seed' || seed === undefined) {
    process.stderr.write(
      'Expected --family NAME --seed N, with one of the names ' +
        `${families.map((candidate) => candidate.name).join(', ')}.\n`,
    );
    return 2;
  }
  return await attackAllFor(0, Number(seed), [family]);
}

async function attackFor(seconds: number, seed: number): Promise<number> {
  process.stdout.write(`seed ${seed}, ${seconds} s\n`);
  const ofModels = await attackModels(seconds / 5, seed);
  return ofModels === 0 ? await attackAllFor((seconds * 4) / 5, seed, families) : ofModels;
}

async function attackModels(seconds: number, seed: number): Promise<number> {
  const scratch = mkdtempSync(join(tmpdir(), 'qdt-hostile-'));
  try {
    const dist = await buildDistribution(resolve(import.meta.dirname, '../..'), scratch);
    const { attacks, failures, events, memoryMiB } = await besiege({
      program: join(dist, 'device-host.mjs'),
      seed,
      lastsMs: seconds * 1000,
      amount: 1000,
    });
    const grownMiB = memoryMiB.most - memoryMiB.before;
    const wrong = [
      ...failures,
      ...events.map((event) => JSON.stringify(event)),
      ...(grownMiB < mostMemoryMiB ? [] : [`it took ${grownMiB.toFixed(0)} MiB, more than ${mostMemoryMiB}`]),
    ];
    process.stdout.write(
      `models: ${attacks} attacks; memory ${memoryMiB.before.toFixed(0)} MiB before, ` +
        `${memoryMiB.after.toFixed(0)} after, ${memoryMiB.most.toFixed(0)} at most\n`,
    );
    process.stdout.write(wrong.map((line) => `models: ${line}\n`).join(''));
    return wrong.length === 0 ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function attackAllFor(seconds: number, seed: number, chosen: typeof families): Promise<number> {
  using watchdog = startWatchdog();
  const reports: FamilyReport[] = [];
  let current = '';
  // An exception that nobody catches would have ended a run.
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${current}: it threw in a callback: ${error.stack ?? error.message}\n`);
    process.exit(1);
  });
  const onAttack = (what: string): void => {
    current = what;
    watchdog.at(what);
  };
  const breach = await attackAll({ families: chosen, seed, lastsMs: seconds * 1000, onAttack }, reports);
  for (const { name, attacks, slowestMs, slowestSeed, mostMemoryMiB: memoryMiB } of reports) {
    process.stdout.write(
      `${name}: ${attacks} attacks, the slowest ${slowestMs.toFixed(0)} ms (seed ${slowestSeed}), memory ` +
        `${memoryMiB.toFixed(0)} MiB at most\n`,
    );
  }
  process.stdout.write(
    breach === undefined ? 'nothing broke\n' : `${breach.complaint}\nagain: ${replay(breach.family, breach.seed)}\n`,
  );
  return breach === undefined ? 0 : 1;
}
