import { defineGpioLines } from 'qemu-driver-test/device';

/** A lamp at a line, for the kernel's leds-gpio. */
export default defineGpioLines({
  name: 'lamp',
  lines: { lit: { direction: 'out' } },
  platform: { driver: 'leds-gpio', children: [{ properties: { label: 'lamp' }, lines: { gpios: 'lit' } }] },
});
