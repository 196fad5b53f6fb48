import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readGuestFiles } from '../../src/app/load-suites.ts';
import { createTripwire } from '../../src/diagnose/tripwire.ts';
import { defaultBootDeadlineMs } from '../../src/engine/boot-deadlines.ts';
import { cloneMachine, templateMachine, testMachine } from '../../src/engine/cell-machine.ts';
import { type CellSupplies, provideSupplies } from '../../src/engine/supplies.ts';
import type { Accelerator, MachineSpec } from '../../src/machine/machine-spec.ts';
import type { PlannedTest } from '../../src/plan/plan.ts';
import type { TemplatePlan } from '../../src/plan/start-plan.ts';
import { createProvisionContext } from '../../src/provision/provision-context.ts';
import type { KernelImage } from '../../src/provision/provisioned.ts';
import { type Forks, prepareForks } from '../../src/run/fork/forks.ts';
import { makeTemplate, type Template } from '../../src/run/template.ts';
import { planOf } from './plan-of.ts';

type TestMachine = Omit<MachineSpec, 'sharedFolder'>;

/** A trivial test and the machines that can run it, fully provided. Disposing frees the template's memory. */
export interface Subject extends Disposable {
  readonly planned: PlannedTest;
  readonly supplies: CellSupplies;
  readonly template: Template;
  /** What copies clones of the template; undefined: nobody asked for it. */
  readonly forks: Forks | undefined;
  readonly machines: { readonly bzImage: TestMachine; readonly cold: TestMachine; readonly clone: TestMachine };
  /** From the launch of the saved machine until its agent was ready. */
  readonly templateBootMs: number;
  /** The time to provide QEMU, kernel and initramfs from a warm store. */
  readonly provisionMs: number;
}

export interface SubjectPlace {
  readonly suiteDirectory: string;
  readonly guestDirectory: string;
  readonly scratch: string;
  /** Default: TCG. */
  readonly accelerator?: Accelerator;
  /** Whether clones will be copied. Default: they are restored. */
  readonly withCopies?: boolean;
}

const memoryMiB = 256;
const library = resolve(import.meta.dirname, '../../fork-server/fork-server-x86_64.so');

export async function prepareSubject({
  suiteDirectory,
  guestDirectory,
  scratch,
  accelerator = 'tcg',
  withCopies = false,
}: SubjectPlace): Promise<Subject> {
  const { signal } = new AbortController();
  const plan = planOf(suiteDirectory);
  const [planned] = plan.tests;
  if (planned === undefined) throw new Error(`there is no test in ${suiteDirectory}`);
  const provide = () =>
    provideSupplies(
      { plan, compiler: { kind: 'auto' }, guestFiles: readGuestFiles(guestDirectory) },
      createProvisionContext({ progress: () => undefined, signal }),
    );
  // The first call may download; the time is that of a warm store.
  await provide();
  const begunMs = performance.now();
  const all = await provide();
  const provisionMs = performance.now() - begunMs;
  const supplies = all.get(planned.cell);
  if (supplies === undefined) throw new Error('the cell of the benchmark was not supplied');
  const origin: TemplatePlan = { cell: planned.cell, args: [], diskImage: undefined, kernelModules: [], slots: 0 };
  const made = await makeTemplate(
    {
      qemu: supplies.qemu,
      machine: templateMachine(origin, supplies, accelerator),
      bootDeadlineMs: bootDeadlineMs(accelerator),
      directory: join(scratch, 'template'),
      memoryMiB,
      slots: 0,
    },
    { tripwire: createTripwire(), signal },
  );
  const { template, failure, boot } = made;
  if (template === undefined || boot.readyMs === undefined)
    throw new Error(`no template: ${failure ?? JSON.stringify(boot.ending)}`);
  const cold = testMachine(planned, supplies, accelerator);
  const clone = cloneMachine(origin, supplies, accelerator);
  const copied = { qemu: supplies.qemu, machine: clone, folderTransport: '9p', template, library } as const;
  const forks = withCopies ? await prepareForks(copied, { signal, tripwire: createTripwire() }) : undefined;
  return {
    planned,
    supplies,
    template,
    forks,
    machines: {
      bzImage: { ...cold, bootImage: bzImageOf(supplies.kernel) },
      cold,
      clone,
    },
    templateBootMs: boot.readyMs,
    provisionMs,
    [Symbol.dispose]: () => {
      forks?.[Symbol.dispose]();
      template[Symbol.dispose]();
    },
  };
}

/** The distributed kernel is beside its modules, or in the asset from which they were unpacked. */
function bzImageOf({ release, modulesDirectory, bootImage }: KernelImage): string {
  const name = `vmlinuz-${release}`;
  const assets = resolve(dirname(bootImage), '..');
  const places = [
    ...(modulesDirectory === undefined ? [] : [resolve(modulesDirectory, '../../../boot')]),
    ...readdirSync(assets).map((asset) => join(assets, asset, 'boot')),
  ];
  const place = places.find((directory) => namesIn(directory).includes(name));
  if (place === undefined) throw new Error(`no ${name} among the assets in ${assets}`);
  return join(place, name);
}

/** Most assets are not kernels and have no such directory. */
function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

/** KVM that is emulated itself boots slowly. */
function bootDeadlineMs(accelerator: Accelerator): number {
  return 3 * defaultBootDeadlineMs(accelerator);
}
