import type { RunListener } from '../event/event.ts';
import { endByHangup, outlivesTerminal } from '../host/process/hangup.ts';
import type { CommandHost } from './command-host.ts';

/** 128 + SIGINT: what a shell expects of a program that was interrupted before it could conclude anything. */
const interrupted = 130;

/**
 * Whoever sees that the run was cancelled before there was anything to write throws this. Ends the command with exit
 * status 69.
 */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';

  constructor(by: string) {
    super(`Cancelled by ${by} before anything was tested.`);
  }
}

/**
 * `ends`: when its terminal is closed nobody is there to talk to. `as-started`: it goes on when it was started so, by
 * nohup.
 */
export type Hangup = 'ends' | 'as-started';

/**
 * The first Ctrl-C or SIGTERM, or the end of its terminal (SIGHUP), aborts the run, which ends its machines and writes
 * what it knows; a second one ends the process at once.
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
  const hungUp = cancel('the end of its terminal (SIGHUP)');
  // A closed terminal sends it more than once: by the kernel, by the shell. That is no second wish.
  host.onSignal('SIGHUP', () => {
    if (goesOn || controller.signal.aborted) return;
    endByHangup();
    hungUp();
  });
  return controller.signal;
}
