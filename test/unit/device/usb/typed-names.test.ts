import { expect, it } from 'vitest';
import { createTestBus, DefinitionError, defineUsbDevice } from 'qemu-driver-test/device';
import { scale } from './scale.ts';

const usb = { vendor: 1, product: 2 };
const interfaces = {
  all: { class: 0xff, endpoints: { down: { out: 1, type: 'bulk' }, up: { in: 1, type: 'bulk' } } },
} as const;

it('a handler for an endpoint that is not there, or that sends, is an error of the compiler and of the check', () => {
  expect(() =>
    // @ts-expect-error -- no such endpoint
    defineUsbDevice({ name: 'd', usb, interfaces, received: { dawn: () => undefined } }),
  ).toThrow(DefinitionError);
  expect(() =>
    // @ts-expect-error -- it sends
    defineUsbDevice({ name: 'd', usb, interfaces, received: { up: () => undefined } }),
  ).toThrow(DefinitionError);
});

it('in handlers, only endpoints that send can send', async () => {
  const device = defineUsbDevice({
    name: 'd',
    usb,
    interfaces,
    received: {
      down: ({ endpoints }) => {
        // @ts-expect-error -- it receives
        expect(endpoints.down.send).toBeUndefined();
        // @ts-expect-error -- no such endpoint
        expect(endpoints.dawn).toBeUndefined();
        endpoints.up.send(Buffer.from([1]));
      },
    },
  });
  const bus = await createTestBus(device);
  await bus.usb.out('down', Buffer.alloc(1));
  expect(await bus.usb.in('up')).toEqual(Buffer.from([1]));
});

it('a test bus knows the names of its device', async () => {
  const bus = await createTestBus(scale);
  // @ts-expect-error -- no such request
  await expect(bus.usb.control('TARA')).rejects.toThrow('no request TARA; the requests are TARE, WEIGHT, NOTHING');
  // @ts-expect-error -- no such endpoint
  await expect(bus.usb.in('answer')).rejects.toThrow('no endpoint answer; the endpoints are commands, answers, alarms');
  // @ts-expect-error -- no such control
  expect(() => bus.setControl('height', 1)).toThrow('no control "height"');
});
