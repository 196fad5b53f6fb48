import { describe, expect, it } from 'vitest';
import { createTestBus, DefinitionError, defineLinkPartner, defineSerialDevice, ms } from '../../../src/device.ts';

const modem = defineSerialDevice({
  name: 'modem',
  controls: {
    ring: { type: 'switch', initial: false },
    commands: { type: 'number', initial: 0, readOnly: true },
  },
  state: () => ({ input: '' }),
  received: async (device, bytes) => {
    const lines = `${device.state.input}${bytes.toString('latin1')}`.split('\r');
    device.state.input = lines.pop() ?? '';
    for (const line of lines) {
      if (line === 'throw') throw new Error('asked to');
      if (line === 'wait') await Promise.resolve();
      device.controls.commands++;
      device.line.send(line === 'AT' ? 'OK\r' : new Uint8Array([0xff, 0x0d]));
    }
  },
  reset: ({ clock, line }) => void clock.every(10 * ms, () => line.send('.')),
  changed: { ring: ({ line }, isRinging) => line.send(isRinging ? 'RING\r' : '') },
});

describe('a serial device', () => {
  it('gets bytes in pieces of any size, and sends text and bytes', async () => {
    const bus = await createTestBus(modem);
    await bus.line.write('A');
    expect(bus.line.take()).toHaveLength(0);
    await bus.line.write(Buffer.from('T\rnonsense\rwait\r'));
    expect(bus.line.take()).toEqual(Buffer.from([...Buffer.from('OK\r'), 0xff, 0x0d, 0xff, 0x0d]));
    expect(bus.getControl('commands')).toBe(3);
    bus.setControl('ring', true);
    expect(bus.line.take().toString()).toBe('RING\r');
    await bus.step(25 * ms);
    expect(bus.line.take().toString()).toBe('..');
    expect(bus.coverage.exchanges).toMatchObject({ received: { count: 2, bytes: 17 } });
  });

  it('loses and doubles single bytes, in the order of the line', async () => {
    const bus = await createTestBus(modem);
    bus.setFault('drop direction=out nth=1');
    bus.setFault('duplicate direction=in nth=1');
    await bus.line.write('xAT\r');
    expect(bus.line.take().toString()).toBe('OOK\r');
    expect(bus.fault('drop')).toMatchObject({ fired: 1, counted: 4 });
    bus.clearFault();
    bus.setFault('delay direction=in nth=2 by=5ms id=late');
    await bus.line.write('AT\r');
    expect(bus.line.take().toString()).toBe('O\r');
    await bus.step(5 * ms);
    expect(bus.line.take().toString()).toBe('K');
  });

  it('gets a byte that was held back after the next one, also when that comes in another piece', async () => {
    const bus = await createTestBus(modem);
    bus.setFault('reorder direction=out nth=1');
    await bus.line.write('T');
    await bus.line.write('A\r');
    expect(bus.line.take().toString()).toBe('OK\r');
  });

  it('that throws says so, and hears nothing any more', async () => {
    const bus = await createTestBus(modem);
    await expect(bus.line.write('throw\r')).rejects.toThrow('the model failed in received: Error: asked to');
    await expect(bus.line.write('AT\r')).rejects.toThrow('the model failed in received');
    expect(bus.line.take()).toHaveLength(0);
  });

  it('has no registers', async () => {
    const bus = await createTestBus(modem);
    expect(() => bus.setFault('read-ones')).toThrow(/a serial device has no read-ones; its faults are .*drop, delay/);
  });
});

const partner = defineLinkPartner({
  name: 'mirror',
  mac: '02:00:00:00:00:07',
  controls: { frames: { type: 'number', initial: 0, readOnly: true } },
  received: ({ link, controls }, frame) => {
    controls.frames++;
    const answer = Buffer.concat([frame.subarray(6, 12), link.mac, frame.subarray(12)]);
    link.send(answer);
    // What the model does to its buffer afterwards is its own affair.
    answer.fill(0);
  },
});

const frame = Buffer.from('02000000000752540012345688b5616263', 'hex');

describe('a link partner', () => {
  it('gets and sends whole frames', async () => {
    const bus = await createTestBus(partner);
    await bus.link.send(frame);
    expect(bus.link.take().map((one) => one.toString('hex'))).toEqual(['52540012345602000000000788b5616263']);
    expect(bus.getControl('frames')).toBe(1);
    bus.setFault('reorder direction=in nth=1');
    await bus.link.send(frame);
    await bus.link.send(Buffer.concat([frame, Buffer.from('later')]));
    expect(bus.link.take().map((one) => one.length)).toEqual([22, 17]);
  });

  it('cannot send what is no frame', async () => {
    const short = await createTestBus(
      defineLinkPartner({ name: 'short', received: ({ link }) => link.send(Buffer.alloc(13)) }),
    );
    await expect(short.link.send(frame)).rejects.toThrow('expected a frame of 14 to 69632 bytes, found 13');
  });
});

it('tells all that is wrong with a description at once', () => {
  expect(() =>
    defineLinkPartner({
      name: 'a b',
      mac: '01:00:5e:00:00:01',
      controls: { pings: { type: 'number', initial: -1, min: 0 } },
    }),
  ).toThrow(
    new DefinitionError(
      'device a b:\n  name: expected letters, digits, ".", "_" and "-", found "a b"\n' +
        '  mac: expected the address of one station, found 01:00:5e:00:00:01, which is one of a group\n' +
        '  control pings: expected a number from 0, found -1, as its initial value',
    ),
  );
  expect(() => defineLinkPartner({ name: 'x', mac: '02:00' })).toThrow(
    'mac: expected an address such as 02:00:00:00:00:01, found "02:00"',
  );
});
