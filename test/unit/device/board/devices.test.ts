import { describe, expect, it } from 'vitest';
import {
  createTestBus,
  defineGpioLines,
  definePlatformDevice,
  defineSpiDevice,
  DefinitionError,
  ms,
} from '../../../../src/device.ts';
import at25 from '../../../../examples/spi-eeprom/models/at25.ts';
import keys from '../../../../examples/gpio-keys/models/keys.ts';
import lamp from '../../../../examples/gpio-keys/models/lamp.ts';
import uart from '../../../../examples/platform-uart/models/dw-uart.ts';

const alarm = defineSpiDevice({
  name: 'alarm',
  spi: { type: 'alarm', interrupt: {} },
  controls: { rings: { type: 'switch', initial: false } },
  exchange: () => Buffer.of(),
  changed: { rings: ({ interrupts }, isOn) => (isOn ? interrupts.raise() : interrupts.lower()) },
});

describe('an SPI device', () => {
  it('keeps what is written, when writing is allowed', async () => {
    const bus = await createTestBus(at25);
    const write = Buffer.concat([Buffer.of(2, 0, 64), Buffer.from('text')]);
    await bus.exchange(write);
    expect((await bus.exchange([3, 0, 64], 7)).subarray(3)).toEqual(Buffer.alloc(4, 0xff));
    await bus.exchange([6]);
    await bus.exchange(write);
    expect((await bus.exchange([5], 2))[1]).toBe(1);
    await bus.step(5 * ms);
    expect((await bus.exchange([5], 2))[1]).toBe(0);
    expect((await bus.exchange([3, 0, 64], 7)).toString('latin1', 3)).toBe('text');
    expect(bus.coverage.exchanges).toMatchObject({ WRITE: { count: 2 }, WRITE_ENABLE: { count: 1 } });
  });

  it.each([
    ['miso-stuck at=0', [0, 0, 0]],
    ['miso-stuck', [255, 255, 255]],
    ['read-stuck bits=0x81 at=0', [0x7e, 0, 0]],
    ['corrupt byte=1 mask=0x0f', [0xff, 0x0f, 0]],
    ['miso-stuck command=READ', [0xff, 0, 0]],
  ])('with %s sends %j', async (fault, expected) => {
    const bus = await createTestBus(at25);
    bus.setFault(fault);
    expect([...(await bus.exchange([5], 3))]).toEqual(expected);
  });

  it('that is late answers on the clock', async () => {
    const bus = await createTestBus(at25);
    bus.setFault('late by=5ms');
    let isDone = false;
    const exchange = bus.exchange([5], 2).then(() => (isDone = true));
    await bus.settle();
    expect(isDone).toBe(false);
    await bus.step(5 * ms);
    await exchange;
    expect(isDone).toBe(true);
  });

  it('fails as a test when the controller reports an error of the bus', async () => {
    const bus = await createTestBus(at25);
    bus.setFault('bus-error command=READ_STATUS');
    await expect(bus.exchange([5], 2)).rejects.toThrow(/bus-error/);
    await expect(bus.exchange([6])).resolves.toHaveLength(1);
  });

  it('sends all ones where it sends nothing', async () => {
    const bus = await createTestBus(alarm);
    expect(await bus.exchange([1, 2])).toEqual(Buffer.of(0xff, 0xff));
  });

  it('has an interrupt with the faults of interrupts', async () => {
    const bus = await createTestBus(alarm);
    bus.setControl('rings', true);
    expect([bus.isLineActive, bus.takeInterrupts()]).toEqual([true, 1]);
    bus.setControl('rings', false);
    bus.setFault('irq-drop nth=1');
    bus.setControl('rings', true);
    expect([bus.isLineActive, bus.takeInterrupts()]).toEqual([false, 0]);
    bus.setFault('irq-duplicate times=2');
    bus.setControl('rings', true);
    expect([bus.isLineActive, bus.takeInterrupts()]).toEqual([true, 3]);
  });

  it('does not keep its line active when a late interrupt has lost its cause', async () => {
    const bus = await createTestBus(alarm);
    bus.setFault('irq-delay by=5ms');
    bus.setControl('rings', true);
    bus.setControl('rings', false);
    await bus.step(10 * ms);
    expect([bus.isLineActive, bus.takeInterrupts()]).toEqual([false, 1]);
  });

  it('breaks when it does not return bytes', async () => {
    const bus = await createTestBus(
      // As a model in JavaScript may do.
      defineSpiDevice({ name: 'bad', spi: { type: 'bad' }, exchange: () => 'text' as unknown as Buffer }),
    );
    await expect(bus.exchange([1])).rejects.toThrow(/must return the bytes/);
  });

  it('refuses a fault of another bus, and an unknown command', async () => {
    const bus = await createTestBus(at25);
    expect(() => bus.setFault('nak')).toThrow(/miso-stuck/);
    expect(() => bus.setFault('miso-stuck command=ERASE')).toThrow(/WRITE_ENABLE/);
    expect(() => bus.setFault('irq-drop')).toThrow(/an SPI device has no irq-drop/);
  });

  it('has all mistakes of its description in one error', () => {
    const define = () =>
      defineSpiDevice({
        name: 'two words',
        spi: { type: 'a name of more than thirty-one characters', maxHz: -1 },
        properties: { size: 1.5, 'a b': 1, text: 'a\0b' },
        clocks: { x: 0 },
        exchange: () => Buffer.of(),
      });
    expect(define).toThrow(DefinitionError);
    expect(define).toThrow(/name:[^]*type:[^]*maxHz:[^]*size:[^]*a b:[^]*text:[^]*clocks\.x:/);
  });
});

