import { hidKeyboard, registers } from './hid-keyboard.ts';

/** Found by its name. A property says where its descriptor is. */
export default hidKeyboard({
  type: 'hid',
  compatible: 'hid-over-i2c',
  properties: { 'hid-descr-addr': registers.descriptor },
});
