import type { I2cTransaction } from '../i2c-bus.ts';
import type { I2cOutcome, I2cResult } from '../i2c-message.ts';
import { abortSource } from './causes.ts';

/** A write to DATA_CMD. */
export interface Command {
  readonly isRead: boolean;
  readonly byte: number;
  readonly isStop: boolean;
  readonly isRestart: boolean;
}

export function commandOf(value: number): Command {
  return {
    isRead: (value & 0x100) !== 0,
    byte: value & 0xff,
    isStop: (value & 0x200) !== 0,
    isRestart: (value & 0x400) !== 0,
  };
}

/** A message that is being put together from commands. */
export interface Assembly {
  readonly isRead: boolean;
  readonly bytes: number[];
  /** Bytes of a read that are asked for and not yet fetched. */
  asked: number;
  /** A part of the read has been fetched. */
  isBegun: boolean;
}

export function newAssembly(isRead: boolean): Assembly {
  return { isRead, bytes: [], asked: 0, isBegun: false };
}

/** Puts the message on the bus, or the next piece of a read. */
export function askFor(transaction: I2cTransaction, address: number, assembly: Assembly): Promise<I2cResult> {
  const { isRead, bytes, asked, isBegun } = assembly;
  if (isBegun) return transaction.more(address, asked);
  return transaction.message(
    isRead ? { direction: 'in', address, length: asked } : { direction: 'out', address, bytes: Buffer.from(bytes) },
  );
}

/** The bit of TX_ABRT_SOURCE for a message that failed. */
export function sourceOf(outcome: Exclude<I2cOutcome, 'done' | 'stuck-low' | 'abandoned'>): number {
  switch (outcome) {
    case 'nak-address':
      return abortSource.addressNak;
    case 'nak-byte':
      return abortSource.dataNak;
    case 'arbitration-lost':
      return abortSource.arbitrationLost;
    case 'bus-error':
      return abortSource.startByteAcknowledged;
  }
}
