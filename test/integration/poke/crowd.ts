import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HardwareCoverage } from '../../../src/device/log/hardware-coverage.ts';
import { parseResults } from '../../../src/results/parse-results.ts';
import { type Mappings, watchMappings } from './watch-mappings.ts';

/** The traffic between drivers and their devices, as one side counted it. */
export interface Exchanged {
  readonly reads: number;
  readonly writes: number;
  readonly interrupts: number;
  readonly transfers: number;
}

/** One machine's driver. `wrong`: missing or wrong data. */
export interface CrowdDriver extends Exchanged {
  readonly outcome: string;
  readonly wrong: number;
}

export interface Crowd {
  readonly drivers: readonly CrowdDriver[];
  /** The sum over all devices. */
  readonly devices: Exchanged;
  readonly mappings: Mappings;
}

export interface CrowdPlace {
  readonly root: string;
  /** Removed afterwards. */
  readonly scratch: string;
  readonly machines: number;
  /** Rounds of reads, writes, interrupts and transfers: suites/poke/module/poke.c, `exchange`. */
  readonly rounds: number;
  /** Runs `run` with these arguments to its end. */
  readonly run: (args: readonly string[]) => Promise<unknown>;
}

/** Simultaneous clones, each with a device model and a driver that counts its accesses. */
export async function runCrowd({ root, scratch, machines, rounds, run }: CrowdPlace): Promise<Crowd> {
  const names = Array.from({ length: machines }, (_, number) => `m${String(number).padStart(2, '0')}`);
  const out = join(scratch, 'crowd-results');
  const watch = watchMappings();
  await run([
    writeSuite({ root, scratch, rounds, names }),
    '--kernel',
    'debian:6.1',
    '--accel',
    'tcg',
    '--start',
    'clone',
    '--jobs',
    String(machines),
    '--out',
    out,
  ]);
  const mappings = watch.end();
  const parsed = parseResults(readFileSync(join(out, 'results.json'), 'utf8'));
  if (parsed.kind !== 'results') throw new Error(JSON.stringify(parsed));
  const { tests, hardware = [] } = parsed.results;
  const drivers = tests.map(({ outcome, stages }) => {
    const log = stages.find(({ name }) => name === 'run')?.log;
    return { outcome, ...countedBy(log === undefined ? '' : readFileSync(join(out, log), 'utf8')) };
  });
  return { drivers, devices: countedIn(hardware[0]?.coverage), mappings };
}

interface CrowdSuite {
  readonly root: string;
  readonly scratch: string;
  readonly rounds: number;
  readonly names: readonly string[];
}

function writeSuite({ root, scratch, rounds, names }: CrowdSuite): string {
  const suite = join(scratch, 'crowd');
  const commands = ['select 0', 'enable msix', `exchange ${rounds.toString(16)}`];
  const run = [
    '#!/bin/sh',
    'insmod "$QDT_MODULES/poke.ko" && exec 3<>/dev/poke || exit 1',
    ...commands.map((line) => `echo "${line}" >&3 && read -r answer <&3 && echo "$answer"`),
    '',
  ].join('\n');
  for (const name of names) {
    mkdirSync(join(suite, name), { recursive: true });
    writeFileSync(join(suite, name, 'run'), run, { mode: 0o755 });
  }
  mkdirSync(join(suite, 'info'));
  writeFileSync(join(suite, 'info/modules'), `${join(root, 'test/integration/suites/poke/module')}\n`);
  writeFileSync(join(suite, 'info/devices'), `sample ${join(root, 'test/device-contract/sample-model.ts')}\n`);
  return suite;
}

function countedBy(log: string): Omit<CrowdDriver, 'outcome'> {
  const count = (what: string): number => Number(new RegExp(`\\b${what}=(\\d+)`).exec(log)?.[1] ?? NaN);
  return {
    reads: count('reads'),
    writes: count('writes'),
    interrupts: count('interrupts'),
    transfers: count('transfers'),
    wrong: count('wrong'),
  };
}

function countedIn(coverage: HardwareCoverage | undefined): Exchanged {
  if (coverage === undefined) throw new Error('expected the coverage of the sample model, found none');
  const registers = Object.values(coverage.registers);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return {
    reads: sum(registers.map(({ reads }) => reads)),
    writes: sum(registers.map(({ writes }) => writes)),
    interrupts: sum(Object.values(coverage.interrupts)),
    transfers: (coverage.dma?.reads ?? 0) + (coverage.dma?.writes ?? 0),
  };
}
