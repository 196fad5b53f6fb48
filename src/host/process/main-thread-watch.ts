import { writeSync } from 'node:fs';
import { type Debugger, Session } from 'node:inspector';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

// A separate thread notices when the main thread is stuck in one call, and asks the debugger where. It also notices
// when the parent process is gone, because a stuck main thread cannot notice the closed channel.

export interface ThreadWatch {
  readonly limitMs: number;
  /** The descriptor for the report line. */
  readonly descriptor: number;
  /** Passed to the function that makes the line. */
  readonly key: string;
}

/** Where the main thread hung. */
export interface Hang {
  readonly afterMs: number;
  readonly key: string;
  readonly stack: string;
}

interface Watched extends ThreadWatch {
  /** Incremented while the main thread is alive. */
  readonly pulse: SharedArrayBuffer;
  readonly parent: number;
}

/**
 * `worker`: the module that calls `watchPulse`. Resolves when it watches. @throws Error when the thread cannot be
 * started
 */
export async function startMainThreadWatch(worker: URL, watch: ThreadWatch): Promise<void> {
  if (!isMainThread) throw new Error('Internal error: the watch is started from the main thread');
  const pulse = new SharedArrayBuffer(4);
  const count = new Int32Array(pulse);
  setInterval(() => Atomics.add(count, 0, 1), watch.limitMs / 10).unref();
  const watched: Watched = { ...watch, pulse, parent: process.ppid };
  const thread = new Worker(worker, { workerData: watched });
  await new Promise<void>((resolve, reject) => thread.once('online', resolve).once('error', reject));
  thread.unref();
}

const parentCheckMs = 500;

/** In the worker: when the main thread hangs, writes the line that `lineOf` makes, and ends the process. */
export function watchPulse(lineOf: (hang: Hang) => string): void {
  const { pulse, limitMs, descriptor, key, parent } = workerData as Watched;
  setInterval(() => {
    if (process.ppid !== parent) endProcess();
  }, parentCheckMs);
  const count = new Int32Array(pulse);
  let last = -1;
  let missed = 0;
  setInterval(() => {
    const seen = Atomics.load(count, 0);
    missed = seen === last ? missed + 1 : 0;
    last = seen;
    if (missed === 5) void reportHang({ limitMs, descriptor, key }, lineOf).finally(endProcess);
  }, limitMs / 5);
}

async function reportHang({ limitMs, descriptor, key }: ThreadWatch, lineOf: (hang: Hang) => string): Promise<void> {
  const stack = await stackOfMainThread();
  try {
    writeSync(descriptor, `${lineOf({ key, afterMs: limitMs, stack })}\n`);
  } catch {
    // The channel is full or closed. The parent still notices that the process ended.
  }
}

function endProcess(): void {
  process.kill(process.pid, 'SIGKILL');
}

const askMs = 1000;
const maxFrames = 30;

async function stackOfMainThread(): Promise<string> {
  const session = new Session();
  session.connectToMainThread();
  // Frames refer to scripts by number.
  const urls = new Map<string, string>();
  session.on('Debugger.scriptParsed', ({ params }) => urls.set(params.scriptId, params.url));
  return await new Promise((resolve) => {
    // In native code (a regular expression, a large copy) the debugger waits, too.
    setTimeout(() => resolve('(no stack: the call is not in JavaScript)'), askMs);
    session.on('Debugger.paused', ({ params }) => resolve(describeFrames(params.callFrames, urls)));
    session.post('Debugger.enable');
    session.post('Debugger.pause');
  });
}

function describeFrames(frames: readonly Debugger.CallFrame[], urls: ReadonlyMap<string, string>): string {
  return frames
    .slice(0, maxFrames)
    .map(
      ({ functionName, location }) =>
        `    at ${functionName === '' ? '<anonymous>' : functionName} ` +
        `(${urls.get(location.scriptId) ?? '?'}:${location.lineNumber + 1}:${(location.columnNumber ?? 0) + 1})`,
    )
    .join('\n');
}
