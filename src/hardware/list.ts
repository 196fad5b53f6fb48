import type { FaultReport } from '../device/fault/fault-spec.ts';
import type { Hardware, HwResult } from './hardware.ts';
import { listPeripherals } from './peripherals.ts';
import { HwUsage } from './refusal.ts';

/** `hw list`: what there is to talk to. @throws HwUsage, QmpError, DeviceHostError */
export async function listHardware(words: readonly string[], hardware: Hardware): Promise<HwResult> {
  if (words.length > 0) throw new HwUsage('nothing can be said about it');
  const {
    models,
    plugged: { disks },
    monitor,
  } = hardware;
  const modelLines = await Promise.all(models.ids.map((id) => describeModel(id, hardware)));
  const others = (await listPeripherals(monitor)).filter(({ id }) => !models.ids.includes(id));
  const deviceLines = others.map(({ id, driver }) =>
    [`${id} ${driver}`, ...(disks.get(id)?.faults.reports ?? []).map(describeFault)].join('\n'),
  );
  return { text: [...modelLines, ...deviceLines].join('\n') };
}

async function describeModel(device: string, { models }: Hardware): Promise<string> {
  const [{ controls }, { faults }] = await Promise.all([
    models.ask({ do: 'get-controls', device }),
    models.ask({ do: 'faults', device }),
  ]);
  const settings = Object.entries(controls).map(([name, value]) => `  control ${name}=${String(value)}`);
  return [`${device} device model`, ...settings, ...faults.map(describeFault)].join('\n');
}

function describeFault({ id, text, fired, counted, isCleared }: FaultReport): string {
  return `  fault ${id}: ${text} (fired ${fired} of ${counted}${isCleared ? ', cleared' : ''})`;
}
