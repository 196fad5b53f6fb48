import { bounds } from '../bounds/bounds.ts';
import type { ReportedBug } from '../run/watch/bug-watch.ts';
import type { ReportKind } from './catalogue/report-kind.ts';
import { type ConsoleMessage, hasStamp, parseConsoleLine, TextLines } from './console-line.ts';
import { type BugReport, OpenReport } from './open-report.ts';
import { OpenReports } from './open-reports.ts';
import { matchHeader, mayHoldHeader, type ReportHeader } from './report-header.ts';

const banner = /^Linux version \d/;
/** Somebody requested the next kernel. */
const announcement =
  /^(?:reboot: |kexec_core: Starting new kernel|Starting new kernel|sysrq: Resetting|Restarting system)/;

const unexpectedReboot: ReportKind = {
  kind: 'reboot',
  needle: 'Linux version ',
  header: banner,
  title: 'unexpected kernel reboot',
  stackless: true,
};

/** Lines that the boot watch needs, for callers that filter. */
const bootLines = /Linux version \d|reboot: |tarting new kernel|sysrq: Resetting|Restarting system/;

/** Distinguishes an unexpected restart of the kernel from a requested one. */
class BootWatch {
  #booted = false;
  #announced = false;

  /** Whether this message starts a boot that nobody requested. */
  isUnexpectedBoot(text: string): boolean {
    if (announcement.test(text)) this.#announced = true;
    if (!banner.test(text)) return false;
    const unexpected = this.#booted && !this.#announced;
    this.#booted = true;
    this.#announced = false;
    return unexpected;
  }
}

/** The kernel bugs in a console log, ordered by their first lines. */
export function findBugs(consoleText: string): readonly BugReport[] {
  return readBugs(consoleText).bugs;
}

export interface BugReading {
  /** The first ones, if there are too many. */
  readonly bugs: readonly BugReport[];
  /** The number of other reports. */
  readonly leftOut: number;
}

export function readBugs(consoleText: string): BugReading {
  const finder = createBugFinder();
  finder.push(consoleText);
  return { bugs: finder.end(), leftOut: finder.leftOut() };
}

export interface BugFinder {
  /** Chunks may end anywhere. */
  readonly push: (chunk: string) => void;
  readonly end: () => readonly BugReport[];
  /** The number of reports of other bugs. A kernel with that many reports has said enough. */
  readonly leftOut: () => number;
}

/** The same for a stream. Memory is bounded by the reports, independent of the log's length. */
export function createBugFinder(): BugFinder {
  const search = new BugSearch();
  const lines = new TextLines((line, number) => search.take(line, number));
  return {
    push: (chunk) => lines.push(chunk),
    end: () => {
      lines.end();
      return search.end();
    },
    leftOut: () => search.leftOut,
  };
}

/** Lines before a header that may belong to it: the cut-here line and the message of WARN(). */
const leadInLines = 6;

class BugSearch {
  readonly #found = new Map<string, BugReport>();
  readonly #open = new OpenReports((report) => this.#close(report));
  #leftOut = 0;
  #recent: string[] = [];
  #stampsInUse = false;
  readonly #boots = new BootWatch();

  take(line: string, number: number): void {
    if (this.#open.size > 0 || mayHoldHeader(line) || bootLines.test(line))
      for (const message of parseConsoleLine(line)) this.#message(message, number);
    this.#stampsInUse ||= hasStamp(line);
    this.#recent.push(line);
    if (this.#recent.length > leadInLines) this.#recent.shift();
    this.#open.lineDone();
  }

  end(): readonly BugReport[] {
    this.#open.closeAll();
    return [...this.#found.values()].sort((one, other) => one.line - other.line);
  }

  get leftOut(): number {
    return this.#leftOut;
  }

  #message(message: ConsoleMessage, number: number): void {
    const report = this.#open.of(message.caller);
    const header = this.#headerOf(message.text);
    if (header !== undefined && !this.#explains(report, header, message.text)) this.#start(header, message, number);
    else if (report?.add(message.text, number) === true) this.#open.refresh(report);
  }

  #headerOf(text: string): ReportHeader | undefined {
    const rebooted = this.#boots.isUnexpectedBoot(text);
    // After a bug a machine may restart. Then the bug is the finding.
    if (rebooted && this.#open.size === 0 && this.#found.size === 0) return { kind: unexpectedReboot, groups: {} };
    return mayHoldHeader(text) ? matchHeader(text) : undefined;
  }

  /** Whether a header is part of an earlier report instead of a new bug. */
  #explains(report: OpenReport | undefined, { kind }: ReportHeader, text: string): boolean {
    if (kind.follows === 'any-report') return report !== undefined || this.#open.size > 0 || this.#found.size > 0;
    if (report === undefined) return false;
    return (kind.follows === 'open-report' && !report.ended) || report.header.kind.absorbs?.test(text) === true;
  }

  #start(header: ReportHeader, message: ConsoleMessage, number: number): void {
    const report = new OpenReport(header, {
      line: number,
      caller: message.caller,
      stamped: message.stamped,
      stampsInUse: this.#stampsInUse,
      leadIn: this.#leadIn(message.caller),
    });
    report.add(message.text, number);
    this.#open.begin(report);
  }

  #leadIn(caller: string | undefined): readonly string[] {
    if (!this.#recent.some((line) => line.includes('[ cut here ]'))) return [];
    const messages = this.#recent.flatMap((line) => parseConsoleLine(line));
    const own = messages.filter((message) => message.caller === caller).map(({ text }) => text);
    const cut = own.findLastIndex((text) => text.includes('[ cut here ]'));
    return cut < 0 ? [] : own.slice(cut).map((text) => text.slice(0, bounds.lines.headerChars));
  }

  #close(report: OpenReport): void {
    const bug = report.finish();
    if (bug === undefined) return;
    const known = this.#found.get(bug.fingerprint);
    if (known !== undefined) this.#found.set(bug.fingerprint, { ...known, occurrences: known.occurrences + 1 });
    else if (this.#found.size < bounds.findings.count) this.#found.set(bug.fingerprint, bug);
    else this.#leftOut += 1;
  }
}

/** The bugs in a console so far, with the texts that `info/expect-console` may match: the same as in the verdict. */
export function reportedBugs(consoleText: string, bootFingerprints: ReadonlySet<string>): readonly ReportedBug[] {
  return findBugs(consoleText)
    .filter(({ fingerprint }) => !bootFingerprints.has(fingerprint))
    .map(({ title, report }) => ({ texts: [title, report.split('\n', 1)[0] ?? ''] }));
}
