import { bounds } from '../bounds/bounds.ts';
import type { ReportedBug } from '../run/watch/bug-watch.ts';
import { hasStem } from './catalogue/catalogue.ts';
import type { ReportKind } from './catalogue/report-kind.ts';
import { hasStamp, TextLines } from './console-line.ts';
import { type KernelMessage, parseKernelLine } from './kernel-line.ts';
import { type BehindPrefix, LearnedPrefixes } from './learned-prefix.ts';
import { type BugReport, OpenReport } from './open-report.ts';
import { OpenReports } from './open-reports.ts';
import { matchHeader, mayHoldHeader, type ReportHeader } from './report-header.ts';
import { type HeldLine, holdLine, joinWrapped } from './wrapped-line.ts';

const banner = /^Linux version \d/;
/** Somebody requested the next kernel, or a journal says that another boot follows. */
const announcement =
  /^(?:reboot: |(?:kexec_core: )?Starting new kernel|sysrq: Resetting|Restarting system|-- (?:Reboot|Boot) )/;

const unexpectedReboot: ReportKind = {
  kind: 'reboot',
  needle: 'Linux version ',
  header: banner,
  title: 'unexpected kernel reboot',
  stackless: true,
};

/** Lines that the boot watch needs, for callers that filter. */
function isAboutBoot(line: string): boolean {
  return bootLines.test(line) || line.startsWith('-- Boot ');
}

const bootLines = /Linux version \d|eboot[: ]|tarting new kernel|sysrq: Resetting|Restarting system/;

/** Distinguishes an unexpected restart of the kernel from a requested one. */
class BootWatch {
  #booted = false;
  #announced = false;

  /**
   * Whether this message starts a boot that nobody requested. A log that somebody kept has many boots, each of another
   * day; only a console shows that one followed the other.
   */
  isUnexpectedBoot({ text, kept }: KernelMessage): boolean {
    if (announcement.test(text)) this.#announced = true;
    if (!banner.test(text)) return false;
    const unexpected = this.#booted && !this.#announced && !kept;
    this.#booted = true;
    this.#announced = false;
    return unexpected;
  }
}

/** The kernel bugs in a console log, ordered by their first lines; then the complaints. */
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
  /** A line whose second half may follow. */
  #held: HeldLine | undefined;
  readonly #boots = new BootWatch();
  readonly #prefixes = new LearnedPrefixes();

  take(text: string, number: number): void {
    const line = text.endsWith('\r') ? text.slice(0, -1) : text;
    const held = this.#held;
    this.#held = held === undefined ? undefined : joinWrapped(held, line);
    if (this.#held !== undefined) return;
    if (held !== undefined) this.#read(held.line, held.number, true);
    const mayBegin = hasStem(line);
    if (mayBegin || this.#open.size > 0) this.#held = holdLine(line, { number, mayBegin });
    if (this.#held === undefined) this.#read(line, number, mayBegin);
  }

  #read(line: string, number: number, mayBegin: boolean): void {
    if (this.#open.size > 0 || (mayBegin && mayHoldHeader(line)) || isAboutBoot(line))
      for (const message of this.#messages(line)) this.#message(message, number);
    this.#stampsInUse ||= hasStamp(line);
    this.#recent.push(line);
    if (this.#recent.length > leadInLines) this.#recent.shift();
    this.#open.lineDone();
  }

  /** The messages on a line. Those behind a learned prefix have a caller of their own. */
  #messages(line: string): readonly KernelMessage[] {
    const messages = parseKernelLine(line);
    if (this.#stampsInUse) return messages;
    return messages.map((message) => {
      const behind = message.stamped ? undefined : this.#prefixes.strip(message.text);
      return behind === undefined ? message : withCaller(message, behind);
    });
  }

  end(): readonly BugReport[] {
    if (this.#held !== undefined) this.#read(this.#held.line, this.#held.number, true);
    this.#held = undefined;
    this.#open.closeAll();
    return [...this.#found.values()].sort((one, other) => weight(one) - weight(other) || one.line - other.line);
  }

  get leftOut(): number {
    return this.#leftOut;
  }

  #message(message: KernelMessage, number: number): void {
    const report = this.#open.of(message.caller);
    const header = this.#headerOf(message);
    if (header !== undefined && !this.#explains(report, header, message)) this.#start(header, message, number);
    else if (report?.add(message.text, number) === true) this.#open.refresh(report);
    else if (header === undefined) this.#tryLearning(message, number);
  }

  /** Where kernel lines have timestamps, nothing else is one. */
  #tryLearning(message: KernelMessage, number: number): void {
    if (message.stamped || this.#stampsInUse || !mayHoldHeader(message.text)) return;
    const behind = this.#prefixes.learn(message.text);
    const header = behind === undefined ? undefined : matchHeader(behind.text);
    if (behind !== undefined && header !== undefined) this.#start(header, withCaller(message, behind), number);
  }

  #headerOf(message: KernelMessage): ReportHeader | undefined {
    const rebooted = this.#boots.isUnexpectedBoot(message);
    // After a bug a machine may restart. Then the bug is the finding.
    if (rebooted && this.#open.size === 0 && this.#found.size === 0) return { kind: unexpectedReboot, groups: {} };
    return mayHoldHeader(message.text) ? matchHeader(message.text) : undefined;
  }

  /** Whether a header is part of an earlier report instead of a new bug. */
  #explains(report: OpenReport | undefined, { kind }: ReportHeader, { text, caller }: KernelMessage): boolean {
    // After the cut-here line it is the message of a WARN(), whose header follows.
    if (kind.kind === 'complaint' && this.#leadIn(caller).length > 0) return true;
    if (kind.follows === 'any-report') return report !== undefined || this.#open.size > 0 || this.#found.size > 0;
    if (report === undefined) return false;
    return (kind.follows === 'open-report' && !report.ended) || report.header.kind.absorbs?.test(text) === true;
  }

  #start(header: ReportHeader, message: KernelMessage, number: number): void {
    const report = new OpenReport(header, {
      line: number,
      caller: message.caller,
      stamped: message.stamped || (message.namesKernel && !this.#stampsInUse),
      isLearned: isLearned(message.caller),
      stampsInUse: this.#stampsInUse,
      leadIn: this.#leadIn(message.caller),
    });
    report.add(message.text, number);
    this.#open.begin(report);
  }

  #leadIn(caller: string | undefined): readonly string[] {
    if (!this.#recent.some((line) => line.includes('[ cut here ]'))) return [];
    const messages = this.#recent.flatMap((line) => this.#messages(line));
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

function weight({ kind }: BugReport): number {
  return kind === 'complaint' || kind === 'leak' ? 1 : 0;
}

const learned = 'behind ';

function withCaller(message: KernelMessage, { prefix, text }: BehindPrefix): KernelMessage {
  return { ...message, text, caller: `${learned}${prefix}` };
}

function isLearned(caller: string | undefined): boolean {
  return caller?.startsWith(learned) === true;
}

/** The bugs in a console so far, with the texts that `info/expect-console` may match: the same as in the verdict. */
export function reportedBugs(consoleText: string, bootFingerprints: ReadonlySet<string>): readonly ReportedBug[] {
  return findBugs(consoleText)
    .filter(({ fingerprint }) => !bootFingerprints.has(fingerprint))
    .map(({ title, report }) => ({ texts: [title, report.split('\n', 1)[0] ?? ''] }));
}
