import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { startKept } from './kept-process.ts';

/** For a worker: a message to the process that started it. */
export function tellParent(message: object): void {
  writeSync(3, `${JSON.stringify(message)}\n`);
}

/** For a worker: sees what its libraries print; it is printed all the same. */
export function watchOutput(onText: (text: string) => void): void {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (chunk: string | Uint8Array, ...rest: never[]): boolean => {
    if (typeof chunk === 'string') onText(chunk);
    return write(chunk, ...rest);
  };
}

/** A piece of work that may hang, in a process of its own that can be ended with everything it started. */
export interface WorkerJob {
  /** Path of a JavaScript file, run by the Node that runs us. */
  readonly script: string;
  /** Comes to it as JSON on standard input. */
  readonly input: unknown;
  /** Added to our own environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Undefined: ours. */
  readonly cwd?: string;
  /** After that it is killed; what `onMessage` returns is added. */
  readonly budgetMs: number;
  readonly signal: AbortSignal;
  /** Called with every JSON line that it writes on descriptor 3. Returns milliseconds that this has earned it. */
  readonly onMessage: (message: unknown) => number;
}

export interface WorkerEnd {
  readonly kind: 'ended' | 'out-of-time' | 'cancelled';
  /** Undefined when it was killed. */
  readonly exitCode: number | undefined;
  /** The last lines of what it printed: its libraries' own words. Nothing of it is shown by itself. */
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
  // One that dies before it has read everything says why by its exit status.
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

/** Undefined: a library wrote there, and not we. */
function parseLine(line: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(line) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** For the worker itself: what `input` was. */
export async function readWorkerInput(): Promise<unknown> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  const value: unknown = JSON.parse(Buffer.concat(pieces).toString('utf8'));
  return value;
}
