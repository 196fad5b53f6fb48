import { bounds } from '../../bounds/bounds.ts';
import type { Subtest } from '../verdict.ts';
import { parseKtap } from './ktap-reader.ts';
import { isBad, type KtapTest, sharedPart } from './ktap-tree.ts';

/** The leaves of a test's (K)TAP output. */
export interface SubtestReading {
  /** With full names, `parent/child`: as many as are kept, failed ones preferred. */
  readonly subtests: readonly Subtest[];
  /** The number of all subtests, and of failed ones. */
  readonly total: number;
  readonly failed: number;
  /** Sentences about what was left out. */
  readonly notes: readonly string[];
}

export function subtestsOf(text: string): SubtestReading {
  const { tests, leaves: total, badLeaves: failed, flattened } = parseKtap(text);
  const list = new SubtestList();
  for (const test of tests) list.take(test, '');
  const left = total - list.subtests.length;
  const leftFailed = failed - list.subtests.filter(isBad).length;
  return {
    subtests: list.subtests,
    total,
    failed,
    notes: [
      ...(left <= 0
        ? []
        : [
            `… and ${inWords(left)} more ` +
              `subtests${leftFailed > 0 ? `, ${inWords(leftFailed)} of them failed` : ''}: of ` +
              `${inWords(total)} only ${inWords(list.subtests.length)} are listed`,
          ]),
      ...(flattened
        ? [`subtests are nested deeper than ${bounds.subtests.depth} levels; deeper ones are listed on that level`]
        : []),
    ],
  };
}

function inWords(count: number): string {
  return count.toLocaleString('en-US');
}

/** Full names repeat the parents' names, so their total length has its own limit. */
class SubtestList {
  readonly subtests: Subtest[] = [];
  #chars = 0;

  take({ name, status, reason, tests }: KtapTest, parent: string): void {
    const full = `${parent}${name}`;
    if (tests !== undefined) {
      // The reader limits their depth.
      for (const test of tests) this.take(test, `${full}/`);
      return;
    }
    const subtest: Subtest = { name: boundedPath(full), status, ...(reason === undefined ? {} : { reason }) };
    const chars = subtest.name.length + (reason?.length ?? 0);
    if (this.#chars + chars > bounds.subtests.totalChars * (isBad(subtest) ? 1 : sharedPart)) return;
    this.#chars += chars;
    this.subtests.push(subtest);
  }
}

/** Cuts the middle of a long path, because its end says more. */
function boundedPath(path: string): string {
  const { nameChars } = bounds.subtests;
  if (path.length <= nameChars) return path;
  const head = Math.floor(nameChars / 3);
  return `${path.slice(0, head)}…${path.slice(head + 1 - nameChars)}`;
}
