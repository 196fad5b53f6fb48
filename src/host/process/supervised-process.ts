import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Duplex } from 'node:stream';
import { killGroup } from './process-keeper.ts';

/** Opens a file for a child's output: created with mode 0644, for appending. */
function openForAppend(path: string): number {
  return openSync(path, 'a', 0o644);
}

function closeDescriptor(descriptor: number): void {
  closeSync(descriptor);
}

/** How a process ended. `startError`: it never ran. */
export type ProcessExit =
  | { readonly kind: 'exited'; readonly exitCode: number }
  | { readonly kind: 'signalled'; readonly signal: string }
  | { readonly kind: 'not-started'; readonly error: Error };

export interface SupervisedProcess {
  readonly pid: number | undefined;
  /**
   * Bidirectional sockets, which the process finds as descriptors 3, 4, 5 … There is no path and no port, so nobody
   * else can connect.
   */
  readonly channels: readonly Duplex[];
  /** Settles once, never rejects. After that, data may still arrive in `channels`. */
  readonly exited: Promise<ProcessExit>;
  /** Resolves when nothing can write to `onOutput` any more; at once if the output goes to a file. */
  readonly outputEnded: Promise<void>;
  /** Sends SIGKILL to the process and everything it started. Does nothing once it has exited. */
  readonly kill: () => void;
}

export type SupervisedCommand = CommandLine & ChildOutput;

interface CommandLine {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly channelCount: number;
  /** Sockets of ours that the process shares, as the next descriptors. Reading from them here is paused. */
  readonly passed?: readonly Duplex[];
}

/** The destination of standard output and standard error: a file without a size limit, or a callback. */
type ChildOutput = { readonly outputPath: string } | { readonly onOutput: (chunk: Buffer) => void };

/**
 * Starts a process in its own group, which the kernel kills when this process dies, however it dies: setpriv
 * (util-linux) sets the parent-death signal and then becomes the program. @throws SystemError when this process may not
 * open enough files, or the command line is too long
 */
export function startSupervised(command: SupervisedCommand): SupervisedProcess {
  const child = spawnWithChannels(command);
  let running = true;
  const kill = (): void => {
    if (running && child.pid !== undefined) killGroup(child.pid);
  };
  killAtExit.add(kill);
  const exited = new Promise<ProcessExit>((resolve) => {
    child.once('error', (error) => resolve({ kind: 'not-started', error }));
    child.once('exit', (exitCode, signal) =>
      resolve(signal === null ? { kind: 'exited', exitCode: exitCode ?? 0 } : { kind: 'signalled', signal }),
    );
  }).finally(() => {
    running = false;
    killAtExit.delete(kill);
  });
  // For 'pipe', Node creates bidirectional sockets; its types know only one direction.
  return {
    pid: child.pid,
    channels: child.stdio.slice(3, 3 + command.channelCount) as unknown as readonly Duplex[],
    exited,
    outputEnded: readOutput(child, command),
    kill,
  };
}

/** Always reads, so that a child that prints is never blocked. Nothing is kept here. */
async function readOutput({ stdout, stderr }: ChildProcess, command: ChildOutput): Promise<void> {
  if (!('onOutput' in command)) return;
  const streams = [stdout, stderr].filter((stream) => stream !== null);
  for (const stream of streams) stream.on('data', command.onOutput).on('error', () => undefined);
  await Promise.all(streams.map((stream) => new Promise((resolve) => stream.once('close', resolve))));
}

function spawnWithChannels({ argv, env, channelCount, passed = [], ...wanted }: SupervisedCommand): ChildProcess {
  hookExit();
  const file = 'outputPath' in wanted ? openForAppend(wanted.outputPath) : undefined;
  const output = file ?? 'pipe';
  try {
    const channels = Array.from({ length: channelCount }, () => 'pipe' as const);
    const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', ...argv], {
      detached: true,
      env,
      stdio: ['ignore', output, output, ...channels, ...passed],
    });
    // Contrary to its types, Node returns none when there were not enough descriptors. Its own error comes later.
    if ((child.stdio as unknown) !== undefined) return child;
    child.once('error', () => undefined);
    throw Object.assign(new Error('too many open files to start a process (ulimit -n)'), {
      code: 'EMFILE',
      syscall: 'spawn',
    });
  } finally {
    if (file !== undefined) closeDescriptor(file);
  }
}

/**
 * The parent-death signal comes only after this process is gone. By then nobody can clean up what the child was using.
 */
const killAtExit = new Set<() => void>();

let isHooked = false;

function hookExit(): void {
  if (isHooked) return;
  isHooked = true;
  process.prependListener('exit', () => {
    for (const kill of killAtExit) kill();
  });
}
