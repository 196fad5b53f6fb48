import { formatDuration } from '../../src/text/duration.ts';
import { alignColumns } from '../../src/text/text-width.ts';
import type { ComparedRow, ComparedTrial } from './comparison.ts';

const head = ['', 'TRIAL', 'WHAT', 'START', 'FOUND', 'KVM', 'TCG'];

/** The comparison for a terminal: a line per boot and test, below it what is not as expected. */
export function comparisonText(compared: readonly ComparedTrial[]): string {
  const rows = compared.flatMap((trial) => trial.rows.map((row) => ({ trial, row })));
  const lines = alignColumns([
    head,
    ...rows.map(({ trial, row }) => [row.differences.length === 0 ? 'ok' : 'WRONG', trial.name, ...cellsOf(row)]),
  ]);
  const body = lines.flatMap((line, index) => [
    line,
    ...(rows[index - 1]?.row.differences ?? []).map((difference) => `       ${difference}`),
  ]);
  const whole = compared.flatMap(({ name, differences }) => differences.map((text) => `WRONG  ${name}: ${text}`));
  return [...body, '', ...whole, conclusion(compared), ''].join('\n');
}

/** The same for the summary of a job. */
export function comparisonMarkdown(compared: readonly ComparedTrial[], how: string): string {
  const whole = compared.flatMap(({ name, differences }) => differences.map((text) => `- ❌ ${name}: ${code(text)}`));
  return [
    `### KVM and TCG: ${how}`,
    '',
    conclusion(compared),
    ...(whole.length === 0 ? [] : ['', ...whole]),
    ...compared.flatMap(({ name, rows }) => [
      '',
      `<details><summary>${name}: ${sumOf(rows)}</summary>`,
      '',
      '| | | start | found | KVM | TCG | |',
      '|---|---|---|---|---:|---:|---|',
      ...rows.map((row) => {
        const sign = row.differences.length === 0 ? '✓' : '❌';
        return `| ${[sign, ...cellsOf(row).map(plain), row.differences.map(code).join('<br>')].join(' | ')} |`;
      }),
      '',
      '</details>',
    ]),
    '',
  ].join('\n');
}

function cellsOf({ what, start, found, kvmMs, tcgMs }: ComparedRow): readonly string[] {
  return [what, start, found, timeOf(kvmMs), timeOf(tcgMs)];
}

function timeOf(ms: number | undefined): string {
  return ms === undefined ? '' : formatDuration(ms);
}

function sumOf(rows: readonly ComparedRow[]): string {
  const sum = (pick: (row: ComparedRow) => number | undefined): string =>
    formatDuration(rows.reduce((total, row) => total + (pick(row) ?? 0), 0));
  return `KVM ${sum(({ kvmMs }) => kvmMs)}, TCG ${sum(({ tcgMs }) => tcgMs)}`;
}

function conclusion(compared: readonly ComparedTrial[]): string {
  const rows = compared.flatMap((trial) => trial.rows);
  const wrong = [...rows, ...compared].filter(({ differences }) => differences.length > 0).length;
  const paces = [pace('boot', rows), pace('clone', rows)].filter((text) => text !== '');
  const verdict =
    wrong === 0
      ? `All ${rows.length} boots and tests end on KVM as they do on TCG.`
      : `${wrong} of ${rows.length + compared.length} boots, tests and trials are not as expected.`;
  return `${verdict}${paces.length === 0 ? '' : ` TCG takes longer by the factor (median): ${paces.join(', ')}.`}`;
}

/** How many times as long TCG takes, in the middle of all rows that start like this. */
function pace(way: string, rows: readonly ComparedRow[]): string {
  const ratios = rows
    .flatMap(({ start, kvmMs, tcgMs }) => (start !== way || !kvmMs || tcgMs === undefined ? [] : [tcgMs / kvmMs]))
    .sort((a, b) => a - b);
  const median = ratios[Math.floor(ratios.length / 2)];
  return median === undefined ? '' : `${way}s ${median.toFixed(1)}`;
}

function plain(text: string): string {
  return text.replaceAll('|', '\\|');
}

function code(text: string): string {
  return `\`${text.replaceAll('`', "'").replaceAll('|', '\\|').replaceAll('\n', ' ')}\``;
}
