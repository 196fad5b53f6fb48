import { defineLinkPartner } from 'qemu-driver-test/device';
import { bear, mood } from './mood.ts';

export default defineLinkPartner({
  name: 'bad-partner',
  mac: '02:00:00:00:00:09',
  controls: { ...mood, frames: { type: 'number', initial: 0, readOnly: true } },
  received: ({ controls }) => {
    bear(controls.mood);
    controls.frames++;
  },
});
