import { ms } from 'qemu-driver-test/device';
import { isEnabled, type Card } from './card.ts';
import { updateInterrupts } from './interrupts.ts';
import type { Channel } from './registers.ts';

/** In the card's memory, and in the machine's: four words. */
const stampBytes = 16;

export interface Stamp {
  readonly seconds: number;
  /** Of 8 ns. */
  readonly ticks: number;
  /** Of a tick, 1/4096. */
  readonly fraction: number;
  readonly sequence: number;
}

/** A full buffer is left for the next one; without that, time stamps are lost. */
export function store(card: Card, channel: Channel, stamp: Stamp): void {
  const { state, controls, fields } = card;
  const csr = fields[`BUFFER${channel}_CSR`];
  const size = fields[`BUFFER${channel}_CUR_SIZE`];
  const own = state.channels[channel];
  if (!csr.ENABLE) return;
  controls.stamped++;
  if (size.VALID && own.count >= size.SIZE) switchBuffers(card, channel);
  csr.OVERFLOW = size.VALID ? 0 : 1;
  if (!size.VALID) {
    controls.lost++;
    return;
  }
  state.memory.write(own.address, encode(channel, stamp));
  own.address += stampBytes;
  own.isRequesting = true;
  setCount(card, channel, own.count + 1);
  moderate(card, channel);
}

/** The next buffer becomes the current one, valid or not. */
export function switchBuffers(card: Card, channel: Channel): void {
  const { regs, fields, state } = card;
  const own = state.channels[channel];
  regs[`BUFFER${channel}_CUR_COUNT`] = own.count;
  regs[`BUFFER${channel}_CUR_BASE`] = regs[`BUFFER${channel}_NEXT_BASE`];
  regs[`BUFFER${channel}_CUR_SIZE`] = regs[`BUFFER${channel}_NEXT_SIZE`];
  fields[`BUFFER${channel}_NEXT_SIZE`].VALID = 0;
  fields[`BUFFER${channel}_CSR`].DONE = 1;
  own.address = regs[`BUFFER${channel}_CUR_BASE`];
  if (fields[`BUFFER${channel}_CUR_SIZE`].VALID) own.isRequesting = false;
  setCount(card, channel, 0);
  moderate(card, channel);
}

/** An interrupt waits for the time of moderation, and lasts until the buffers are switched. */
export function moderate(card: Card, channel: Channel): void {
  const own = card.state.channels[channel];
  if (!own.isRequesting || !isEnabled(card, channel)) {
    own.moderation?.cancel();
    own.moderation = undefined;
    own.isInterrupting = false;
    updateInterrupts(card);
  } else if (own.moderation === undefined) {
    own.moderation = card.clock.after(card.fields[`BUFFER${channel}_CSR`].IRQ_TIMEOUT * ms, () => {
      own.isInterrupting = true;
      updateInterrupts(card);
    });
  }
}

export function writeControl(card: Card, channel: Channel): void {
  const csr = card.fields[`BUFFER${channel}_CSR`];
  if (csr.SWITCH) switchBuffers(card, channel);
  csr.SWITCH = 0;
}

function setCount({ state, controls }: Card, channel: Channel, count: number): void {
  state.channels[channel].count = count;
  controls[`level${channel}`] = count;
}

function encode(channel: Channel, { seconds, ticks, fraction, sequence }: Stamp): Buffer {
  const risingEdge = 0x8;
  const bytes = Buffer.alloc(stampBytes);
  bytes.writeUInt32LE(seconds, 0);
  bytes.writeUInt32LE(ticks, 4);
  bytes.writeUInt32LE(fraction, 8);
  bytes.writeUInt32LE(((sequence << 4) | risingEdge | (channel - 1)) >>> 0, 12);
  return bytes;
}
