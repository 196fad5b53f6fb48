import { removeTree } from '../host/files/scratch-directory.ts';
import { type ProcessExit, startSupervised } from '../host/process/supervised-process.ts';
import { describeExit } from './model-trouble.ts';

/**
 * The program that receives the file descriptor of an interrupt line, because Node cannot: line-relay.c. `reason`: why
 * it is not available.
 */
export type LineRelay =
  | { readonly kind: 'ready'; readonly program: string }
  | { readonly kind: 'absent'; readonly reason: string };

export interface RelayLaunch {
  readonly program: string;
  /** The socket for QEMU. */
  readonly path: string;
  /** The model's socket. */
  readonly modelPath: string;
  /** Called when it has ended without being disposed of. */
  readonly onLost: (how: string) => void;
}

/**
 * Starts a relay and waits until QEMU can connect. It is killed when it is disposed of, and when this process ends.
 * @throws LineRelayError when it does not start
 */
export async function startLineRelay({ program, path, modelPath, onLost }: RelayLaunch): Promise<Disposable> {
  // The relay's error messages appear with the models' output.
  const child = startSupervised({
    argv: [program, path, modelPath],
    env: {},
    channelCount: 1,
    onOutput: (chunk) => process.stderr.write(chunk),
  });
  const listening = new Promise<'listening'>((resolve) => child.channels[0]?.once('data', () => resolve('listening')));
  const first = await Promise.race([listening, child.exited]);
  if (first !== 'listening') throw notStarted(first, program);
  let isWanted = true;
  void child.exited.then((exit) => {
    if (isWanted) onLost(describeExit(exit));
  });
  return {
    [Symbol.dispose]: () => {
      isWanted = false;
      child.kill();
      removeTree(path);
    },
  };
}

function notStarted(exit: ProcessExit, program: string): LineRelayError {
  if (exit.kind === 'not-started')
    return new LineRelayError(`The relay of the interrupt line could not be started: ${exit.error.message}`, {
      cause: exit.error,
    });
  return new LineRelayError(
    `The relay of the interrupt line did not start: ${describeExit(exit)}. Remove it to build it again: ` +
      `rm ${program}`,
  );
}

/** The program exists but does not work. */
export class LineRelayError extends Error {
  override readonly name = 'LineRelayError';
}
