import type { ChildProcess } from 'node:child_process';
import { accessSync, closeSync, constants, openSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { execa } from 'execa';
import type { SystemError } from '../system-error.ts';
import { keepGroup, killGroup, letGroupGo } from './process-keeper.ts';

/** The program does not exist (ENOENT) or may not be run (EACCES). */
export class CommandNotStarted extends Error {
  override readonly name = 'CommandNotStarted';
  readonly program: string;

  constructor(program: string, cause: Error) {
    super(`${program} could not be started: ${cause.message}`, { cause });
    this.program = program;
  }
}

type Stdio = 'ignore' | 'pipe' | 'inherit';

export interface KeptCommand {
  readonly argv: readonly [string, ...string[]];
  readonly cwd?: string | undefined;
  /** The whole environment; absent: that of this process. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  readonly stdio: readonly [input: Stdio, output: Stdio, error: Stdio, ...more: Stdio[]];
}

export interface KeptProcess {
  readonly child: ChildProcess;
  /** Sends SIGKILL to it and everything it started. Does nothing once it has ended. */
  readonly kill: () => void;
  /** From now on it outlives us. For a process that notices by itself that we are gone. */
  readonly letGo: () => void;
  /**
   * Resolves when it has ended and its output has arrived. Rejects when it never ran: CommandNotStarted, or the
   * system's error for an exhausted host.
   */
  readonly ended: Promise<{ readonly exitCode: number | undefined; readonly signal: string | undefined }>;
}

/** The name under which the shell complains, to tell its messages from the program's. */
const gateName = 'qemu-driver-test';

/** Variables that a shell sets by itself. */
const shellVariables = ['PWD', 'OLDPWD', 'SHLVL'] as const;

/**
 * Starts a program in its own process group, which dies with us, however we die, and with its leader. A shell waits at
 * a gate until the keeper knows the group, and then becomes the program. If we are killed in between, nothing has
 * started. @throws CommandNotStarted when there is no such program @throws SystemError when this process may not open
 * enough files
 */
export function startKept(command: KeptCommand): KeptProcess {
  const { argv, cwd, stdio } = command;
  const env = command.env ?? process.env;
  requireProgram(argv[0], { cwd, env });
  const { child, refused } = startGated(command, env);
  let isRunning = true;
  const kill = (): void => {
    if (isRunning && child.pid !== undefined) killGroup(child.pid);
  };
  const letGo = (): void => {
    if (child.pid !== undefined) letGroupGo(child.pid);
  };
  if (child.pid !== undefined) keepGroup(child.pid);
  const gate = child.stdio[stdio.length] as NodeJS.WritableStream & {
    on: (event: 'error', listener: () => void) => unknown;
  };
  gate.on('error', () => undefined);
  gate.end('go\n');
  const ended = new Promise<Awaited<KeptProcess['ended']>>((settle, reject) => {
    child.once('error', (cause) => reject(notStarted(argv[0], cause)));
    void refused.then((cause) => cause !== undefined && reject(notStarted(argv[0], cause)));
    child.once('exit', () => {
      // Remaining children would hold its output open and outlive us.
      kill();
      isRunning = false;
      letGo();
    });
    child.once('close', (exitCode, signal) => settle({ exitCode: exitCode ?? undefined, signal: signal ?? undefined }));
  });
  return { child, kill, letGo, ended };
}

/** @throws CommandNotStarted when the output and exit status show that the gate could not start the program */
export function requireStarted(program: string, exitCode: number | undefined, output: string): void {
  if (exitCode !== 126 && exitCode !== 127) return;
  const [, reason] = new RegExp(`^${gateName}: (?:line )?\\d+: (.*)`).exec(output) ?? [];
  if (reason !== undefined) throw new CommandNotStarted(program, new Error(reason));
}

interface GatedProcess {
  readonly child: ChildProcess;
  /** The error with which the system refused to start it, such as for too long arguments; undefined: it started. */
  readonly refused: Promise<NodeJS.ErrnoException | undefined>;
}

function startGated({ argv, cwd, stdio }: KeptCommand, env: NonNullable<KeptCommand['env']>): GatedProcess {
  const gate = stdio.length;
  const set = shellVariables.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const]));
  const script = [
    `read -r go <&${gate} || exit 1`,
    `unset ${shellVariables.join(' ')}`,
    ...set.map(([name]) => `export ${name}="$1"; shift`),
    `exec "$@" ${gate}<&-`,
  ].join('\n');
  requireDescriptors(descriptorsToStart + descriptorsOfPipe * (stdio.length + 1));
  const child = execa('/bin/sh', ['-c', script, gateName, ...set.map(([, value]) => value), ...argv], {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...env },
    extendEnv: false,
    detached: true,
    stdio: [...stdio, 'pipe'],
    // The caller reads its output and ends it.
    buffer: false,
    cleanup: false,
    reject: false,
  });
  return {
    child: child,
    refused: child.then(({ cause }) => (child.pid === undefined ? (cause as NodeJS.ErrnoException) : undefined)),
  };
}

/** A pipe has two ends, and a started process reports through another pipe that it has become its program. */
const descriptorsOfPipe = 2;
const descriptorsToStart = 4;

/**
 * Without descriptors for its pipes, Node creates a process that reports the error before anybody can listen. @throws
 * SystemError when this process may not open that many more
 */
function requireDescriptors(count: number): void {
  const opened: number[] = [];
  try {
    while (opened.length < count) opened.push(openSync('/dev/null', 'r'));
  } finally {
    for (const descriptor of opened) closeSync(descriptor);
  }
}

/**
 * A missing directory is the caller's mistake. A host without processes or memory does not mean that the program is
 * missing.
 */
function notStarted(program: string, cause: NodeJS.ErrnoException): Error {
  return cause.code === 'ENOENT' || cause.code === 'EACCES' || cause.code === 'ENOTDIR'
    ? new CommandNotStarted(program, cause)
    : cause;
}

interface Surroundings {
  readonly cwd: string | undefined;
  readonly env: NonNullable<KeptCommand['env']>;
}

const usualPath = '/usr/local/bin:/usr/bin:/bin';

/** Searched as execvp does, before anything is started, because a shell would only report 127. */
function requireProgram(program: string, { cwd = '.', env }: Surroundings): void {
  const places = program.includes('/')
    ? [resolve(cwd, program)]
    : (env['PATH'] ?? usualPath).split(delimiter).map((directory) => resolve(cwd, join(directory, program)));
  const codes = places.map(whyNot);
  if (codes.includes(undefined)) return;
  const code = codes.includes('EACCES') ? 'EACCES' : 'ENOENT';
  const cause: SystemError = Object.assign(new Error(`spawn ${program} ${code}`), {
    code,
    syscall: `spawn ${program}`,
  });
  throw new CommandNotStarted(program, cause);
}

/** Why a path cannot be executed; undefined: it can. */
function whyNot(path: string): 'ENOENT' | 'EACCES' | undefined {
  try {
    if (!statSync(path).isFile()) return 'EACCES';
    accessSync(path, constants.X_OK);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES' ? 'EACCES' : 'ENOENT';
  }
}
