import type { Finding } from '../finding.ts';
import { placeKey, type CodePlace, type FramesOf } from './code-place.ts';
import type { CodeUnderTest } from './code-under-test.ts';
import { decodeReport } from './decode-report.ts';
import { findSource } from './find-source.ts';
import { reportedPlaces } from './report-places.ts';

/** Every place in code that these findings name, each once: what debug information is to be asked for. */
export function placesOf(findings: readonly Finding[]): readonly CodePlace[] {
  const places = findings.flatMap(({ report }) => reportedPlaces(report).map(({ place }) => place));
  return [...new Map(places.map((place) => [placeKey(place), place])).values()];
}

/** The finding with the line of source that it leads to and with its report decoded, as far as `framesOf` knows. */
export function locateFinding(finding: Finding, framesOf: FramesOf, code: CodeUnderTest): Finding {
  const source = findSource(finding, framesOf, code);
  return {
    ...finding,
    ...(source === undefined ? {} : { source }),
    report: decodeReport(finding.report, framesOf, code),
  };
}
