import { blockHandlers, defineDevice } from 'qemu-driver-test/device';
import { writeControl } from './buffers.ts';
import { controls, freshState, type Card } from './card.ts';
import { command } from './dma-engine.ts';
import { currentSeconds, pulses, setSource, writeCore, writeInputs } from './inputs.ts';
import { endOfInterrupt, readGpioStatus, updateInterrupts } from './interrupts.ts';
import { bars, channels } from './registers.ts';

/**
 * FMC TDC 1ns 5-channel on its carrier SPEC, as its public documentation has it; README.md beside this directory names
 * that, and what is left out.
 */
export default defineDevice({
  name: 'fmc-tdc',
  // The card has no class; to what has none Linux gives no addresses when it is hot-plugged. "Signal processing" it is.
  pci: { vendor: 0x10dc, device: 0x018d, class: 0x118000, revision: 3 },
  interrupts: { msi: 1, names: ['gpio'] },
  bars,
  controls,
  state: freshState,

  read: {
    FMC_PRESENCE: ({ controls: { mezzanine } }) => Number(mezzanine),
    ONEWIRE_CSR: ({ controls: { thermometer } }) => Number(thermometer),
    ONEWIRE_TEMPERATURE: ({ controls: { temperature } }) => Math.round(16 * temperature) & 0xffff,
    ONEWIRE_ID_L: ({ controls: { serial } }) => serial,
    TDC_CURRENT_UTC: currentSeconds,
    GPIO_INT_STATUS: readGpioStatus,
  },

  write: {
    DMA_CTRL: command,
    DMA_STAT: updateInterrupts,

    VIC_CTL: updateInterrupts,
    VIC_IER: (card, bits) => setMask(card, 'VIC_IMR', card.regs.VIC_IMR | bits),
    VIC_IDR: (card, bits) => setMask(card, 'VIC_IMR', card.regs.VIC_IMR & ~bits),
    VIC_SWIR: (card, bits) => {
      card.state.softwareInterrupts = bits;
      updateInterrupts(card);
    },
    VIC_EOIR: endOfInterrupt,

    TDC_INPUTS: writeInputs,
    TDC_CTRL: writeCore,
    EIC_IER: (card, bits) => setMask(card, 'EIC_IMR', card.regs.EIC_IMR | (bits & 0x3ff)),
    EIC_IDR: (card, bits) => setMask(card, 'EIC_IMR', card.regs.EIC_IMR & ~bits),
    ...blockHandlers('BUFFER', channels, {
      CSR: (channel) => (card: Card) => writeControl(card, channel),
      // The counter stays as it is until the buffers are switched.
      CUR_BASE: (channel) => (card: Card, address: number) => {
        card.state.channels[channel].address = address;
      },
    }),

    INT_STAT: updateInterrupts,
    INT_CFG0: updateInterrupts,
    GPIO_INT_MASK_CLR: (card, bits) => setMask(card, 'GPIO_INT_MASK', card.regs.GPIO_INT_MASK & ~bits),
    GPIO_INT_MASK_SET: (card, bits) => setMask(card, 'GPIO_INT_MASK', card.regs.GPIO_INT_MASK | (bits & 0xffff)),
    GPIO_INT_TYPE: updateInterrupts,
    GPIO_INT_VALUE: updateInterrupts,
  },

  reset: (card) => {
    card.state.time.sinceUs = card.clock.nowUs;
    for (const channel of channels) card.controls[`level${channel}`] = 0;
    updateInterrupts(card);
    setSource(card);
  },

  changed: { pulse: pulses, rate: setSource, source: setSource },
});

function setMask(card: Card, mask: 'VIC_IMR' | 'EIC_IMR' | 'GPIO_INT_MASK', bits: number): void {
  card.regs[mask] = bits;
  updateInterrupts(card);
}
