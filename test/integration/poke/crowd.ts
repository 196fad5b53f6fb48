import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDeviceHost } from '../../../src/device-host/device-host-process.ts';
import type { HardwareCoverage } from '../../../src/device/log/coverage.ts';
import { parseResults } from '../../../src/report/parse-results.ts';
import { vfioUserDevice } from '../served-models.ts';
import { watchMappings, type Mappings } from './watch-mappings.ts';

/** What passed between a driver and its device, as one of them counted it. */
export interface Exchanged {
  readonly reads: number;
  readonly writes: number;
  readonly interrupts: number;
  readonly transfers: number;
}

export interface CrowdMachine {
  readonly outcome: string;
  /** `wrong`: what did not come, or came wrong. */
  readonly driver: Exchanged & { readonly wrong: number };
  readonly device: Exchanged;
}

export interface Crowd {
  readonly machines: readonly CrowdMachine[];
  readonly mappings: Mappings;
  readonly wallMs: number;
}

export interface CrowdPlace {
  readonly root: string;
  /** Gone afterwards. */
  readonly scratch: string;
  /** A built distribution. */
  readonly dist: string;
  readonly machines: number;
  /** Of reads, writes, interrupts and transfers: suites/poke/module/poke.c, `exchange`. */
  readonly rounds: number;
  /** Runs our program to its end. */
  readonly runProgram: (args: readonly string[]) => Promise<unknown>;
}

/** Clones, all at once, each with a device of one and the same process of models, and a driver in each that counts what it does. */
export async function runCrowd({ root, scratch, dist, machines, rounds, runProgram }: CrowdPlace): Promise<Crowd> {
  const names = Array.from({ length: machines }, (_, number) => `m${String(number).padStart(2, '0')}`);
  using host = startDeviceHost({ program: join(dist, 'device-host.mjs'), outputPath: join(scratch, 'crowd.log'), onEvent: () => undefined });
  const socket = (name: string): string => join(scratch, `${name}.sock`);
  for (const name of names) await host.ask({ do: 'create', device: name, model: join(root, 'test/device-contract/sample-model.ts'), socket: socket(name), controls: {}, faults: [] });
  const suite = writeSuite({ root, scratch, rounds, names, socket });
  const out = join(scratch, 'crowd-results');
  const startedMs = performance.now();
  const watch = watchMappings();
  await runProgram([join(dist, 'cli.mjs'), 'run', suite, '--kernel', 'debian:6.1', '--accel', 'tcg', '--start', 'clone', '--jobs', String(machines), '--out', out]);
  const mappings = watch.end();
  const wallMs = performance.now() - startedMs;
  const parsed = parseResults(readFileSync(join(out, 'results.json'), 'utf8'));
  if (parsed.kind !== 'results') throw new Error(JSON.stringify(parsed));
  const { tests } = parsed.results;
  const done = names.map(async (name): Promise<CrowdMachine> => {
    const test = tests.find(({ id }) => id.endsWith(`/${name}`));
    const log = test?.stages.find((stage) => stage.name === 'run')?.log;
    const { coverage } = await host.ask({ do: 'coverage', device: name });
    return { outcome: test?.outcome ?? 'missing', driver: countedBy(log === undefined ? '' : readFileSync(join(out, log), 'utf8')), device: countedIn(coverage) };
  });
  return { machines: await Promise.all(done), mappings, wallMs };
}

interface CrowdSuite {
  readonly root: string;
  readonly scratch: string;
  readonly rounds: number;
  readonly names: readonly string[];
  readonly socket: (name: string) => string;
}

function writeSuite({ root, scratch, rounds, names, socket }: CrowdSuite): string {
  const suite = join(scratch, 'crowd');
  const commands = ['select 0', 'enable msix', `exchange ${rounds.toString(16)}`];
  const run = ['#!/bin/sh', 'insmod "$QDT_MODULES/poke.ko" && exec 3<>/dev/poke || exit 1', ...commands.map((line) => `echo "${line}" >&3 && read -r answer <&3 && echo "$answer"`), ''].join('\n');
  for (const name of names) {
    mkdirSync(join(suite, name, 'info'), { recursive: true });
    writeFileSync(join(suite, name, 'run'), run, { mode: 0o755 });
    writeFileSync(join(suite, name, 'info/qemu-args'), `-device '${vfioUserDevice(socket(name))}'\n`);
  }
  mkdirSync(join(suite, 'info'));
  writeFileSync(join(suite, 'info/modules'), `${join(root, 'test/integration/suites/poke/module')}\n`);
  return suite;
}

function countedBy(log: string): CrowdMachine['driver'] {
  const count = (what: string): number => Number(new RegExp(`\\b${what}=(\\d+)`).exec(log)?.[1] ?? NaN);
  return { reads: count('reads'), writes: count('writes'), interrupts: count('interrupts'), transfers: count('transfers'), wrong: count('wrong') };
}

function countedIn({ registers, interrupts, dma }: HardwareCoverage): Exchanged {
  const all = Object.values(registers);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return { reads: sum(all.map(({ reads }) => reads)), writes: sum(all.map(({ writes }) => writes)), interrupts: sum(Object.values(interrupts)), transfers: dma.reads + dma.writes };
}
