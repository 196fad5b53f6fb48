import { requireStarted, startKept } from './kept-process.ts';

export { CommandNotStarted } from './kept-process.ts';
export { killGroup } from './process-keeper.ts';

/** The result of a finished command. */
export interface CommandResult {
  /** Undefined when a signal ended it. */
  readonly exitCode: number | undefined;
  readonly signal: string | undefined;
  readonly stdout: string;
  /** Standard output and standard error in the order of arrival. */
  readonly output: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  /** The whole environment; absent: that of this process. */
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Called with each piece of output. */
  readonly onOutput?: (text: string) => void;
}

/**
 * Runs a program to its end, without a shell, in its own process group. The group is killed when `signal` aborts, when
 * its leader ends, and when this process ends. A non-zero exit status is a value, not an error. @throws
 * CommandNotStarted when there is no such program @throws SystemError when the host has no process or descriptor left
 * @throws the signal's reason when it aborts
 */
export async function runCommand(
  argv: readonly [string, ...string[]],
  options: CommandOptions = {},
): Promise<CommandResult> {
  options.signal?.throwIfAborted();
  const { child, kill, ended } = startKept({
    argv,
    cwd: options.cwd,
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stdout: string[] = [];
  const output: string[] = [];
  const keep = (text: string): void => {
    output.push(text);
    options.onOutput?.(text);
  };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout.push(text);
    keep(text);
  });
  child.stderr?.setEncoding('utf8').on('data', keep);
  options.signal?.addEventListener('abort', kill, { once: true });
  try {
    const { exitCode, signal } = await ended;
    options.signal?.throwIfAborted();
    requireStarted(argv[0], exitCode, output.join(''));
    return { exitCode, signal, stdout: stdout.join(''), output: output.join('') };
  } finally {
    options.signal?.removeEventListener('abort', kill);
  }
}
