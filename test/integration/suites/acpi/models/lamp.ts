import { defineGpioLines } from 'qemu-driver-test/device';

/** Two lamps for the kernel's leds-gpio, one of which is lit while its line is low. */
export default defineGpioLines({
  name: 'lamp',
  lines: { lit: { direction: 'out' }, warm: { direction: 'out', activeLow: true } },
  platform: {
    acpi: 'PRP0001',
    compatible: 'gpio-leds',
    children: [
      { properties: { label: 'lamp' }, lines: { gpios: 'lit' } },
      { properties: { label: 'heater', 'default-state': 'on' }, lines: { gpios: 'warm' } },
    ],
  },
});
