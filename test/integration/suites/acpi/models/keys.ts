import { defineGpioLines } from 'qemu-driver-test/device';

/** A key for the kernel's gpio-keys, which finds it by its compatible string. */
export default defineGpioLines({
  name: 'keys',
  lines: { enter: { direction: 'in', activeLow: true } },
  platform: {
    acpi: 'PRP0001',
    compatible: 'gpio-keys',
    children: [{ properties: { 'linux,code': 28, label: 'enter' }, lines: { gpios: 'enter' } }],
  },
});
