import { definePlatformDevice } from 'qemu-driver-test/device';

// Bits of RAW, INTR_STAT and INTR_MASK.
const received = 1 << 2;
const canSend = 1 << 4;
const aborted = 1 << 6;
const stopped = 1 << 9;
const started = 1 << 10;
const addressNak = 1;
const sensorAddress = 0x48;

interface Master {
  readonly regs: {
    RAW: number;
    readonly INTR_MASK: number;
    readonly ENABLE: number;
    readonly TAR: number;
    ABORT: number;
  };
  readonly state: { bytes: number[]; pointer: number; at: number; isOpen: boolean };
  readonly controls: { readonly celsius: number; readonly isAway: boolean };
  readonly interrupts: { raise: () => void; lower: () => void };
}

/** DesignWare's I2C master, as its platform driver uses it, with an LM75 at 0x48 of its bus. */
export default definePlatformDevice({
  name: 'dw-i2c',
  platform: { compatible: 'snps,designware-i2c' },
  properties: { 'clock-frequency': 400_000 },
  clocks: { '': 100_000_000 },
  interrupts: { line: true },
  bars: {
    0: {
      size: 0x1000,
      registers: {
        CON: { at: 0x00, reset: 0x65 },
        TAR: { at: 0x04, reset: 0x55 },
        DATA_CMD: { at: 0x10 },
        SS_HCNT: { at: 0x14 },
        SS_LCNT: { at: 0x18 },
        FS_HCNT: { at: 0x1c },
        FS_LCNT: { at: 0x20 },
        INTR_STAT: { at: 0x2c, access: 'RO' },
        INTR_MASK: { at: 0x30, reset: 0x8ff },
        RAW: { at: 0x34, access: 'RO' },
        RX_TL: { at: 0x38 },
        TX_TL: { at: 0x3c },
        CLR_INTR: { at: 0x40, access: 'RO' },
        CLR_TX_ABRT: { at: 0x54, access: 'RO' },
        CLR_ACTIVITY: { at: 0x5c, access: 'RO' },
        CLR_STOP_DET: { at: 0x60, access: 'RO' },
        CLR_START_DET: { at: 0x64, access: 'RO' },
        ENABLE: { at: 0x6c },
        STATUS: { at: 0x70, access: 'RO' },
        TXFLR: { at: 0x74, access: 'RO' },
        RXFLR: { at: 0x78, access: 'RO' },
        SDA_HOLD: { at: 0x7c },
        ABORT: { at: 0x80, access: 'RO' },
        ENABLE_STATUS: { at: 0x9c, access: 'RO' },
        COMP_PARAM_1: { at: 0xf4, access: 'RO', reset: 0x003f3fee },
        COMP_VERSION: { at: 0xf8, access: 'RO', reset: 0x3131352a },
        COMP_TYPE: { at: 0xfc, access: 'RO', reset: 0x44570140 },
      },
    },
  },
  controls: {
    celsius: { type: 'number', initial: 21.5 },
    isAway: { type: 'switch', initial: false, about: 'the sensor does not answer' },
  },
  state: () => ({ bytes: [] as number[], pointer: 0, at: 0, isOpen: false }),
  read: {
    DATA_CMD: (master) => {
      const byte = master.state.bytes.shift() ?? 0;
      if (master.state.bytes.length === 0) change(master, 0, received);
      return byte;
    },
    INTR_STAT: ({ regs }) => regs.RAW & regs.INTR_MASK,
    RXFLR: ({ state }) => state.bytes.length,
    STATUS: ({ state }) => 0x6 | (state.bytes.length > 0 ? 8 : 0),
    ENABLE_STATUS: ({ regs }) => regs.ENABLE & 1,
    CLR_INTR: (master) => cleared(master, aborted | stopped | started),
    CLR_TX_ABRT: (master) => cleared(master, aborted),
    CLR_STOP_DET: (master) => cleared(master, stopped),
    CLR_START_DET: (master) => cleared(master, started),
  },
  write: {
    ENABLE: (master, value) => {
      if (value & 1) change(master, canSend, 0);
      else {
        master.state.bytes = [];
        master.state.isOpen = false;
        change(master, 0, 0x1fff);
      }
    },
    INTR_MASK: (master) => change(master, 0, 0),
    DATA_CMD: (master, command) => {
      if (master.regs.ENABLE & 1 && !(master.regs.RAW & aborted)) transfer(master, command);
    },
  },
});

/** A byte of a message: bit 8 reads, bit 9 stops, bit 10 starts again. */
function transfer(master: Master, command: number): void {
  const { state, regs, controls } = master;
  if (!state.isOpen || command & 0x400) {
    if (controls.isAway || (regs.TAR & 0x7f) !== sensorAddress) {
      regs.ABORT = addressNak;
      change(master, aborted | stopped, received);
      return;
    }
    state.isOpen = true;
    state.at = 0;
    change(master, started, 0);
  }
  if (command & 0x100) {
    state.bytes.push(sensorByte(master, state.at++));
    change(master, received, 0);
  } else if (state.at++ === 0) state.pointer = command & 3;
  if (command & 0x200) {
    state.isOpen = false;
    change(master, stopped, 0);
  }
}

/** Registers of an LM75 are big-endian; the temperature has halves of a degree from bit 7 on. */
function sensorByte({ state, controls }: Master, at: number): number {
  if (state.pointer === 1) return 0;
  const word = (Math.round(controls.celsius * 2) << 7) & 0xffff;
  return at % 2 === 0 ? word >> 8 : word & 0xff;
}

function cleared(master: Master, causes: number): number {
  change(master, 0, causes);
  return 0;
}

/** The line is up while there is a cause that the driver wants to know of. */
function change(master: Master, set: number, clear: number): void {
  const { regs, interrupts } = master;
  regs.RAW = (regs.RAW & ~clear) | set;
  if (regs.RAW & regs.INTR_MASK) interrupts.raise();
  else interrupts.lower();
}
