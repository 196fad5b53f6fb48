import type { HwMonitor } from './hardware.ts';
import type { Peripheral } from './peripherals.ts';
import { HwRefusal } from './refusal.ts';

/** An error of a PCI Express device: one of a closed list, by the name or the bit that QEMU knows it by. */
export type AerError =
  | { readonly kind: 'uncorrectable'; readonly name: Uncorrectable }
  | { readonly kind: 'correctable'; readonly status: number };

export const uncorrectable = [
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
export async function injectPcieError(monitor: HwMonitor, { id }: Peripheral, error: AerError): Promise<void> {
  const words = error.kind === 'correctable' ? `-c ${id} 0x${error.status.toString(16)}` : `${id} ${error.name}`;
  const printed = await monitor.execute('human-monitor-command', { 'command-line': `pcie_aer_inject_error ${words}` });
  const text = typeof printed === 'string' ? printed.replaceAll('\r', '').trim() : '';
  const [, complaint] = /^Error: (.*)/s.exec(text) ?? [];
  if (complaint !== undefined) throw new HwRefusal(`QEMU says: ${complaint}`);
}
