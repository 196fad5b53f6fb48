import { asObject } from '../bounds/parse-json.ts';
import { type HwMonitor, HwRefusal, HwUsage } from './answerers.ts';
import { done, type Hardware, type HwResult } from './hardware.ts';
import { findPeripheral, isOurs, type Peripheral } from './unplug.ts';

/** An error of a PCI Express device, from a closed list, by QEMU's name or bit. */
export type AerError =
  | { readonly kind: 'uncorrectable'; readonly name: Uncorrectable }
  | { readonly kind: 'correctable'; readonly status: number };

const uncorrectable = [
  'DLP',
  'SDN',
  'POISON_TLP',
  'FCP',
  'COMP_TIME',
  'COMP_ABORT',
  'UNX_COMP',
  'RX_OVER',
  'MALF_TLP',
  'ECRC',
  'UNSUP',
  'ACSV',
  'INTN',
] as const;
export type Uncorrectable = (typeof uncorrectable)[number];

/**
 * The only use of QEMU's human monitor on behalf of a guest, because QMP has no command for it. That monitor parses a
 * command line. The line contains nothing from the guest except the id of a device that QEMU listed, which is validated
 * (`listPeripherals`). @throws HwRefusal with QEMU's complaint @throws QmpError when QEMU is gone
 */
async function injectPcieError(monitor: HwMonitor, { id }: Peripheral, error: AerError): Promise<void> {
  const words = error.kind === 'correctable' ? `-c ${id} 0x${error.status.toString(16)}` : `${id} ${error.name}`;
  const printed = await monitor.execute('human-monitor-command', { 'command-line': `pcie_aer_inject_error ${words}` });
  const text = typeof printed === 'string' ? printed.replaceAll('\r', '').trim() : '';
  const [, complaint] = /^Error: (.*)/s.exec(text) ?? [];
  if (complaint !== undefined) throw new HwRefusal(`QEMU says: ${complaint}`);
}

/** Ids, and QEMU's names for cards and networks without one: `e1000e.0`, `#net012`. */
const networkName = /^[A-Za-z#][A-Za-z0-9._-]{0,63}$/;

/**
 * `hw link NET up|down`: for a network card, or the network behind it. @throws HwUsage @throws HwRefusal @throws
 * QmpError
 */
export async function setLink(words: readonly string[], { monitor }: Hardware): Promise<HwResult> {
  const [name, state, ...more] = words;
  if (name === undefined || (state !== 'up' && state !== 'down') || more.length > 0)
    throw new HwUsage('expected the id of a network card or of its -netdev, and up or down');
  if (isOurs(name)) throw new HwRefusal(`${name} belongs to the runner`);
  if (!networkName.test(name))
    throw new HwRefusal(`expected the id of a network card or of its -netdev, found ${JSON.stringify(name)}`);
  await monitor.execute('set_link', { name, up: state === 'up' });
  return done;
}

/** `hw nmi`: to all processors that accept it. @throws HwUsage @throws QmpError */
export async function injectNmi(words: readonly string[], { monitor }: Hardware): Promise<HwResult> {
  if (words.length > 0) throw new HwUsage('nmi takes no arguments');
  await monitor.execute('inject-nmi');
  return done;
}

/** The bits of correctable errors, for which QEMU has no names. Source: PCI Express, 7.8.4. */
const correctable: ReadonlyMap<string, number> = new Map([
  ['RCVR', 0x1],
  ['BAD_TLP', 0x40],
  ['BAD_DLLP', 0x80],
  ['REP_ROLL', 0x100],
  ['REP_TIMER', 0x1000],
  ['ADV_NONFATAL', 0x2000],
  ['INTERNAL', 0x4000],
  ['HL_OVERFLOW', 0x8000],
]);

/** `hw aer ID ERROR`. @throws HwUsage @throws HwRefusal @throws QmpError */
export async function injectAerError(words: readonly string[], hardware: Hardware): Promise<HwResult> {
  const [id, error, ...more] = words;
  if (id === undefined || error === undefined || more.length > 0)
    throw new HwUsage('expected the id of a device and an error');
  const peripheral = await findPeripheral(hardware, id);
  await injectPcieError(hardware.monitor, peripheral, findError(error));
  return done;
}

/** @throws HwUsage with the list of errors */
function findError(wanted: string): AerError {
  const status = correctable.get(wanted);
  if (status !== undefined) return { kind: 'correctable', status };
  const name = uncorrectable.find((candidate) => candidate === wanted);
  if (name !== undefined) return { kind: 'uncorrectable', name };
  throw new HwUsage(
    `unknown error ${JSON.stringify(wanted)}; the correctable errors are ${[...correctable.keys()].join(', ')}, ` +
      `the uncorrectable ones ${uncorrectable.join(', ')}`,
  );
}

const pollMs = 5;

/**
 * `hw balloon MIB`: waits until the guest's balloon has reached this size. @throws HwUsage @throws HwRefusal @throws
 * QmpError
 */
export async function setBalloon(
  words: readonly string[],
  { monitor, limits: { guestMs } }: Hardware,
): Promise<HwResult> {
  const [text = '', ...more] = words;
  if (!/^\d{1,6}$/.test(text) || more.length > 0) throw new HwUsage('expected the new memory size of the guest in MiB');
  const target = Number(text) * 1024 ** 2;
  const actual = async (): Promise<unknown> => asObject(await monitor.execute('query-balloon'))?.['actual'];
  await monitor.execute('balloon', { value: target });
  // A balloon that still moves is waited for: on a busy host it takes its time. The limit of all requests remains.
  let movedMs = performance.now();
  let bytes = await actual();
  while (bytes !== target) {
    if (performance.now() - movedMs > guestMs)
      throw new HwRefusal(`expected ${text} MiB after ${guestMs / 1000} s, found ${describeMiB(bytes)}`);
    await new Promise((resolve) => setTimeout(resolve, pollMs));
    const before = bytes;
    bytes = await actual();
    if (bytes !== before) movedMs = performance.now();
  }
  return done;
}

function describeMiB(bytes: unknown): string {
  return typeof bytes === 'number' ? `${Math.round(bytes / 1024 ** 2)} MiB` : 'an unknown amount';
}
