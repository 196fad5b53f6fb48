import type { TableEntry } from './board-table.ts';
import type { BoardAnswer, RequestPiece } from './board-request.ts';

/** A bus of a board, at a request channel of its own: a slow device of one bus does not delay another bus. */
export interface BoardBus {
  readonly kind: 'i2c' | 'spi';
  /** As in `bus=`. */
  readonly name: string;
  readonly channel: number;
  readonly chipSelects: number;
  /** Its promise never rejects. */
  readonly perform: (pieces: readonly RequestPiece[]) => Promise<BoardAnswer>;
}

/** A device's place on a board. */
export interface BoardSeat {
  readonly id: string;
  /** The record of the device and its attributes; none of one that ACPI describes. */
  readonly records: readonly Buffer[];
  /** Of a device that ACPI describes. It is complete when the machine starts. */
  readonly entry?: () => TableEntry;
  /** The machine was reset. */
  readonly reset: () => void;
  /** It leaves the board. */
  readonly leave: () => void;
}
