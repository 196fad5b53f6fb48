import { describe, expect, it } from 'vitest';
import { createTestBus, ms } from 'qemu-driver-test/device';
import { scale } from './scale.ts';

const bytes = (text: string): Buffer => Buffer.from(text);
const outcome = async (transfer: Promise<unknown>): Promise<unknown> =>
  await transfer.then(
    () => 'done',
    (error: unknown) => (error as { readonly outcome?: unknown }).outcome,
  );

describe('stall', () => {
  it('lasts at an endpoint until it is cleared, and leaves the answer there', async () => {
    const bus = await createTestBus(scale);
    await bus.usb.out('commands', bytes('a'));
    bus.setFault('stall endpoint=answers nth=1');
    expect([await outcome(bus.usb.in('answers')), await outcome(bus.usb.in('answers'))]).toEqual(['stall', 'stall']);
    expect(bus.fault('stall')).toMatchObject({ counted: 1, fired: 1 });
    await bus.usb.clearHalt('answers');
    expect(await bus.usb.in('answers')).toEqual(bytes('a'));
  });

  it('hits one control request', async () => {
    const bus = await createTestBus(scale);
    bus.setFault('stall request=WEIGHT nth=2');
    const outcomes = [];
    for (let round = 0; round < 3; round++) outcomes.push(await outcome(bus.usb.control('WEIGHT')));
    expect(outcomes).toEqual(['done', 'stall', 'done']);
  });

  it('hits standard requests by the name control', async () => {
    const bus = await createTestBus(scale, { enabled: 'asleep' });
    bus.setFault('stall endpoint=control nth=1');
    expect([await outcome(bus.usb.configure()), await outcome(bus.usb.configure())]).toEqual(['stall', 'done']);
  });
});

describe('nak', () => {
  it('is no answer until the driver gives up; the next transfer gets it', async () => {
    const bus = await createTestBus(scale);
    await bus.usb.out('commands', bytes('a'));
    bus.setFault('nak endpoint=answers nth=1');
    const controller = new AbortController();
    const first = outcome(bus.usb.in('answers', 64, { signal: controller.signal }));
    await bus.step(1000 * ms);
    expect(bus.fault('nak').fired).toBe(1);
    controller.abort();
    expect(await first).toBe('cancelled');
    expect(await bus.usb.in('answers')).toEqual(bytes('a'));
  });

  it('at a command keeps it from the model', async () => {
    const bus = await createTestBus(scale);
    bus.setFault('nak endpoint=commands nth=1');
    const controller = new AbortController();
    const first = outcome(bus.usb.out('commands', bytes('lost'), { signal: controller.signal }));
    const second = bus.usb.out('commands', bytes('second'));
    await bus.settle();
    controller.abort();
    expect(await first).toBe('cancelled');
    await second;
    expect(await bus.usb.in('answers')).toEqual(bytes('second'));
  });

  it('at an interrupt endpoint loses the packet', async () => {
    const bus = await createTestBus(scale);
    bus.setFault('nak endpoint=alarms nth=1');
    bus.setControl('weight', 1);
    expect(await outcome(bus.usb.in('alarms'))).toBe('nak');
    bus.setControl('weight', 2);
    expect(await bus.usb.in('alarms')).toEqual(bytes('2'));
  });
});

describe('io-error', () => {
  it('leaves the answer for the next try', async () => {
    const bus = await createTestBus(scale);
    await bus.usb.out('commands', bytes('a'));
    bus.setFault('io-error endpoint=answers nth=1');
    expect(await outcome(bus.usb.in('answers'))).toBe('io-error');
    expect(await bus.usb.in('answers')).toEqual(bytes('a'));
  });

  it('hits the following tries of the same transfer, too, times=4', async () => {
    const bus = await createTestBus(scale);
    await bus.usb.out('commands', bytes('a'));
    bus.setFault('io-error nth=1 direction=in times=4');
    const outcomes = [];
    for (let round = 0; round < 4; round++) {
      outcomes.push(await outcome(bus.usb.in('answers')));
      await bus.usb.control('WEIGHT').catch(() => undefined);
    }
    expect(outcomes).toEqual(['io-error', 'io-error', 'io-error', 'io-error']);
    expect(await bus.usb.in('answers')).toEqual(bytes('a'));
    expect(bus.fault('io-error')).toMatchObject({ fired: 4, counted: 9 });
  });
});

