import { defineUsbDevice } from '../usb/define-usb-device.ts';
import type { CanBus } from './can-bus.ts';
import type { CanFrame } from './can-definition.ts';
import { errorFrame } from './can-error.ts';

const recipient = 'interface';
const frameBytes = 20;
/** In place of the number of a frame that was sent: it comes from the bus. */
const fromBus = 0xffff_ffff;

const extendedFlag = 0x8000_0000;
const remoteFlag = 0x4000_0000;
const idMask = 0x1fff_ffff;

/** Bytes of the requests' data. */
const modeBytes = 8;

/** A USB adapter that the kernel's gs_usb drives, with one CAN bus behind it. */
export function canAdapter(bus: Pick<CanBus, 'start' | 'stop' | 'send'>) {
  return defineUsbDevice({
    name: 'can-adapter',
    usb: { vendor: 0x1d50, product: 0x606f, speed: 'full', strings: { product: 'CAN adapter' } },
    interfaces: {
      can: {
        class: 0xff,
        subclass: 0xff,
        protocol: 0xff,
        endpoints: { received: { in: 1, type: 'bulk' }, sent: { out: 2, type: 'bulk' } },
      },
    },
    control: {
      HOST_FORMAT: { request: 0, recipient, out: () => undefined },
      BIT_TIMING: { request: 1, recipient, out: () => undefined },
      MODE: {
        request: 2,
        recipient,
        out: ({ endpoints: { received } }, { bytes }) => {
          if (bytes.length !== modeBytes) return 'stall';
          if (bytes.readUInt32LE(0) === 1) bus.start((frame) => void received.send(encode(fromBus, frame)));
          else bus.stop();
          return undefined;
        },
      },
      // Features, clock, then for each part of a bit its least and its most, the prescaler with its step.
      CONSTANTS: { request: 4, recipient, in: () => words(0, 48_000_000, 1, 16, 1, 8, 4, 1, 1024, 1) },
      // The number of channels less one, the versions of software and hardware.
      DEVICE: { request: 5, recipient, in: () => words(0, 2, 1) },
    },
    received: {
      sent: ({ endpoints: { received } }, bytes) => {
        if (bytes.length < frameBytes) return 'stall';
        const sent = Buffer.from(bytes.subarray(0, frameBytes));
        bus.send(decode(sent), (error) => {
          if (error !== undefined) received.send(encodeBytes(fromBus, errorFrame(error)));
          // The driver waits for the end of each frame before it sends many more.
          received.send(sent);
        });
        return undefined;
      },
    },
    reset: () => bus.stop(),
  });
}

function decode(bytes: Buffer): CanFrame {
  const id = bytes.readUInt32LE(4);
  const isRemote = (id & remoteFlag) !== 0;
  return {
    id: id & idMask,
    data: isRemote ? Buffer.alloc(0) : bytes.subarray(12, 12 + Math.min(8, bytes.readUInt8(8))),
    ...((id & extendedFlag) === 0 ? {} : { isExtended: true }),
    ...(isRemote ? { isRemote: true } : {}),
  };
}

function encode(echo: number, { id, data, isExtended = false, isRemote = false }: CanFrame): Buffer {
  const flags = (isExtended ? extendedFlag : 0) + (isRemote ? remoteFlag : 0);
  return encodeBytes(echo, { id: id + flags, data });
}

function encodeBytes(echo: number, { id, data }: { readonly id: number; readonly data: Uint8Array }): Buffer {
  const bytes = Buffer.alloc(frameBytes);
  bytes.writeUInt32LE(echo, 0);
  bytes.writeUInt32LE(id, 4);
  bytes.writeUInt8(data.length, 8);
  bytes.set(data, 12);
  return bytes;
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, 4 * index);
  return bytes;
}
