import { isAbsolute, join, relative } from 'node:path';
import { crashPlace } from '../device/instance/model-crash.ts';
import { kindOfFile } from '../host/files/file-facts.ts';
import type { Plan } from '../plan/plan.ts';
import { projectRoot } from '../provision/modules/module-sources.ts';
import { cellLabels } from '../report/text/cell-labels.ts';
import { excerptReport } from '../report/text/kernel-report.ts';
import { notOkWords } from '../report/text/verdict-line.ts';
import {
  type DistinctFailure,
  distinctFailures,
  mostImportantFirst,
  unexpectedPass,
} from '../results/distinct-failures.ts';
import type { Results, TestResult } from '../results/results.ts';
import type { Suite } from '../suite/suite.ts';
import { plainLine, plainText } from '../text/escape-text.ts';
import { cutText } from '../text/text-width.ts';
import type { Annotation } from './annotation.ts';

/** A path relative to the checkout; undefined when it lies outside. */
export function workspacePath(path: string, workspace: string): string | undefined {
  const found = relative(workspace, path);
  return found === '' || found === '..' || found.startsWith('../') || isAbsolute(found) ? undefined : found;
}

/** Maps failures of this plan to files of the repository. */
export function sourcePlaces(plan: Plan, workspace: string): SourcePlaces {
  const byId = new Map(plan.tests.map((planned) => [planned.id, planned]));
  return {
    run: (id) => {
      const planned = byId.get(id);
      return planned && workspacePath(planned.test.run, workspace);
    },
    source: (id, file) => {
      const planned = byId.get(id);
      return planned && findSource(file, planned.suite, workspace);
    },
  };
}

/** A finding names its file relative to the project's root, which need not be the root of the checkout. */
function findSource(file: string, suite: Suite, workspace: string): string | undefined {
  const roots = [
    projectRoot(suite.moduleDirectories.length > 0 ? suite.moduleDirectories : [suite.directory]),
    workspace,
  ];
  const candidates = isAbsolute(file) ? [file] : roots.map((root) => join(root, file));
  const found = candidates.find((path) => workspacePath(path, workspace) !== undefined && kindOfFile(path) === 'file');
  return found && workspacePath(found, workspace);
}

/** Finds the file of a failure, relative to the workspace; undefined when the repository does not have it. */
export interface SourcePlaces {
  /** The source file of a finding in this test's suite. */
  readonly source: (testId: string, file: string) => string | undefined;
  /** The test's `run`. */
  readonly run: (testId: string) => string | undefined;
}

const reasonLimit = { lines: 12, columns: 300 };

/** The results that a merge did not find. All others may be green, but the run is incomplete. */
export function missingAnnotations({ merged }: Results): readonly Annotation[] {
  const missing = merged?.missing ?? [];
  if (missing.length === 0) return [];
  return [
    {
      level: 'error',
      file: undefined,
      line: undefined,
      title: 'Results are missing',
      message: plainText(missing.join('\n')),
    },
  ];
}

/** One annotation per distinct failure, however many cells show it, the most useful first. */
export function failureAnnotations(results: Results, places: SourcePlaces): readonly Annotation[] {
  const labels = cellLabels(results.cells);
  const ranked = mostImportantFirst(distinctFailures(results));
  // An annotation on a line of the driver is the most useful.
  const onSource = ranked.filter((failure) => sourceOf(failure, places) !== undefined);
  return [...onSource, ...ranked.filter((failure) => !onSource.includes(failure))].map((failure) =>
    annotate(failure, places, (cell) => labels.get(cell) ?? plainLine(cell)),
  );
}

function annotate(failure: DistinctFailure, places: SourcePlaces, labelOf: (cell: string) => string): Annotation {
  const { test, finding } = failure;
  const run = places.run(test.id);
  const place = sourceOf(failure, places) ?? { file: run, line: run === undefined ? undefined : 1 };
  const title =
    finding === undefined ? `${test.id} ${test.flaky === true ? 'is flaky' : notOkWords[test.outcome]}` : finding.title;
  return { level: 'error', ...place, title: plainLine(title), message: messageOf(failure, labelOf) };
}

/** The driver's line that the kernel blames, or the line where a device model crashed. */
function sourceOf(
  { test, finding }: DistinctFailure,
  places: SourcePlaces,
): { readonly file: string; readonly line: number } | undefined {
  const source = finding === undefined ? brokenModelPlace(test) : finding.source;
  const file = source && places.source(test.id, source.file);
  return source === undefined || file === undefined ? undefined : { file, line: source.line };
}

function brokenModelPlace({ devices = [] }: TestResult): { readonly file: string; readonly line: number } | undefined {
  return devices.map(({ crash }) => crash && crashPlace(crash.stack)).find((place) => place !== undefined);
}

function messageOf({ test, tests, finding }: DistinctFailure, labelOf: (cell: string) => string): string {
  const seen = tests.slice(0, 4).map(({ id, cell }) => `${plainLine(id)} (${labelOf(cell)})`);
  const more = tests.length - seen.length;
  const frames =
    finding === undefined ? [] : excerptReport(finding.report).frames.map((frame) => `  ${plainLine(frame)}`);
  return [
    `${seen.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    plainText(cutText(unexpectedPass(test) ?? test.reason, reasonLimit)).trim(),
    ...frames,
    `Again: ${plainLine(test.reproduce)}`,
  ].join('\n');
}
