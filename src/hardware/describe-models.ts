import type { FaultReport } from '../device/fault/fault-spec.ts';
import type { AttachedModels } from './answerers.ts';

/**
 * The device models, each below what it hangs on, in the order of `info/devices`. `present`: what QEMU has.
 * @throws DeviceHostError
 */
export async function describeModels(models: AttachedModels, present: ReadonlySet<string>): Promise<readonly string[]> {
  const blocks = new Map<string, string[]>();
  for (const id of models.ids) {
    const isAbsent = models.layout.devices.some(({ model }) => model === id) && !present.has(id);
    const [title = '', ...details] = await describeModel(id, models);
    const lines = [isAbsent ? `${title}, unplugged` : title, ...details];
    const above = aboveModel(id, models);
    if (above === undefined) blocks.set(id, [...lines]);
    else blocks.set(above, [...(blocks.get(above) ?? [above]), ...lines.map((line) => `  ${line}`)]);
  }
  return [...blocks.values()].map((lines) => lines.join('\n'));
}

/** The line of the device of QEMU below which a model hangs; undefined: it is a PCI function of its own. */
function aboveModel(id: string, { layout }: AttachedModels): string | undefined {
  const below = layout.models.get(id)?.below;
  const device = layout.devices.find((candidate) => candidate.id === below);
  return device === undefined ? undefined : `${device.id} ${device.driver}`;
}

async function describeModel(device: string, { ask }: AttachedModels): Promise<readonly string[]> {
  const [{ controls }, { faults }] = await Promise.all([
    ask({ do: 'get-controls', device }),
    ask({ do: 'faults', device }),
  ]);
  const settings = Object.entries(controls).map(([name, value]) => `  control ${name}=${String(value)}`);
  return [`${device} device model`, ...settings, ...faults.map(describeFault)];
}

export function describeFault({ id, text, fired, counted, isCleared }: FaultReport): string {
  return `  fault ${id}: ${text} (fired ${fired} of ${counted}${isCleared ? ', cleared' : ''})`;
}
