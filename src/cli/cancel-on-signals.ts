import type { RunListener } from '../event/event.ts';
import type { CommandHost } from './command-host.ts';

/** 128 + SIGINT: what a shell expects of a program that was interrupted before it could conclude anything. */
const interrupted = 130;

/**
 * The first Ctrl-C or SIGTERM aborts the run, which ends its machines and writes what it knows; a second one ends the
 * process at once.
 */
export function cancelOnSignals(host: CommandHost, listener: RunListener): AbortSignal {
  const controller = new AbortController();
  const cancel = (name: string) => (): void => {
    if (controller.signal.aborted) host.exit(interrupted);
    listener({ kind: 'cancelling', reason: name });
    controller.abort(new Error(`cancelled by ${name}`));
  };
  host.onSignal('SIGINT', cancel('Ctrl-C'));
  host.onSignal('SIGTERM', cancel('SIGTERM'));
  return controller.signal;
}
