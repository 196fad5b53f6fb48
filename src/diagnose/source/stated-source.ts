/**
 * Reports of checks that stand in the source name their own place: `WARNING: CPU: 0 PID: 1 at FILE:LINE func+…` (since
 * 6.19 `WARNING: FILE:LINE at func+…`), `kernel BUG at FILE:LINE!`, `UBSAN: shift-out-of-bounds in FILE:LINE:COLUMN`.
 */
const forms: readonly RegExp[] = [
  /^WARNING: (?:\[.{1,300}\] )?(?:(?:CPU: \d+ PID: \d+ )?at )?(?<file>[^\s:]+):(?<line>\d+) (?:at )?[A-Za-z_0]/,
  /^kernel BUG at (?<file>[^\s:!]+):(?<line>\d+)/,
  /^UBSAN: [\w -]+ in (?<file>[^\s:]+):(?<line>\d+)/,
  /^BUG: sleeping function called from invalid context at (?<file>[^\s:]+):(?<line>\d+)/,
];

/** What stands before it at most: the cut-here line, and what WARN() says. */
const linesBefore = 8;

export interface StatedSource {
  readonly file: string;
  readonly line: number;
}

/** Where a report says that it was made; undefined: it does not. */
export function statedSource(report: string): StatedSource | undefined {
  for (const text of report.split('\n', linesBefore)) {
    const found = sourceIn(text);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function sourceIn(text: string): StatedSource | undefined {
  for (const form of forms) {
    const { file, line } = form.exec(text)?.groups ?? {};
    if (file !== undefined && line !== undefined) return { file, line: Number(line) };
  }
  return undefined;
}
