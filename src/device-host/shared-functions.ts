import { BoardFunction } from '../device/board/board-function.ts';
import type { BoardUnit } from '../device/board/board.ts';
import { hostTime } from '../device/instance/model-clock.ts';
import type { PluggableFunction } from '../device/pci/pci-function.ts';
import { TreeFunction } from '../device/tree/tree-function.ts';
import type { PlatformUnit } from '../device/unit/platform-unit.ts';
import { servePci } from './serve-pci.ts';
import type { CloseReason, ServedDevice, ServiceListener } from './served-device.ts';

/** A device for a function that several share. */
export interface FunctionGuest<Unit> {
  readonly id: string;
  readonly unit: Unit;
  /** As in `bus=`. */
  readonly place: string | undefined;
}

/** A function, and what a device does to it. */
interface Shareable<Unit> {
  readonly function: PluggableFunction;
  /** Returns how the device leaves. @throws BoardError */
  readonly add: (guest: FunctionGuest<Unit>) => () => void;
  readonly isEmpty: () => boolean;
}

/** A function at its socket, with the devices behind it. */
class SharedFunction<Unit> {
  readonly #shared: Shareable<Unit>;
  readonly #path: string;
  readonly #listeners = new Map<() => void, ServiceListener>();
  #served: ServedDevice | undefined;

  constructor(shared: Shareable<Unit>, path: string) {
    this.#shared = shared;
    this.#path = path;
  }

  /** @throws SystemError */
  async serve(): Promise<void> {
    this.#served = await servePci(this.#shared.function, this.#path, {
      onConnected: () => this.#listeners.forEach(({ onConnected }) => onConnected()),
      onClosed: (reason) => this.#listeners.forEach(({ onClosed }) => onClosed(reason)),
    });
  }

  /** @throws BoardError */
  join(guest: FunctionGuest<Unit>, listener: ServiceListener, left: () => void): ServedDevice {
    const away = this.#shared.add(guest);
    this.#listeners.set(away, listener);
    const leave = (reason: CloseReason | undefined): void => {
      if (!this.#listeners.delete(away)) return;
      away();
      if (reason !== undefined) listener.onClosed(reason);
    };
    return {
      path: this.#path,
      remove: () => leave({ kind: 'removed' }),
      transfersDone: async () => await this.#served?.transfersDone(),
      [Symbol.dispose]: () => {
        leave(undefined);
        if (!this.#shared.isEmpty()) return;
        this.#served?.[Symbol.dispose]();
        left();
      },
    };
  }
}

/**
 * The shared functions of a machine, by their sockets. The first device of one serves it, and later ones join it:
 * before the machine starts, because the guest learns once what is there.
 */
export class SharedFunctions<Unit> {
  readonly #make: () => Shareable<Unit>;
  readonly #functions = new Map<string, SharedFunction<Unit>>();

  constructor(make: () => Shareable<Unit>) {
    this.#make = make;
  }

  /** @throws BoardError @throws SystemError */
  async join(guest: FunctionGuest<Unit>, path: string, listener: ServiceListener): Promise<ServedDevice> {
    const left = (): void => void this.#functions.delete(path);
    const found = this.#functions.get(path);
    if (found !== undefined) return found.join(guest, listener, left);
    const made = new SharedFunction(this.#make(), path);
    const served = made.join(guest, listener, left);
    await made.serve();
    this.#functions.set(path, made);
    return served;
  }
}

export type Boards = SharedFunctions<BoardUnit>;

/** Functions that a driver of ours drives. */
export function boards(): Boards {
  return new SharedFunctions(() => {
    const own = new BoardFunction(hostTime.nowUs);
    const { board } = own;
    return {
      function: own,
      add: ({ id, unit, place }) => {
        const seat = board.add(id, unit, place);
        return () => board.remove(seat);
      },
      isEmpty: () => board.isEmpty,
    };
  });
}

export type Trees = SharedFunctions<PlatformUnit>;

/** Functions with the devices that a machine's tree names. */
export function trees(): Trees {
  return new SharedFunctions(() => {
    const own = new TreeFunction(hostTime.nowUs);
    return {
      function: own,
      add: ({ id, unit }) => own.add(id, unit).leave,
      isEmpty: () => own.isEmpty,
    };
  });
}
