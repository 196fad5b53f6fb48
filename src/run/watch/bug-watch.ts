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
    // Seldom: to drop one line for each that comes would cost as much as all that are there.
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
  /** What a pattern of `info/expect-console` may match of it: its title, and the line that opens its report. */
  readonly texts: readonly string[];
}

/** What a console reports, as far as it has come. */
export type BugReader = (consoleText: string) => readonly ReportedBug[];

/**
 * Listens for a bug in which the kernel has killed a task. What that task held is never given back: whoever waits for
 * it waits for ever, the power-off with them. So a machine in which nobody expects it is of no more use.
 */
export interface BugWatch extends Disposable {
  readonly hear: (line: Buffer) => void;
  /**
   * Settles at the first such bug of a test that is to crash: its verdict is certain, and little is to be waited for.
   */
  readonly seen: Promise<undefined>;
  /**
   * Settles, with the line that told, when it was reported to its end and nobody expected it. Rejects when that cannot
   * be found out.
   */
  readonly unexpected: Promise<string>;
}

export interface BugWatchOptions {
  readonly planned: Pick<PlannedTest, 'suite' | 'test'>;
  readonly limits: WatchLimits;
  /** Absent: each line of the console since shortly before is a bug's own. */
  readonly bugsIn?: BugReader | undefined;
}

const pollMs = 25;

export function watchForBug({ planned, limits, bugsIn = linesAsBug }: BugWatchOptions): BugWatch {
  const memory = new ConsoleMemory(bounds.bugReport.chars);
  const seen = deferred<undefined>();
  const unexpected = deferred<string>();
  let told: string | undefined;
  let lastHeardMs = performance.now();
  let isStopped = false;

  async function waitItOut(line: string): Promise<void> {
    const since = performance.now();
    while (performance.now() - since < limits.bugMostMs && performance.now() - lastHeardMs < limits.bugQuietMs)
      await pause(pollMs);
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
 * The kernel counts what it dies of, and shows the count where it begins to say so: `Oops: 0002 [#1] PREEMPT SMP`,
 * `general protection fault, …: 0000 [#1]`, `Internal error: Oops: 96000004 [#1]`, `Oops [#1]`. A warning, a
 * sanitizer's or lockdep's report has no such count: everybody goes on.
 */
export function killsTask(line: string): boolean {
  return line.includes(' [#') && dieCounter.test(line);
}

const dieCounter = /(?:: [\da-f]{1,16}|\bOops(?: - [\w ]{1,40})?|ilc:\d|sig: \d{1,3}) \[#\d{1,6}\]/;

function goesOn({ test }: BugWatchOptions['planned']): boolean {
  return test.afterBug === 'continue' || test.expectation.kind === 'crash';
}

/** As in the verdict, every one of them must be; what nobody can name is expected by nobody. */
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
  // Patterns that do not come to an end: the verdict will say so, with all the time that it has.
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
