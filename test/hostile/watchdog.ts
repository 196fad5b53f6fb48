import { writeSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/**
 * Ends this process, with the current task, when one task takes longer than this. There is no other way out of a loop.
 */
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
