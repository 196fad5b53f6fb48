import { inOrder } from '../../results/history/in-order.ts';
import { type HistoryKind, isBad, letterOfKind } from '../../results/history/letters.ts';
import type { BranchView } from './branch-view.ts';
import { currentRows, lastKind } from './findings.ts';

/** How a driver does on a kernel, by the last verdict on each of its tests. */
export interface KernelState {
  readonly kernel: string;
  /** The newest that was run. */
  readonly release: string;
  readonly good: number;
  readonly bad: number;
  readonly flaky: number;
}

export interface SuiteSupport {
  readonly suite: string;
  readonly kernels: readonly KernelState[];
}

/** The kernels that each suite's driver was tested on. */
export function kernelSupport(view: BranchView): readonly SuiteSupport[] {
  const suites = new Map<string, Map<string, Counts>>();
  for (const row of currentRows(view)) {
    const suite = row.test.slice(0, row.test.indexOf('/'));
    const cell = view.data.cells[row.cell];
    if (cell === undefined) continue;
    const tested = suites.get(suite) ?? new Map<string, Counts>();
    suites.set(suite, tested);
    const counts = tested.get(cell.kernel) ?? { good: 0, bad: 0, flaky: 0, release: cell.release };
    tested.set(cell.kernel, counts);
    counts[sideOf(lastKind(row))]++;
  }
  return [...suites]
    .sort(([a], [b]) => inOrder(a, b))
    .map(([suite, tested]) => ({
      suite,
      kernels: [...tested].sort(([a], [b]) => inOrder(a, b)).map(([kernel, counts]) => ({ kernel, ...counts })),
    }));
}

interface Counts {
  good: number;
  bad: number;
  flaky: number;
  readonly release: string;
}

function sideOf(kind: HistoryKind): 'good' | 'bad' | 'flaky' {
  if (kind === 'flaky') return 'flaky';
  return isBad(letterOfKind[kind]) ? 'bad' : 'good';
}

/** The answer in a few words: `5 kernels ok / 1 fails`. */
export interface SupportWords {
  /** The driver, or how many there are. */
  readonly label: string;
  readonly message: string;
  readonly state: 'good' | 'bad' | 'unknown';
}

/** A kernel fails when a test of any driver on it is not as expected. */
export function supportWords(support: readonly SuiteSupport[]): SupportWords {
  const failing = new Map<string, boolean>();
  for (const { kernels: tested } of support)
    for (const { kernel, bad } of tested) failing.set(kernel, (failing.get(kernel) ?? false) || bad > 0);
  const fails = [...failing.values()].filter((isFailing) => isFailing).length;
  const ok = failing.size - fails;
  const [only] = support;
  const label = support.length === 1 && only !== undefined ? only.suite : 'drivers';
  if (failing.size === 0) return { label, message: 'no runs', state: 'unknown' };
  if (fails === 0) return { label, message: `${kernels(ok)} ok`, state: 'good' };
  const verb = fails === 1 ? 'fails' : 'fail';
  return {
    label,
    message: ok === 0 ? `${kernels(fails)} ${verb}` : `${kernels(ok)} ok / ${fails} ${verb}`,
    state: 'bad',
  };
}

function kernels(count: number): string {
  return `${count} ${count === 1 ? 'kernel' : 'kernels'}`;
}
