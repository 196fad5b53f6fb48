import { createTestBus, type TestBus } from 'qemu-driver-test/device';
import fmcTdc from '../../../../examples/fmc-tdc/model/fmc-tdc.ts';
import { channels, type bars, type Channel } from '../../../../examples/fmc-tdc/model/registers.ts';
import type { controls } from '../../../../examples/fmc-tdc/model/card.ts';

export type Bus = TestBus<typeof bars, typeof controls>;

export const valid = 1 << 30;
export const enable = 1;
export const switchBuffers = 1 << 21;
export const done = 1 << 22;
export const overflow = 1 << 23;
export const pin = 0x100;
export const gpio = 0x8000;

/**
 * What a driver does before the first pulse: two buffers of `size` time stamps a channel, and the way of the
 * interrupts.
 */
export async function started({
  size = 4,
  timeoutMs = 1,
}: {
  readonly size?: number;
  readonly timeoutMs?: number;
} = {}): Promise<Bus> {
  const bus = await createTestBus(fmcTdc);
  for (const channel of channels) await setUpBuffers(bus, channel, { size, timeoutMs });
  await bus.write('VIC_CTL', 1);
  await bus.writeAt(0, { offset: 0x180 + 4 * 2, width: 4 }, 2n);
  await bus.writeAt(0, { offset: 0x180 + 4 * 6, width: 4 }, 6n);
  await bus.write('VIC_IER', (1 << 2) | (1 << 6));
  await bus.write('EIC_IER', 0x3e0);
  await bus.write('GPIO_INT_VALUE', pin);
  await bus.write('GPIO_INT_TYPE', pin);
  await bus.write('GPIO_INT_MASK_CLR', pin);
  await bus.write('INT_CFG0', gpio);
  await bus.write('TDC_INPUTS', 0x1f0080);
  await bus.write('TDC_CTRL', 1);
  return bus;
}

export async function setUpBuffers(
  bus: Bus,
  channel: Channel,
  { size, timeoutMs }: { readonly size: number; readonly timeoutMs: number },
): Promise<void> {
  await bus.write(`BUFFER${channel}_CUR_BASE`, bufferAt(channel, 0));
  await bus.write(`BUFFER${channel}_CUR_SIZE`, size | valid);
  await bus.write(`BUFFER${channel}_NEXT_BASE`, bufferAt(channel, 1));
  await bus.write(`BUFFER${channel}_NEXT_SIZE`, size | valid);
  await bus.write(`BUFFER${channel}_CSR`, enable | (timeoutMs << 1) | (16 << 11));
}

export function bufferAt(channel: Channel, which: 0 | 1): number {
  return (2 * (channel - 1) + which) * 0x10000;
}

/** By DMA, one item. */
export async function fetched(bus: Bus, at: number, count: number): Promise<readonly (readonly number[])[]> {
  const memory = bus.memory.allocate(16 * count);
  await item(bus, { card: at, host: memory.address, length: 16 * count });
  await bus.write('DMA_CTRL', 1);
  await bus.settle();
  return Array.from({ length: count }, (_, index) =>
    Array.from({ length: 4 }, (__, word) => memory.bytes.readUInt32LE(16 * index + 4 * word)),
  );
}

export async function item(
  bus: Bus,
  {
    card,
    host,
    length,
    attributes = 0,
    next = 0,
  }: {
    readonly card: number;
    readonly host: number;
    readonly length: number;
    readonly attributes?: number;
    readonly next?: number;
  },
): Promise<void> {
  await bus.write('DMA_CSTART', card);
  await bus.write('DMA_HSTARTL', host);
  await bus.write('DMA_HSTARTH', 0);
  await bus.write('DMA_LEN', length);
  await bus.write('DMA_NEXTL', next);
  await bus.write('DMA_NEXTH', 0);
  await bus.write('DMA_ATTRIB', attributes);
}
