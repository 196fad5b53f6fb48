import { expect, it } from 'vitest';
import { defineUsbDevice, type UsbInterfaces } from 'qemu-driver-test/device';

const usb = { vendor: 1, product: 2 };
const bulk = { in: 1, type: 'bulk' };

/** A model in JavaScript has no compiler to tell it; hence unknown. */
function problemsOf(faces: unknown, rest: object = {}, identity: object = {}): string {
  try {
    const interfaces = faces as UsbInterfaces;
    defineUsbDevice({ name: 'd', usb: { ...usb, ...identity }, interfaces, ...rest });
    return 'none';
  } catch (error) {
    return error instanceof Error ? error.message.replace('device d:\n  ', '') : String(error);
  }
}

const withEndpoints = (endpoints: object): object => ({ a: { class: 0xff, endpoints } });

it.each([
  [{ e: { in: 0, type: 'bulk' } }, {}, 'endpoint e: expected a number from 1 to 15, found 0'],
  [{ e: { out: 16, type: 'bulk' } }, {}, 'endpoint e: expected a number from 1 to 15, found 16'],
  [{ e: { type: 'bulk' } }, {}, 'endpoint e: expected either in: NUMBER or out: NUMBER, found neither'],
  [{ e: { in: 1, out: 1, type: 'bulk' } }, {}, 'endpoint e: expected either in: NUMBER or out: NUMBER, found both'],
  [{ e: bulk }, { speed: 'low' }, 'endpoint e: a low-speed device has no bulk endpoints'],
  [{ e: { ...bulk, packet: 64 } }, {}, 'endpoint e: expected a packet of 512 bytes at high speed, found 64'],
  [
    { e: { ...bulk, packet: 63 } },
    { speed: 'full' },
    'endpoint e: expected a packet of 8, 16, 32, 64 bytes at full speed, found 63',
  ],
  [{ e: { ...bulk, everyMs: 1 } }, {}, 'endpoint e: everyMs is for interrupt endpoints'],
  [
    { e: { in: 1, type: 'interrupt' } },
    {},
    'endpoint e: everyMs: expected 0.125 to 4096 milliseconds at high speed, found none',
  ],
  [
    { e: { in: 1, type: 'interrupt', everyMs: 0 } },
    { speed: 'full' },
    'endpoint e: everyMs: expected 1 to 255 milliseconds at full speed, found 0',
  ],
  [
    { e: { in: 1, type: 'interrupt', everyMs: 8, packet: 9 } },
    { speed: 'low' },
    'endpoint e: expected a packet of 1 to 8 bytes at low speed, found 9',
  ],
  [
    { e: { in: 1, type: 'isochronous' } },
    {},
    'endpoint e: isochronous endpoints are not there; the types are bulk and interrupt',
  ],
  [{ e: { in: 1, type: 'fast' } }, {}, 'endpoint e: expected a type of bulk or interrupt, found "fast"'],
  [{ control: bulk }, {}, 'endpoint control: this name is taken by the control endpoint'],
  [{ 'e f': bulk }, {}, 'endpoint e f: expected letters, digits, ".", "_" and "-", found "e f"'],
])('%j %j: %s', (endpoints, identity, problem) => {
  expect(problemsOf(withEndpoints(endpoints), {}, identity)).toBe(problem);
});

it.each([
  [{ vendor: 0x10000 }, 'usb.vendor: expected a whole number up to 0xffff, found 65536'],
  [{ product: -1 }, 'usb.product: expected a whole number up to 0xffff, found -1'],
  [{ speed: 'warp' }, 'usb.speed: expected low, full, high, super, found "warp"'],
  [{ maxPowerMa: 501 }, 'usb.maxPowerMa: expected a whole number up to 0x1f4, found 501'],
  [{ strings: { serial: '' } }, 'usb.strings.serial: expected text of 1 to 126 characters, found ""'],
])('%j: %s', (identity, problem) => {
  expect(problemsOf({ a: { class: 0xff } }, {}, identity)).toBe(problem);
});

it.each([
  [{}, {}, 'interfaces: expected 1 to 32, found 0'],
  [{ a: { class: 256 } }, {}, 'interfaces.a.class: expected a whole number up to 0xff, found 256'],
  [
    { a: { class: 1, endpoints: { e: bulk } }, b: { class: 1, endpoints: { f: bulk } } },
    {},
    'endpoint f: another endpoint has the address in 1, too',
  ],
  [withEndpoints({ e: bulk, f: bulk }), {}, 'endpoint f: another endpoint has the address in 1, too'],
  [
    { a: { class: 1, endpoints: { e: bulk } }, b: { class: 1, endpoints: { e: { in: 2, type: 'bulk' } } } },
    {},
    'endpoint e: two endpoints have this name',
  ],
  [
    {
      a: {
        class: 1,
        descriptors: [
          [2, 1],
          [3, 1],
        ],
      },
    },
    {},
    'interfaces.a.descriptors[1]: expected a list of bytes that begins with its length, found [3,1]',
  ],
  [
    { a: { class: 1, descriptors: [2, 3] } },
    {},
    'interfaces.a.descriptors[0]: expected a list of bytes that begins with its length, found 2\n' +
      '  interfaces.a.descriptors[1]: expected a list of bytes that begins with its length, found 3',
  ],
  [{ a: { class: 1, descriptors: [[2, 300]] } }, {}, 'interfaces.a.descriptors[0]: expected bytes from 0 to 255'],
  [withEndpoints({ e: bulk }), { received: { f: () => 0 } }, 'received.f: no such endpoint'],
  [withEndpoints({ e: bulk }), { received: { e: () => 0 } }, 'received.e: this endpoint sends to the machine'],
  [withEndpoints({}), { control: { R: { request: 1 } } }, 'control.R: expected a handler in or out'],
  [
    withEndpoints({ R: bulk }),
    { control: { R: { request: 1, in: () => [] } } },
    'control.R: an endpoint has this name, too',
  ],
  [
    withEndpoints({}),
    { control: { R: { request: 1, in: () => [] }, Q: { request: 1, in: () => [] } } },
    'control.Q: R is the same request',
  ],
  [
    withEndpoints({}),
    { control: { R: { request: 256, in: () => [] } } },
    'control.R.request: expected a whole number up to 0xff, found 256',
  ],
  [
    withEndpoints({}),
    { control: { R: { request: 1, type: 'other', in: () => [] } } },
    'control.R: expected a type of vendor, class or standard',
  ],
  [withEndpoints({}), { changed: { knob: () => 0 } }, 'changed.knob: no such control'],
])('%j: %s', (faces, rest, problem) => {
  expect(problemsOf(faces, rest)).toBe(problem);
});

it('tells all problems at once', () => {
  expect(problemsOf(withEndpoints({ e: { in: 0, type: 'bulk' } }), {}, { vendor: -1 }).split('\n')).toHaveLength(2);
});

it('lets settings of one interface share an address', () => {
  const setting = (name: string): object => ({ endpoints: { [name]: bulk } });
  expect(problemsOf({ a: { class: 1, ...setting('e'), alternates: [setting('f')] } })).toBe('none');
});
