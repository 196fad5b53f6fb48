import { bounds } from '../../bounds/bounds.ts';
import { now } from '../../host/clock.ts';
import { deferred } from '../../host/deferred.ts';
import { matchEach } from '../../host/process/worker-thread.ts';
import type { PlannedTest } from '../../plan/plan.ts';
import { pause } from './deadline.ts';
import type { WatchLimits } from './watch-limits.ts';

/** The last lines of a console, in bounded memory. */
class ConsoleMemory {
  readonly #maxChars: number;
  #lines: string[] = [];
  #chars = 0;

  constructor(maxChars: number) {
    this.#maxChars = maxChars;
  }

  hear(line: string): void {
    const kept = line.slice(0, this.#maxChars);
    this.#lines.push(kept);
    this.#chars += kept.length + 1;
    // Rarely: dropping one line for each new line would cost as much as all kept lines.
    if (this.#chars > 2 * this.#maxChars) this.#forget();
  }

  get text(): string {
    this.#forget();
    return this.#lines.join('\n');
  }

  #forget(): void {
    let first = 0;
    while (this.#chars > this.#maxChars) this.#chars -= (this.#lines[first++]?.length ?? 0) + 1;
    if (first > 0) this.#lines = this.#lines.slice(first);
  }
}

/** A bug that a console reports. */
export interface ReportedBug {
  /** The texts that a pattern of `info/expect-console` may match: its title, and the first line of its report. */
  readonly texts: readonly string[];
}

/** Finds the bugs in a console's text so far. */
export type BugReader = (consoleText: string) => readonly ReportedBug[];

/**
 * Watches for a bug in which the kernel kills a task. The task's locks are never released, so others may wait for ever,
 * even the power-off. A machine with such an unexpected bug is no longer useful.
 */
export interface BugWatch extends Disposable {
  readonly hear: (line: Buffer) => void;
  /**
   * Resolves at the first such bug of a test that is expected to crash. The verdict is certain then, and waits can be
   * short.
   */
  readonly seen: Promise<undefined>;
  /**
   * Resolves with the reporting line when the report is complete and the bug is unexpected. Rejects when that cannot be
   * determined.
   */
  readonly unexpected: Promise<string>;
}

export interface BugWatchOptions {
  readonly planned: Pick<PlannedTest, 'suite' | 'test'>;
  readonly limits: WatchLimits;
  /** Absent: every console line from shortly before on counts as part of the bug. */
  readonly bugsIn?: BugReader | undefined;
}

const pollMs = 25;
/** Every architecture ends the report of a fatal exception with it. A few lines of registers may follow. */
const lastLine = '---[ end trace ';

export function watchForBug({ planned, limits, bugsIn = linesAsBug }: BugWatchOptions): BugWatch {
  const memory = new ConsoleMemory(bounds.bugReport.chars);
  const seen = deferred<undefined>();
  const unexpected = deferred<string>();
  let told: string | undefined;
  let lastHeardMs = performance.now();
  let hasLastLine = false;
  let isStopped = false;

  function isComplete(sinceMs: number): boolean {
    const { bugQuietMs, bugMostMs, openBugQuietMs, openBugMostMs } = limits;
    const [quietMs, mostMs] = hasLastLine ? [bugQuietMs, bugMostMs] : [openBugQuietMs, openBugMostMs];
    return performance.now() - sinceMs >= mostMs || performance.now() - lastHeardMs >= quietMs;
  }

  async function waitItOut(line: string): Promise<void> {
    const sinceMs = performance.now();
    while (!isComplete(sinceMs)) await pause(pollMs);
    if (!isStopped && !isExpected(planned, bugsIn(memory.text))) unexpected.resolve(line);
  }

  return {
    seen: seen.promise,
    unexpected: unexpected.promise,
    hear: (bytes) => {
      if (isStopped) return;
      const line = bytes.toString('latin1');
      memory.hear(line);
      lastHeardMs = performance.now();
      hasLastLine ||= told !== undefined && line.includes(lastLine);
      if (told !== undefined || !killsTask(line)) return;
      told = inOneLine(line);
      if (planned.test.expectation.kind === 'crash') seen.resolve(undefined);
      if (goesOn(planned)) return;
      waitItOut(told).catch((error: unknown) =>
        unexpected.reject(error instanceof Error ? error : new Error(String(error))),
      );
    },
    [Symbol.dispose]: () => {
      isStopped = true;
    },
  };
}

/**
 * The kernel numbers fatal exceptions and prints the number at the start of a report: `Oops: 0002 [#1] PREEMPT SMP`,
 * `general protection fault, …: 0000 [#1]`, `Internal error: Oops: 96000004 [#1]`, `Oops [#1]`. A warning or a report
 * of a sanitizer or lockdep has no such number; all tasks go on.
 */
export function killsTask(line: string): boolean {
  return line.includes(' [#') && dieCounter.test(line);
}

const dieCounter = /(?:: [\da-f]{1,16}|\bOops(?: - [\w ]{1,40})?|ilc:\d|sig: \d{1,3}) \[#\d{1,6}\]/;

function goesOn({ test }: BugWatchOptions['planned']): boolean {
  return test.afterBug === 'continue' || test.expectation.kind === 'crash';
}

/** As in the verdict, all bugs must be expected. A bug without a title is unexpected. */
function isExpected({ suite, test }: BugWatchOptions['planned'], bugs: readonly ReportedBug[]): boolean {
  const today = now().toISOString().slice(0, 10);
  const patterns = [...suite.expectConsole, ...test.expectConsole]
    .filter(({ until }) => until === undefined || until >= today)
    .map(({ pattern }) => pattern);
  const { titles, matchMs } = bounds.bugReport;
  const matches = matchEach(
    patterns,
    bugs.slice(0, titles).map(({ texts }) => texts),
    matchMs,
  );
  // The patterns take too long here. The verdict will report that; it has more time.
  if (matches === undefined) return true;
  return bugs.length > 0 && matches.every(Boolean);
}

const linesAsBug: BugReader = (text) => [{ texts: text.split('\n').map((line) => line.replace(stamp, '')) }];
const stamp = /^\[[^\]]{1,40}\](?:\[[^\]]{1,20}\])? /;

const shownChars = 200;

function inOneLine(line: string): string {
  return line
    .replace(stamp, '')
    .replaceAll(/[^\x20-\x7e]+/g, ' ')
    .trim()
    .slice(0, shownChars);
}
