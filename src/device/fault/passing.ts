import { bounds } from '../../bounds/bounds.ts';
import { cutText } from '../../bounds/cut-text.ts';
import type { RegisterSpan } from '../register/bar-map.ts';

/** An access to a register of a BAR. */
export interface RegisterPassing {
  readonly kind: 'read' | 'write';
  readonly bar: number;
  readonly offset: number;
  readonly length: number;
  readonly registers: readonly RegisterSpan[];
}

export type ExchangeKind = 'transfer' | 'message' | 'exchange' | 'frame' | 'can-frame';

/**
 * An exchange that is no access to a register: a USB transfer, an I2C message, the time that an SPI chip select is low,
 * a frame of a network or the bytes of a line.
 */
export interface ExchangePassing<K extends ExchangeKind = ExchangeKind> {
  readonly kind: K;
  /** What the model calls it: an endpoint, a control request, a register. */
  readonly name: string;
  /** From the machine's view: `in` comes from the device. An SPI exchange goes both ways at once. */
  readonly direction: 'in' | 'out' | 'both';
  /** In bytes: how many are sent, or asked for. */
  readonly length: number;
}

/** A GPIO line is switched. `in`: by the device. */
export interface LinePassing {
  readonly kind: 'line';
  readonly name: string;
  readonly direction: 'in' | 'out';
  readonly isOn: boolean;
}

/** What passes between a device and its machine. */
export type Passing =
  | RegisterPassing
  | ExchangePassing
  | LinePassing
  | { readonly kind: 'dma'; readonly direction: 'read' | 'write'; readonly address: bigint; readonly length: number }
  | { readonly kind: 'interrupt'; readonly vector: number };

/** For people: `read of STATUS (bar0+0x8)`, `transfer answers (in, 64 bytes)`. */
export function describePassing(passing: Passing): string {
  switch (passing.kind) {
    case 'interrupt':
      return `interrupt ${passing.vector}`;
    case 'dma':
      return (
        `DMA ${passing.direction} of ${passing.length} bytes ${passing.direction === 'read' ? 'from' : 'to'} ` +
        `0x${passing.address.toString(16)}`
      );
    case 'read':
    case 'write': {
      const names = cutText(passing.registers.map(({ name }) => name).join(', '), bounds.deviceLog.textChars);
      const place = `bar${passing.bar}+0x${passing.offset.toString(16)}`;
      return `${passing.kind} of ${names === '' ? place : `${names} (${place})`}`;
    }
    case 'line':
      return (
        `line ${cutText(passing.name, bounds.deviceLog.textChars)} ` +
        `${passing.isOn ? 'on' : 'off'} (${passing.direction})`
      );
    case 'transfer':
    case 'message':
    case 'exchange':
    case 'frame':
    case 'can-frame': {
      const way = passing.direction === 'both' ? '' : `${passing.direction}, `;
      const name = cutText(passing.name, bounds.deviceLog.textChars);
      const noun = passing.kind === 'can-frame' ? 'CAN frame' : passing.kind;
      return `${noun} ${name} (${way}${passing.length} byte${passing.length === 1 ? '' : 's'})`;
    }
  }
}
