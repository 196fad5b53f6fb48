import { bounds } from '../../bounds/bounds.ts';
import type { Results } from '../../results/results.ts';
import type { SuiteProblem } from '../../suite/suite.ts';
import { plainJson, plainLine } from '../../text/escape-text.ts';
import { cutLine } from '../../text/text-width.ts';
import { cellLabels } from '../text/cell-labels.ts';
import { type PlacedFailure, placedFailures, type SourcePlace, type SourcePlaces } from '../text/placed-failure.ts';

/** A problem on a line of the repository, in the format of GitLab's Code Quality. */
export interface CodeQualityIssue {
  readonly description: string;
  readonly check_name: string;
  /**
   * Equal for the same problem in two pipelines: GitLab shows only what the target branch does not have. So it does not
   * contain the line, which moves with every change above it.
   */
  readonly fingerprint: string;
  readonly severity: 'critical' | 'major';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** The hexadecimal digest of a text. */
export type Digest = (text: string) => string;

const { issues: maxIssues, descriptionChars } = bounds.codeQuality;

/** One issue per distinct failure that belongs to a line of the repository, the most useful first. */
export function failureIssues(results: Results, places: SourcePlaces, digest: Digest): readonly CodeQualityIssue[] {
  const labels = cellLabels(results.cells);
  const labelOf = (cell: string): string => labels.get(cell) ?? plainLine(cell);
  const issues = placedFailures(results, places).flatMap((placed) =>
    placed.place === undefined ? [] : [failureIssue(placed, placed.place, { labelOf, digest })],
  );
  return firstOfEach(issues).slice(0, maxIssues);
}

interface Wording {
  readonly labelOf: (cell: string) => string;
  readonly digest: Digest;
}

function failureIssue(placed: PlacedFailure, place: SourcePlace, { labelOf, digest }: Wording): CodeQualityIssue {
  const { test, tests, finding, build } = placed.failure;
  const kind = finding?.kind ?? (build === undefined ? test.outcome : 'build');
  const more = tests.length > 1 ? ` and ${tests.length - 1} more` : '';
  const seen = `${labelOf(test.cell)}${more}`;
  const log = build === undefined ? '' : ` (${plainLine(build.log)})`;
  return issue({
    description:
      finding === undefined
        ? `${placed.title} (${seen}): ${plainLine(placed.reason)}${log}`
        : `${placed.title} (${plainLine(test.id)}, ${seen})`,
    check: kind,
    // A crash is the same bug whichever test shows it.
    identity: [place.file, kind, finding?.fingerprint ?? build?.suite ?? test.id],
    severity: finding === undefined ? 'major' : 'critical',
    place,
    digest,
  });
}

/** Problems of suites. `placeOf` finds a file relative to the checkout. */
export function problemIssues(
  problems: readonly SuiteProblem[],
  placeOf: (path: string) => string | undefined,
  digest: Digest,
): readonly CodeQualityIssue[] {
  const issues = problems.flatMap(({ file, line, message, hint }) => {
    const path = placeOf(file);
    if (path === undefined) return [];
    const description = plainLine(hint === undefined ? message : `${message} ${hint}`);
    const place = { file: path, line: line ?? 1 };
    return [
      issue({ description, check: 'invalid-suite', identity: [path, message], severity: 'major', place, digest }),
    ];
  });
  return firstOfEach(issues).slice(0, maxIssues);
}

interface IssueFacts {
  readonly description: string;
  readonly check: string;
  readonly identity: readonly string[];
  readonly severity: CodeQualityIssue['severity'];
  readonly place: SourcePlace;
  readonly digest: Digest;
}

function issue({ description, check, identity, severity, place, digest }: IssueFacts): CodeQualityIssue {
  return {
    description: cutLine(description, descriptionChars),
    check_name: `qemu-driver-test/${check}`,
    fingerprint: digest(JSON.stringify(identity)),
    severity,
    location: { path: place.file, lines: { begin: Math.max(1, place.line) } },
  };
}

/** GitLab shows one issue per fingerprint. */
function firstOfEach(issues: readonly CodeQualityIssue[]): readonly CodeQualityIssue[] {
  const seen = new Set<string>();
  return issues.filter(({ fingerprint }) => !seen.has(fingerprint) && seen.add(fingerprint));
}

export function renderCodeQuality(issues: readonly CodeQualityIssue[]): string {
  return `${plainJson(issues, 2)}\n`;
}
