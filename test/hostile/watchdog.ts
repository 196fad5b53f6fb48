import { writeSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/** Ends this process, and says at what, when it is at one thing for longer than this: a loop leaves no other way. */
export interface Watchdog extends Disposable {
  readonly at: (what: string) => void;
}

const limitMs = 120_000;
const namespace = 'qdt-watchdog';

export function startWatchdog(): Watchdog {
  const worker = new Worker(new URL(import.meta.url), { workerData: namespace });
  worker.unref();
  return { at: (what) => worker.postMessage(what), [Symbol.dispose]: () => void worker.terminate() };
}

if (!isMainThread && workerData === namespace) {
  let timer: NodeJS.Timeout | undefined;
  parentPort?.on('message', (what: string) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      writeSync(2, `${what}: it has not ended within ${limitMs / 1000} s\n`);
      process.kill(process.pid, 'SIGKILL');
    }, limitMs);
  });
}
