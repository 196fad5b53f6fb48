import type { CanNode } from './can-bus.ts';
import { gsUsbAdapter } from './gs-usb.ts';

/** A node that answers each frame by its bytes in reverse, with the next identifier. */
const mirror: CanNode = {
  received: ({ id, data }, { send }) => {
    send({ id: id + 1, data: Uint8Array.from(data).reverse() });
    return true;
  },
};

export default gsUsbAdapter([mirror]);
