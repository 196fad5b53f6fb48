import { describe, expect, it } from 'vitest';
import { createTestBus, defineUsbDevice, ms, type UsbSpeed } from 'qemu-driver-test/device';
import { scale } from './scale.ts';

const bytes = (text: string): Buffer => Buffer.from(text);

describe('a control request', () => {
  it('reaches its handler with value, index and bytes', async () => {
    const bus = await createTestBus(scale);
    await bus.usb.control('TARE', { value: 100, bytes: bytes('12') });
    expect((await bus.usb.control('WEIGHT')).toString()).toBe('898');
  });

  it('gets no more bytes than it asked for', async () => {
    const bus = await createTestBus(scale);
    expect((await bus.usb.control('WEIGHT', { length: 2 })).toString()).toBe('10');
  });

  it('stalls when the model refuses it, or does not know it, and goes on after that', async () => {
    const bus = await createTestBus(scale);
    await expect(bus.usb.control('NOTHING')).rejects.toThrow('control request 0x12: stall');
    const unknown = { requestType: 0x40, request: 0x99, value: 0, index: 0, length: 0 };
    await expect(bus.usb.setup(unknown)).rejects.toMatchObject({ outcome: 'stall' });
    expect(await bus.usb.control('WEIGHT')).toHaveLength(4);
  });
});

describe('a transfer', () => {
  it('reaches the model and is answered', async () => {
    const bus = await createTestBus(scale);
    await bus.usb.out('commands', bytes('hello'));
    expect(await bus.usb.in('answers', 64)).toEqual(bytes('hello'));
  });

  it('waits until the device has an answer', async () => {
    const bus = await createTestBus(scale);
    const answer = bus.usb.in('answers', 64);
    expect(await bus.usb.poll('alarms')).toBeUndefined();
    await bus.usb.out('commands', bytes('late'));
    expect(await answer).toEqual(bytes('late'));
  });

  it('leaves what it did not ask for to the next one', async () => {
    const bus = await createTestBus(scale);
    const sent = Buffer.alloc(256 * 1024, 7);
    await bus.usb.out('commands', sent);
    expect(await bus.usb.in('answers', 100 * 1024)).toHaveLength(100 * 1024);
    expect(await bus.usb.in('answers', 1024 * 1024)).toHaveLength(156 * 1024);
    expect(await bus.usb.poll('answers', 512)).toBeUndefined();
  });

  it('ends short where a transfer of the device ends, also at a whole packet', async () => {
    const bus = await createTestBus(scale);
    await bus.usb.out('commands', Buffer.alloc(512, 1));
    await bus.usb.out('commands', Buffer.alloc(3, 2));
    expect(await bus.usb.in('answers', 1024)).toEqual(Buffer.alloc(512, 1));
    expect(await bus.usb.in('answers', 1024)).toEqual(Buffer.alloc(3, 2));
  });

  it('is babble when a packet has more than was asked for, and that transfer is lost', async () => {
    const bus = await createTestBus(scale);
    await bus.usb.out('commands', bytes('too long'));
    await bus.usb.out('commands', bytes('next'));
    await expect(bus.usb.in('answers', 3)).rejects.toMatchObject({ outcome: 'babble' });
    expect(await bus.usb.in('answers', 64)).toEqual(bytes('next'));
  });

  it('may have no bytes', async () => {
    const bus = await createTestBus(scale);
    await bus.usb.out('commands', bytes(''));
    expect(await bus.usb.in('answers', 64)).toEqual(bytes(''));
  });

  it('of several sends is one, with a packet of length 0 where the device says so', async () => {
    const device = defineUsbDevice({
      name: 'parts',
      usb: { vendor: 1, product: 2 },
      interfaces: { all: { class: 0xff, endpoints: { data: { in: 1, type: 'bulk' } } } },
      control: {
        MORE: { request: 1, out: ({ endpoints }, given) => endpoints.data.send(given.bytes, { more: true }) },
        LAST: { request: 2, out: ({ endpoints }, given) => endpoints.data.send(given.bytes) },
      },
    });
    const bus = await createTestBus(device);
    await bus.usb.control('MORE', { bytes: Buffer.alloc(512, 1) });
    expect(await bus.usb.poll('data', 1024)).toBeUndefined();
    await bus.usb.control('MORE', { bytes: Buffer.alloc(512, 2) });
    expect(await bus.usb.in('data', 1024)).toEqual(Buffer.concat([Buffer.alloc(512, 1), Buffer.alloc(512, 2)]));
    await bus.usb.control('MORE', { bytes: Buffer.alloc(512, 3) });
    await bus.usb.control('LAST', { bytes: bytes('') });
    expect(await bus.usb.in('data', 512)).toEqual(Buffer.alloc(512, 3));
    expect(await bus.usb.in('data', 512)).toEqual(bytes(''));
  });

  it('is cancelled without harm to the next one', async () => {
    const bus = await createTestBus(scale);
    const controller = new AbortController();
    const first = bus.usb.in('answers', 64, { signal: controller.signal });
    controller.abort();
    await expect(first).rejects.toMatchObject({ outcome: 'cancelled' });
    await bus.usb.out('commands', bytes('kept'));
    expect(await bus.usb.in('answers', 64)).toEqual(bytes('kept'));
  });

  it('waits for its turn at the endpoint, in order, while other endpoints go on', async () => {
    const order: string[] = [];
    const device = defineUsbDevice({
      name: 'slow',
      usb: { vendor: 1, product: 2 },
      interfaces: {
        all: { class: 0xff, endpoints: { slow: { out: 1, type: 'bulk' }, quick: { out: 2, type: 'bulk' } } },
      },
      received: {
        slow: async ({ clock }, sent) => {
          await new Promise<void>((resolve) => void clock.after(ms, resolve));
          order.push(sent.toString());
        },
        quick: (_device, sent) => void order.push(sent.toString()),
      },
    });
    const bus = await createTestBus(device);
    const all = [bus.usb.out('slow', bytes('a')), bus.usb.out('slow', bytes('b')), bus.usb.out('quick', bytes('c'))];
    await bus.settle();
    expect(order).toEqual(['c']);
    await bus.step(ms);
    await bus.step(ms);
    await Promise.all(all);
    expect(order).toEqual(['c', 'a', 'b']);
  });
});

