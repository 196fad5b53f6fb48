import { asObject } from '../machine/qmp/message.ts';
import { done, type Hardware, type HwResult } from './hardware.ts';
import { askHuman } from './human-monitor.ts';
import { findPeripheral } from './peripherals.ts';
import { HwRefusal, HwUsage } from './refusal.ts';

/** `hw link NET up|down`: of a network card, or of the network that it is on. @throws HwUsage, HwRefusal, QmpError */
export async function setLink(words: readonly string[], { monitor }: Hardware): Promise<HwResult> {
  const [name, state, ...more] = words;
  if (name === undefined || (state !== 'up' && state !== 'down') || more.length > 0) throw new HwUsage('expected the id of a network card or of its -netdev, and up or down');
  if (name.startsWith('qdt.')) throw new HwRefusal(`${name} belongs to the runner`);
  await monitor.execute('set_link', { name, up: state === 'up' });
  return done;
}

/** `hw nmi`: to every processor that listens for one. @throws HwUsage, QmpError */
export async function injectNmi(words: readonly string[], { monitor }: Hardware): Promise<HwResult> {
  if (words.length > 0) throw new HwUsage('nothing can be said about it');
  await monitor.execute('inject-nmi');
  return done;
}

/** QEMU's names of the errors, and the bits of the correctable ones, which it takes by number only. Source: PCI Express, 7.8.4. */
const uncorrectable = ['DLP', 'SDN', 'POISON_TLP', 'FCP', 'COMP_TIME', 'COMP_ABORT', 'UNX_COMP', 'RX_OVER', 'MALF_TLP', 'ECRC', 'UNSUP', 'ACSV', 'INTN'];
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
  if (id === undefined || error === undefined || more.length > 0) throw new HwUsage('expected the id of a device and an error');
  await findPeripheral(hardware, id);
  const status = correctable.get(error);
  if (status === undefined && !uncorrectable.includes(error)) throw new HwUsage(`there is no error ${JSON.stringify(error)}; correctable are ${[...correctable.keys()].join(', ')}, uncorrectable ${uncorrectable.join(', ')}`);
  await askHuman(hardware.monitor, status === undefined ? `pcie_aer_inject_error ${id} ${error}` : `pcie_aer_inject_error -c ${id} 0x${status.toString(16)}`);
  return done;
}

const pollMs = 5;

/** `hw balloon MIB`: until the guest's balloon has left it so much memory. @throws HwUsage, HwRefusal, QmpError */
export async function setBalloon(words: readonly string[], { monitor, limits: { guestMs } }: Hardware): Promise<HwResult> {
  const [text = '', ...more] = words;
  if (!/^\d{1,6}$/.test(text) || more.length > 0) throw new HwUsage('expected how many MiB the guest shall be left with');
  const target = Number(text) * 1024 ** 2;
  const actual = async (): Promise<unknown> => asObject(await monitor.execute('query-balloon'))?.['actual'];
  await monitor.execute('balloon', { value: target });
  const startedMs = performance.now();
  let bytes = await actual();
  while (bytes !== target) {
    if (performance.now() - startedMs > guestMs) throw new HwRefusal(`the guest has ${describeMiB(bytes)} after ${guestMs / 1000} s, not ${text} MiB`);
    await new Promise((resolve) => setTimeout(resolve, pollMs));
    bytes = await actual();
  }
  return done;
}

function describeMiB(bytes: unknown): string {
  return typeof bytes === 'number' ? `${Math.round(bytes / 1024 ** 2)} MiB` : 'an unknown amount';
}
