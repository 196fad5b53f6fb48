import { describe, expect, it } from 'vitest';
import { createTestBus, definePlatformDevice, defineSerialDevice, parseFault } from '../../../src/device.ts';
import { SerialLines } from '../../../src/device-host/serial-lines.ts';
import type { ServiceListener } from '../../../src/device-host/served-device.ts';
import { hostTime } from '../../../src/device/instance/model-clock.ts';
import { PlatformUnit } from '../../../src/device/unit/platform-unit.ts';
import { SerialUnit } from '../../../src/device/unit/serial-unit.ts';

const options = { time: hostTime, isClockStopped: true, waitsOnDeviceClock: true } as const;

/** A UART of one register, which keeps what has come. */
const port = definePlatformDevice({
  name: 'port',
  platform: { acpi: 'INT33C4' },
  bars: { 0: { size: 16, registers: { DATA: { at: 0 } } } },
  controls: { came: { type: 'text', initial: '', readOnly: true } },
  received: ({ controls }, bytes) => {
    controls.came += bytes.toString();
  },
  write: { DATA: ({ line }, value) => line.send(Buffer.of(value)) },
});

const radio = defineSerialDevice({
  name: 'radio',
  serdev: { compatible: 'acme,radio', baud: 9600 },
  reset: ({ line }) => line.send('hello '),
  received: ({ line }, bytes) => line.send(bytes.toString().toUpperCase()),
});

interface Told {
  readonly events: string[];
  readonly listener: ServiceListener;
}

function told(): Told {
  const events: string[] = [];
  return {
    events,
    listener: { onConnected: () => void events.push('connected'), onClosed: ({ kind }) => void events.push(kind) },
  };
}

function bench() {
  const lines = new SerialLines();
  const uart = new PlatformUnit(port, options);
  const end = new SerialUnit(radio, options);
  if (uart.line === undefined) throw new Error('the model is a UART');
  return { lines, uart, line: uart.line, end, near: told(), far: told() };
}

/** The machine writes characters to the UART. */
async function type(uart: PlatformUnit, text: string): Promise<void> {
  for (const byte of Buffer.from(text)) uart.write({ bar: 0, offset: 0, length: 4 }, Buffer.from([byte, 0, 0, 0]));
  await new Promise((resolve) => setImmediate(resolve));
}

describe.each(['the UART', 'the device'])('a line on which %s is first', (first) => {
  it('carries bytes both ways while the UART is in a machine', async () => {
    const { lines, uart, line, end, near, far } = bench();
    const join = (): unknown => lines.join('uart0', end, far.listener);
    if (first === 'the device') join();
    const { onConnected, onClosed } = lines.addUart('uart0', line, near.listener);
    if (first === 'the UART') join();
    expect(line.farEnd?.serdev).toMatchObject({ acpi: 'PRP0001', baud: 9600 });

    await type(uart, 'lost');
    expect(far.events).toEqual([]);
    onConnected();
    await type(uart, 'abc');
    expect(uart.control('came')).toBe('hello ABC');
    onClosed({ kind: 'peer-closed' });
    await type(uart, 'lost');
    onConnected();
    expect(uart.control('came')).toBe('hello ABChello ');
    expect(near.events).toEqual(['connected', 'peer-closed', 'connected']);
    expect(far.events).toEqual(near.events);
  });
});

describe('a device at a line', () => {
  it('has the faults of a line', async () => {
    const { lines, uart, line, end, near, far } = bench();
    lines.join('uart0', end, far.listener);
    lines.addUart('uart0', line, near.listener).onConnected();
    end.faults.add(parseFault('drop direction=out nth=2'));
    end.faults.add(parseFault('corrupt direction=in nth=1 mask=0x20'));
    await type(uart, 'abc');
    expect(uart.control('came')).toBe('hello aC');
  });

  it('can be removed, and leaves room for another one', async () => {
    const { lines, uart, line, end, near, far } = bench();
    const served = lines.join('uart0', end, far.listener);
    lines.addUart('uart0', line, near.listener).onConnected();
    expect(() => lines.join('uart0', end, far.listener)).toThrow('there is already a device at the line of uart0');
    served.remove();
    await type(uart, 'abc');
    expect(uart.control('came')).toBe('hello ');
    expect(far.events).toEqual(['connected', 'removed']);
    lines.join('uart0', new SerialUnit(radio, options), told().listener);
    await type(uart, 'd');
    expect(uart.control('came')).toBe('hello hello D');
  });
});

describe('the test bus of a UART', () => {
  it('has the far end of its line', async () => {
    const bus = await createTestBus(port);
    await bus.write('DATA', 0x41);
    expect(bus.line.take().toString()).toBe('A');
    bus.line.send('xyz');
    expect(bus.getControl('came')).toBe('xyz');
  });

  it('has none for another device', async () => {
    const bus = await createTestBus(
      definePlatformDevice({ name: 'lamp', platform: { driver: 'lamp' }, bars: { 0: { size: 16 } } }),
    );
    expect(() => bus.line.send('x')).toThrow('the model has no line: a UART has a handler `received`');
  });
});

describe('the driver of a serial device', () => {
  it.each<[string, object, string]>([
    ['is found by nothing', { serdev: {} }, 'serdev: expected acpi or compatible, by which the driver is found, found'],
    ['has a bad id', { serdev: { acpi: 'x' } }, 'serdev.acpi: expected an id such as INT33C4 or ACPI0C50'],
    ['has a bad speed', { serdev: { acpi: 'QDTR0001', baud: 0 } }, 'serdev.baud: expected a speed of up to 10000000'],
    ['is not there', { properties: { size: 1 } }, 'properties: expected them together with serdev'],
    [
      'gets a property that ACPI cannot say',
      { serdev: { acpi: 'QDTR0001' }, properties: { size: 2n ** 40n } },
      'properties.size: expected numbers of up to 32 bits',
    ],
  ])('%s: the error says so', (_what, given, message) => {
    expect(() => defineSerialDevice({ name: 'wrong', ...given })).toThrow(message);
  });
});
