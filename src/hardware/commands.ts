import { parseHelperAnswer } from '../calls/helper-answers.ts';
import { helperPath } from '../calls/helper-requests.ts';
import type { MachineCalls } from '../calls/machine-calls.ts';
import { HwRefusal, HwUsage } from './answerers.ts';
import { describeFault, describeModels } from './describe-models.ts';
import { blockFault, changeClock, clearFault, faultFired, setFault } from './fault-commands.ts';
import { done, type Hardware, type HwResult, tellOrders } from './hardware.ts';
import { injectAerError, injectNmi, setBalloon, setLink } from './machine-events.ts';
import { plugDevice } from './plug.ts';
import { getProperty, setProperty } from './properties.ts';
import { listPeripherals, removeDevice, unplugDevice } from './unplug.ts';

/** `hw list`: lists devices, controls and faults. @throws HwUsage @throws QmpError @throws DeviceHostError */
async function listHardware(words: readonly string[], hardware: Hardware): Promise<HwResult> {
  if (words.length > 0) throw new HwUsage('list takes no arguments');
  const {
    models,
    plugged: { disks },
    monitor,
  } = hardware;
  const peripherals = await listPeripherals(monitor);
  const modelLines = await describeModels(models, new Set(peripherals.map(({ id }) => id)));
  const others = peripherals.filter(({ id }) => !models.ids.includes(id));
  const deviceLines = others.map(({ id, driver }) =>
    [`${id} ${driver}`, ...(disks.get(id)?.faults.reports ?? []).map(describeFault)].join('\n'),
  );
  const lines = [...modelLines, ...deviceLines];
  const { calls } = hardware;
  return calls === undefined || calls.moduleNames.length === 0 ? { text: lines.join('\n') } : withModules(lines, calls);
}

/** Modules whose calls can fail are listed like devices. Only the guest's kernel knows the figures. */
function withModules(lines: readonly string[], calls: MachineCalls): HwResult {
  const conclude = (answers: readonly (readonly string[])[]): HwResult => {
    const answer = parseHelperAnswer(answers.at(-1) ?? []);
    if ('refusal' in answer) throw new HwRefusal(answer.refusal);
    const modules = calls
      .listing(answer)
      .map(({ owner, faults }) => [`${owner} module under test`, ...faults.map(describeFault)].join('\n'));
    return { text: [...lines, ...modules].join('\n') };
  };
  return { ...done, question: { orders: tellOrders(helperPath, ['report']), conclude } };
}

/** A request of `hw`. */
export interface HwCommand {
  /** The text after its name. */
  readonly usage: string;
  readonly about: string;
  /** @throws HwRefusal @throws HwUsage @throws QmpError @throws DeviceHostError @throws SystemError */
  readonly run: (words: readonly string[], hardware: Hardware) => Promise<HwResult>;
}

/** The allow-list of requests. All others are refused. */
export const hwCommands: ReadonlyMap<string, HwCommand> = new Map<string, HwCommand>([
  [
    'list',
    {
      usage: '',
      about: 'lists devices, controls of device models, modules whose calls can fail, and faults',
      run: listHardware,
    },
  ],
  [
    'get',
    { usage: 'ID.PROPERTY', about: 'prints a property of a device, or a control of a device model', run: getProperty },
  ],
  ['set', { usage: 'ID.PROPERTY VALUE', about: 'sets a property or control', run: setProperty }],
  [
    'plug',
    {
      usage: 'DRIVER[,id=ID][,disk=SIZE][,property=value …] | MODEL',
      about: 'plugs a device in, or a device model that was unplugged again, and prints its PCI address',
      run: plugDevice,
    },
  ],
  ['unplug', { usage: 'ID', about: 'unplugs a device after the guest has released it', run: unplugDevice }],
  [
    'remove',
    { usage: 'ID', about: 'removes a device without telling the guest (surprise removal)', run: removeDevice },
  ],
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
  ['balloon', { usage: 'MIB', about: 'sets the memory size of the guest', run: setBalloon }],
  [
    'block',
    {
      usage: 'DISK KIND [key=value …] | DISK clear [FAULT]',
      about: 'sets a fault on a disk that hw plugged in, and prints its id',
      run: blockFault,
    },
  ],
  [
    'fault',
    {
      usage: 'DEVICE KIND [key=value …]',
      about: 'sets a fault on a device model or disk, and prints its id',
      run: setFault,
    },
  ],
  ['clear', { usage: 'DEVICE [FAULT]', about: 'clears one fault, or all', run: clearFault }],
  [
    'fired',
    {
      usage: 'DEVICE FAULT [TIMES]',
      about: 'succeeds if the fault has fired TIMES times (default 1)',
      run: faultFired,
    },
  ],
  [
    'clock',
    {
      usage: 'DEVICE stop|resume|step TIME',
      about: "stops, resumes or steps a device model's clock",
      run: changeClock,
    },
  ],
]);
