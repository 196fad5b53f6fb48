import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { startKept } from './kept-process.ts';

/** For a worker: sends a message to its parent process. */
export function tellParent(message: object): void {
  writeSync(3, `${JSON.stringify(message)}\n`);
}

/** For a worker: observes its libraries' output, which is still printed. */
export function watchOutput(onText: (text: string) => void): void {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (chunk: string | Uint8Array, ...rest: never[]): boolean => {
    if (typeof chunk === 'string') onText(chunk);
    return write(chunk, ...rest);
  };
}

/** Work that may hang, in a separate process that can be killed with everything it started. */
export interface WorkerJob {
  /** Path of a JavaScript file. It runs in our version of Node. */
  readonly script: string;
  /** Passed as JSON on standard input. */
  readonly input: unknown;
  /** Added to our environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Undefined: ours. */
  readonly cwd?: string;
  /** After this time it is killed. The values that `onMessage` returns are added. */
  readonly budgetMs: number;
  readonly signal: AbortSignal;
  /** Called with every JSON line on descriptor 3. Returns additional milliseconds. */
  readonly onMessage: (message: unknown) => number;
}

export interface WorkerEnd {
  readonly kind: 'ended' | 'out-of-time' | 'cancelled';
  /** Undefined when it was killed. */
  readonly exitCode: number | undefined;
  /** The last lines of its output, from its libraries. They are not shown by default. */
  readonly output: readonly string[];
}

const keptLines = 200;

export async function runWorker({
  script,
  input,
  env,
  cwd,
  budgetMs,
  signal,
  onMessage,
}: WorkerJob): Promise<WorkerEnd> {
  if (signal.aborted) return { kind: 'cancelled', exitCode: undefined, output: [] };
  const { child, kill, ended } = startKept({
    argv: [process.execPath, script],
    cwd,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });
  let kind: WorkerEnd['kind'] = 'ended';
  const end = (why: 'out-of-time' | 'cancelled') => (): void => {
    kind = why;
    kill();
  };
  const onAbort = end('cancelled');
  signal.addEventListener('abort', onAbort, { once: true });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    readLines(stream, (line) => {
      output.push(line);
      if (output.length > keptLines) output.shift();
    });
  }
  let deadlineMs = performance.now() + budgetMs;
  let timer = setTimeout(end('out-of-time'), budgetMs);
  readLines(child.stdio[3] as Readable, (line) => {
    const message = parseLine(line);
    if (message === undefined) output.push(`expected a line of JSON on descriptor 3, found ${line.slice(0, 200)}`);
    const earnedMs = message === undefined ? 0 : onMessage(message.value);
    if (earnedMs === 0) return;
    deadlineMs += earnedMs;
    clearTimeout(timer);
    timer = setTimeout(end('out-of-time'), Math.max(0, deadlineMs - performance.now()));
  });
  // If it dies before it has read everything, its exit status says why.
  child.stdin?.on('error', () => undefined).end(JSON.stringify(input));
  try {
    const { exitCode } = await ended;
    return { kind, exitCode, output };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

function readLines(stream: Readable, onLine: (line: string) => void): void {
  createInterface({ input: stream }).on('line', onLine);
}

/** Undefined: a library wrote to the descriptor. */
function parseLine(line: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(line) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** For the worker: its `input`. */
export async function readWorkerInput(): Promise<unknown> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  const value: unknown = JSON.parse(Buffer.concat(pieces).toString('utf8'));
  return value;
}
