/** What the helper (guest/ledger) says when it is asked at the end. All of it comes from the guest. */
export interface LedgerReport {
  /** Acquisitions that were not recorded, because there was no room. */
  readonly lost: number;
  /** Calls of the modules that could not be watched. */
  readonly refused: number;
  /** What the modules left behind, each as a report of the kernel's log. */
  readonly leaks: readonly string[];
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
  return { lost: countOf('lost', told), refused: countOf('refused', told), leaks: leaksIn(told) };
}

function countOf(name: 'lost' | 'refused', lines: readonly string[]): number {
  for (const line of lines) {
    const [, word, count] = /^([a-z]{1,20}) (\d{1,15})$/.exec(line) ?? [];
    if (word === name) return Number(count);
  }
  return 0;
}

const leakWords =
  /^leak of [\w/ ]{1,80} from \w{1,60} in [\w.$]{1,200} \[[\w-]{1,64}\]: \d{1,15} times, \d{1,20} bytes in all$/;
const leakPlace = /^at ([\w.$]{1,200}\+0x[\da-f]{1,16}\/0x[\da-f]{1,16} \[[\w-]{1,64}\])$/;

/** A leak is two lines: what, and where. */
function leaksIn(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line, index) => {
    const [, place] = leakPlace.exec(lines[index + 1] ?? '') ?? [];
    return place !== undefined && leakWords.test(line) ? [`qdt-ledger: ${line}\nCall Trace:\n ${place}`] : [];
  });
}
