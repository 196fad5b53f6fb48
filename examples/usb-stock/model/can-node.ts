import { defineCanNode } from 'qemu-driver-test/device';

/** Answers each frame by its bytes in reverse, with the next identifier. */
export default defineCanNode({
  name: 'mirror',
  controls: { frames: { type: 'number', initial: 0, readOnly: true } },
  received: ({ can, controls }, { id, data }) => {
    controls.frames++;
    can.send({ id: id + 1, data: Uint8Array.from(data).reverse() });
  },
});
