import { defineGpioLines } from 'qemu-driver-test/device';

/** A key at a line that is low while it is pressed, for the kernel's gpio-keys. */
export default defineGpioLines({
  name: 'keys',
  lines: { enter: { direction: 'in', activeLow: true } },
  platform: {
    driver: 'gpio-keys',
    children: [{ properties: { 'linux,code': 28, label: 'enter' }, lines: { gpios: 'enter' } }],
  },
});
