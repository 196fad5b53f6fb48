import { defineI2cDevice } from 'qemu-driver-test/device';
import { bear, mood } from './mood.ts';

export default defineI2cDevice({
  name: 'bad-i2c',
  i2c: { address: 0x30, type: 'bad' },
  controls: mood,
  transfer: ({ controls }, message) => {
    bear(controls.mood);
    return message.direction === 'in' ? Buffer.alloc(message.length, 7) : undefined;
  },
});
