import { defineUsbDevice } from 'qemu-driver-test/device';
import { type CanFrame, type CanNode, errorFrames } from './can-bus.ts';

const frameBytes = 20;
/** Not the echo of a frame that was sent. */
const fromTheBus = 0xffff_ffff;
const recipient = 'interface';

/** A CAN adapter for the kernel's gs_usb, with other nodes on its bus. */
export function gsUsbAdapter(nodes: readonly CanNode[]) {
  return defineUsbDevice({
    name: 'can-adapter',
    usb: { vendor: 0x1d50, product: 0x606f, speed: 'full', strings: { manufacturer: 'qdt', product: 'CAN adapter' } },
    interfaces: {
      can: {
        class: 0xff,
        subclass: 0xff,
        protocol: 0xff,
        endpoints: { received: { in: 1, type: 'bulk' }, sent: { out: 2, type: 'bulk' } },
      },
    },
    controls: {
      frames: { type: 'number', initial: 0, readOnly: true },
      bus: { type: 'choice', of: ['on', 'no-acknowledge', 'off'], initial: 'on' },
    },
    state: () => ({ isStarted: false, brp: 0 }),
    control: {
      HOST_FORMAT: { request: 0, recipient, out: () => undefined },
      BIT_TIMING: {
        request: 1,
        recipient,
        out: ({ state }, { bytes }) => {
          if (bytes.length !== 20) return 'stall';
          state.brp = bytes.readUInt32LE(16);
          return undefined;
        },
      },
      MODE: {
        request: 2,
        recipient,
        out: ({ state }, { bytes }) => {
          if (bytes.length !== 8) return 'stall';
          state.isStarted = bytes.readUInt32LE(0) === 1;
          return undefined;
        },
      },
      // Features, clock, tseg1 min max, tseg2 min max, sjw max, brp min max step.
      CONSTANTS: { request: 4, recipient, in: () => words(0, 48_000_000, 1, 16, 1, 8, 4, 1, 1024, 1) },
      // The number of channels less one, version of software and hardware.
      DEVICE: { request: 5, recipient, in: () => words(0, 2, 1) },
    },
    received: {
      sent: ({ endpoints, state, controls }, bytes) => {
        if (bytes.length < frameBytes || !state.isStarted) return 'stall';
        const frame = decode(bytes);
        const tell = (seen: CanFrame): boolean => endpoints.received.send(encode(fromTheBus, seen));
        controls.frames++;
        if (controls.bus === 'off') return tell(errorFrames.busOff);
        const answers: CanFrame[] = [];
        const heard = nodes.map((node) => node.received(frame, { send: (answer) => answers.push(answer) }));
        if (controls.bus === 'no-acknowledge' || !heard.includes(true))
          return tell(errorFrames.noAcknowledge);
        endpoints.received.send(bytes.subarray(0, frameBytes));
        for (const answer of answers) tell(answer);
        return undefined;
      },
    },
  });
}

function decode(bytes: Buffer): CanFrame {
  return { id: bytes.readUInt32LE(4), data: bytes.subarray(12, 12 + Math.min(8, bytes.readUInt8(8))) };
}

function encode(echo: number, { id, data }: CanFrame): Buffer {
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
