import { describe, expect, it } from 'vitest';
import { createTestBus } from 'qemu-driver-test/device';
import fmcTdc from '../../../../examples/fmc-tdc/model/fmc-tdc.ts';
import { bufferAt, fetched, item, started } from './started-card.ts';

describe('the FMC TDC: DMA', () => {
  it('follows a chain through the machine, and moves every byte of it', async () => {
    const bus = await started({ size: 600 });
    bus.setControl('burst', 600);
    bus.setControl('pulse', 1);
    const target = bus.memory.allocate(9600);
    const list = bus.memory.allocate(64);
    const pieces = [
      { at: 0, length: 4096 },
      { at: 4096, length: 5000 },
      { at: 9096, length: 504 },
    ] as const;
    for (const [index, { at, length }] of pieces.slice(1).entries()) {
      const words = [bufferAt(1, 0) + at, target.address + at, 0, length, list.address + 32, 0, index === 0 ? 2 : 0];
      for (const [word, value] of words.entries()) list.bytes.writeUInt32LE(value, 32 * index + 4 * word);
    }
    await item(bus, { card: bufferAt(1, 0), host: target.address, length: 4096, attributes: 2, next: list.address });
    await bus.write('DMA_CTRL', 1);
    await bus.settle();
    expect(await bus.read('DMA_STAT')).toBe(4);
    expect(Array.from({ length: 600 }, (_, index) => target.bytes.readUInt32LE(16 * index + 12) >>> 4)).toEqual(
      Array.from({ length: 600 }, (_, index) => index),
    );
    expect(bus.log.filter(({ kind }) => kind === 'dma').map((entry) => ('length' in entry ? entry.length : 0))).toEqual(
      [4096, 28, 4096, 904, 28, 504],
    );
  });

  it.each([
    [0x0, 'a1b2c3d4'],
    [0x4, 'b2a1d4c3'],
    [0x8, 'c3d4a1b2'],
    [0xc, 'd4c3b2a1'],
  ])('to the card and back, with swapping 0x%s', async (swap, expected) => {
    const bus = await createTestBus(fmcTdc);
    const memory = bus.memory.allocate(8);
    memory.bytes.write('a1b2c3d4', 'hex');
    await item(bus, { card: 0x100, host: memory.address, length: 4, attributes: 1 });
    await bus.write('DMA_CTRL', 1);
    await item(bus, { card: 0x100, host: memory.address + 4, length: 4 });
    await bus.write('DMA_CTRL', 1 | swap);
    await bus.settle();
    expect(memory.bytes.toString('hex', 4)).toBe(expected);
  });

  it.each([
    ['fails', 'dma-fail direction=write nth=2', 2 | 4],
    ['fails as it fetches the next item', 'dma-fail direction=read', 2 | 4],
    ['hangs', 'dma-hang direction=write nth=1', 1],
  ])('a transfer that %s is told by its status', async (_, fault, expected) => {
    const bus = await started();
    const memory = bus.memory.allocate(8192);
    bus.setFault(fault);
    await item(bus, {
      card: 0,
      host: memory.address,
      length: 8192,
      attributes: fault.includes('read') ? 2 : 0,
      next: memory.address,
    });
    await bus.write('DMA_CTRL', 1);
    await bus.settle();
    expect(await bus.read('DMA_STAT')).toBe(expected);
    expect(bus.takeInterrupts()).toEqual(expected === 1 ? [] : [0]);
  });

  it('an item without a word to move is an error', async () => {
    const bus = await started();
    await item(bus, { card: 0, host: bus.memory.allocate(16).address, length: 3 });
    await bus.write('DMA_CTRL', 1);
    expect(await bus.read('DMA_STAT')).toBe(2 | 4);
  });

  it('a transfer that hangs can be given up, and the next one works', async () => {
    const bus = await started();
    bus.setControl('pulse', 1);
    bus.setFault('dma-hang nth=1');
    await fetched(bus, bufferAt(1, 0), 1);
    await bus.write('DMA_CTRL', 2);
    expect(await bus.read('DMA_STAT')).toBe(3);
    expect((await fetched(bus, bufferAt(1, 0), 1)).map((words) => words[3])).toEqual([0x08]);
    expect(await bus.read('DMA_STAT')).toBe(4);
  });
});
