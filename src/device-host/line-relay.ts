import type { Duplex } from 'node:stream';
import { type ProcessExit, startSupervised } from '../host/process/supervised-process.ts';
import { describeExit } from './model-trouble.ts';

/**
 * The program that receives the file descriptor of an interrupt line, because Node cannot: line-relay.c. `reason`: why
 * it is not available.
 */
export type LineRelay =
  /** `isTried`: a device of this run was made with it. */
  | { readonly kind: 'ready'; readonly program: string; readonly isTried?: true }
  | { readonly kind: 'absent'; readonly reason: string };

/** A relay at work for one machine. */
export interface RelayProcess {
  /** Takes commands of one byte, and brings the machine's messages that the relay has read. */
  readonly channel: Duplex;
  readonly exited: Promise<ProcessExit>;
  readonly kill: () => void;
}

/**
 * Starts a relay, which holds the machine's connection, too. It is killed when this process ends. @throws SystemError
 * when this process may not open enough files
 */
export function startLineRelay(program: string, machine: Duplex): RelayProcess {
  const { channels, exited, kill } = startSupervised({
    ...relayCommand([program]),
    channelCount: 1,
    passed: [machine],
  });
  const [channel] = channels;
  if (channel === undefined) throw new Error('Internal error: a relay was started without its channel');
  channel.on('error', () => undefined);
  return { channel, exited, kill };
}

/** Finds a broken one before a machine needs it. @throws LineRelayError */
export async function checkLineRelay(program: string): Promise<void> {
  const exit = await startSupervised({ ...relayCommand([program, 'check']), channelCount: 0 }).exited;
  if (exit.kind === 'not-started')
    throw new LineRelayError(`The relay of the interrupt line could not be started: ${exit.error.message}`, {
      cause: exit.error,
    });
  if (exit.kind !== 'exited' || exit.exitCode !== 0)
    throw new LineRelayError(
      `The relay of the interrupt line did not start: ${describeExit(exit)}. Remove it to build it again: ` +
        `rm ${program}`,
    );
}

/** The relay's error messages appear with the models' output. */
function relayCommand(argv: readonly string[]): {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly onOutput: (chunk: Buffer) => void;
} {
  return { argv, env: {}, onOutput: (chunk) => process.stderr.write(chunk) };
}

/** The program exists but does not work. */
export class LineRelayError extends Error {
  override readonly name = 'LineRelayError';
}
