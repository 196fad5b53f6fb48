import { deferred } from '../../host/deferred.ts';
import type { AgentSession } from '../agent/agent-session.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Ending } from '../evidence/run-record.ts';
import type { WatchLimits } from './watch-limits.ts';

/** Resolves with `value` after a time. If it is cancelled before, it never settles. */
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
        // Passed to whoever waits for the deadline. Thrown here, it would end the process.
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    // Pending input is read first: a process that was busy must not blame the guest.
    timer = setTimeout(() => setImmediate(pass), Math.min(afterMs, longestTimerMs));
  });
  const cancel = (): void => {
    isCancelled = true;
    clearTimeout(timer);
  };
  return { passed, cancel };
}

/** Waits for a promise, up to a limit. */
export async function atMost(promise: Promise<unknown>, limitMs: number): Promise<'settled' | 'late'> {
  const deadline = startDeadline(limitMs, () => 'late' as const);
  try {
    return await Promise.race([promise.then(() => 'settled' as const), deadline.passed]);
  } finally {
    deadline.cancel();
  }
}

/** A pause does not keep the process alive. */
export function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs).unref());
}

/** One deadline at a time: the boot's, then the preparation's, then that of the stages. */
export interface StageDeadlines extends Disposable {
  /** Resolves with the first deadline that passed. Rejects when the follow-up questions fail. */
  readonly passed: Promise<Ending>;
  readonly alive: () => void;
  /** A piece of the test's folder has reached the guest: the preparation's deadline starts anew. */
  readonly progress: () => void;
  readonly stagesBegin: () => void;
  readonly leakScanBegins: () => void;
  /** Stops for good. Later messages of the guest start no further deadline. */
  readonly stop: () => void;
}

export interface DeadlineTimes {
  readonly bootDeadlineMs: number;
  /** A disk image starts by itself: when it is late, it is asked why. */
  readonly imageStarts?: boolean;
  readonly timeoutMs: number;
  readonly limits: WatchLimits;
}

/** Starts the boot's deadline, or that of the restore. */
export function startDeadlines(
  session: AgentSession,
  evidence: Evidence,
  { bootDeadlineMs, imageStarts = false, timeoutMs, limits }: DeadlineTimes,
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
  const startUnlessHeard = (afterMs: number, what: string): void =>
    start(afterMs, () => ({ kind: 'agent-lost', detail: `${what} within ${afterMs / 1000} s` }));
  if (session.isRestored) startUnlessHeard(limits.restoreMs, 'the restored guest gave no answer');
  else
    start(bootDeadlineMs, async () => {
      const phase = evidence.bootPhase();
      // An answer loses the session, which comes first.
      if (imageStarts && session.late()) await pause(limits.explainMs);
      return { kind: 'boot-deadline', timeoutMs: bootDeadlineMs, phase };
    });
  const prepare = (): void => {
    isPreparing = true;
    startUnlessHeard(limits.prepareMs, 'no answer to the first commands');
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
    leakScanBegins: () => startUnlessHeard(limits.leakScanMs, 'the scan for leaks did not end'),
    stop,
    [Symbol.dispose]: stop,
  };
}

/** A guest that is alive sends a heartbeat every second. A slow one gets a little more time. */
async function isAnswering(session: AgentSession, graceMs: number): Promise<boolean> {
  const askedMs = performance.now();
  while (performance.now() - askedMs < graceMs) {
    if (session.lastHeardMs > askedMs) return true;
    await pause(50);
  }
  return false;
}
