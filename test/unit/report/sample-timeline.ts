import type { TimelineEntry } from '../../../src/run/evidence/timeline-entry.ts';
import { oopsReport } from './sample-results.ts';

/** An entry; `changes` make it what a case needs. */
export function entry(
  atMs: number,
  source: TimelineEntry['source'],
  text: string,
  changes: Partial<TimelineEntry> = {},
): TimelineEntry {
  return { atMs, source, text, ...changes };
}

/** Something that passed between a model and its machine. */
export function seen(atMs: number, device: string, text: string, kind = 'read'): TimelineEntry {
  return entry(atMs, 'device', text, { device, data: { kind } });
}

/** A driver that polls one register so many times, once a tenth of a millisecond. */
export function polled(fromMs: number, device: string, text: string, times: number): readonly TimelineEntry[] {
  return Array.from({ length: times }, (_, index) =>
    seen(Math.round((fromMs + index / 10) * 1000) / 1000, device, text),
  );
}

/** Entries as `timeline.jsonl` has them. */
export function jsonLines(entries: readonly TimelineEntry[]): string {
  return entries.map((one) => `${JSON.stringify(one)}\n`).join('');
}

/** A driver of two devices whose DMA a test lets fail, until the kernel oopses with `oopsReport`. */
export const dmaTimeline: readonly TimelineEntry[] = [
  entry(0, 'machine', 'QEMU is launched'),
  entry(61.204, 'monitor', 'RESUME'),
  entry(72.881, 'machine', 'edu0 and clock0 are plugged in'),
  entry(
    75.36,
    'console',
    '[    2.101224] pci 0000:00:05.0: [1234:11e8] type 00 class 0x00ff00 conventional PCI endpoint',
  ),
  entry(98.117, 'stage', 'setup begins'),
  entry(121.49, 'console', '[    2.148810] edu: loading out-of-tree module taints kernel.'),
  seen(130.502, 'edu0', 'read ID 0x10000ed'),
  seen(130.911, 'edu0', 'write LIVENESS 0x12345678', 'write'),
  seen(131.207, 'edu0', 'read LIVENESS 0xedcba987'),
  entry(131.95, 'console', '[    2.159302] edu 0000:00:05.0: revision 1.0, 28 bits of DMA'),
  seen(133.018, 'clock0', 'write CONTROL 0x1', 'write'),
  seen(133.4, 'clock0', 'interrupt 0 (tick): sent', 'interrupt'),
  entry(140.016, 'stage', 'setup ended with 0'),
  entry(140.733, 'stage', 'run begins'),
  entry(151.206, 'hw', 'hw fault edu0 dma-fail nth=2'),
  entry(151.871, 'hw', 'hw clear edu0 late'),
  seen(163.002, 'edu0', 'write DMA_SOURCE 0x2a4f000', 'write'),
  seen(163.244, 'edu0', 'write DMA_DESTINATION 0x40000', 'write'),
  seen(163.481, 'edu0', 'write DMA_COUNT 0x1000', 'write'),
  seen(163.77, 'edu0', 'write DMA_COMMAND 0x1', 'write'),
  seen(164.119, 'edu0', 'DMA read of 4096 bytes from 0x2a4f000', 'dma'),
  ...polled(164.5, 'edu0', 'read DMA_COMMAND 0x1', 214),
  seen(185.91, 'edu0', 'read DMA_COMMAND 0x0'),
  seen(186.204, 'edu0', 'interrupt 0 (done): sent', 'interrupt'),
  seen(186.711, 'edu0', 'read INTERRUPT_STATUS 0x100'),
  seen(186.98, 'edu0', 'write INTERRUPT_ACKNOWLEDGE 0x100', 'write'),
  entry(187.402, 'console', '[    2.214873] edu 0000:00:05.0: 4096 bytes to the device in 23 ms'),
  seen(188.33, 'clock0', 'interrupt 0 (tick): sent', 'interrupt'),
  seen(188.702, 'clock0', 'read TICKS 0x1'),
  seen(190.11, 'edu0', 'write DMA_SOURCE 0x40000', 'write'),
  seen(190.352, 'edu0', 'write DMA_DESTINATION 0x2a50000', 'write'),
  seen(190.588, 'edu0', 'write DMA_COUNT 0x1000', 'write'),
  seen(190.86, 'edu0', 'write DMA_COMMAND 0x3', 'write'),
  seen(191.204, 'edu0', 'fault dma-fail fired at DMA write of 4096 bytes to 0x2a50000', 'fault'),
  seen(191.31, 'edu0', 'DMA write of 4096 bytes to 0x2a50000: failed', 'dma'),
  ...Array.from({ length: 41 }, (_, turn) => [
    seen(191.6 + turn / 2, 'edu0', 'read DMA_COMMAND 0x3'),
    seen(191.8 + turn / 2, 'clock0', 'read TICKS 0x2'),
  ]).flat(),
  seen(
    212.44,
    'edu0',
    "the model crashed at write of DMA_COMMAND: TypeError: Cannot read properties of undefined (reading 'length')",
    'crash',
  ),
  seen(212.5, 'edu0', 'read STATUS 0xffffffff'),
  seen(212.801, 'edu0', 'interrupt 0 (done): sent', 'interrupt'),
  seen(213.09, 'edu0', 'read INTERRUPT_STATUS 0xffffffff'),
  ...oopsReport
    .split('\n')
    .slice(0, 20)
    .map((line, index) => entry(213.6 + index / 50, 'console', line)),
  entry(260.011, 'monitor', 'SHUTDOWN guest=true reason=guest-panic'),
  entry(261.4, 'machine', 'the machine is gone'),
];
