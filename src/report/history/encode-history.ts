import type { FoldedCell, FoldedHistory } from '../../results/history/fold-history.ts';
import { encodeRuns } from '../../results/history/run-lengths.ts';
import { plainLine } from '../../text/escape-text.ts';
import type { DataCell, HistoryData } from './history-data.ts';

/** A folded history as the page holds it. `version` is the program's own. */
export function encodeHistory(folded: FoldedHistory, version: string): HistoryData {
  const { commits, cells, rows, crashes, coverage, notes } = folded;
  const branches = numbered(commits.map(({ branch }) => plainLine(branch)));
  const addresses = numbered(commits.flatMap(({ commitsAt }) => commitsAt ?? []));
  const tests = numbered(rows.map(({ test }) => plainLine(test)));
  return {
    version,
    commits: commits.map(({ commit }) => commit),
    branchOf: commits.map(({ branch }) => branches.numberOf(plainLine(branch))),
    addressOf: commits.map(({ commitsAt }) => (commitsAt === undefined ? -1 : addresses.numberOf(commitsAt))),
    seconds: stepsOf(commits.map(({ startedMs }) => Math.floor(startedMs / 1000))),
    runs: commits.map(({ runs }) => runs),
    accelerators: encodeRuns(commits.map(({ accelerator }) => accelerator.charAt(0)).join('')),
    branches: branches.list,
    addresses: addresses.list,
    tests: tests.list,
    cells: labelled(cells),
    rows: rows.map(({ test, cell, letters, lastMs }) => ({
      test: tests.numberOf(plainLine(test)),
      cell,
      letters: encodeRuns(letters),
      lastMs,
    })),
    crashes: crashes.map((crash) => ({
      title: plainLine(crash.title),
      fingerprint: plainLine(crash.fingerprint),
      steps: stepsOf(crash.commits),
      cells: crash.cells,
      tests: crash.tests.map(plainLine),
    })),
    coverage: coverage.map(({ name, points }) => ({
      name: plainLine(name),
      points: points.map(({ commit, touched, all }) => [commit, touched, all] as const),
    })),
    notes,
  };
}

function labelled(cells: readonly FoldedCell[]): readonly DataCell[] {
  const spoken = cells.map(({ kernel, machine }) => `${plainLine(kernel)} · ${plainLine(machine)}`);
  return cells.map(({ id, kernel, release }, index) => {
    const label = spoken[index] ?? id;
    const isOwn = spoken.indexOf(label) === spoken.lastIndexOf(label);
    return { label: isOwn ? label : id, kernel: plainLine(kernel), release: plainLine(release) };
  });
}

interface Numbered {
  /** Each text once. */
  readonly list: readonly string[];
  readonly numberOf: (text: string) => number;
}

function numbered(texts: readonly string[]): Numbered {
  const list = [...new Set(texts)];
  const numbers = new Map(list.map((text, index) => [text, index]));
  return { list, numberOf: (text) => numbers.get(text) ?? 0 };
}

/** Each number as the distance from the one before it: such numbers are short. */
function stepsOf(numbers: readonly number[]): readonly number[] {
  return numbers.map((number, index) => number - (numbers[index - 1] ?? 0));
}
