import { describe, expect, it } from 'vitest';
import { createTestBus, ms } from 'qemu-driver-test/device';
import edu from '../../../examples/edu-ts/edu.ts';

const wantIrq = 0x80;
const start = 1n;
const fromDevice = 2n;
const dmaIrq = 4n;
const buffer = 0x40000n;

describe('the edu model', () => {
  it('identifies itself, and gives back what was written, inverted', async () => {
    const bus = await createTestBus(edu);
    expect(await bus.read('ID')).toBe(0x010000ed);
    await bus.write('ID', 0);
    expect(await bus.read('ID')).toBe(0x010000ed);
    await bus.write('LIVENESS', 0x1234_5678);
    expect(await bus.read('LIVENESS')).toBe(0xedcb_a987);
  });

  it.each([
    [0, 1],
    [5, 120],
    [12, 479_001_600],
    [13, 1_932_053_504],
    [0xffff_ffff, 0],
  ])('computes %i! modulo 2^32, and says when it is done', async (n, expected) => {
    const bus = await createTestBus(edu);
    await bus.write('STATUS', wantIrq);
    await bus.write('FACTORIAL', n);
    expect(await bus.read('STATUS')).toBe(wantIrq | 1);
    await bus.write('FACTORIAL', 3);
    await bus.step(1 * ms);
    expect(await bus.read('STATUS')).toBe(wantIrq);
    expect(await bus.read('FACTORIAL')).toBe(expected >>> 0);
    expect(bus.takeInterrupts()).toEqual([0]);
    expect(await bus.read('IRQ_STATUS')).toBe(1);
    await bus.write('IRQ_ACK', 1);
    expect(await bus.read('IRQ_STATUS')).toBe(0);
  });

  it('copies memory to its buffer and back, byte for byte', async () => {
    const bus = await createTestBus(edu);
    const out = bus.memory.allocate(4096);
    const back = bus.memory.allocate(4096);
    for (let index = 0; index < 4096; index++) out.bytes[index] = (index * 7) & 0xff;
    await transfer(bus, { source: BigInt(out.address), destination: buffer, command: start | dmaIrq });
    await transfer(bus, { source: buffer, destination: BigInt(back.address), command: start | fromDevice | dmaIrq });
    expect(back.bytes.equals(out.bytes)).toBe(true);
    expect(bus.takeInterrupts()).toEqual([0, 0]);
    expect(await bus.read('IRQ_STATUS')).toBe(0x100);
  });

  it('takes 100 ms for a transfer, in which its registers do not change', async () => {
    const bus = await createTestBus(edu);
    await bus.write('DMA_COUNT', 16n);
    await bus.write('DMA_COMMAND', start);
    await bus.write('DMA_COUNT', 99n);
    await bus.step(99 * ms);
    expect(await bus.read('DMA_COMMAND')).toBe(start);
    expect(await bus.read('DMA_COUNT')).toBe(16n);
    await bus.step(1 * ms);
    expect(await bus.read('DMA_COMMAND')).toBe(0n);
  });

  it('sends addresses of 28 bits', async () => {
    const bus = await createTestBus(edu);
    const low = bus.memory.allocate(16);
    await transfer(bus, {
      source: buffer,
      destination: BigInt(low.address) | (1n << 28n),
      command: start | fromDevice,
      count: 16n,
    });
    expect(bus.log.find(({ kind }) => kind === 'dma')).toMatchObject({
      address: `0x${low.address.toString(16)}`,
      outcome: 'done',
    });
  });

  it('holds its line high until all causes are acknowledged', async () => {
    const bus = await createTestBus(edu, { enabled: 'intx' });
    await bus.write('IRQ_RAISE', 0x6);
    await bus.write('IRQ_ACK', 0x2);
    expect([bus.isLineHigh, bus.takeInterrupts()]).toEqual([true, []]);
    await bus.write('IRQ_ACK', 0x4);
    expect(bus.isLineHigh).toBe(false);
  });

  it('loses data and message without bus mastering, as hardware does', async () => {
    const bus = await createTestBus(edu);
    const memory = bus.memory.allocate(16);
    memory.bytes.fill(0xaa);
    await bus.setBusMaster(false);
    await transfer(bus, {
      source: buffer,
      destination: BigInt(memory.address),
      command: start | fromDevice | dmaIrq,
      count: 16n,
    });
    expect(memory.bytes.every((byte) => byte === 0xaa)).toBe(true);
    expect(bus.takeInterrupts()).toEqual([]);
    expect(await bus.read('IRQ_STATUS')).toBe(0x100);
    expect(bus.log.find(({ kind }) => kind === 'interrupt')).toMatchObject({ outcome: 'lost: bus mastering is off' });
  });

  it('forgets everything at a reset, a transfer under way included', async () => {
    const bus = await createTestBus(edu);
    await bus.write('STATUS', wantIrq);
    await bus.write('FACTORIAL', 5);
    await bus.reset();
    await bus.enable();
    await bus.step(1000 * ms);
    expect(await bus.read('STATUS')).toBe(0);
    expect(bus.takeInterrupts()).toEqual([]);
  });
});

async function transfer(
  bus: Awaited<ReturnType<typeof createTestBus<typeof edu.bars, typeof edu.controls>>>,
  {
    source,
    destination,
    command,
    count = 4096n,
  }: { source: bigint; destination: bigint; command: bigint; count?: bigint },
): Promise<void> {
  await bus.write('DMA_SOURCE', source);
  await bus.write('DMA_DESTINATION', destination);
  await bus.write('DMA_COUNT', count);
  await bus.write('DMA_COMMAND', command);
  await bus.step(100 * ms);
}