describe('a line', () => {
  it('of direction in is set by a test', async () => {
    const bus = await createTestBus(keys);
    bus.setControl('enter', true);
    bus.setControl('enter', true);
    expect([bus.isOn('enter'), bus.takeChanges()]).toEqual([true, ['enter on']]);
  });

  it('of direction out is read by a test, and not set', async () => {
    const bus = await createTestBus(lamp);
    bus.drive('lit', true);
    expect(bus.getControl('lit')).toBe(true);
    expect(() => bus.setControl('lit', false)).toThrow(/read-only/);
  });

  it('that is stuck does not change', async () => {
    const bus = await createTestBus(keys);
    bus.setFault('line-stuck line=enter');
    bus.setControl('enter', true);
    expect([bus.isOn('enter'), bus.takeChanges()]).toEqual([false, []]);
    bus.clearFault();
    bus.setControl('enter', false);
    bus.setControl('enter', true);
    expect(bus.isOn('enter')).toBe(true);
  });

  it('that bounces comes to rest where it belongs', async () => {
    const bus = await createTestBus(keys);
    bus.setFault('line-bounce times=2 apart=1ms');
    bus.setControl('enter', true);
    await bus.step(10 * ms);
    const [on, off] = ['enter on', 'enter off'];
    expect(bus.takeChanges()).toEqual([on, off, on, off, on]);
    bus.setControl('enter', false);
    await bus.step(1 * ms);
    bus.setControl('enter', true);
    bus.takeChanges();
    bus.clearFault();
    bus.setControl('enter', false);
    await bus.step(10 * ms);
    expect([bus.isOn('enter'), bus.takeChanges()]).toEqual([false, [off]]);
  });

  it('can be driven by the model', async () => {
    const follower = defineGpioLines({
      name: 'follower',
      lines: { asked: { direction: 'out' }, ready: { direction: 'in' } },
      driven: { asked: ({ lines, clock }, isOn) => void clock.after(1 * ms, () => void (lines.ready = isOn)) },
    });
    const bus = await createTestBus(follower);
    bus.drive('asked', true);
    expect(bus.isOn('ready')).toBe(false);
    await bus.step(1 * ms);
    expect([bus.isOn('ready'), bus.getControl('ready')]).toEqual([true, true]);
  });

  it('must exist to be used', () => {
    const define = () =>
      defineGpioLines({
        name: 'k',
        lines: { a: { direction: 'in' } },
        // As a model in JavaScript may do.
        platform: { driver: 'gpio-keys', lines: { reset: 'b' as 'a' } },
      });
    expect(define).toThrow(/no line b/);
  });
});

describe('a platform device', () => {
  it('receives and sends', async () => {
    const bus = await createTestBus(uart);
    await bus.write('IER', 1);
    bus.setControl('typed', 'ab');
    expect([bus.isLineActive, (await bus.read('IIR')) & 0xf]).toEqual([true, 4]);
    expect([await bus.read('DATA'), await bus.read('DATA')]).toEqual([97, 98]);
    expect(bus.isLineActive).toBe(false);
    await bus.write('DATA', 120);
    expect(bus.getControl('sent')).toBe('x');
  });

  it('has the faults of registers and interrupts', async () => {
    const bus = await createTestBus(uart);
    bus.setFault('read-ones register=LSR');
    expect(await bus.read('LSR')).toBe(0xffffffff);
    bus.setFault('irq-drop');
    await bus.write('IER', 1);
    bus.setControl('typed', 'a');
    expect(bus.isLineActive).toBe(false);
    expect(bus.fault('irq-drop').fired).toBe(1);
  });

  it('has one window', () => {
    const bars = { 0: { size: 0x100 }, 1: { size: 0x100 } };
    expect(() => definePlatformDevice({ name: 'p', platform: { driver: 'p' }, bars })).toThrow(/one window/);
  });
});
