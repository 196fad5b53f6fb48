import { defineDevice, type TypedModel } from '../../definition/define-device.ts';
import { KiB } from '../../definition/definition.ts';
import type { I2cBus } from '../i2c-bus.ts';
import { commandOf } from './assembly.ts';
import { cause } from './causes.ts';
import { Master, queueDepth } from './master.ts';
import { designwareRegisters } from './registers.ts';

interface DesignwareBars {
  readonly 0: { readonly size: number; readonly registers: typeof designwareRegisters };
}

type DesignwareModel = TypedModel<DesignwareBars, Readonly<Record<string, never>>>;

/**
 * Intel's PCI function with a DesignWare I2C master, as in Haswell's chipsets, in front of this bus. The kernel's
 * `i2c-designware-pci` drives it and, for this function, needs no clock.
 */
export function designwareModel(bus: I2cBus): DesignwareModel {
  let master: Master | undefined;
  return defineDevice({
    name: 'designware-i2c',
    pci: { vendor: 0x8086, device: 0x9c61, class: 0x0c8000 },
    interrupts: { msi: 1 },
    bars: { 0: { size: 4 * KiB, registers: designwareRegisters } },
    state: () => {
      master?.giveUp();
      // The interrupt is connected in `reset`, which follows.
      const wires = { raise: (): void => undefined };
      master = new Master(bus, () => wires.raise());
      return { master, wires };
    },
    reset: ({ state, interrupts }) => {
      state.wires.raise = () => interrupts.raise();
    },
    read: reads,
    write: writes,
  });
}

/** What the handlers use of the device. */
interface Block {
  readonly state: { readonly master: Master };
}

/** What CLR_INTR clears. */
const clearable =
  cause.rxUnder | cause.rxOver | cause.txOver | cause.txAbort | cause.activity | cause.stop | cause.start;

const reads = {
  DATA_CMD: ({ state }: Block) => state.master.takeByte(),
  INTR_STAT: (block: Block) => looked(block).causes.look(),
  RAW_INTR_STAT: (block: Block) => looked(block).causes.raw,
  CLR_INTR: (block: Block) => cleared(block, clearable),
  CLR_RX_UNDER: (block: Block) => cleared(block, cause.rxUnder),
  CLR_RX_OVER: (block: Block) => cleared(block, cause.rxOver),
  CLR_TX_OVER: (block: Block) => cleared(block, cause.txOver),
  CLR_TX_ABRT: (block: Block) => cleared(block, cause.txAbort),
  CLR_ACTIVITY: (block: Block) => cleared(block, cause.activity),
  CLR_STOP_DET: (block: Block) => cleared(block, cause.stop),
  CLR_START_DET: (block: Block) => cleared(block, cause.start),
  STATUS: (block: Block) => statusOf(looked(block)),
  TXFLR: ({ state }: Block) => state.master.waiting,
  RXFLR: (block: Block) => looked(block).received,
  TX_ABRT_SOURCE: ({ state }: Block) => state.master.abortSources,
  ENABLE_STATUS: ({ state }: Block) => (state.master.isEnabled ? enable.on : 0),
};

const writes = {
  TAR: ({ state }: Block, value: number) => state.master.setTarget(value & 0x3ff, (value & 0x1000) !== 0),
  DATA_CMD: ({ state }: Block, value: number) => state.master.command(commandOf(value)),
  INTR_MASK: (block: Block, value: number) => looked(block).causes.setMask(value),
  RX_TL: ({ state }: Block, value: number) => state.master.setThresholds({ rx: value & 0xff }),
  TX_TL: ({ state }: Block, value: number) => state.master.setThresholds({ tx: value & 0xff }),
  ENABLE: ({ state, regs }: Block & { readonly regs: { ENABLE: number } }, value: number) => {
    if ((value & enable.abort) !== 0) state.master.abortByDriver();
    // The block takes the abort back by itself.
    regs.ENABLE = value & enable.on;
    state.master.enable((value & enable.on) !== 0);
  },
};

/** The bits of ENABLE; the lowest is also in ENABLE_STATUS. */
const enable = { on: 1 << 0, abort: 1 << 1 } as const;

/** The bits of STATUS. */
const status = {
  activity: 1 << 0,
  txNotFull: 1 << 1,
  txEmpty: 1 << 2,
  rxNotEmpty: 1 << 3,
  rxFull: 1 << 4,
  masterActivity: 1 << 5,
} as const;

function looked({ state }: Block): Master {
  state.master.look();
  return state.master;
}

/** A register that clears causes when it is read. */
function cleared({ state: { master } }: Block, causes: number): number {
  if ((causes & cause.txAbort) !== 0) master.clearAbort();
  master.causes.clear(causes);
  return 0;
}

function statusOf({ isActive, waiting, received }: Master): number {
  return (
    (isActive ? status.activity | status.masterActivity : 0) |
    (waiting < queueDepth ? status.txNotFull : 0) |
    (waiting === 0 ? status.txEmpty : 0) |
    (received > 0 ? status.rxNotEmpty : 0) |
    (received === queueDepth ? status.rxFull : 0)
  );
}
