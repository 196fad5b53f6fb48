import { defineI2cDevice } from 'qemu-driver-test/device';

const code = [1, 2, 3, 4];

/** Takes a code byte by byte, and refuses the first that is wrong. Reads say how far it was right. It has no driver. */
export default defineI2cDevice({
  name: 'lock',
  i2c: { address: 0x32, type: 'lock' },
  controls: { jammed: { type: 'switch', initial: false, about: 'takes no code' } },
  state: () => ({ right: 0, sent: 0 }),
  acknowledges: ({ controls }, direction) => direction === 'in' || !controls.jammed,
  start: ({ state }, direction) => {
    if (direction === 'out') state.right = 0;
    else state.sent = 0;
  },
  writeByte: ({ state }, byte) => {
    if (byte !== code[state.right]) return 'nak';
    state.right++;
    return undefined;
  },
  readByte: ({ state }) => state.right + state.sent++,
});
