import { KiB, MiB, registerBlock, type Bars } from 'qemu-driver-test/device';

/** As on the front panel. In a time stamp they are 0 to 4. */
export const channels = [1, 2, 3, 4, 5] as const;
export type Channel = (typeof channels)[number];

/** BAR 0, up to 0x1fff: the base of every design on a SPEC, "SPEC base". */
const carrier = {
  BASE_VENDOR: { at: 0x0000, access: 'RO', reset: 0x000010dc },
  BASE_DEVICE: { at: 0x0004, access: 'RO', reset: 0x53504543, about: 'SPEC' },
  BASE_VERSION: { at: 0x0008, access: 'RO', reset: 0x03000000, about: 'major, minor, patch: 8, 8 and 16 bits' },
  BASE_BYTE_ORDER: { at: 0x000c, access: 'RO', reset: 0xfffe0000 },
  BASE_CAPABILITIES: {
    at: 0x0020,
    access: 'RO',
    reset: 0x29,
    about: 'interrupt controller, White Rabbit, memory with DMA',
  },
  APP_OFFSET: { at: 0x0040, access: 'RO', reset: 0x2000, about: 'where the application says what it is' },
  FMC_PRESENCE: { at: 0x0048, access: 'RO', about: 'bit 0: a mezzanine is plugged in' },
  GN4124_STATUS: { at: 0x004c, access: 'RO', reset: 1, about: 'bit 0: its clock is locked' },
  DDR_STATUS: { at: 0x0050, access: 'RO', fields: { CALIBRATED: { bits: 0 } }, reset: 1 },

  DMA_CTRL: {
    at: 0x00c0,
    fields: {
      START: { bits: 0, access: 'WO' },
      ABORT: { bits: 1, access: 'WO' },
      SWAP_BYTES: { bits: 2 },
      SWAP_WORDS: { bits: 3 },
    },
  },
  DMA_STAT: { at: 0x00c4, fields: { STATE: { bits: [1, 0], access: 'RO' }, IRQ: { bits: 2, access: 'W1C' } } },
  DMA_CSTART: { at: 0x00c8, about: "address in the card's memory" },
  DMA_HSTARTL: { at: 0x00cc, about: "address in the machine's memory" },
  DMA_HSTARTH: { at: 0x00d0 },
  DMA_LEN: { at: 0x00d4, about: 'bytes' },
  DMA_NEXTL: { at: 0x00d8, about: 'address of the next item' },
  DMA_NEXTH: { at: 0x00dc },
  DMA_ATTRIB: { at: 0x00e0, fields: { TO_CARD: { bits: 0 }, CHAIN: { bits: 1, about: 'another item follows' } } },

  VIC_CTL: {
    at: 0x0100,
    fields: {
      ENABLE: { bits: 0 },
      POLARITY: { bits: 1, access: 'RO' },
      EMULATE_EDGE: { bits: 2 },
      EDGE_LENGTH: { bits: [18, 3] },
    },
    reset: 2,
  },
  VIC_RISR: { at: 0x0104, access: 'RO', about: 'the inputs, masked or not' },
  VIC_IER: { at: 0x0108, access: 'WO' },
  VIC_IDR: { at: 0x010c, access: 'WO' },
  VIC_IMR: { at: 0x0110, access: 'RO' },
  VIC_VAR: { at: 0x0114, access: 'RO', about: 'what the table says of the input that is served' },
  VIC_SWIR: { at: 0x0118, access: 'WO' },
  VIC_EOIR: { at: 0x011c, access: 'WO', about: 'any write: served' },
} as const;

