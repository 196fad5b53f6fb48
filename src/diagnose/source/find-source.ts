import type { Finding } from '../finding.ts';
import { baseName } from '../stack/stack-frame.ts';
import { isUnderTest, projectPath, type CodeUnderTest } from './code-under-test.ts';
import type { CodePlace, FramesOf } from './code-place.ts';
import { reportedPlaces, type ReportedPlace } from './report-places.ts';
import { statedSource } from './stated-source.ts';

type Source = NonNullable<Finding['source']>;

/**
 * The first line of the code under test that a report leads to: where the report itself says it was made, then the
 * frames in their order, what the unwinder guessed and where memory came from last.
 */
export function findSource(finding: Finding, framesOf: FramesOf, code: CodeUnderTest): Source | undefined {
  const stated = statedSource(finding.report);
  const path = stated && projectPath(stated.file, code);
  if (stated !== undefined && path !== undefined && isUnderTest(path, code)) return { file: path, line: stated.line };
  const places = inOrderOfTrust(reportedPlaces(finding.report));
  const search = (counts: Counts): Source | undefined => firstSource({ places, framesOf, counts, code });
  return (
    search((file) => isUnderTest(file, code)) ??
    search((file, { module }) => module !== undefined && code.hasFile(file)) ??
    search((file, place) => isNamed(place, finding) && code.hasFile(file))
  );
}

/** Whether a file, of the project, is what a place is to lead to. */
type Counts = (file: string, place: CodePlace) => boolean;

interface Search {
  readonly places: readonly ReportedPlace[];
  readonly framesOf: FramesOf;
  readonly counts: Counts;
  readonly code: CodeUnderTest;
}

function firstSource({ places, framesOf, counts, code }: Search): Source | undefined {
  for (const { place } of places) {
    for (const { file, line } of framesOf(place) ?? []) {
      const path = projectPath(file, code);
      if (path !== undefined && counts(path, place)) return { file: path, line };
    }
  }
  return undefined;
}

function inOrderOfTrust(places: readonly ReportedPlace[]): readonly ReportedPlace[] {
  const rank = ({ own, reliable }: ReportedPlace): number => (own ? 0 : 2) + (reliable ? 0 : 1);
  return [...places].sort((one, other) => rank(one) - rank(other));
}

/** In a project that is a kernel every frame is the author's: then the guilty function's counts. */
function isNamed({ symbol }: CodePlace, { title }: Finding): boolean {
  return title.split(/[^\w.$]+/).includes(baseName(symbol));
}
