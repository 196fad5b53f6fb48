import type { CloseReason } from '../../src/device-host/served-device.ts';
import { RedirConnection } from '../../src/device-host/usb-redir/redir-connection.ts';
import type { WireListener } from '../../src/device-host/vfio-user/wire.ts';
import { hostTime } from '../../src/device/instance/model-clock.ts';
import { UsbUnit } from '../../src/device/unit/usb-unit.ts';
import { defineUsbDevice } from '../../src/device/usb/define-usb-device.ts';
import { attackWith } from './family.ts';
import { type Random, randomOf } from './random.ts';

const echo = defineUsbDevice({
  name: 'echo',
  usb: { vendor: 1, product: 2, strings: { product: 'Echo' } },
  interfaces: {
    first: {
      class: 0xff,
      endpoints: { taken: { out: 1, type: 'bulk' }, given: { in: 1, type: 'bulk' } },
      alternates: [{ endpoints: { news: { in: 2, type: 'interrupt', everyMs: 1 } } }],
    },
  },
  control: {
    SAY: { request: 1, out: ({ endpoints }, { bytes }) => endpoints.news.send(bytes.subarray(0, 64)) },
    HEAR: { request: 2, in: (_device, { length }) => Buffer.alloc(length) },
  },
  received: {
    taken: async ({ endpoints }, bytes) => {
      await Promise.resolve();
      return endpoints.given.send(bytes);
    },
  },
});

/** Sends a USB device what a machine might send whose guest has taken it over. @throws Error */
export async function attack(seed: number): Promise<void> {
  const random = randomOf(seed);
  const parts = [helloOf(random), ...Array.from({ length: random.below(80) }, () => messageOf(random))];
  await attackWith({ what: 'USB machine', seed, parts, complaintOf });
}

function helloOf(random: Random): Buffer {
  const hello = Buffer.alloc(80);
  hello.writeUInt32LE(random.below(10) === 0 ? random.below(200) : 68, 4);
  hello.writeUInt32LE(random.below(10) === 0 ? random.below(0x100) : 0xff, 76);
  return hello;
}

/** Mostly what QEMU would send, with some numbers changed. */
function messageOf(random: Random): Buffer {
  const type = random.oneOf([3, 6, 9, 10, 15, 16, 21, 100, 100, 100, 101, 101, 101, 103, random.below(30)]);
  const body = bodyOf(type, random);
  const header = Buffer.alloc(16);
  header.writeUInt32LE(type, 0);
  header.writeUInt32LE(random.below(60) === 0 ? random.below(0xffff_ffff) : body.length, 4);
  header.writeBigUInt64LE(BigInt(random.below(40)), 8);
  const message = Buffer.concat([header, body]);
  return random.below(40) === 0 ? message.subarray(0, random.below(message.length)) : message;
}

function bodyOf(type: number, random: Random): Buffer {
  if (random.below(30) === 0) return random.bytes(random.below(40));
  if (type === 100) return controlOf(random);
  if (type !== 101 && type !== 103) return Buffer.from([random.oneOf([0, 1, 0x81, 0x82]), random.below(3)]);
  const address = random.oneOf([1, 1, 0x81, 0x81, 0x82, random.below(256)]);
  const data = random.bytes(address < 0x80 ? random.below(600) : 0);
  const length = address < 0x80 ? data.length : random.below(0x1_0000);
  const head = Buffer.alloc(type === 101 ? 10 : 4);
  head.writeUInt8(address, 0);
  head.writeUInt16LE(length, 2);
  return Buffer.concat([head, data]);
}

function controlOf(random: Random): Buffer {
  const requestType = random.oneOf([0, 0x80, 1, 0x81, 2, 0x82, 0x40, 0xc0, random.below(256)]);
  const data = random.bytes(requestType < 0x80 ? random.below(100) : 0);
  const head = Buffer.from([
    0,
    random.oneOf([0, 1, 2, 3, 6, 8, 9, 10, 11, random.below(256)]),
    requestType,
    0,
    0,
    0,
    0,
    0,
  ]);
  head.writeUInt16LE(random.oneOf([0, 1, 0x100, 0x200, 0x301, random.below(0x1_0000)]), 4);
  head.writeUInt16LE(random.oneOf([0, 1, 0x81, 0x82, random.below(0x1_0000)]), 6);
  const length = Buffer.alloc(2);
  length.writeUInt16LE(requestType < 0x80 ? data.length : random.below(300));
  return Buffer.concat([head, length, data]);
}

async function complaintOf(pieces: readonly Buffer[]): Promise<string | undefined> {
  const unit = new UsbUnit(echo, { time: hostTime, isClockStopped: true });
  const closed: CloseReason[] = [];
  const written: Buffer[] = [];
  const machine: { listener?: WireListener } = {};
  const connection = new RedirConnection(
    {
      open: (listener) => (machine.listener = listener),
      write: (bytes) => written.push(Buffer.from(bytes)),
      unsentBytes: 0,
      expected: 'accesses',
      readOn: () => undefined,
      close: () => undefined,
    },
    unit,
    (reason) => closed.push(reason),
  );
  for (const piece of pieces) {
    machine.listener?.onData(piece);
    await new Promise((resolve) => setImmediate(resolve));
  }
  connection.close({ kind: 'removed' });
  if (unit.crash !== undefined) return `the model crashed: ${unit.crash.message}`;
  if (closed.length !== 1) return `it ended ${closed.length} times`;
  const [reason] = closed;
  if (reason?.kind === 'protocol-error' && !/^[\x20-\x7e]{1,300}$/.test(reason.detail))
    return `a reason that cannot be shown: ${JSON.stringify(reason.detail).slice(0, 500)}`;
  return written
    .slice(1)
    .map(wrongWith)
    .find((wrong) => wrong !== undefined);
}

/** What QEMU would refuse. */
function wrongWith(message: Buffer): string | undefined {
  if (message.length < 16) return `a message of ${message.length} bytes`;
  const [type, length] = [message.readUInt32LE(0), message.readUInt32LE(4)];
  if (message.length !== 16 + length) return `message ${type} says ${length} bytes and has ${message.length - 16}`;
  const data = message.length - 26;
  if (type === 100 && (message.readUInt8(18) & 0x80) !== 0 && message.readUInt16LE(24) !== data)
    return `a control request says ${message.readUInt16LE(24)} bytes and brings ${data}`;
  return undefined;
}
