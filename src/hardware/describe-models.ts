import type { FaultReport } from '../device/fault/fault-spec.ts';
import type { AttachedModels } from './answerers.ts';
import type { AttachedDevice } from './attach/attached-device.ts';

/** A line of a tree, and what is below it. */
interface Entry {
  readonly lines: readonly string[];
  readonly below: Entry[];
}

/**
 * The device models, each below what it hangs on, in the order of `info/devices`. `present`: what QEMU has.
 * @throws DeviceHostError
 */
export async function describeModels(models: AttachedModels, present: ReadonlySet<string>): Promise<readonly string[]> {
  const { layout } = models;
  const entries = new Map<string, Entry>();
  for (const id of models.ids) {
    const isAbsent = layout.devices.some(({ model }) => model === id) && !present.has(id);
    const [title = '', ...details] = await describeModel(id, models);
    entries.set(id, { lines: [isAbsent ? `${title}, unplugged` : title, ...details], below: [] });
  }
  return treeOf(entries, models).map((top) => linesOf(top).join('\n'));
}

/** Puts each model below another model, or below its device of QEMU. Returns what is below nothing. */
function treeOf(entries: ReadonlyMap<string, Entry>, { layout }: AttachedModels): readonly Entry[] {
  const tops: Entry[] = [];
  const devices = new Map<string, Entry>();
  for (const [id, entry] of entries) {
    const above = layout.models.get(id)?.below;
    const device = layout.devices.find((candidate) => candidate.id === above);
    const model = above === undefined || device !== undefined ? undefined : entries.get(above);
    const top = device === undefined ? undefined : (devices.get(device.id) ?? entryOf(device));
    if (device !== undefined && top !== undefined && !devices.has(device.id)) {
      devices.set(device.id, top);
      tops.push(top);
    }
    ((model ?? top)?.below ?? tops).push(entry);
  }
  return tops;
}

function entryOf({ id, driver }: AttachedDevice): Entry {
  return { lines: [`${id} ${driver}`], below: [] };
}

function linesOf({ lines, below }: Entry): readonly string[] {
  return [...lines, ...below.flatMap(linesOf).map((line) => `  ${line}`)];
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
