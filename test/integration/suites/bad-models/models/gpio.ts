import { defineGpioLines } from 'qemu-driver-test/device';
import { bear, mood } from './mood.ts';

export default defineGpioLines({
  name: 'bad-lamp',
  lines: { lit: { direction: 'out' } },
  controls: mood,
  platform: { driver: 'leds-gpio', children: [{ properties: { label: 'lamp' }, lines: { gpios: 'lit' } }] },
  driven: { lit: ({ controls }) => bear(controls.mood) },
});
