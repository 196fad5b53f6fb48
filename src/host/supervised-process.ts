import { spawn } from 'node:child_process';
import type { Duplex } from 'node:stream';
import { killGroup } from './command.ts';
import { openForAppend, closeDescriptor } from './log-descriptor.ts';

/** How a process ended. `startError`: it never ran. */
export type ProcessExit =
  | { readonly kind: 'exited'; readonly exitCode: number }
  | { readonly kind: 'signalled'; readonly signal: string }
  | { readonly kind: 'not-started'; readonly error: Error };

export interface SupervisedProcess {
  readonly pid: number | undefined;
  /** Bidirectional sockets that the process finds as descriptors 3, 4, 5 … No path, no port, nobody else can connect. */
  readonly channels: readonly Duplex[];
  /** Settles once, never rejects. Data may still be on its way in `channels` after that. */
  readonly exited: Promise<ProcessExit>;
  /** SIGKILL to the process and everything it started. Does nothing once it has exited. */
  readonly kill: () => void;
}

export interface SupervisedCommand {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly channelCount: number;
  /** File that gets standard output and standard error. */
  readonly outputPath: string;
}

/**
 * Starts a process in a group of its own that the kernel kills when this process dies, however it dies:
 * setpriv (util-linux) sets the parent-death signal and then becomes the program.
 */
export function startSupervised(command: SupervisedCommand): SupervisedProcess {
  const output = openForAppend(command.outputPath);
  const channelKinds = Array.from({ length: command.channelCount }, () => 'pipe' as const);
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', ...command.argv], {
    detached: true,
    env: command.env,
    stdio: ['ignore', output, output, ...channelKinds],
  });
  closeDescriptor(output);
  let running = true;
  const exited = new Promise<ProcessExit>((resolve) => {
    child.once('error', (error) => resolve({ kind: 'not-started', error }));
    child.once('exit', (exitCode, signal) =>
      resolve(signal === null ? { kind: 'exited', exitCode: exitCode ?? 0 } : { kind: 'signalled', signal }),
    );
  }).finally(() => {
    running = false;
  });
  return {
    pid: child.pid,
    channels: child.stdio.slice(3) as unknown as readonly Duplex[],
    exited,
    kill: () => {
      if (running && child.pid !== undefined) killGroup(child.pid);
    },
  };
}
