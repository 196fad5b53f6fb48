import { defineCanNode } from 'qemu-driver-test/device';

/** Another node on the same bus: acknowledges frames, of the machine and of other nodes, and counts them. */
export default defineCanNode({
  name: 'ear',
  controls: { heard: { type: 'number', initial: 0, readOnly: true } },
  received: ({ controls }) => {
    controls.heard++;
  },
});