/** BAR 0, from 0x2000: the application. All of the TDC's blocks are at multiples of 0x1000 from 0x20000. */
const application = {
  APP_VENDOR: { at: 0x2000, access: 'RO', reset: 0x000010dc },
  APP_DEVICE: { at: 0x2004, access: 'RO', reset: 0x574e0001, about: 'TDC on a SPEC' },

  SDB_MAGIC: { at: 0x20000, access: 'RO', reset: 0x5344422d, about: 'SDB-' },

  ONEWIRE_CSR: { at: 0x21000, fields: { VALID: { bits: 0, access: 'RO' } } },
  ONEWIRE_TEMPERATURE: { at: 0x21004, access: 'RO', about: '1/16 of a degree Celsius, 16 bits with a sign' },
  ONEWIRE_ID_H: { at: 0x21008, access: 'RO' },
  ONEWIRE_ID_L: { at: 0x2100c, access: 'RO' },

  TDC_START_UTC: { at: 0x22080, about: 'seconds' },
  TDC_INPUTS: {
    at: 0x22084,
    fields: { TERMINATION: { bits: [4, 0] }, ENABLE: { bits: 7 }, CHANNELS: { bits: [20, 16] } },
  },
  TDC_TEST_WORD: { at: 0x2208c, access: 'RO', reset: 0xc000ffee },
  TDC_CURRENT_UTC: { at: 0x220a0, access: 'RO', about: 'seconds' },
  TDC_STATUS: {
    at: 0x220ac,
    access: 'RO',
    reset: 1,
    fields: {
      HAS_DMA: { bits: 0, access: 'RO' },
      HAS_FIFO: { bits: 1, access: 'RO' },
      SLOT: { bits: 2, access: 'RO' },
    },
  },
  TDC_CTRL: { at: 0x220fc, access: 'WO', fields: { ACQUIRE: { bits: 0 }, STOP: { bits: 1 }, LOAD_UTC: { bits: 9 } } },

  EIC_IDR: { at: 0x23000, access: 'WO' },
  EIC_IER: { at: 0x23004, access: 'WO' },
  EIC_IMR: { at: 0x23008, access: 'RO' },
  EIC_ISR: {
    at: 0x2300c,
    access: 'RO',
    fields: { FIFO: { bits: [4, 0] }, DMA: { bits: [9, 5] } },
    about: 'levels: they go when their causes do',
  },
} as const;

/** Of each channel: two buffers in the card's memory, one that is being filled, one to go on with. */
const buffers = registerBlock(
  'BUFFER',
  { numbers: channels, at: 0x26000, stride: 0x40 },
  {
    CSR: {
      at: 0x00,
      fields: {
        ENABLE: { bits: 0 },
        IRQ_TIMEOUT: { bits: [10, 1], about: 'ms from the first time stamp in a buffer to the interrupt' },
        BURST_SIZE: { bits: [20, 11], about: "time stamps on one way to the card's memory" },
        SWITCH: { bits: 21, access: 'WO' },
        DONE: { bits: 22, access: 'W1C', about: 'a buffer is complete' },
        OVERFLOW: { bits: 23, access: 'RO', about: 'neither buffer can take more: time stamps are being lost' },
      },
    },
    CUR_BASE: { at: 0x04, about: "bytes from the start of the card's memory" },
    CUR_COUNT: { at: 0x08, access: 'RO', about: 'time stamps in the buffer that was completed last' },
    CUR_SIZE: { at: 0x0c, fields: { SIZE: { bits: [29, 0] }, VALID: { bits: 30 } } },
    NEXT_BASE: { at: 0x10 },
    NEXT_SIZE: { at: 0x14, fields: { SIZE: { bits: [29, 0] }, VALID: { bits: 30 } } },
  },
);

/**
 * BAR 4: the bridge's own registers, as far as interrupts pass through them. The carrier's interrupt is wired to GPIO
 * 8.
 */
const bridge = {
  INT_STAT: { at: 0x814, fields: { SW0: { bits: 2 }, SW1: { bits: 3 }, GPIO: { bits: 15, access: 'RO' } } },
  INT_CFG0: { at: 0x820, about: 'which of INT_STAT are sent as message 0' },
  GPIO_BYPASS_MODE: { at: 0xa00 },
  GPIO_DIRECTION: { at: 0xa04, reset: 0xffff, about: '1: input' },
  GPIO_OUTPUT_ENABLE: { at: 0xa08 },
  GPIO_OUTPUT_VALUE: { at: 0xa0c },
  GPIO_INPUT_VALUE: { at: 0xa10, access: 'RO' },
  GPIO_INT_MASK: { at: 0xa14, access: 'RO', reset: 0xffff, about: '1: masked' },
  GPIO_INT_MASK_CLR: { at: 0xa18, access: 'WO' },
  GPIO_INT_MASK_SET: { at: 0xa1c, access: 'WO' },
  GPIO_INT_STATUS: { at: 0xa20, access: 'RO', about: 'a read clears it; a level that lasts sets it again' },
  GPIO_INT_TYPE: { at: 0xa24, about: '1: level, 0: edge' },
  GPIO_INT_VALUE: { at: 0xa28, about: '1: high or rising' },
  GPIO_INT_ON_ANY: { at: 0xa2c, about: 'both edges' },
} as const;

export const bars = {
  0: {
    size: 1 * MiB,
    is64Bit: true,
    registers: { ...carrier, ...application, ...buffers },
    memory: { VIC_TABLE: { at: 0x180, size: 128 } },
  },
  4: { size: 4 * KiB, is64Bit: true, registers: bridge },
} as const satisfies Bars;
