import type { Architecture, ArchitectureName } from '../architecture/architecture.ts';
import { architectureOf } from '../architecture/architectures.ts';
import { hostResources } from '../host/resources.ts';
import type { Cell, DiskSpec, KernelSpec, PlannedTest, QemuSpec } from '../plan/plan.ts';
import type { PlanModels } from '../plan/model-buses.ts';
import { provideDisk } from '../provision/disk/disk.ts';
import type { BootArchive } from '../provision/initramfs/boot-archive.ts';
import type { ProvisionContext } from '../provision/provision-context.ts';
import type { QemuInstall } from '../provision/provisioned.ts';
import { provideStatefulDevices } from '../provision/qemu/qemu-abilities.ts';
import { provideQemu } from '../provision/qemu/qemu.ts';
import { sideBySide, takeTurns } from '../provision/side-by-side.ts';
import { provideBusybox } from '../provision/tools.ts';
import { guestWorker } from './work-in-guest.ts';
import { archiveFor, type KernelRequest, type KernelSupplies, supplyKernel } from './kernel-supplies.ts';
import { diskKey, diskOfKey, Missing, MissingParts, noImage } from './missing.ts';
import type { ProvidedTrees, TreePaths } from './tree-paths.ts';

/** The parts of a cell's machines. */
export interface CellSupplies extends KernelSupplies, PlanModels {
  readonly qemu: QemuInstall;
  readonly archive: BootArchive;
  /** The paths of the disk images that are no paths themselves, by their specs; absent: there is none. */
  readonly disks?: ReadonlyMap<string, string>;
  /** Why a disk image could not be provided, by its spec; absent: all are there. */
  readonly missingDisks?: ReadonlyMap<string, string>;
  /** By what they are for; absent: no machine has a device tree of ours. */
  readonly treePaths?: TreePaths;
  /** Why a machine cannot have its device tree, by what it is for; absent: all can. */
  readonly treeRefusals?: ProvidedTrees['refusals'];
  /** The device types whose state QEMU saves. */
  readonly statefulDevices: ReadonlySet<string>;
  /** Why there is no kernel, which then has no release and no files; absent: there is one. */
  readonly missing?: string;
}

export interface SuppliesRequest extends KernelRequest {
  /** How many kernels have their modules built at a time; absent: as many as there are processors. */
  readonly builds?: number;
}

/**
 * Provides everything that a plan needs, each thing once. What one kernel needs does not wait for another: the modules
 * for one are built while the next is fetched. A kernel or a disk image that cannot be provided costs only its own
 * tests, as long as there are others; any other failure stops the rest. Modules that do not build are none. @throws
 * ProvisionError when the environment cannot provide it
 */
export async function provideSupplies(
  request: SuppliesRequest,
  context: ProvisionContext,
): Promise<ReadonlyMap<Cell, CellSupplies>> {
  const missing = new MissingParts(request.plan.tests, context.progress);
  const supplies = await missing.amid(() => provideParts(request, missing, context));
  missing.tell();
  return supplies;
}

async function provideParts(
  request: SuppliesRequest,
  missing: MissingParts,
  context: ProvisionContext,
): Promise<ReadonlyMap<Cell, CellSupplies>> {
  const { plan } = request;
  const kernelSpecs = unique(plan.cells.map(({ kernel }) => kernel));
  const turns = takeTurns(request.builds ?? hostResources().cpus);
  const disksNeeded = unique(plan.tests.flatMap(fetchedDisk));
  const workInGuest = guestWorker(request, context);
  const architectures = unique(plan.cells.map(({ arch }) => ({ text: arch })));
  const [shells, qemus, kernels, disks] = await sideBySide(context.signal, [
    (signal) =>
      provideEach(architectures, signal, ({ text }, own) =>
        provideBusybox(architectureOf(text), { ...context, signal: own }),
      ),
    (signal) =>
      provideEach(unique(plan.cells.map(emulatorOf)), signal, (wish, own) =>
        provideEmulator(wish, { ...context, signal: own }),
      ),
    (signal) =>
      provideEach(kernelSpecs, signal, (spec, own) =>
        missing.kernel(spec.text, () => supplyKernel(spec, request, turns, { ...context, signal: own })),
      ),
    (signal) =>
      provideEach(disksNeeded, signal, ({ text, spec, arch }, own) =>
        missing.disk(text, () =>
          provideDisk(spec, { arch: architectureOf(arch), workInGuest }, { ...context, signal: own }),
        ),
      ),
  ]);
  const archiveOf = async (spec: KernelSpec, kernel: KernelSupplies, signal: AbortSignal): Promise<BootArchive> =>
    await archiveFor({ spec, busybox: known(shells, kernel.kernel.arch), ...kernel }, request, { ...context, signal });
  const archives = await provideEach(kernelSpecs, context.signal, async (spec, own) => {
    const kernel = known(kernels, spec.text);
    return kernel instanceof Missing ? kernel : missing.kernel(spec.text, () => archiveOf(spec, kernel, own));
  });
  return new Map(
    plan.cells.map((cell) => [
      cell,
      {
        ...known(qemus, emulatorOf(cell).text),
        ...kernelSupplies(cell, known(kernels, cell.kernel.text), known(archives, cell.kernel.text)),
        ...diskSupplies(disks, cell),
        ...request.models,
      },
    ]),
  );
}

