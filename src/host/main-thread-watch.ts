import { writeSync } from 'node:fs';
import { Session, type Debugger } from 'node:inspector';
import { Worker, isMainThread, workerData } from 'node:worker_threads';

// A thread of its own notices when the main thread does nothing but run on in one call, and asks the debugger where that is.

interface Watched {
  /** Counts up while the main thread comes round. */
  readonly pulse: SharedArrayBuffer;
  readonly limitMs: number;
  /** Descriptor that the line about it is written to. */
  readonly descriptor: number;
}

/** `worker`: the module that calls `watchPulse`. */
export function startMainThreadWatch(worker: URL, limitMs: number, descriptor: number): void {
  if (!isMainThread) throw new Error('Internal error: the watch is started from the main thread');
  const pulse = new SharedArrayBuffer(4);
  const count = new Int32Array(pulse);
  setInterval(() => Atomics.add(count, 0, 1), limitMs / 10).unref();
  const watched: Watched = { pulse, limitMs, descriptor };
  new Worker(worker, { workerData: watched }).unref();
}

/** In the worker: writes a line of JSON, `event: hung` with the stack, when the main thread hangs, and ends the process. */
export function watchPulse(): void {
  const { pulse, limitMs, descriptor } = workerData as Watched;
  const count = new Int32Array(pulse);
  let last = -1;
  let missed = 0;
  setInterval(() => {
    const seen = Atomics.load(count, 0);
    missed = seen === last ? missed + 1 : 0;
    last = seen;
    if (missed === 5) void reportHang(limitMs, descriptor);
  }, limitMs / 5);
}

async function reportHang(limitMs: number, descriptor: number): Promise<void> {
  const stack = await stackOfMainThread();
  writeSync(descriptor, `${JSON.stringify({ event: 'hung', afterMs: limitMs, stack })}\n`);
  process.kill(process.pid, 'SIGKILL');
}

const askMs = 1000;
const maxFrames = 30;

async function stackOfMainThread(): Promise<string> {
  const session = new Session();
  session.connectToMainThread();
  // Frames name scripts by number.
  const urls = new Map<string, string>();
  session.on('Debugger.scriptParsed', ({ params }) => urls.set(params.scriptId, params.url));
  return await new Promise((resolve) => {
    // In native code (a regular expression, a large copy) the debugger waits as well.
    setTimeout(() => resolve('(the stack could not be had: the call is not in JavaScript)'), askMs);
    session.on('Debugger.paused', ({ params }) => resolve(describeFrames(params.callFrames, urls)));
    session.post('Debugger.enable');
    session.post('Debugger.pause');
  });
}

function describeFrames(frames: readonly Debugger.CallFrame[], urls: ReadonlyMap<string, string>): string {
  return frames
    .slice(0, maxFrames)
    .map(({ functionName, location }) => `    at ${functionName === '' ? '<anonymous>' : functionName} (${urls.get(location.scriptId) ?? '?'}:${location.lineNumber + 1}:${(location.columnNumber ?? 0) + 1})`)
    .join('\n');
}
