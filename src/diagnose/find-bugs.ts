import { bootLines, BootWatch, unexpectedReboot } from './boot-watch.ts';
import type { BugReport } from './bug-report.ts';
import { hasStamp, parseConsoleLine, type ConsoleMessage } from './console-line.ts';
import { TextLines } from './text-lines.ts';
import { OpenReport } from './open-report.ts';
import { matchHeader, mayHoldHeader, type ReportHeader } from './report-header.ts';

/** Every kernel bug that a saved console log reports, in the order of their first lines. */
export function findBugs(consoleText: string): readonly BugReport[] {
  const finder = createBugFinder();
  finder.push(consoleText);
  return finder.end();
}

export interface BugFinder {
  /** Chunks may end anywhere. */
  readonly push: (chunk: string) => void;
  readonly end: () => readonly BugReport[];
}

/** The same over a stream: memory is bounded by the reports, whatever the length of the log. */
export function createBugFinder(): BugFinder {
  const search = new BugSearch();
  const lines = new TextLines((line, number) => search.take(line, number));
  return {
    push: (chunk) => lines.push(chunk),
    end: () => {
      lines.end();
      return search.end();
    },
  };
}

/** Different bugs that are kept; a kernel that reports more has said enough. */
const maxFindings = 100;
/** Console lines without anything of a report, after which an open report is over. */
const idleLines = 60;
/** The same where lines name their caller, so that others' lines do not disturb. */
const idleLinesWithCaller = 2000;
/** Lines before a header that can belong to it: the cut-here line and what WARN() says. */
const leadInLines = 6;

class BugSearch {
  readonly #found = new Map<string, BugReport>();
  /** By caller; the empty key is a console that does not name callers. */
  readonly #open = new Map<string, OpenReport>();
  #recent: string[] = [];
  #stampsInUse = false;
  readonly #boots = new BootWatch();

  take(line: string, number: number): void {
    if (this.#open.size > 0 || mayHoldHeader(line) || bootLines.test(line)) for (const message of parseConsoleLine(line)) this.#message(message, number);
    this.#stampsInUse ||= hasStamp(line);
    this.#recent.push(line);
    if (this.#recent.length > leadInLines) this.#recent.shift();
    for (const report of this.#open.values()) this.#age(report);
  }

  end(): readonly BugReport[] {
    for (const report of [...this.#open.values()]) this.#close(report);
    return [...this.#found.values()].sort((one, other) => one.line - other.line);
  }

  #message(message: ConsoleMessage, number: number): void {
    const report = this.#reportOf(message);
    const header = this.#headerOf(message.text);
    if (header !== undefined && !this.#explains(report, header, message.text)) this.#start(header, message, number);
    else report?.add(message.text, number);
  }

  #headerOf(text: string): ReportHeader | undefined {
    const rebooted = this.#boots.isUnexpectedBoot(text);
    // After a bug a machine may well start again: then the bug is what happened.
    if (rebooted && this.#open.size === 0 && this.#found.size === 0) return { kind: unexpectedReboot, groups: {} };
    return mayHoldHeader(text) ? matchHeader(text) : undefined;
  }

  /** Which open report a message belongs to. */
  #reportOf({ caller }: ConsoleMessage): OpenReport | undefined {
    const own = this.#open.get(caller ?? '');
    if (own !== undefined || caller?.startsWith('C') !== true) return own;
    return [...this.#open.values()].find((report) => report.gathersProcessors);
  }

  /** Whether a header is no bug of its own, but part of what was reported before. */
  #explains(report: OpenReport | undefined, { kind }: ReportHeader, text: string): boolean {
    if (kind.follows === 'any-report') return report !== undefined || this.#open.size > 0 || this.#found.size > 0;
    if (report === undefined) return false;
    return (kind.follows === 'open-report' && !report.ended) || report.header.kind.absorbs?.test(text) === true;
  }

  #start(header: ReportHeader, message: ConsoleMessage, number: number): void {
    const key = message.caller ?? '';
    const before = this.#open.get(key);
    if (before !== undefined) this.#close(before);
    const report = new OpenReport(header, { line: number, caller: message.caller, stamped: message.stamped, stampsInUse: this.#stampsInUse, leadIn: this.#leadIn(message.caller) });
    report.add(message.text, number);
    this.#open.set(key, report);
  }

  #leadIn(caller: string | undefined): readonly string[] {
    const messages = this.#recent.flatMap((line) => parseConsoleLine(line));
    const own = messages.filter((message) => message.caller === caller).map(({ text }) => text);
    const cut = own.findLastIndex((text) => text.includes('[ cut here ]'));
    return cut < 0 ? [] : own.slice(cut);
  }

  #age(report: OpenReport): void {
    report.idle += 1;
    if (report.idle > (report.caller === undefined ? idleLines : idleLinesWithCaller)) this.#close(report);
  }

  #close(report: OpenReport): void {
    this.#open.delete(report.caller ?? '');
    const bug = report.finish();
    if (bug === undefined) return;
    const known = this.#found.get(bug.fingerprint);
    if (known !== undefined) this.#found.set(bug.fingerprint, { ...known, occurrences: known.occurrences + 1 });
    else if (this.#found.size < maxFindings) this.#found.set(bug.fingerprint, bug);
  }
}
