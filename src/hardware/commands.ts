import type { FaultReport } from '../device/fault/fault-spec.ts';
import { HwUsage } from './answerers.ts';
import { blockFault, changeClock, clearFault, faultFired, setFault } from './fault-commands.ts';
import type { Hardware, HwResult } from './hardware.ts';
import { injectAerError, injectNmi, setBalloon, setLink } from './machine-events.ts';
import { plugDevice } from './plug.ts';
import { getProperty, setProperty } from './properties.ts';
import { listPeripherals, removeDevice, unplugDevice } from './unplug.ts';

/** `hw list`: what there is to talk to. @throws HwUsage, QmpError, DeviceHostError */
async function listHardware(words: readonly string[], hardware: Hardware): Promise<HwResult> {
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

/** One of the things that `hw` can be asked for. */
export interface HwCommand {
  /** What follows its name. */
  readonly usage: string;
  readonly about: string;
  /** @throws HwRefusal, HwUsage, QmpError, DeviceHostError, SystemError */
  readonly run: (words: readonly string[], hardware: Hardware) => Promise<HwResult>;
}

/** The allow-list of requests: what is not here does not exist. */
export const hwCommands: ReadonlyMap<string, HwCommand> = new Map<string, HwCommand>([
  [
    'list',
    {
      usage: '',
      about: 'shows what there is to talk to: devices, controls of device models, faults',
      run: listHardware,
    },
  ],
  [
    'get',
    { usage: 'ID.PROPERTY', about: 'prints a property of a device, or a control of a device model', run: getProperty },
  ],
  ['set', { usage: 'ID.PROPERTY VALUE', about: 'changes it', run: setProperty }],
  [
    'plug',
    {
      usage: 'DRIVER[,id=ID][,disk=SIZE][,property=value …]',
      about: 'plugs a device in and prints its PCI address',
      run: plugDevice,
    },
  ],
  ['unplug', { usage: 'ID', about: 'pulls a device out after the guest has let go of it', run: unplugDevice }],
  ['remove', { usage: 'ID', about: 'surprise removal: pulls a device without telling the guest', run: removeDevice }],
  ['link', { usage: 'NET up|down', about: "takes a network card's link down and up", run: setLink }],
  ['nmi', { usage: '', about: 'sends a non-maskable interrupt', run: injectNmi }],
  [
    'aer',
    {
      usage: 'ID ERROR',
      about: 'has a PCI Express device report an error, such as BAD_TLP or UNSUP',
      run: injectAerError,
    },
  ],
  ['balloon', { usage: 'MIB', about: 'leaves the guest with so much memory', run: setBalloon }],
  [
    'block',
    {
      usage: 'DISK KIND [key=value …] | DISK clear [FAULT]',
      about: 'breaks a disk that hw has plugged in, and prints the id of the fault',
      run: blockFault,
    },
  ],
  [
    'fault',
    {
      usage: 'DEVICE KIND [key=value …]',
      about: 'breaks a device model or a disk, and prints the id of the fault',
      run: setFault,
    },
  ],
  ['clear', { usage: 'DEVICE [FAULT]', about: 'takes a fault away, or all', run: clearFault }],
  [
    'fired',
    { usage: 'DEVICE FAULT [TIMES]', about: 'succeeds if the fault has hit so often, or once', run: faultFired },
  ],
  [
    'clock',
    {
      usage: 'DEVICE stop|resume|step TIME',
      about: "stops a device model's clock, or lets it go on",
      run: changeClock,
    },
  ],
]);
