/** The last lines of a terminal, rewritten in place. */
export interface LiveArea {
  /**
   * Puts permanent text, whole lines, above the live lines and draws these anew; writes nothing when nothing changed.
   */
  readonly update: (permanent: string, lines: readonly string[]) => void;
  readonly erase: () => void;
}

export function createLiveArea(write: (text: string) => void): LiveArea {
  let drawn: readonly string[] = [];
  const toTop = (): string => (drawn.length === 0 ? '' : `\x1b[${drawn.length}A\r`);
  return {
    update: (permanent, lines) => {
      if (permanent === '' && sameLines(lines, drawn)) return;
      const body = lines.map((line) => `\x1b[K${line}\n`).join('');
      const above = permanent === '' ? '' : `\x1b[J${permanent}`;
      // No wrapping while it is drawn: a line that is wider than thought must not move the others.
      write(`${toTop()}${above}\x1b[?7l${body}\x1b[J\x1b[?7h`);
      drawn = lines;
    },
    erase: () => {
      if (drawn.length > 0) write(`${toTop()}\x1b[J`);
      drawn = [];
    },
  };
}

function sameLines(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, index) => line === b[index]);
}
