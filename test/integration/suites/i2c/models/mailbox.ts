import { defineI2cDevice } from 'qemu-driver-test/device';

/** Gives back what it was sent, and after that the numbers from 0. It has no driver. */
export default defineI2cDevice({
  name: 'mailbox',
  i2c: { address: 0x30 },
  state: (): { kept: Buffer } => ({ kept: Buffer.alloc(0) }),
  transfer: ({ state }, message) => {
    if (message.direction === 'in') {
      const all = Buffer.concat([state.kept, Buffer.from(Array.from({ length: 256 }, (_, index) => index))]);
      return all.subarray(message.from, message.from + message.length);
    }
    if (message.bytes.length > 40) return 40;
    state.kept = message.bytes;
    return undefined;
  },
});
