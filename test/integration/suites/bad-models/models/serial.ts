import { defineSerialDevice } from 'qemu-driver-test/device';
import { bear, mood } from './mood.ts';

export default defineSerialDevice({
  name: 'bad-line',
  controls: mood,
  received: ({ controls, line }, bytes) => {
    bear(controls.mood);
    line.send(bytes);
  },
});
