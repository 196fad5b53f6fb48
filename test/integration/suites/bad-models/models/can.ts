import { defineCanNode } from 'qemu-driver-test/device';
import { bear, mood } from './mood.ts';

export default defineCanNode({
  name: 'bad-node',
  controls: { ...mood, frames: { type: 'number', initial: 0, readOnly: true } },
  received: ({ controls }) => {
    bear(controls.mood);
    controls.frames++;
  },
});
