import type { Duplex } from 'node:stream';
import { bounds } from '../bounds/bounds.ts';
import { splitLines } from '../machine/line-splitter.ts';

const windowMs = 1000;

/**
 * Hands on what is said on the agent's port, a line at a time. A guest that says more lines than anybody has to say is
 * held up: what is beyond the rate is read later, and until then it is the guest that waits, not everybody else here.
 */
export function readControlLines(control: Duplex, onLine: (line: string) => void): void {
  const { lineBytes, linesPerSecond } = bounds.control;
  let windowStartMs = performance.now();
  let lines = 0;
  let timer: NodeJS.Timeout | undefined;
  const count = (): void => {
    const sinceMs = performance.now() - windowStartMs;
    if (sinceMs >= windowMs) {
      windowStartMs += sinceMs;
      lines = 0;
    }
    if (++lines !== linesPerSecond) return;
    control.pause();
    timer = setTimeout(() => control.resume(), Math.max(0, windowMs - sinceMs));
  };
  control.on('close', () => clearTimeout(timer));
  splitLines(control, {
    maxLength: lineBytes,
    onLine: (line) => {
      count();
      onLine(line.toString('latin1'));
    },
  });
}
