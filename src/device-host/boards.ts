import type { BoardSeat } from '../device/board/board-bus.ts';
import { BoardFunction } from '../device/board/board-function.ts';
import type { BoardUnit } from '../device/board/board.ts';
import { hostTime } from '../device/instance/model-clock.ts';
import { servePci } from './serve-pci.ts';
import type { CloseReason, ServedDevice, ServiceListener } from './served-device.ts';

/** A device for a board. */
export interface BoardGuest {
  readonly id: string;
  readonly unit: BoardUnit;
  /** As in `bus=`. */
  readonly place: string | undefined;
}

/** A board at its socket, with the devices behind it. */
class SharedBoard {
  readonly #function = new BoardFunction(hostTime.nowUs);
  readonly #path: string;
  readonly #listeners = new Map<BoardSeat, ServiceListener>();
  #served: ServedDevice | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** @throws SystemError */
  async serve(): Promise<void> {
    this.#served = await servePci(this.#function, this.#path, {
      onConnected: () => this.#listeners.forEach(({ onConnected }) => onConnected()),
      onClosed: (reason) => this.#listeners.forEach(({ onClosed }) => onClosed(reason)),
    });
  }

  /** @throws BoardError */
  join({ id, unit, place }: BoardGuest, listener: ServiceListener, left: () => void): ServedDevice {
    const { board } = this.#function;
    const seat = board.add(id, unit, place);
    this.#listeners.set(seat, listener);
    const leave = (reason: CloseReason | undefined): void => {
      if (!this.#listeners.delete(seat)) return;
      board.remove(seat);
      if (reason !== undefined) listener.onClosed(reason);
    };
    return {
      path: this.#path,
      remove: () => leave({ kind: 'removed' }),
      transfersDone: async () => await this.#served?.transfersDone(),
      [Symbol.dispose]: () => {
        leave(undefined);
        if (!board.isEmpty) return;
        this.#served?.[Symbol.dispose]();
        left();
      },
    };
  }
}

/**
 * The boards of a machine, by their sockets. The first device of a board serves its function, and later ones join it:
 * before the machine starts, because its driver asks once what is on the board.
 */
export class Boards {
  readonly #boards = new Map<string, SharedBoard>();

  /** @throws BoardError @throws SystemError */
  async join(guest: BoardGuest, path: string, listener: ServiceListener): Promise<ServedDevice> {
    const found = this.#boards.get(path);
    if (found !== undefined) return found.join(guest, listener, () => this.#boards.delete(path));
    const board = new SharedBoard(path);
    const served = board.join(guest, listener, () => this.#boards.delete(path));
    await board.serve();
    this.#boards.set(path, board);
    return served;
  }
}
