import { describe, expect, it } from 'vitest';
import { ms } from 'qemu-driver-test/device';
import { enable, fetched, gpio, pin, started, switchBuffers } from './started-card.ts';

describe('the FMC TDC: interrupts', () => {
  it('come once, so many milliseconds after the first time stamp, whatever comes then', async () => {
    const bus = await started({ timeoutMs: 10 });
    bus.setControl('pulse', 2);
    await bus.step(9 * ms);
    bus.setControl('pulse', 2);
    expect(bus.takeInterrupts()).toEqual([]);
    await bus.step(1 * ms);
    bus.setControl('pulse', 2);
    await bus.step(100 * ms);
    expect(bus.takeInterrupts()).toEqual([0]);
    expect([await bus.read('EIC_ISR'), await bus.read('VIC_VAR'), await bus.read('GPIO_INT_STATUS')]).toEqual([
      1 << 6,
      6,
      pin,
    ]);
  });

  it('last until the buffers are switched and the controller is told so', async () => {
    const bus = await started();
    bus.setControl('pulse', 1);
    await bus.step(1 * ms);
    await bus.write('INT_CFG0', 0);
    await bus.write('BUFFER1_CSR', enable | switchBuffers);
    expect([await bus.read('EIC_ISR'), await bus.read('VIC_VAR')]).toEqual([0, 6]);
    await bus.write('VIC_EOIR', 1);
    expect([await bus.read('VIC_VAR'), await bus.read('GPIO_INT_STATUS'), await bus.read('GPIO_INT_STATUS')]).toEqual([
      0,
      pin,
      0,
    ]);
    await bus.write('INT_CFG0', gpio);
    expect(bus.takeInterrupts()).toEqual([0]);
  });

  it('come again when they are let through again, while their cause is there', async () => {
    const bus = await started();
    bus.setControl('pulse', 1);
    await bus.step(1 * ms);
    await bus.write('INT_CFG0', 0);
    await bus.write('VIC_EOIR', 1);
    await bus.read('GPIO_INT_STATUS');
    await bus.write('INT_CFG0', gpio);
    expect(bus.takeInterrupts()).toEqual([0, 0]);
  });

  it.each([
    ['EIC_IDR', 0x3e0],
    ['VIC_IDR', 1 << 6],
    ['VIC_CTL', 0],
    ['GPIO_INT_MASK_SET', pin],
    ['INT_CFG0', 0],
  ] as const)('do not come while %s holds them back', async (register, value) => {
    const bus = await started();
    await bus.write(register, value);
    bus.setControl('pulse', 1);
    await bus.step(10 * ms);
    expect(bus.takeInterrupts()).toEqual([]);
  });

  it('are served one at a time, the end of a transfer before time stamps', async () => {
    const bus = await started();
    bus.setControl('pulse', 1);
    await fetched(bus, 0, 1);
    await bus.step(1 * ms);
    expect([await bus.read('VIC_RISR'), await bus.read('VIC_VAR')]).toEqual([(1 << 2) | (1 << 6), 2]);
    await bus.write('DMA_STAT', 4);
    await bus.write('VIC_EOIR', 1);
    expect([await bus.read('VIC_RISR'), await bus.read('VIC_VAR')]).toEqual([1 << 6, 6]);
  });

  it('can be made by software, and each is over with its end', async () => {
    const bus = await started();
    await bus.write('VIC_SWIR', 1 << 2);
    expect([await bus.read('VIC_VAR'), bus.takeInterrupts()]).toEqual([2, [0]]);
    await bus.write('VIC_EOIR', 1);
    expect(await bus.read('VIC_VAR')).toBe(0);
  });
});
