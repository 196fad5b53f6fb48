import type { BarAccess } from '../pci/endpoint.ts';
import { barBytes, windowsAt } from './board-layout.ts';
import { BoardError } from './line-bank.ts';

/** A platform device's registers in the board's BAR. */
export interface Window<Unit> {
  readonly at: number;
  readonly size: number;
  readonly unit: Unit;
}

/** A page for each, so that no driver can map the registers of another device. */
const pageBytes = 4096;

/** The windows of a board's platform devices. */
export class WindowBank<Unit> {
  readonly #where: string;
  readonly #windows: Window<Unit>[] = [];

  /** `where`: for messages, such as `on a board`. */
  constructor(where: string) {
    this.#where = where;
  }

  /** @throws BoardError when they do not fit */
  add(id: string, size: number, unit: Unit): Window<Unit> {
    const step = Math.max(size, pageBytes);
    for (let at = Math.max(windowsAt, step); at + step <= barBytes; at += step) {
      if (this.#windows.some((window) => window.at < at + step && at < window.at + window.size)) continue;
      const window = { at, size, unit };
      this.#windows.push(window);
      return window;
    }
    throw new BoardError(
      `device ${id}: expected windows of at most ${barBytes - windowsAt} bytes in all ${this.#where}; ` +
        `there is no room for 0x${size.toString(16)} more`,
    );
  }

  remove(window: Window<Unit>): void {
    const at = this.#windows.indexOf(window);
    if (at !== -1) this.#windows.splice(at, 1);
  }

  /** The device in whose window all of these bytes are, and the access as the device sees it. */
  find({ offset, length }: BarAccess): { readonly unit: Unit; readonly access: BarAccess } | undefined {
    const window = this.#windows.find(({ at, size }) => offset >= at && offset + length <= at + size);
    return window && { unit: window.unit, access: { bar: 0, offset: offset - window.at, length } };
  }
}