it('short ends a transfer early', async () => {
  const bus = await createTestBus(scale);
  await bus.usb.out('commands', bytes('abcd'));
  bus.setFault('short bytes=2 endpoint=answers');
  expect(await bus.usb.in('answers')).toEqual(bytes('ab'));
});

it('corrupt changes a byte, of a control request, too', async () => {
  const bus = await createTestBus(scale);
  bus.setFault('corrupt byte=1 mask=1 request=WEIGHT');
  expect((await bus.usb.control('WEIGHT')).toString()).toBe('1100');
});

it('babble is an overflow', async () => {
  const bus = await createTestBus(scale);
  bus.setFault('babble request=WEIGHT');
  expect(await outcome(bus.usb.control('WEIGHT'))).toBe('babble');
});

it('late lets other endpoints go on, and a driver that gives up, too', async () => {
  const bus = await createTestBus(scale);
  bus.setFault('late by=5ms endpoint=commands nth=1');
  const controller = new AbortController();
  const first = outcome(bus.usb.out('commands', bytes('late'), { signal: controller.signal }));
  expect((await bus.usb.control('WEIGHT')).toString()).toBe('1000');
  controller.abort();
  expect(await first).toBe('cancelled');
  await bus.usb.out('commands', bytes('next'));
  await bus.step(5 * ms);
  expect(await bus.usb.in('answers')).toEqual(bytes('next'));
  expect(await bus.usb.poll('answers')).toBeUndefined();
});

it('late delays an answer', async () => {
  const bus = await createTestBus(scale);
  await bus.usb.out('commands', bytes('a'));
  bus.setFault('late by=5ms endpoint=answers');
  const answer = bus.usb.in('answers');
  await bus.step(4 * ms);
  const order: string[] = [];
  void answer.then(() => order.push('answer'));
  await bus.settle();
  expect(order).toEqual([]);
  await bus.step(ms);
  expect(await answer).toEqual(bytes('a'));
});

it('link-down lets every transfer end with an error, until it is cleared', async () => {
  const bus = await createTestBus(scale);
  bus.setFault('link-down nth=2');
  expect(await outcome(bus.usb.control('WEIGHT'))).toBe('done');
  expect(await outcome(bus.usb.control('WEIGHT'))).toBe('io-error');
  expect(await outcome(bus.usb.out('commands', bytes('x')))).toBe('io-error');
  bus.clearFault();
  expect(await outcome(bus.usb.control('WEIGHT'))).toBe('done');
});

it('is refused when it fits nothing of the device', async () => {
  const bus = await createTestBus(scale);
  expect(() => bus.setFault('irq-drop')).toThrow('a USB device has no irq-drop');
  expect(() => bus.setFault('stall endpoint=data')).toThrow(
    'no endpoint data; the endpoints are commands, answers, alarms, control',
  );
  expect(() => bus.setFault('stall request=TARA')).toThrow('no request TARA; the requests are TARE, WEIGHT, NOTHING');
});

it('counts what a driver used', async () => {
  const bus = await createTestBus(scale);
  await bus.usb.control('WEIGHT');
  await bus.usb.out('commands', bytes('abc'));
  expect(bus.coverage.exchanges).toEqual({
    commands: { count: 1, bytes: 3 },
    answers: { count: 0, bytes: 0 },
    alarms: { count: 0, bytes: 0 },
    control: { count: 1, bytes: 0 },
    TARE: { count: 0, bytes: 0 },
    WEIGHT: { count: 1, bytes: 4 },
    NOTHING: { count: 0, bytes: 0 },
  });
});
