import { defineSpiDevice } from 'qemu-driver-test/device';

/** A converter of 16 bits, Maxim's MAX11100: eight zeros, then the value. Its driver knows a compatible string only. */
export default defineSpiDevice({
  name: 'max11100',
  spi: { acpi: 'PRP0001', compatible: 'maxim,max11100', maxHz: 4_800_000 },
  controls: { value: { type: 'number', initial: 0, min: 0, max: 0xffff } },
  exchange: ({ controls }) => Buffer.from([0, controls.value >> 8, controls.value & 0xff]),
});
