import { cutLine } from './cut-text.ts';
import { plainLine } from './escape-text.ts';
import { codeSpan, markdownTable } from './markdown.ts';
import { markOf } from './mark.ts';
import type { Results, TestResult } from './results.ts';

const maxColumns = 16;
const maxRows = 300;
const maxName = 200;

/** Cells across, tests down; what is not as expected is shown first when not everything fits. */
export function renderTable({ cells, tests }: Results): string {
  if (tests.length === 0) return '';
  const bad = tests.filter(({ ok }) => !ok);
  const [badCells, badTests] = [new Set(bad.map(({ cell }) => cell)), new Set(bad.map(({ id }) => id))];
  const columns = mostTelling(
    cells.map(({ id }) => id),
    (id) => badCells.has(id),
    maxColumns,
  );
  const ids = [...new Set(tests.map(({ id }) => id))];
  const rows = mostTelling(ids, (id) => badTests.has(id), maxRows);
  const byPlace = new Map(tests.map((test) => [placeOf(test.id, test.cell), test]));
  const table = markdownTable(
    ['test', ...columns.map(name)],
    rows.map((id) => [name(id), ...columns.map((cell) => renderPlace(byPlace.get(placeOf(id, cell))))]),
  );
  return [table, ...leftOut(ids.length - rows.length, 'test'), ...leftOut(cells.length - columns.length, 'cell')].join(
    '\n\n',
  );
}

function name(text: string): string {
  return codeSpan(cutLine(plainLine(text), maxName));
}

function renderPlace(test: TestResult | undefined): string {
  if (test === undefined) return '';
  switch (markOf(test)) {
    case 'passed':
      return '✓ pass';
    case 'skipped':
      return '– skip';
    case 'expected-failure':
      return `x ${test.outcome}, as expected`;
    case 'not-ok':
      if (test.flaky === true) return '❌ **flaky**';
      return test.outcome === 'pass' || test.outcome === 'skip'
        ? `❌ **${test.outcome}, not expected**`
        : `❌ **${test.outcome}**`;
  }
}

// The chosen ones keep their order.
function mostTelling(ids: readonly string[], isNotOk: (id: string) => boolean, limit: number): readonly string[] {
  if (ids.length <= limit) return ids;
  const notOk = new Set(ids.filter(isNotOk).slice(0, limit));
  const others = new Set(ids.filter((id) => !notOk.has(id)).slice(0, limit - notOk.size));
  return ids.filter((id) => notOk.has(id) || others.has(id));
}

function leftOut(count: number, noun: string): readonly string[] {
  return count > 0 ? [`…and ${count} more ${count === 1 ? noun : `${noun}s`}, in \`results.json\`.`] : [];
}

function placeOf(id: string, cell: string): string {
  return JSON.stringify([id, cell]);
}
