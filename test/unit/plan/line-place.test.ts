import { describe, expect, it } from 'vitest';
import { placeProblem } from '../../../src/plan/device-place.ts';
import { type LineFacts, lineProblems } from '../../../src/plan/line-place.ts';
import { busModules } from '../../../src/plan/model-buses.ts';
import type { DeviceLine } from '../../../src/suite/suite.ts';
import { suite, suiteTest } from './plan-request.ts';

function line(id: string, place?: string): DeviceLine {
  const more = place === undefined ? {} : { place };
  return { id, path: `/s/${id}.ts`, parameters: new Map(), ...more, file: '/s/info/devices', line: 1 };
}

const facts: Readonly<Record<string, LineFacts>> = {
  uart0: { uart: 'serdev' },
  uart1: { uart: 'terminal' },
  lamp0: {},
  gps0: { isForSerdev: true },
  gps1: { isForSerdev: true },
  modem0: {},
};

function problems(...devices: readonly DeviceLine[]): readonly (readonly [string, string, string | undefined])[] {
  return lineProblems(devices, ({ id }) => facts[id]).map(({ device, complaint: { message, hint } }) => [
    device.id,
    message,
    hint,
  ]);
}

describe('a serial device at the line of a model', () => {
  it('may come before its UART, and have a driver of its own or a terminal', () => {
    const devices = [line('gps0', 'uart0.line'), line('uart0'), line('uart1'), line('modem0', 'uart1.line')];
    expect(problems(...devices)).toEqual([]);
    expect(problems(line('modem0', 'uart0.line'), line('uart0'))).toEqual([]);
  });

  it('needs the UART', () => {
    expect(problems(line('gps0', 'uart7.line'), line('uart0'))).toEqual([
      [
        'gps0',
        'gps0: expected a device uart7, at whose line it is (bus=uart7.line), found none',
        'The other devices of the machine are uart0.',
      ],
    ]);
    expect(problems(line('gps0', 'uart7.line'))[0]?.[2]).toBe('Add a line for uart7.');
  });

  it('needs a device with a line', () => {
    expect(problems(line('modem0', 'lamp0.line'), line('lamp0'))).toEqual([
      [
        'modem0',
        'modem0: expected a model of a UART at lamp0, found one without a line',
        'The model of a UART has a handler `received` for what comes, and sends by `line.send`.',
      ],
    ]);
  });

  it('needs a line for itself', () => {
    const devices = [line('uart0'), line('gps0', 'uart0.line'), line('gps1', 'uart0.line')];
    expect(problems(...devices)).toEqual([
      [
        'gps1',
        'gps1: expected a line without another device, found gps0 at that of uart0',
        'A line has one far end. Add a UART for the other device.',
      ],
    ]);
  });

  it('needs a UART that ACPI describes, if it has a driver of its own', () => {
    expect(problems(line('uart1'), line('gps0', 'uart1.line'))).toEqual([
      [
        'gps0',
        'gps0: its driver is found by ACPI only, but ACPI does not describe uart1',
        "Give the UART an id instead of its driver's name: platform: { acpi: 'INT33C4' }.",
      ],
    ]);
  });

  it('has no id that looks like its place', () => {
    expect(problems(line('uart0.line'), line('uart0'))).toEqual([
      [
        'uart0.line',
        'uart0.line: expected an id that does not look like the line of uart0',
        'A device at that line is written as: gps0 PATH bus=uart0.line',
      ],
    ]);
    expect(problems(line('uart7.line'), line('uart0'))).toEqual([]);
  });

  it('is not judged if a model is broken', () => {
    expect(lineProblems([line('uart0'), line('gps0', 'uart0.line')], () => undefined)).toEqual([]);
  });

  it('needs no driver for a UART of QEMU', () => {
    const test = suiteTest('/s', 'a', { devices: [line('gps0', 'uart0.line'), line('gps1')] });
    const buses = new Map([['/s/gps0.ts', 'serial'] as const]);
    const planned = { suite: suite('/s', [], { tests: [test] }), test };
    expect(busModules(planned, buses)).toEqual([]);
    expect(busModules(planned, new Map([['/s/gps1.ts', 'serial'] as const]))).toEqual(['8250_pci']);
  });
});

describe('a line as the place of a device', () => {
  it.each([
    [line('gps0', 'uart0.line'), 'serial', undefined],
    [
      line('t', 'uart0.line'),
      'i2c',
      't: bus=uart0.line is the line of a UART, at which only a serial device can be; this is a model for i2c',
    ],
    [
      line('gps0', 'i2c0'),
      'serial',
      'gps0: expected the line of a model of a UART, such as bus=uart0.line, found bus=i2c0',
    ],
  ] as const)('of %o on %s', (device, bus, message) => {
    expect(placeProblem(device, bus)?.message).toBe(message);
  });
});
