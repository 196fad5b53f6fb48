import { bounds } from '../bounds/bounds.ts';
import type { OpenReport } from './open-report.ts';

/** An open report ends after this many unrelated console lines. */
const idleLines = 60;
/** The same if lines name their caller, so that unrelated lines do not matter. */
const idleLinesWithCaller = 2000;

/**
 * The open reports, one per caller, because processors and tasks print at the same time. The one without output for the
 * longest time is first, so that the cost per line does not depend on their number.
 */
export class OpenReports {
  readonly #onClose: (report: OpenReport) => void;
  /** The empty key is a console without callers. */
  readonly #byCaller = new Map<string, OpenReport>();
  /** Reports that asked other processors for their stacks, in the order of their start. */
  readonly #gathering = new Set<OpenReport>();
  #lines = 0;

  constructor(onClose: (report: OpenReport) => void) {
    this.#onClose = onClose;
  }

  get size(): number {
    return this.#byCaller.size;
  }

  /** The report that a caller's message belongs to. */
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

  /** Part of this report was just printed. */
  refresh(report: OpenReport): void {
    report.activeAt = this.#lines;
    if (report.gathersProcessors) this.#gathering.add(report);
    this.#byCaller.delete(report.caller ?? '');
    this.#byCaller.set(report.caller ?? '', report);
  }

  /** Called after each console line: closes reports without recent output. */
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
