import { join } from 'node:path';
import { renderSafely } from '../app/render-safely.ts';
import { stepsInside } from '../bounds/bounds.ts';
import { sha256Of } from '../host/files/file-digest.ts';
import { kindOfFile } from '../host/files/file-facts.ts';
import { writeFileAt } from '../host/files/file-changes.ts';
import type { JobOutcome } from '../job/job-outcome.ts';
import { sourcePlaces, workspacePath } from '../job/source-places.ts';
import type { Plan } from '../plan/plan.ts';
import {
  type CodeQualityIssue,
  failureIssues,
  problemIssues,
  renderCodeQuality,
} from '../report/code-quality/code-quality.ts';
import { coberturaPieces } from '../report/coverage/cobertura.ts';
import { renderJunit } from '../report/junit/junit.ts';
import type { CoverageResult, Results, TestResult } from '../results/results.ts';
import type { SuiteProblem } from '../suite/suite.ts';
import { places } from './places.ts';

export interface ReportedJob {
  readonly plan: Plan;
  readonly results: Results;
  readonly workspace: string;
  readonly warn: (message: string) => void;
}

/** Writes the reports that GitLab shows in the merge request. */
export function writeReports({ plan, results, workspace, warn }: ReportedJob): void {
  const attachment = attachments(workspace);
  const issues = (all: Results): readonly CodeQualityIssue[] =>
    failureIssues(all, sourcePlaces(plan, workspace), sha256Of);
  const reports = {
    [places.junit]: (all: Results) => renderJunit(all, { caseNames: 'test-and-cell', attachment }),
    [places.codeQuality]: (all: Results) => renderCodeQuality(issues(all)),
    [places.coverage]: (all: Results) => [...coberturaPieces(all, coverageHere(plan, all, workspace))].join(''),
  };
  for (const [path, render] of Object.entries(reports))
    renderSafely(results, {
      render: (all) => [render(all)],
      use: (pieces) => writeFileAt(join(workspace, path), [...pieces].join('')),
      onUnrendered: ({ test, error }) => warn(`${path} cannot show ${test.id}: ${String(error)}`),
    });
}

const notMeasured: CoverageResult = { lines: 0, reached: 0, onlyByFaults: 0, files: [], notMeasured: [] };

/** With the files as they are named in the repository. Without coverage: a report of nothing, which GitLab expects. */
function coverageHere(plan: Plan, { coverage = notMeasured }: Results, workspace: string): CoverageResult {
  const { source } = sourcePlaces(plan, workspace);
  const oneOfEachSuite = new Map(plan.tests.map(({ suite, id }) => [suite, id]));
  const nameOf = (file: string): string =>
    [...oneOfEachSuite.values()].map((id) => source(id, file)).find((found) => found !== undefined) ?? file;
  return { ...coverage, files: coverage.files.map((one) => ({ ...one, file: nameOf(one.file) })) };
}

/** Problems of suites, on their lines. */
export function writeProblems(problems: readonly SuiteProblem[], workspace: string): void {
  const issues = problemIssues(problems, (path) => workspacePath(path, workspace), sha256Of);
  writeFileAt(join(workspace, places.codeQuality), renderCodeQuality(issues));
}

/** The console of a test, or the output of a failed build. Its path may come from another job, so it is not trusted. */
function attachments(workspace: string): (test: TestResult) => string | undefined {
  return ({ console, buildLog }) => {
    const log = buildLog ?? console;
    if (log === undefined) return undefined;
    const path = `${places.results}/${log}`;
    const isPlain = stepsInside(log) !== undefined && /^[\w./+~-]+$/.test(log);
    return isPlain && kindOfFile(join(workspace, path)) === 'file' ? path : undefined;
  };
}

export interface JobOutputs {
  readonly outcome: JobOutcome;
  /** Undefined: the job ended without results. */
  readonly results: Results | undefined;
  /** The address of this job; undefined: GitLab did not tell it. */
  readonly jobUrl: string | undefined;
}

/** Writes the outputs that later jobs get as variables. GitLab takes one line per value, as it stands. */
export function writeOutputs({ outcome, results, jobUrl }: JobOutputs, workspace: string): void {
  const values: Readonly<Record<string, string | undefined>> = { OUTCOME: outcome, ...resultOutputs(results, jobUrl) };
  const lines = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`DRIVER_TEST_${name}=${value}\n`],
  );
  writeFileAt(join(workspace, places.outputs), lines.join(''));
}

function resultOutputs(
  results: Results | undefined,
  jobUrl: string | undefined,
): Readonly<Record<string, string | undefined>> {
  if (results === undefined) return {};
  return {
    TESTS: String(results.totals.tests),
    OK: String(results.totals.ok),
    NOT_OK: String(results.totals.notOk),
    RESULTS_PATH: places.results,
    JUNIT_PATH: join(places.results, 'junit.xml'),
    ARTIFACT_URL: jobUrl && `${jobUrl}/artifacts/browse/${places.results}`,
    REPORT_URL: jobUrl && `${jobUrl}/artifacts/file/${places.results}/report.html`,
  };
}
