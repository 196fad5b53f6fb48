import { bounds } from '../bounds/bounds.ts';
import type { BugReport } from './bug-report.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { ReportHeader } from './report-header.ts';
import { readRegisters } from './registers.ts';
import { looksLikeReport } from './report-lines.ts';
import { guiltyFunction } from './stack/guilty-function.ts';
import { readStack } from './stack/report-stack.ts';
import { reportTitle } from './title.ts';

/** Longer reports exist (a stall on a machine with many processors); their beginning says what happened. */
const { reportLines, reportChars } = bounds.findings;
const detailLines = 40;

export interface ReportOrigin {
  readonly line: number;
  readonly caller: string | undefined;
  /** The header has a time stamp; other lines have. */
  readonly stamped: boolean;
  readonly stampsInUse: boolean;
  readonly leadIn: readonly string[];
}

/** What only a kernel prints after a header. */
const proof =
  /^\s*(?:CPU: \d+ |Call [Tt]race:|Backtrace:|backtrace[ :(]|stack backtrace:|RIP: |pc : |epc : |PC is at |unreferenced object 0x)/;

/** A report whose lines are still coming in. */
export class OpenReport {
  readonly header: ReportHeader;
  readonly caller: string | undefined;
  readonly stamped: boolean;
  readonly #stampsInUse: boolean;
  readonly #line: number;
  readonly #leadIn: readonly string[];
  readonly #lines: string[] = [];
  #characters = 0;
  #reportEnd = 0;
  #lastLine: number;
  /** The number of console lines there had been when one last looked like part of this report. */
  activeAt = 0;
  /** Processors were asked for their stacks: their lines belong to this report too. */
  gathersProcessors = false;
  ended = false;

  constructor(header: ReportHeader, origin: ReportOrigin) {
    this.header = header;
    this.caller = origin.caller;
    this.stamped = origin.stamped;
    this.#stampsInUse = origin.stampsInUse;
    this.#line = origin.line;
    this.#lastLine = origin.line;
    this.#leadIn = origin.leadIn;
  }

  /** Whether the line looks like part of this report. */
  add(text: string, line: number): boolean {
    if (this.#lines.length < reportLines && this.#characters < reportChars) {
      const kept = text.slice(0, reportChars - this.#characters);
      this.#lines.push(kept);
      this.#characters += kept.length + 1;
    }
    if (!looksLikeReport(text) && line !== this.#line) return false;
    this.#reportEnd = this.#lines.length;
    this.#lastLine = line;
    if (text.startsWith('Sending NMI ') || text.startsWith('NMI backtrace for cpu')) this.gathersProcessors = true;
    if (text.startsWith('---[ end ')) this.ended = true;
    return true;
  }

  /** Undefined: the header alone was not proof enough. */
  finish(): BugReport | undefined {
    const { kind } = this.header;
    const lines = this.#lines.slice(0, this.#reportEnd);
    if (this.#needsProof() && !lines.slice(1).some((text) => proof.test(text))) return undefined;
    const groups = { ...this.header.groups, ...this.#detail(lines) };
    const stack = readStack(lines);
    const guilty = guiltyFunction(kind, { stack, lines, groups });
    const title = reportTitle(kind, { guilty, groups });
    return {
      kind: kind.kind,
      title,
      fingerprint: fingerprintOf(kind.kind, title, stack),
      line: this.#line,
      lastLine: this.#lastLine,
      report: [...this.#leadIn, ...lines].join('\n').slice(0, reportChars),
      guilty,
      registers: readRegisters(lines),
      corrupted:
        (kind.guilty !== undefined && guilty === undefined) || (kind.stackless !== true && stack.traces.length === 0),
      occurrences: 1,
    };
  }

  /** A program can print anything, but where the kernel's lines have time stamps, its own have none. */
  #needsProof(): boolean {
    const { proof: needed } = this.header.kind;
    return needed === 'stack' || (!this.stamped && (needed !== undefined || this.#stampsInUse));
  }

  #detail(lines: readonly string[]): Readonly<Record<string, string | undefined>> {
    const { detail } = this.header.kind;
    if (detail === undefined) return {};
    for (const text of lines.slice(1, detailLines)) {
      const match = detail.exec(text);
      if (match !== null) return { ...match.groups };
    }
    return {};
  }
}
