import { relative } from 'node:path';
import { busModules, busNeeds, type ModelBuses } from '../plan/model-buses.ts';
import type { PlannedTest } from '../plan/plan.ts';
import type { BootArchive } from '../provision/initramfs/boot-archive.ts';
import type { KernelImage } from '../provision/provisioned.ts';

/** Of a cell's supplies. */
interface Supplied {
  /** Absent: no device has a bus that needs anything. */
  readonly buses?: ModelBuses;
  readonly archive: Pick<BootArchive, 'lacking'>;
  readonly kernel: Pick<KernelImage, 'spec' | 'release'>;
}

const none: ModelBuses = new Map();

/** The modules that the buses of a test's devices need, without those that this kernel lacks. */
export function busModulesOf(
  planned: Pick<PlannedTest, 'suite' | 'test'>,
  { buses = none, archive: { lacking = [] } }: Pick<Supplied, 'buses' | 'archive'>,
): readonly string[] {
  return busModules(planned, buses).filter((name) => !lacking.includes(name));
}

/** Why a test's devices have no bus on this kernel; undefined: they have. */
export function missingBus(
  planned: Pick<PlannedTest, 'suite' | 'test'>,
  { buses = none, archive: { lacking = [] }, kernel }: Supplied,
): string | undefined {
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
