/** What the helper (guest/ledger) says when it is asked at the end. All of it comes from the guest. */
export interface LedgerReport {
  /** Acquisitions that were not recorded, because there was no room. */
  readonly lost: number;
  /** Calls of the modules that could not be watched. */
  readonly refused: number;
}

/** The helper did not answer, or could not do it. */
export interface LedgerRefusal {
  readonly refusal: string;
}

const maxLines = 200;

/** Parses the helper's answer to requests. */
export function parseLedgerAnswer(lines: readonly string[]): LedgerReport | LedgerRefusal {
  const [first = '', ...rest] = lines;
  if (first !== 'ok') {
    const [, reason] = /^failed (.{1,300})$/.exec(first) ?? [];
    return { refusal: reason ?? 'it did not answer' };
  }
  const told = rest.slice(0, maxLines);
  return { lost: countOf('lost', told), refused: countOf('refused', told) };
}

function countOf(name: 'lost' | 'refused', lines: readonly string[]): number {
  for (const line of lines) {
    const [, word, count] = /^([a-z]{1,20}) (\d{1,15})$/.exec(line) ?? [];
    if (word === name) return Number(count);
  }
  return 0;
}
