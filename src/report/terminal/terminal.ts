import type { RunEvent, RunListener } from '../../event/event.ts';
import { defuseCommands } from '../../text/escape-text.ts';
import { createStyle, type TerminalOptions } from '../text/style.ts';
import { createLiveArea, type LiveArea, liveLines } from './live-lines.ts';
import { createPermanentLines } from './permanent-lines.ts';
import { createProgress } from './progress.ts';

export interface TerminalReporter {
  readonly onEvent: RunListener;
  /** Call this several times per second during a run. It updates durations and announces long steps. */
  readonly tick: () => void;
  /**
   * Removes the live lines and leaves an empty line. After that, the screen belongs to others, and later events are
   * only appended.
   */
  readonly close: () => void;
}

// Events may come faster than anybody can see. The next tick draws their result.
const shortestFrameMs = 40;

/** Shows a run in progress: rewritten in place on a terminal, line by line elsewhere. */
export function createTerminalReporter(options: TerminalOptions): TerminalReporter {
  const style = createStyle(options.color);
  const progress = createProgress();
  const permanent = createPermanentLines(options, progress);
  const live: LiveArea = createLiveArea(options.write);
  let isOpen = options.isTty;
  let lastLine = '';
  let drawnAtMs = -Infinity;

  const show = (lines: readonly string[]): void => {
    lastLine = lines.at(-1) ?? lastLine;
    const text = defuseCommands(lines.map((line) => `${line}\n`).join(''));
    const nowMs = options.now();
    if (!isOpen) {
      if (text !== '') options.write(text);
    } else if (text !== '' || nowMs - drawnAtMs >= shortestFrameMs) {
      live.update(text, liveLines(progress, { style, columns: options.columns(), nowMs }));
      drawnAtMs = nowMs;
    }
  };
  return {
    onEvent: (event: RunEvent) => {
      const lines = permanent.onEvent(event);
      progress.onEvent(event, options.now());
      show(lines);
    },
    tick: () => show(permanent.onTick()),
    close: () => {
      isOpen = false;
      live.erase();
      if (lastLine !== '') show(['']);
    },
  };
}
