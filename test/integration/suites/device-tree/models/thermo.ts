import { definePlatformDevice } from 'qemu-driver-test/device';

const tooHot = 1;
const changed = 2;

/** A thermometer: its alarm is up while one of the causes in STATUS is there. */
export default definePlatformDevice({
  name: 'thermo',
  platform: { compatible: 'qdt,thermo' },
  properties: { 'limit-celsius': 60, label: 'of the model' },
  clocks: { '': 32_768 },
  interrupts: { line: true },
  gpios: { reset: { direction: 'out' } },
  bars: {
    0: { size: 0x1000, registers: { TEMP: { at: 0x0, access: 'RO' }, LIMIT: { at: 0x4 }, STATUS: { at: 0x8 } } },
  },
  controls: {
    temperature: { type: 'number', initial: 20 },
    resets: { type: 'number', initial: 0, readOnly: true },
  },
  state: () => ({ causes: 0 }),
  changed: {
    temperature: (thermo, celsius) => {
      thermo.state.causes |= changed | (celsius > thermo.regs.LIMIT ? tooHot : 0);
      thermo.interrupts.raise();
    },
  },
  driven: {
    reset: (thermo, isOn) => {
      if (isOn) thermo.controls.resets += 1;
    },
  },
  read: {
    TEMP: ({ controls }) => controls.temperature,
    STATUS: ({ state }) => state.causes,
  },
  write: {
    STATUS: (thermo, value) => {
      thermo.state.causes &= ~value;
      if (thermo.state.causes === 0) thermo.interrupts.lower();
    },
  },
});