describe('an interrupt endpoint', () => {
  it('brings what the model sends', async () => {
    const bus = await createTestBus(scale);
    bus.setControl('weight', 5);
    expect((await bus.usb.in('alarms')).toString()).toBe('5');
  });

  it('has no transfers longer than a packet', async () => {
    const device = defineUsbDevice({
      name: 'long',
      usb: { vendor: 1, product: 2 },
      interfaces: { all: { class: 0xff, endpoints: { news: { in: 1, type: 'interrupt', everyMs: 1, packet: 8 } } } },
      control: { SAY: { request: 1, out: ({ endpoints }) => endpoints.news.send(Buffer.alloc(9)) } },
    });
    const bus = await createTestBus(device);
    await expect(bus.usb.control('SAY')).rejects.toThrow(
      'endpoints.news.send: an interrupt transfer has at most one packet, here 8 bytes, found 9',
    );
  });
});

describe('the queue of an endpoint', () => {
  it('is bounded: what does not fit is dropped and logged, and the model is told', async () => {
    const device = defineUsbDevice({
      name: 'flood',
      usb: { vendor: 1, product: 2 },
      interfaces: { all: { class: 0xff, endpoints: { data: { in: 1, type: 'bulk' } } } },
      state: () => ({ refused: 0 }),
      control: {
        FLOOD: {
          request: 1,
          out: ({ endpoints, state }) => {
            for (let count = 0; count < 2000; count++) if (!endpoints.data.send([1] as never)) state.refused++;
          },
        },
        REFUSED: { request: 2, in: ({ state, endpoints }) => Buffer.from(`${state.refused} ${endpoints.data.queued}`) },
      },
    });
    const bus = await createTestBus(device);
    await bus.usb.control('FLOOD');
    expect((await bus.usb.control('REFUSED')).toString()).toBe('976 1024');
    expect(bus.log.filter((entry) => entry.kind === 'exchange' && entry.outcome === 'dropped')).toHaveLength(976);
  });
});

describe('a driver', () => {
  it('finds nothing but the control endpoint before it has chosen the configuration', async () => {
    const bus = await createTestBus(scale, { enabled: 'asleep' });
    await expect(bus.usb.out('commands', bytes('x'))).rejects.toMatchObject({ outcome: 'stall' });
    await bus.usb.configure();
    await bus.usb.out('commands', bytes('x'));
  });

  it('finds the device new after a reset', async () => {
    const bus = await createTestBus(scale);
    await bus.usb.control('TARE', { value: 10 });
    await bus.usb.out('commands', bytes('x'));
    bus.usb.reset();
    await bus.usb.configure();
    expect(await bus.usb.poll('answers')).toBeUndefined();
    expect((await bus.usb.control('WEIGHT')).toString()).toBe('1000');
  });

  it('chooses among the settings of an interface', async () => {
    const device = defineUsbDevice({
      name: 'settings',
      usb: { vendor: 1, product: 2 },
      interfaces: { all: { class: 0xff, alternates: [{ endpoints: { data: { in: 1, type: 'bulk' } } }] } },
      reset: ({ endpoints }) => void endpoints.data.send(Buffer.from('x')),
    });
    const bus = await createTestBus(device);
    await expect(bus.usb.in('data')).rejects.toMatchObject({ outcome: 'stall' });
    await bus.usb.setInterface('all', 1);
    expect(await bus.usb.in('data')).toEqual(bytes('x'));
    await expect(bus.usb.setInterface('all', 2)).rejects.toMatchObject({ outcome: 'stall' });
  });

  it.each(['full', 'high', 'super'] as const)('gets 256 KiB at %s speed', async (speed: UsbSpeed) => {
    const device = defineUsbDevice({
      name: 'big',
      usb: { vendor: 1, product: 2, speed },
      interfaces: { all: { class: 0xff, endpoints: { data: { in: 1, type: 'bulk' } } } },
      reset: ({ endpoints }) => void endpoints.data.send(Buffer.alloc(256 * 1024, 9)),
    });
    const bus = await createTestBus(device);
    expect((await bus.usb.in('data', 256 * 1024)).equals(Buffer.alloc(256 * 1024, 9))).toBe(true);
    expect(await bus.usb.poll('data')).toBeUndefined();
  });
});

it('throws what the model throws', async () => {
  const device = defineUsbDevice({
    name: 'broken',
    usb: { vendor: 1, product: 2 },
    interfaces: { all: { class: 0xff } },
    control: {
      BREAK: {
        request: 1,
        out: () => {
          throw new Error('no');
        },
      },
    },
  });
  const bus = await createTestBus(device);
  await expect(bus.usb.control('BREAK')).rejects.toThrow('the model failed in control.BREAK: Error: no');
});
