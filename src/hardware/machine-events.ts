import { asObject } from '../bounds/parse-json.ts';
import { type HwMonitor, HwRefusal, HwUsage } from './answerers.ts';
import { done, type Hardware, type HwResult } from './hardware.ts';
import { findPeripheral, isOurs, type Peripheral } from './unplug.ts';

/** An error of a PCI Express device: one of a closed list, by the name or the bit that QEMU knows it by. */
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
 * The only thing that QEMU's human monitor is asked for on behalf of a guest, since QMP has no command for it. That
 * monitor splits a line again: nothing of the guest's is in this one, but the id of a device that QEMU has listed, and
 * that is checked (`listPeripherals`).
 * @throws HwRefusal with QEMU's complaint; QmpError when it went away.
 */
async function injectPcieError(monitor: HwMonitor, { id }: Peripheral, error: AerError): Promise<void> {
  const words = error.kind === 'correctable' ? `-c ${id} 0x${error.status.toString(16)}` : `${id} ${error.name}`;
  const printed = await monitor.execute('human-monitor-command', { 'command-line': `pcie_aer_inject_error ${words}` });
  const text = typeof printed === 'string' ? printed.replaceAll('\r', '').trim() : '';
  const [, complaint] = /^Error: (.*)/s.exec(text) ?? [];
  if (complaint !== undefined) throw new HwRefusal(`QEMU says: ${complaint}`);
}

/** Ids, and what QEMU calls cards and networks that have none: `e1000e.0`, `#net012`. */
const networkName = /^[A-Za-z#][A-Za-z0-9._-]{0,63}$/;

/** `hw link NET up|down`: of a network card, or of the network that it is on. @throws HwUsage, HwRefusal, QmpError */
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

/** `hw nmi`: to every processor that listens for one. @throws HwUsage, QmpError */
export async function injectNmi(words: readonly string[], { monitor }: Hardware): Promise<HwResult> {
  if (words.length > 0) throw new HwUsage('nothing can be said about it');
  await monitor.execute('inject-nmi');
  return done;
}

/** The bits of correctable errors, which QEMU takes by number only. Source: PCI Express, 7.8.4. */
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

/** `hw aer ID ERROR`. @throws HwUsage, HwRefusal, QmpError */
export async function injectAerError(words: readonly string[], hardware: Hardware): Promise<HwResult> {
  const [id, error, ...more] = words;
  if (id === undefined || error === undefined || more.length > 0)
    throw new HwUsage('expected the id of a device and an error');
  const peripheral = await findPeripheral(hardware, id);
  await injectPcieError(hardware.monitor, peripheral, findError(error));
  return done;
}

/** @throws HwUsage with those that there are. */
function findError(wanted: string): AerError {
  const status = correctable.get(wanted);
  if (status !== undefined) return { kind: 'correctable', status };
  const name = uncorrectable.find((candidate) => candidate === wanted);
  if (name !== undefined) return { kind: 'uncorrectable', name };
  throw new HwUsage(
    `there is no error ${JSON.stringify(wanted)}; correctable are ${[...correctable.keys()].join(', ')}, ` +
      `uncorrectable ${uncorrectable.join(', ')}`,
  );
}

const pollMs = 5;

/** `hw balloon MIB`: until the guest's balloon has left it so much memory. @throws HwUsage, HwRefusal, QmpError */
export async function setBalloon(
  words: readonly string[],
  { monitor, limits: { guestMs } }: Hardware,
): Promise<HwResult> {
  const [text = '', ...more] = words;
  if (!/^\d{1,6}$/.test(text) || more.length > 0)
    throw new HwUsage('expected how many MiB the guest shall be left with');
  const target = Number(text) * 1024 ** 2;
  const actual = async (): Promise<unknown> => asObject(await monitor.execute('query-balloon'))?.['actual'];
  await monitor.execute('balloon', { value: target });
  const startedMs = performance.now();
  let bytes = await actual();
  while (bytes !== target) {
    if (performance.now() - startedMs > guestMs)
      throw new HwRefusal(`the guest has ${describeMiB(bytes)} after ${guestMs / 1000} s, not ${text} MiB`);
    await new Promise((resolve) => setTimeout(resolve, pollMs));
    bytes = await actual();
  }
  return done;
}

function describeMiB(bytes: unknown): string {
  return typeof bytes === 'number' ? `${Math.round(bytes / 1024 ** 2)} MiB` : 'an unknown amount';
}
