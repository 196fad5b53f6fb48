import { deferred, type Deferred } from '../host/deferred.ts';
import { readJsonLines } from '../host/json-lines.ts';
import { startSupervised, type ProcessExit } from '../host/supervised-process.ts';
import { maxLineBytes, type HostAnswers, type HostEvent, type HostFailure, type HostLine, type HostRequest } from './control-protocol.ts';

/** What was asked of a device could not be done. The stack is the model's, when it was the model that failed. */
export class DeviceHostError extends Error {
  override readonly name = 'DeviceHostError';
}

/** The process of the models, seen from the runner. Disposing of it kills it. */
export interface DeviceHostProcess extends Disposable {
  /**
   * Asks, and waits for the answer.
   * @throws DeviceHostError when it cannot be done, or the process is gone.
   */
  readonly ask: <R extends HostRequest>(request: R) => Promise<HostAnswers[R['do']]>;
  /** Settles when the process has ended. Whatever its devices were in then reads all ones. */
  readonly exited: Promise<ProcessExit>;
}

export interface DeviceHostLaunch {
  /** `device-host.mjs` of our own distribution. */
  readonly program: string;
  /** Absent: the Node that we run on. */
  readonly node?: string;
  /** File for what models print. */
  readonly outputPath: string;
  readonly onEvent: (event: HostEvent) => void;
  /** How long a model may run on in one call; it holds up every machine that has a device of this process. */
  readonly hangLimitMs?: number;
}

/** Starts the process. One that cannot be started is one that has exited. */
export function startDeviceHost({ program, node = process.execPath, outputPath, onEvent, hangLimitMs = 5000 }: DeviceHostLaunch): DeviceHostProcess {
  const child = startSupervised({ argv: [node, program], env: { QDT_MODEL_HANG_MS: String(hangLimitMs) }, channelCount: 1, outputPath });
  const [control] = child.channels;
  if (control === undefined) throw new Error('Internal error: the process of the models was started without its channel');
  const asked = new Map<number, Deferred<object>>();
  let gone: DeviceHostError | undefined;
  const giveUp = (message: string): void => {
    gone ??= new DeviceHostError(message);
    for (const answer of asked.values()) answer.reject(gone);
    asked.clear();
  };
  readJsonLines(control, {
    maxBytes: maxLineBytes,
    onValue: (value) => receive(value as HostLine, asked, onEvent),
    onEnd: (reason) => giveUp(`the process of the device models is gone${reason === undefined ? '' : `: ${reason}`}`),
  });
  void child.exited.then((exit) => giveUp(`the process of the device models has ended: ${describeExit(exit)}`));
  let nextId = 1;
  const ask = async (request: HostRequest): Promise<object> => {
    if (gone !== undefined) throw gone;
    const answer = deferred<object>();
    asked.set(nextId, answer);
    control.write(`${JSON.stringify({ id: nextId++, ...request })}\n`);
    return await answer.promise;
  };
  // The answer to each request has the type that the protocol gives it.
  return { ask: ask as DeviceHostProcess['ask'], exited: child.exited, [Symbol.dispose]: child.kill };
}

function receive(line: HostLine, asked: Map<number, Deferred<object>>, onEvent: (event: HostEvent) => void): void {
  if ('event' in line) {
    onEvent(line);
    return;
  }
  const answer = asked.get(line.id);
  asked.delete(line.id);
  if ('ok' in line) answer?.resolve(line.ok);
  else answer?.reject(errorOf(line.error));
}

function errorOf({ message, stack }: HostFailure): DeviceHostError {
  const error = new DeviceHostError(message);
  if (stack !== undefined) error.stack = stack;
  return error;
}

/** In words: `exit status 3`, `SIGKILL`. */
export function describeExit(exit: ProcessExit): string {
  switch (exit.kind) {
    case 'exited':
      return `exit status ${exit.exitCode}`;
    case 'signalled':
      return exit.signal;
    case 'not-started':
      return exit.error.message;
  }
}
