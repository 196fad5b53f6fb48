import { deferred } from '../../host/deferred.ts';
import type { AgentSession } from '../agent/agent-session.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Ending } from '../evidence/run-record.ts';
import type { WatchLimits } from './watch-limits.ts';

/** Settles with `value` after a time, unless it is cancelled first; then it never settles. */
export interface Deadline<T> {
  readonly passed: Promise<T>;
  readonly cancel: () => void;
}

/** A longer timer would fire at once. */
const longestTimerMs = 2 ** 31 - 1;

export function startDeadline<T>(afterMs: number, value: () => T | Promise<T>): Deadline<T> {
  let isCancelled = false;
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<T>((resolve, reject) => {
    const pass = (): void => {
      if (isCancelled) return;
      try {
        resolve(value());
      } catch (error) {
        // Whoever waits for the deadline learns of it; thrown here, it would end the process.
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    // What has arrived by now is read first: a process that was busy for a while must not blame the guest.
    timer = setTimeout(() => setImmediate(pass), Math.min(afterMs, longestTimerMs));
  });
  const cancel = (): void => {
    isCancelled = true;
    clearTimeout(timer);
  };
  return { passed, cancel };
}

/** Waits for a promise, but not longer than this. */
export async function atMost(promise: Promise<unknown>, limitMs: number): Promise<'settled' | 'late'> {
  const deadline = startDeadline(limitMs, () => 'late' as const);
  try {
    return await Promise.race([promise.then(() => 'settled' as const), deadline.passed]);
  } finally {
    deadline.cancel();
  }
}

/** Nothing waits for a pause alone: when everything else has ended, so does the process. */
export function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs).unref());
}

/** One deadline at a time: the boot's, then the preparation's, then that of the stages. */
export interface StageDeadlines extends Disposable {
  /** The first one that passed. Rejects when what it asks for then fails. */
  readonly passed: Promise<Ending>;
  readonly alive: () => void;
  /** Something of the test's folder has reached the guest: the preparation's deadline counts from here again. */
  readonly progress: () => void;
  readonly stagesBegin: () => void;
  /** For good: what is heard of the guest after that starts none again. */
  readonly stop: () => void;
}

export interface DeadlineTimes {
  readonly bootDeadlineMs: number;
  readonly timeoutMs: number;
  readonly limits: WatchLimits;
}

/** Starts with the boot's, or with that of the restore. */
export function startDeadlines(
  session: AgentSession,
  evidence: Evidence,
  { bootDeadlineMs, timeoutMs, limits }: DeadlineTimes,
): StageDeadlines {
  const { promise: passed, resolve, reject } = deferred<Ending>();
  let isStopped = false;
  let isPreparing = false;
  let current: Deadline<Ending> | undefined;
  const start = (afterMs: number, ending: () => Ending | Promise<Ending>): void => {
    if (isStopped) return;
    current?.cancel();
    current = startDeadline(afterMs, ending);
    current.passed.then(resolve, reject);
  };
  if (session.isRestored)
    start(limits.restoreMs, () => ({
      kind: 'agent-lost',
      detail: `the restored guest gave no answer within ${limits.restoreMs / 1000} s`,
    }));
  else start(bootDeadlineMs, () => ({ kind: 'boot-deadline', timeoutMs: bootDeadlineMs, phase: evidence.bootPhase() }));
  const prepare = (): void => {
    isPreparing = true;
    start(limits.prepareMs, () => ({
      kind: 'agent-lost',
      detail: `no answer to the first commands within ${limits.prepareMs / 1000} s`,
    }));
  };
  const stop = (): void => {
    isStopped = true;
    current?.cancel();
  };
  return {
    passed,
    alive: prepare,
    progress: () => {
      if (isPreparing) prepare();
    },
    stagesBegin: () => {
      isPreparing = false;
      start(timeoutMs, async () => ({
        kind: 'deadline',
        timeoutMs,
        answering: await isAnswering(session, limits.heartbeatGraceMs),
      }));
    },
    stop,
    [Symbol.dispose]: stop,
  };
}

/** A guest that is alive beats once a second; one that is only slow gets a moment more. */
async function isAnswering(session: AgentSession, graceMs: number): Promise<boolean> {
  const askedMs = performance.now();
  while (performance.now() - askedMs < graceMs) {
    if (session.lastHeardMs > askedMs) return true;
    await pause(50);
  }
  return false;
}
