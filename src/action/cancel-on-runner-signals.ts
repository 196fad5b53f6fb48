import { Cancelled } from '../cli/cancel-on-signals.ts';

/**
 * A job that is cancelled gets SIGINT, 7.5 s later SIGTERM, and 2.5 s later it is killed. The first aborts the run,
 * which ends its machines and writes what it knows; the second ends the process, and with it whatever is left.
 */
export function cancelOnRunnerSignals(): AbortSignal {
  const controller = new AbortController();
  const cancel = (name: string) => (): void => {
    // 128 + SIGINT.
    if (controller.signal.aborted) process.exit(130);
    controller.abort(new Cancelled(name));
  };
  process.on('SIGINT', cancel('SIGINT'));
  process.on('SIGTERM', cancel('SIGTERM'));
  return controller.signal;
}
