import { removeTree } from '../host/files/scratch-directory.ts';
import { type ProcessExit, startSupervised } from '../host/process/supervised-process.ts';
import { describeExit } from './model-trouble.ts';

/**
 * The program that receives the file descriptor of an interrupt line, which Node cannot: line-relay.c. `reason`: why
 * there is none here.
 */
export type LineRelay =
  | { readonly kind: 'ready'; readonly program: string }
  | { readonly kind: 'absent'; readonly reason: string };

export interface RelayLaunch {
  readonly program: string;
  /** Where QEMU will connect. */
  readonly path: string;
  /** Where the model listens. */
  readonly modelPath: string;
  /** It has ended, and nobody has disposed of it. */
  readonly onLost: (how: string) => void;
}

/**
 * Starts a relay, and waits until QEMU can connect to it. Disposing of it kills it, and so does the end of this
 * process.
 * @throws LineRelayError when it does not start.
 */
export async function startLineRelay({ program, path, modelPath, onLost }: RelayLaunch): Promise<Disposable> {
  // What a relay complains about stands among what models print.
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
    `The relay of the interrupt line did not start: ${describeExit(exit)}. Remove it, and it is built again: ` +
      `rm ${program}`,
  );
}

/** The program is there, and does not do what it is for. */
export class LineRelayError extends Error {
  override readonly name = 'LineRelayError';
}
