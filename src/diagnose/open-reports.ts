import { bounds } from '../bounds/bounds.ts';
import type { OpenReport } from './open-report.ts';

/** Console lines without anything of a report, after which an open report is over. */
const idleLines = 60;
/** The same where lines name their caller, so that others' lines do not disturb. */
const idleLinesWithCaller = 2000;

/**
 * The reports that are open, one a caller: processors and tasks print theirs at the same time. The one that was quiet
 * for longest stands first, so that a line costs the same however many are open.
 */
export class OpenReports {
  readonly #onClose: (report: OpenReport) => void;
  /** The empty key is a console that does not name callers. */
  readonly #byCaller = new Map<string, OpenReport>();
  /** Reports that asked other processors for their stacks, in the order in which they began. */
  readonly #gathering = new Set<OpenReport>();
  #lines = 0;

  constructor(onClose: (report: OpenReport) => void) {
    this.#onClose = onClose;
  }

  get size(): number {
    return this.#byCaller.size;
  }

  /** Which report a message of this caller belongs to. */
  of(caller: string | undefined): OpenReport | undefined {
    const own = this.#byCaller.get(caller ?? '');
    if (own !== undefined || caller?.startsWith('C') !== true) return own;
    const [gathering] = this.#gathering;
    return gathering;
  }

  begin(report: OpenReport): void {
    const before = this.#byCaller.get(report.caller ?? '');
    if (before !== undefined) this.#close(before);
    const [quietest] = this.#byCaller.values();
    if (quietest !== undefined && this.#byCaller.size >= bounds.findings.open) this.#close(quietest);
    this.refresh(report);
  }

  /** Something of this report was just printed. */
  refresh(report: OpenReport): void {
    report.activeAt = this.#lines;
    if (report.gathersProcessors) this.#gathering.add(report);
    this.#byCaller.delete(report.caller ?? '');
    this.#byCaller.set(report.caller ?? '', report);
  }

  /** A console line is over: what was quiet for too long is closed. */
  lineDone(): void {
    this.#lines += 1;
    const nameless = this.#byCaller.get('');
    if (nameless !== undefined && this.#lines - nameless.activeAt > idleLines) this.#close(nameless);
    for (const report of this.#byCaller.values()) {
      if (this.#lines - report.activeAt <= idleLinesWithCaller) break;
      this.#close(report);
    }
  }

  closeAll(): void {
    for (const report of [...this.#byCaller.values()]) this.#close(report);
  }

  #close(report: OpenReport): void {
    this.#byCaller.delete(report.caller ?? '');
    this.#gathering.delete(report);
    this.#onClose(report);
  }
}
