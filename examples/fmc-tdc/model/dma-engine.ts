import { DmaError, KiB } from 'qemu-driver-test/device';
import type { Card } from './card.ts';
import { updateInterrupts } from './interrupts.ts';

// DMA_STAT.STATE
const idle = 0;
const busy = 1;
const failed = 2;
const aborted = 3;

/** What the bridge takes in one piece. */
const payloadBytes = 4 * KiB;
/** Of an item in the machine's memory: the seven registers from DMA_CSTART to DMA_ATTRIB. */
const itemBytes = 28;

export async function command(card: Card): Promise<void> {
  const { START, ABORT } = card.fields.DMA_CTRL;
  Object.assign(card.fields.DMA_CTRL, { START: 0, ABORT: 0 });
  if (ABORT && card.fields.DMA_STAT.STATE === busy) {
    card.state.transfer++;
    card.fields.DMA_STAT.STATE = aborted;
  } else if (START && card.fields.DMA_STAT.STATE !== busy) {
    await transfer(card);
  }
}

/** The item in the registers, then whatever the chain brings into them. */
async function transfer(card: Card): Promise<void> {
  const number = ++card.state.transfer;
  const isCurrent = (): boolean => number === card.state.transfer;
  card.fields.DMA_STAT.STATE = busy;
  try {
    for (let isLast = false; !isLast && isCurrent(); ) {
      await moveItem(card, isCurrent);
      isLast = !card.fields.DMA_ATTRIB.CHAIN;
      if (!isLast && isCurrent()) await fetchItem(card, isCurrent);
    }
    if (isCurrent()) end(card, idle);
  } catch (error) {
    if (!(error instanceof DmaError)) throw error;
    if (isCurrent()) end(card, failed);
  }
}

function end(card: Card, state: number): void {
  card.fields.DMA_STAT.STATE = state;
  card.fields.DMA_STAT.IRQ = 1;
  updateInterrupts(card);
}

async function moveItem(card: Card, isCurrent: () => boolean): Promise<void> {
  const { regs, fields, state, dma } = card;
  const words = Math.floor(regs.DMA_LEN / 4);
  const host = address(regs.DMA_HSTARTH, regs.DMA_HSTARTL);
  if (words === 0) throw new DmaError('refused', 'an item without a word to move');
  for (let done = 0; done < 4 * words && isCurrent(); done += payloadBytes) {
    const length = Math.min(payloadBytes, 4 * words - done);
    if (fields.DMA_ATTRIB.TO_CARD)
      state.memory.write(regs.DMA_CSTART + done, swapped(card, await dma.read(host + BigInt(done), length)));
    else await dma.write(host + BigInt(done), swapped(card, state.memory.read(regs.DMA_CSTART + done, length)));
  }
}

async function fetchItem({ regs, dma }: Card, isCurrent: () => boolean): Promise<void> {
  const item = await dma.read(address(regs.DMA_NEXTH, regs.DMA_NEXTL), itemBytes);
  if (!isCurrent()) return;
  const names = [
    'DMA_CSTART',
    'DMA_HSTARTL',
    'DMA_HSTARTH',
    'DMA_LEN',
    'DMA_NEXTL',
    'DMA_NEXTH',
    'DMA_ATTRIB',
  ] as const;
  for (const [index, name] of names.entries()) regs[name] = item.readUInt32LE(4 * index);
}

function swapped({ fields }: Card, bytes: Buffer): Buffer {
  const { SWAP_BYTES, SWAP_WORDS } = fields.DMA_CTRL;
  if (SWAP_WORDS) bytes.swap32();
  // Swapped in fours, bytes are swapped in their pairs, too.
  return SWAP_BYTES === SWAP_WORDS ? bytes : bytes.swap16();
}

function address(high: number, low: number): bigint {
  return (BigInt(high) << 32n) | BigInt(low);
}
