import type { RunListener } from '../event/event.ts';
import { endByHangup, outlivesTerminal } from '../host/process/hangup.ts';
import type { CommandHost } from './command-host.ts';

/** 128 + SIGINT: the exit status that a shell expects of a program that was interrupted. */
const interrupted = 130;

/** Thrown when a run is cancelled before there are any results. Ends the command with exit status 69. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';

  constructor(by: string) {
    super(`Cancelled by ${by} before anything was tested.`);
  }
}

/**
 * What SIGHUP does. `ends`: the run is cancelled when its terminal closes. `as-started`: the signal stays ignored if
 * the process was started that way, by nohup.
 */
export type Hangup = 'ends' | 'as-started';

/**
 * The first Ctrl-C, SIGTERM or SIGHUP (closed terminal) aborts the run: its machines are stopped, and results are
 * written. A second one ends the process at once.
 */
export function cancelOnSignals(host: CommandHost, listener: RunListener, hangup: Hangup = 'as-started'): AbortSignal {
  const controller = new AbortController();
  const cancel = (name: string) => (): void => {
    if (controller.signal.aborted) host.exit(interrupted);
    listener({ kind: 'cancelling', reason: name });
    controller.abort(new Cancelled(name));
  };
  host.onSignal('SIGINT', cancel('Ctrl-C'));
  host.onSignal('SIGTERM', cancel('SIGTERM'));
  const goesOn = hangup === 'as-started' && outlivesTerminal();
  const hungUp = cancel('its closed terminal (SIGHUP)');
  // The kernel and the shell may both send SIGHUP for one closed terminal. The repetition is not a second request.
  host.onSignal('SIGHUP', () => {
    if (goesOn || controller.signal.aborted) return;
    endByHangup();
    hungUp();
  });
  return controller.signal;
}
