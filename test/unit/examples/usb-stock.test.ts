import { describe, expect, it } from 'vitest';
import { createTestBus } from 'qemu-driver-test/device';
import canNode from '../../../examples/usb-stock/model/can-node.ts';
import keyboard from '../../../examples/usb-stock/model/keyboard.ts';
import serialPort from '../../../examples/usb-stock/model/serial-port.ts';

describe('the serial port', () => {
  it('gives back what was written, in upper case', async () => {
    const bus = await createTestBus(serialPort);
    await bus.usb.out('written', Buffer.from('Hello'));
    expect((await bus.usb.in('read')).toString()).toBe('HELLO');
  });

  it('keeps its line coding, and refuses one that is none', async () => {
    const bus = await createTestBus(serialPort);
    const coding = Buffer.from([0, 0xc2, 1, 0, 0, 0, 8]);
    await bus.usb.control('SET_LINE_CODING', { bytes: coding });
    expect(await bus.usb.control('GET_LINE_CODING')).toEqual(coding);
    expect(bus.getControl('baud')).toBe(115_200);
    await expect(bus.usb.control('SET_LINE_CODING', { bytes: Buffer.alloc(6) })).rejects.toThrow('stall');
  });

  it('tells when the carrier comes', async () => {
    const bus = await createTestBus(serialPort);
    bus.setControl('carrier', 'on');
    expect((await bus.usb.in('news')).toString('hex')).toBe('a1200000000002000100');
  });
});

describe('the keyboard', () => {
  it('presses and releases a key for each letter', async () => {
    const bus = await createTestBus(keyboard);
    bus.setControl('typed', 'Z!');
    expect((await bus.usb.in('presses')).toString('hex')).toBe('00001d0000000000');
    expect((await bus.usb.in('presses')).toString('hex')).toBe('0000000000000000');
    expect(await bus.usb.poll('presses')).toBeUndefined();
  });

  it('has a report descriptor of the length that its HID descriptor says', async () => {
    const bus = await createTestBus(keyboard);
    const report = await bus.usb.control('GET_DESCRIPTOR', { value: 0x2200 });
    expect(bus.usb.descriptors.configuration.readUInt16LE(9 + 9 + 7)).toBe(report.length);
    await expect(bus.usb.control('GET_DESCRIPTOR', { value: 0x2300 })).rejects.toThrow('stall');
  });

  it('takes the state of its LEDs', async () => {
    const bus = await createTestBus(keyboard);
    await bus.usb.control('SET_REPORT', { value: 0x0200, bytes: Buffer.from([2]) });
    expect(bus.getControl('leds')).toBe(2);
  });
});

describe('the CAN node', () => {
  it('answers a frame backwards, with the next identifier', async () => {
    const bus = await createTestBus(canNode);
    expect(await bus.can.send({ id: 0x123, data: Uint8Array.of(1, 2, 3) })).toBeUndefined();
    expect(bus.can.take()).toEqual([{ id: 0x124, data: Uint8Array.of(3, 2, 1) }]);
    expect(bus.getControl('frames')).toBe(1);
  });
});