interface EmulatorWish {
  readonly text: string;
  readonly spec: QemuSpec;
  readonly arch: Architecture;
}

/** A QEMU of the same name is another program for each architecture. */
function emulatorOf({ qemu, arch }: Cell): EmulatorWish {
  return { text: `${arch} ${qemu.text}`, spec: qemu, arch: architectureOf(arch) };
}

interface DiskWish {
  readonly text: string;
  readonly spec: DiskSpec;
  readonly arch: ArchitectureName;
}

/** A path needs nothing. The same path can be meant by several texts. */
function fetchedDisk({ diskImage, cell: { arch } }: PlannedTest): readonly DiskWish[] {
  if (diskImage === undefined || diskImage.kind === 'path') return [];
  return [{ text: diskKey(diskImage, arch), spec: diskImage, arch }];
}

function diskSupplies(
  disks: ReadonlyMap<string, string | Missing>,
  { arch }: Cell,
): Pick<CellSupplies, 'disks' | 'missingDisks'> {
  const all = [...disks].flatMap(([key, disk]) => {
    const text = diskOfKey(key, arch);
    return text === undefined ? [] : [[text, disk] as const];
  });
  return {
    disks: new Map(all.flatMap(([text, path]) => (path instanceof Missing ? [] : [[text, path]]))),
    missingDisks: new Map(all.flatMap(([text, disk]) => (disk instanceof Missing ? [[text, disk.reason]] : []))),
  };
}

async function provideEmulator(
  { spec, arch }: EmulatorWish,
  context: ProvisionContext,
): Promise<Pick<CellSupplies, 'qemu' | 'statefulDevices'>> {
  const qemu = await provideQemu(spec, arch, context);
  return { qemu, statefulDevices: await provideStatefulDevices(qemu, context) };
}

function kernelSupplies(
  { kernel: spec, arch }: Cell,
  kernel: KernelSupplies | Missing,
  archive: BootArchive | Missing,
): KernelSupplies & Pick<CellSupplies, 'archive' | 'missing'> {
  if (!(kernel instanceof Missing) && !(archive instanceof Missing)) return { ...kernel, archive };
  const missing = kernel instanceof Missing ? kernel : archive;
  return {
    kernel: noImage(spec, arch),
    builds: new Map(),
    unmetConfigs: new Map(),
    archive: { path: '', hasVirtFs: false },
    ...(missing instanceof Missing ? { missing: missing.reason } : {}),
  };
}

/** Equal texts mean the same thing. */
function unique<T extends { readonly text: string }>(specs: readonly T[]): readonly T[] {
  return [...new Map(specs.map((spec) => [spec.text, spec])).values()];
}

type Provide<S, T> = (spec: S, signal: AbortSignal) => Promise<T>;

async function provideEach<S extends { readonly text: string }, T>(
  specs: readonly S[],
  signal: AbortSignal,
  provide: Provide<S, T>,
): Promise<ReadonlyMap<string, T>> {
  return new Map(
    await sideBySide(
      signal,
      specs.map((spec) => async (own: AbortSignal) => [spec.text, await provide(spec, own)] as const),
    ),
  );
}

function known<T>(provided: ReadonlyMap<string, T>, text: string): T {
  const value = provided.get(text);
  if (value === undefined) throw new Error(`Internal error: ${text} was planned, but not provided`);
  return value;
}

/**
 * Paths of what the build has for a test: the modules, and `build.log` if the compiler warned. None: it builds none, or
 * they did not build.
 */
export function builtFiles({ suite }: PlannedTest, { builds }: CellSupplies): readonly string[] {
  const build = builds.get(suite);
  if (build?.kind !== 'built') return [];
  return build.log === undefined ? build.modules : [...build.modules, build.log];
}
