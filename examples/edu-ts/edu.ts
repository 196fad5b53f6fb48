import { defineDevice, KiB, MiB, ms } from 'qemu-driver-test/device';

const factorialDone = 0x001;
const transferDone = 0x100;
/** Where DMA finds the device's own 4 KiB: an address inside the device, not in any BAR. */
const bufferAt = 0x40000;

/** QEMU's educational device, after its data sheet: https://www.qemu.org/docs/master/specs/edu.html */
export default defineDevice({
  name: 'edu',
  pci: {
    vendor: 0x1234,
    device: 0x11e8,
    class: 0x00ff00,
    revision: 0x10,
    subsystem: { vendor: 0x1af4, device: 0x1100 },
  },
  interrupts: { msi: 1, intx: true },
  dma: { addressBits: 28 },
  bars: {
    0: {
      size: 1 * MiB,
      registers: {
        ID: { at: 0x00, access: 'RO', reset: 0x010000ed },
        LIVENESS: { at: 0x04, access: 'RW' },
        FACTORIAL: { at: 0x08, access: 'RW', lockedBy: 'STATUS.COMPUTING' },
        STATUS: { at: 0x20, fields: { COMPUTING: { bits: 0, access: 'RO' }, WANT_IRQ: { bits: 7 } } },
        IRQ_STATUS: { at: 0x24, access: 'RO' },
        IRQ_RAISE: { at: 0x60, access: 'WO' },
        IRQ_ACK: { at: 0x64, access: 'WO' },
        DMA_SOURCE: { at: 0x80, width: 8, lockedBy: 'DMA_COMMAND.RUN' },
        DMA_DESTINATION: { at: 0x88, width: 8, lockedBy: 'DMA_COMMAND.RUN' },
        DMA_COUNT: { at: 0x90, width: 8, lockedBy: 'DMA_COMMAND.RUN' },
        DMA_COMMAND: {
          at: 0x98,
          width: 8,
          lockedBy: 'DMA_COMMAND.RUN',
          fields: { RUN: { bits: 0 }, FROM_DEVICE: { bits: 1 }, WANT_IRQ: { bits: 2 } },
        },
      },
    },
  },
  state: () => ({ buffer: Buffer.alloc(4 * KiB) }),

  write: {
    LIVENESS: ({ regs }, value) => {
      regs.LIVENESS = ~value;
    },
    FACTORIAL: ({ regs, fields, interrupts, clock }, n) => {
      fields.STATUS.COMPUTING = 1;
      clock.after(1 * ms, () => {
        regs.FACTORIAL = factorial(n);
        fields.STATUS.COMPUTING = 0;
        if (fields.STATUS.WANT_IRQ) raise(regs, interrupts, factorialDone);
      });
    },
    IRQ_RAISE: ({ regs, interrupts }, causes) => raise(regs, interrupts, causes),
    IRQ_ACK: ({ regs, interrupts }, causes) => {
      regs.IRQ_STATUS &= ~causes;
      if (regs.IRQ_STATUS === 0) interrupts.lower();
    },
    DMA_COMMAND: ({ regs, fields, state, dma, interrupts, clock }) => {
      const { RUN, FROM_DEVICE, WANT_IRQ } = fields.DMA_COMMAND;
      if (RUN)
        clock.after(100 * ms, async () => {
          const piece = part(state.buffer, FROM_DEVICE ? regs.DMA_SOURCE : regs.DMA_DESTINATION, regs.DMA_COUNT);
          // The data sheet knows no error status: a transfer that fails looks like one that went well.
          if (FROM_DEVICE) await dma.write(regs.DMA_DESTINATION, piece).catch(() => undefined);
          else (await dma.read(regs.DMA_SOURCE, piece.length).catch(() => piece)).copy(piece);
          fields.DMA_COMMAND.RUN = 0;
          if (WANT_IRQ) raise(regs, interrupts, transferDone);
        });
    },
  },
});

function raise(regs: { IRQ_STATUS: number }, interrupts: { raise: () => void }, causes: number): void {
  regs.IRQ_STATUS |= causes;
  interrupts.raise();
}

/** What a transfer reaches of the device's buffer. */
function part(buffer: Buffer, address: bigint, count: bigint): Buffer {
  const start = Number(address) - bufferAt;
  return start < 0 ? Buffer.alloc(0) : buffer.subarray(start, start + Number(count));
}

/** Modulo 2^32, as the register: from 34 on nothing is left. */
function factorial(n: number): number {
  let product = 1;
  for (let factor = 2; factor <= Math.min(n, 34); factor++) product = Math.imul(product, factor);
  return product;
}
