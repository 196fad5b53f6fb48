import { spawn } from 'node:child_process';

/** What a finished command left behind. */
export interface CommandResult {
  /** Undefined when a signal ended it. */
  readonly exitCode: number | undefined;
  readonly signal: string | undefined;
  readonly stdout: string;
  /** Standard output and standard error in the order in which they arrived. */
  readonly output: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  /** The whole environment; absent: this process's own. */
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Called with every piece of output as it comes. */
  readonly onOutput?: (text: string) => void;
}

/** The program is not there (ENOENT) or may not be run (EACCES). */
export class CommandNotStarted extends Error {
  override readonly name = 'CommandNotStarted';
  readonly program: string;

  constructor(program: string, cause: Error) {
    super(`${program} could not be started: ${cause.message}`, { cause });
    this.program = program;
  }
}

/**
 * Runs a program to its end, without a shell, in a process group of its own that is killed when `signal` aborts.
 * A non-zero exit is a value, not an error.
 * @throws CommandNotStarted when there is no such program; the signal's reason when it aborts.
 */
export async function runCommand(argv: readonly [string, ...string[]], options: CommandOptions = {}): Promise<CommandResult> {
  options.signal?.throwIfAborted();
  const [program, ...args] = argv;
  const child = spawn(program, args, { cwd: options.cwd, env: options.env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const stdout: string[] = [];
  const output: string[] = [];
  const keep = (text: string): void => {
    output.push(text);
    options.onOutput?.(text);
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout.push(text);
    keep(text);
  });
  child.stderr.setEncoding('utf8').on('data', keep);
  const kill = (): void => {
    if (child.pid !== undefined) killGroup(child.pid);
  };
  options.signal?.addEventListener('abort', kill, { once: true });
  try {
    const [exitCode, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
      child.once('error', (cause) => reject(new CommandNotStarted(program, cause)));
      child.once('close', (code, ended) => resolve([code, ended]));
    });
    options.signal?.throwIfAborted();
    return { exitCode: exitCode ?? undefined, signal: signal ?? undefined, stdout: stdout.join(''), output: output.join('') };
  } finally {
    options.signal?.removeEventListener('abort', kill);
  }
}

/** Kills a process group; one that is already gone is what we want. */
export function killGroup(groupId: number): void {
  try {
    process.kill(-groupId, 'SIGKILL');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause;
  }
}
