import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSuites, readGuestFiles } from '../../../src/app/load-suites.ts';
import { createTripwire } from '../../../src/diagnose/tripwire.ts';
import { defaultBootDeadlineMs } from '../../../src/engine/boot-deadlines.ts';
import { cloneMachine, templateMachine } from '../../../src/engine/cell-machine.ts';
import { type CellSupplies, provideSupplies } from '../../../src/engine/supplies.ts';
import { defaultCompiler } from '../../../src/plan/compiler-spec.ts';
import type { PlannedTest } from '../../../src/plan/plan.ts';
import type { TemplatePlan } from '../../../src/plan/start-plan.ts';
import { createProvisionContext } from '../../../src/provision/provision-context.ts';
import type { RunRecord } from '../../../src/run/evidence/run-record.ts';
import { runTest } from '../../../src/run/run-test.ts';
import { makeTemplate, type Template } from '../../../src/run/template.ts';
import { kernel, machine, planOf } from '../../unit/plan/plan-request.ts';
import { root, suites } from '../cli.ts';
import { type GuestPort, openGuestPort } from './guest-port.ts';

/** A saved machine. Its clones access their devices as a test says. */
export interface PokeRig extends Disposable {
  readonly template: Template;
  readonly port: GuestPort;
  /** Starts a clone with these devices plugged in, and waits until its driver has all of them. */
  readonly start: (devices: readonly string[]) => Promise<PokedGuest>;
}

export interface PokedGuest {
  /** Ends it, and returns its ending and QEMU's output. */
  readonly finish: () => Promise<{ readonly record: RunRecord; readonly consoleLog: string; readonly qemuLog: string }>;
}

const memoryMiB = 256;
const signal = new AbortController().signal;

/** `slots`: the largest number of devices in a clone. */
export async function pokeRig(slots: number): Promise<PokeRig> {
  const port = await openGuestPort();
  const loaded = loadSuites([join(suites, 'poke')], root);
  if (loaded.kind === 'problems') throw new Error(JSON.stringify(loaded.problems));
  const plan = planOf(loaded.suites, { kernels: [kernel('debian:6.1')], machines: [machine(`m=-m ${memoryMiB}`)] });
  const [planned] = plan.tests;
  if (planned === undefined) throw new Error('expected a plan with a test, found none');
  const all = await provideSupplies(
    { plan, compiler: defaultCompiler, guestFiles: readGuestFiles(join(root, 'guest')) },
    createProvisionContext({ progress: () => undefined, signal }),
  );
  const supplies = all.get(planned.cell);
  if (supplies === undefined) throw new Error('expected supplies for every cell');
  const directory = mkdtempSync(join(tmpdir(), 'qdt-poke-'));
  const origin: TemplatePlan = {
    cell: planned.cell,
    args: port.qemuArgs,
    diskImage: undefined,
    kernelModules: [],
    slots,
  };
  const job = {
    qemu: supplies.qemu,
    machine: templateMachine(origin, supplies, 'tcg'),
    bootDeadlineMs: defaultBootDeadlineMs('tcg'),
    directory: join(directory, 'boot'),
    memoryMiB,
    slots,
  };
  const { template, failure, boot } = await makeTemplate(job, { tripwire: createTripwire(), signal });
  if (template === undefined)
    throw new Error(`expected a template, found none: ${failure ?? JSON.stringify(boot.ending)}`);
  return {
    template,
    port,
    start: async (devices) => {
      const ready = port.nextMachine().then(() => checkDevices(port, devices.length));
      const run = runClone({ planned, supplies, origin, template, directory }, devices);
      const early = await Promise.race([ready, run]);
      if (early !== undefined)
        throw new Error(
          `the guest ended before it began: ${JSON.stringify(early.ending)}\n` +
            readFileSync(join(directory, early.consolePath ?? ''), 'utf8').slice(-2000),
        );
      return {
        finish: async () => {
          port.end();
          const record = await run;
          const read = (name: string): string => readFileSync(join(directory, record.directory, name), 'utf8');
          return { record, consoleLog: read('console.log'), qemuLog: read('qemu.log') };
        },
      };
    },
    [Symbol.dispose]: () => {
      template[Symbol.dispose]();
      port[Symbol.dispose]();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

interface CloneRun {
  readonly planned: PlannedTest;
  readonly supplies: CellSupplies;
  readonly origin: TemplatePlan;
  readonly template: Template;
  readonly directory: string;
}

async function runClone(
  { planned, supplies, origin, template, directory }: CloneRun,
  devices: readonly string[],
): Promise<RunRecord> {
  const build = supplies.builds.get(planned.suite);
  if (build?.kind !== 'built') throw new Error(`the module of suites/poke did not build: ${build?.output ?? ''}`);
  const job = {
    planned,
    qemu: supplies.qemu,
    machine: cloneMachine(origin, supplies, 'tcg'),
    folderTransport: '9p',
    modules: build.modules,
    clone: { template, devices, hasSlots: true },
    bootDeadlineMs: defaultBootDeadlineMs('tcg'),
    resultsDirectory: directory,
    directory: mkdtempSync(join(directory, 'clone-')),
  } as const;
  return await runTest(job, { tripwire: createTripwire(), signal });
}

async function checkDevices(port: GuestPort, wanted: number): Promise<undefined> {
  const found = await port.ask('count');
  if (parseInt(found, 16) !== wanted) throw new Error(`expected ${wanted} devices in the guest, found ${found}`);
}
