import type { RunListener } from '../event/event.ts';
import type { CommandHost } from './command-host.ts';

/** 128 + SIGINT: what a shell expects of a program that was interrupted before it could conclude anything. */
const interrupted = 130;

/** Whoever sees that the run was cancelled before there was anything to write throws this. Ends the command with exit status 69. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';

  constructor(by: string) {
    super(`Cancelled by ${by} before anything was tested.`);
  }
}

/**
 * The first Ctrl-C or SIGTERM aborts the run, which ends its machines and writes what it knows; a second one ends the
 * process at once. `also`: a run goes on under nohup when its terminal is closed, a shell has nobody to talk to.
 */
export function cancelOnSignals(host: CommandHost, listener: RunListener, also: readonly 'SIGHUP'[] = []): AbortSignal {
  const controller = new AbortController();
  const cancel = (name: string) => (): void => {
    if (controller.signal.aborted) host.exit(interrupted);
    listener({ kind: 'cancelling', reason: name });
    controller.abort(new Cancelled(name));
  };
  host.onSignal('SIGINT', cancel('Ctrl-C'));
  host.onSignal('SIGTERM', cancel('SIGTERM'));
  for (const name of also) host.onSignal(name, cancel(name));
  return controller.signal;
}
