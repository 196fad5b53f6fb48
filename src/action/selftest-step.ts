import type { SelftestRow, SelftestVerdict } from '../app/selftest/compare.ts';
import { judgeSelftest, selftestExitStatus } from '../app/selftest/selftest-suites.ts';
import { markdownTable, codeSpan } from '../report/text/markdown.ts';
import type { Results } from '../results/results.ts';
import { formatDuration } from '../text/duration.ts';
import { plainLine } from '../text/escape-text.ts';
import { type Annotation, withinLimit } from './annotation.ts';
import type { StepWarnings } from './job-log.ts';
import type { ActionInputs } from './read-inputs.ts';
import { uploadNow, uploadWhenDue } from './report-results.ts';
import { runAddress, type StepHost } from './step-host.ts';

export interface FinishedSelftest {
  readonly results: Results;
  readonly outDirectory: string;
  readonly inputs: ActionInputs;
  readonly warnings: StepWarnings;
  readonly signal: AbortSignal;
  /** Nothing runs after it. */
  readonly isAlone: boolean;
}

export interface ReportedSelftest {
  /** Not 0: this host does not run tests as it should, or nothing is known about it. */
  readonly exitStatus: number;
  /** For the job summary. */
  readonly markdown: string;
}

/**
 * Compares the results of the self-test with the expected ones. If they differ, or if nothing follows, its report is
 * that of the step: outputs, annotations, summary and artifact.
 */
export async function reportSelftest(test: FinishedSelftest, host: StepHost): Promise<ReportedSelftest> {
  const { results, outDirectory, inputs, signal, isAlone } = test;
  const { selftestDirectory } = host.installation;
  const verdict = judgeSelftest(results, selftestDirectory, signal);
  const exitStatus = selftestExitStatus(verdict);
  const markdown = selftestMarkdown(verdict, results);
  host.log.text(sentence(verdict, results));
  if (exitStatus === 0 && !isAlone) return { exitStatus, markdown };
  writeOutputs(verdict, test, host);
  if (inputs.summary) await host.files.summary(markdown);
  withinLimit(selftestAnnotations(verdict), 'see the summary of this job.').forEach(host.log.annotate);
  const upload = uploadWhenDue(outDirectory, exitStatus !== 0, { inputs, host, further: ['selftest'] });
  if (upload !== undefined && !signal.aborted) await uploadNow(upload, test, host);
  return { exitStatus, markdown };
}

/** One for each verdict that is not the expected one. */
export function selftestAnnotations(verdict: SelftestVerdict): readonly Annotation[] {
  const error = (title: string, message: string): Annotation => ({
    level: 'error',
    file: undefined,
    line: undefined,
    title,
    message,
  });
  if (verdict.kind === 'undecided') return [error('Nothing could be concluded', plainLine(verdict.reason))];
  return wrongRows(verdict.rows).map(({ id, shows, differences }) =>
    error(`Self-test: ${id}`, `${shows}: ${differences.map(plainLine).join('; ')}`),
  );
}

export function selftestMarkdown(verdict: SelftestVerdict, results: Results): string {
  const lines = ['### Self-test', '', `${verdict.kind === 'right' ? '✅' : '❌'} ${sentence(verdict, results)}`];
  if (verdict.kind === 'undecided') return `${lines.join('\n')}\n`;
  const rows = verdict.rows.map(({ id, shows, start, found, differences }) => [
    differences.length === 0 ? '✅' : '❌',
    shows,
    start,
    codeSpan(plainLine(found)),
    codeSpan(id),
    differences.map((difference) => codeSpan(plainLine(difference))).join('<br>'),
  ]);
  const table = markdownTable(['', 'shows', 'start', 'verdict', 'test', 'not as expected'], rows);
  const folded = ['<details><summary>All verdicts</summary>', '', table, '', '</details>'];
  return `${[...lines, '', ...(verdict.kind === 'right' ? folded : [table])].join('\n')}\n`;
}

function sentence(verdict: SelftestVerdict, { durationMs, host }: Results): string {
  if (verdict.kind === 'undecided') return `The self-test says nothing: ${plainLine(verdict.reason)}`;
  const { rows } = verdict;
  const wrong = wrongRows(rows).length;
  const how = `${host.accelerator.toUpperCase()}, ${formatDuration(durationMs)}`;
  return wrong === 0
    ? `All ${rows.length} verdicts of the self-test are as expected (${how}).`
    : `${wrong} of ${rows.length} verdicts of the self-test are not as expected (${how}).`;
}

function wrongRows(rows: readonly SelftestRow[]): readonly SelftestRow[] {
  return rows.filter(({ differences }) => differences.length > 0);
}

const outcomes = { right: 'ok', wrong: 'not-ok', undecided: 'inconclusive' } as const;

function writeOutputs(
  verdict: SelftestVerdict,
  { outDirectory, signal }: FinishedSelftest,
  { files, variable }: StepHost,
): void {
  const rows = verdict.kind === 'undecided' ? [] : verdict.rows;
  const notOk = wrongRows(rows).length;
  files.output('outcome', signal.aborted ? 'cancelled' : outcomes[verdict.kind]);
  files.output('tests', String(rows.length));
  files.output('ok', String(rows.length - notOk));
  files.output('not-ok', String(notOk));
  files.output('results-path', outDirectory);
  files.output('report-url', runAddress(variable));
}
