import { relative } from 'node:path';
import {
  boardDevice,
  boardHelper,
  busModules,
  busNeeds,
  type ModelBuses,
  type PlanModels,
} from '../plan/model-buses.ts';
import { missingTree, type NoTree, treePlanOf, type TreeModels, treePower, waits } from '../plan/device-tree.ts';
import type { PlannedTest } from '../plan/plan.ts';
import type { BootArchive } from '../provision/initramfs/boot-archive.ts';
import { buildHelper, type HelperRequest, type HelperSupply } from '../provision/modules/helper-build.ts';
import type { ProvisionContext } from '../provision/provision-context.ts';
import type { KernelImage } from '../provision/provisioned.ts';

/** Of a cell's supplies. */
interface Supplied extends PlanModels {
  /** Absent: no device is behind a board. */
  readonly board?: HelperSupply | undefined;
  readonly archive: Pick<BootArchive, 'lacking'>;
  readonly kernel: Pick<KernelImage, 'spec' | 'release'>;
}

const none: ModelBuses = new Map();
const noTrees: TreeModels = new Map();

export function asksForBoard(
  tests: readonly Pick<PlannedTest, 'cell' | 'suite' | 'test'>[],
  { buses = none, trees = noTrees }: PlanModels,
): boolean {
  return tests.some((planned) => boardDevice(planned, buses, trees) !== undefined);
}

/** The modules that a test's machine can load after its boot. */
export function laterModules(
  planned: Pick<PlannedTest, 'cell' | 'suite' | 'test'>,
  trees: TreeModels = noTrees,
): readonly string[] {
  return waits(treePlanOf(planned, trees)) ? [treePower] : [];
}

/** Builds the driver of boards. A kernel that cannot have it fails the tests with devices behind one. */
export async function buildBoard(
  sources: string | undefined,
  request: HelperRequest,
  context: ProvisionContext,
): Promise<HelperSupply> {
  if (sources === undefined) return { kind: 'missing', reason: 'its sources are not there' };
  const build = await buildHelper(sources, request, context);
  return build.kind === 'built' ? { kind: 'ready', path: build.module } : { kind: 'missing', reason: build.reason };
}

/** The modules that the buses of a test's devices need, without those that this kernel lacks. */
export function busModulesOf(
  planned: Pick<PlannedTest, 'cell' | 'suite' | 'test'>,
  {
    buses = none,
    trees = noTrees,
    board,
    archive: { lacking = [] },
  }: Pick<Supplied, 'buses' | 'trees' | 'board' | 'archive'>,
): readonly string[] {
  const isOnBoard = board?.kind === 'ready' && boardDevice(planned, buses, trees) !== undefined;
  const ofKernel = busModules(planned, buses).filter((name) => !lacking.includes(name));
  return isOnBoard ? [...ofKernel, boardHelper] : ofKernel;
}

/** Why a test's devices have no bus on this kernel; undefined: they have. */
export function missingBus(
  planned: Pick<PlannedTest, 'cell' | 'suite' | 'test'>,
  { buses = none, trees = noTrees, board, archive: { lacking = [] }, kernel }: Supplied,
): string | undefined {
  const noTree = missingTree(planned, trees);
  if (noTree !== undefined) return noTreeWords(noTree, planned, kernel);
  const power = laterModules(planned, trees).find((name) => lacking.includes(name));
  if (power !== undefined)
    return (
      `${kernel.spec} (${kernel.release}) has no regulator-fixed (CONFIG_REGULATOR_FIXED_VOLTAGE), by which the ` +
      'devices of a device tree wait for their registers. Choose another kernel with --kernel or info/kernel.'
    );
  const onBoard = boardDevice(planned, buses, trees);
  if (onBoard !== undefined && board?.kind === 'missing')
    return (
      `${kernel.spec} (${kernel.release}) cannot have the board for the device ${onBoard.id} ` +
      `(${relative(planned.suite.directory, onBoard.file)}:${onBoard.line}): ${board.reason}. ` +
      'Choose another kernel with --kernel or info/kernel.'
    );
  for (const { device, bus, modules } of busNeeds(planned, buses)) {
    const missing = modules.filter((name) => lacking.includes(name));
    if (missing.length === 0) continue;
    const line = `${relative(planned.suite.directory, device.file)}:${device.line}`;
    return (
      `${kernel.spec} (${kernel.release}) has no ${missing.join(' and no ')}, which the device ${device.id} ` +
      `(${line}, a model for ${bus}) needs. Choose a kernel that has it with --kernel or info/kernel: ` +
      'the small kernels for clouds leave such drivers out, the ordinary ones have them.'
    );
  }
  return undefined;
}

function noTreeWords(
  { reason, device, file, line }: NoTree,
  { suite }: Pick<PlannedTest, 'suite'>,
  { spec, release }: Supplied['kernel'],
): string {
  const place = `${relative(suite.directory, file)}:${line}`;
  const [what, also] =
    device === undefined
      ? [`the source in ${place}`, '']
      : [`the device ${device} (${place})`, ', or give its model platform.driver or platform.acpi'];
  return (
    `${spec} (${release}) takes no nodes of ours in a device tree, but ${what} needs one: ${reason}. ` +
    `Choose a kernel for arm64, such as debian:6.12:arm64, with --kernel or info/kernel${also}.`
  );
}
