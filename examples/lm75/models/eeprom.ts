import { defineI2cDevice, ms } from 'qemu-driver-test/device';

/** An EEPROM of 256 bytes as the 24C02. While it writes, it does not acknowledge its address. */
export default defineI2cDevice({
  name: '24c02',
  i2c: { address: 0x50, type: '24c02', compatible: 'atmel,24c02' },
  autoIncrement: 'byte',
  memory: { CELLS: { at: 0, size: 256, page: 8, fill: 0xff } },
  controls: { writeTime: { type: 'number', initial: 2, min: 0, max: 1000, unit: 'ms' } },
  state: () => ({ hasWritten: false, isBusyUntilUs: 0 }),
  write: {
    CELLS: ({ state }) => {
      state.hasWritten = true;
    },
  },
  stop: ({ state, clock, controls }) => {
    if (!state.hasWritten) return;
    state.hasWritten = false;
    state.isBusyUntilUs = clock.nowUs + controls.writeTime * ms;
  },
  acknowledges: ({ state, clock }) => clock.nowUs >= state.isBusyUntilUs,
});
