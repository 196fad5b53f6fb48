import type { Card } from './card.ts';
import { channels } from './registers.ts';

/** Inputs of the vectored interrupt controller. */
const dmaInput = 2;
const tdcInput = 6;
/** The pin of the bridge that its output is wired to. */
const pin = 1 << 8;

/**
 * From cause to message: channels → EIC of the TDC → VIC of the carrier → GPIO of the bridge → MSI. After whatever may
 * have changed one.
 */
export function updateInterrupts(card: Card): void {
  const { regs, fields, state } = card;
  fields.EIC_ISR.DMA = channels.reduce(
    (bits, channel, index) => bits | (state.channels[channel].isInterrupting ? 1 << index : 0),
    0,
  );
  const tdc = (regs.EIC_ISR & regs.EIC_IMR) !== 0;
  regs.VIC_RISR = (fields.DMA_STAT.IRQ << dmaInput) | (Number(tdc) << tdcInput) | state.softwareInterrupts;
  setLine(card, isControllerHigh(card));
  updateBridge(card);
}

/** One input at a time is served, the lowest first; the output stays until the end of interrupt. */
function isControllerHigh({ regs, fields, state, memory }: Card): boolean {
  if (!fields.VIC_CTL.ENABLE) {
    state.serving = undefined;
    state.softwareInterrupts = 0;
    regs.VIC_VAR = 0x12345678;
    return false;
  }
  if (state.serving !== undefined) return true;
  const pending = regs.VIC_RISR & regs.VIC_IMR;
  state.serving = pending === 0 ? undefined : 31 - Math.clz32(pending & -pending);
  regs.VIC_VAR = state.serving === undefined ? 0 : memory.VIC_TABLE.readUInt32LE(4 * state.serving);
  return state.serving !== undefined;
}

export function endOfInterrupt(card: Card): void {
  card.state.serving = undefined;
  card.state.softwareInterrupts = 0;
  // Whoever waits for an edge sees one even where the next input is pending already.
  if (card.fields.VIC_CTL.EMULATE_EDGE) setLine(card, false);
  updateInterrupts(card);
}

function setLine({ regs, state }: Card, isHigh: boolean): void {
  const isChange = isHigh !== state.isLineHigh;
  state.isLineHigh = isHigh;
  regs.GPIO_INPUT_VALUE = isHigh ? pin : 0;
  const isActive = isHigh === ((regs.GPIO_INT_VALUE & pin) !== 0);
  const isLevel = (regs.GPIO_INT_TYPE & pin) !== 0;
  const onAny = (regs.GPIO_INT_ON_ANY & pin) !== 0;
  if (isLevel ? isActive : isChange && (isActive || onAny)) regs.GPIO_INT_STATUS |= pin;
}

/** A message is sent when there is something to tell, and was nothing before. */
function updateBridge({ regs, fields, state, interrupts }: Card): void {
  fields.INT_STAT.GPIO = (regs.GPIO_INT_STATUS & ~regs.GPIO_INT_MASK) === 0 ? 0 : 1;
  const isPending = (regs.INT_STAT & regs.INT_CFG0) !== 0;
  const isNew = isPending && !state.isMessagePending;
  state.isMessagePending = isPending;
  if (isNew) interrupts.raise();
}

export function readGpioStatus(card: Card): number {
  const seen = card.regs.GPIO_INT_STATUS;
  card.regs.GPIO_INT_STATUS = 0;
  // Between the two the bridge has had nothing to tell.
  updateBridge(card);
  updateInterrupts(card);
  return seen;
}
