import type { PlatformUnit } from '../unit/platform-unit.ts';
import { barBytes, windowsAt } from './board-layout.ts';
import { BoardError } from './line-bank.ts';

/** A platform device's registers in the board's BAR. */
export interface Window {
  readonly at: number;
  readonly size: number;
  readonly unit: PlatformUnit;
}

/** A page for each, so that no driver can map the registers of another device. */
const pageBytes = 4096;

/** The windows of a board's platform devices. */
export class WindowBank {
  readonly #windows: Window[] = [];

  /** @throws BoardError when they do not fit */
  add(id: string, unit: PlatformUnit): Window {
    const { size } = unit.model.bars[0];
    const step = Math.max(size, pageBytes);
    for (let at = Math.max(windowsAt, step); at + step <= barBytes; at += step) {
      if (this.#windows.some((window) => window.at < at + step && at < window.at + window.size)) continue;
      const window = { at, size, unit };
      this.#windows.push(window);
      return window;
    }
    throw new BoardError(
      `device ${id}: expected windows of at most ${barBytes - windowsAt} bytes in all on a board; ` +
        `there is no room for 0x${size.toString(16)} more`,
    );
  }

  remove(window: Window): void {
    const at = this.#windows.indexOf(window);
    if (at !== -1) this.#windows.splice(at, 1);
  }

  /** The window that has all of these bytes. */
  find(offset: number, length: number): Window | undefined {
    return this.#windows.find(({ at, size }) => offset >= at && offset + length <= at + size);
  }
}
