import { bounds } from '../../bounds/bounds.ts';
import type { Finding } from '../finding.ts';
import { parseInstructionPointer } from '../stack/report-stack.ts';
import {
  type CodePlace,
  type CodeUnderTest,
  type FramesOf,
  placeKey,
  projectPath,
  type SourceFrame,
} from './code-place.ts';
import { findSource, type ReportedPlace, reportedPlaces, sourceIn } from './find-source.ts';

type Project = Pick<CodeUnderTest, 'root' | 'base'>;

/**
 * A report with the source lines of its frames: ` func+0x12/0x30 [module] (drivers/edu.c:120)`, preceded by a line for
 * each function that was inlined there, the innermost first: ` inner (drivers/edu.h:12) [inline]`. Project files have
 * relative paths.
 */
function decodeReport(report: string, framesOf: FramesOf, project: Project): string {
  const places = placesByLine(reportedPlaces(report));
  let added = 0;
  const lines = report.split('\n').flatMap((text, index) => {
    // The line already names its source.
    if (added > maxAddedChars || sourceIn(text) !== undefined) return [text];
    const chains = (places.get(index) ?? []).map((place) => framesOf(place) ?? []);
    const decoded = [
      ...chains.flatMap((chain) => inlinedLines(text, chain, project)),
      [text, ...chains.flatMap((chain) => outermost(chain, project))].join(' '),
    ];
    added += decoded.reduce((sum, line) => sum + line.length, -text.length);
    return decoded;
  });
  return lines.join('\n').slice(0, 2 * bounds.findings.reportChars);
}

/**
 * Beyond this limit, lines stay as printed, because a report may name one place, with all its inlined functions,
 * thousands of times.
 */
const maxAddedChars = bounds.findings.reportChars;

function placesByLine(places: readonly ReportedPlace[]): ReadonlyMap<number, readonly CodePlace[]> {
  const byLine = new Map<number, CodePlace[]>();
  for (const { line, place } of places) {
    const known = byLine.get(line);
    if (known === undefined) byLine.set(line, [place]);
    else known.push(place);
  }
  return byLine;
}

function inlinedLines(text: string, chain: readonly SourceFrame[], project: Project): readonly string[] {
  // A heading that names a place stays in front.
  if (!/^\s|^\[</.test(text) && parseInstructionPointer(text) === undefined) return [];
  const indent = /^\s*/.exec(text)?.[0] ?? '';
  const mark = /^\s*\? /.test(text) ? '? ' : '';
  return chain
    .slice(0, -1)
    .map((frame) => `${indent === '' ? ' ' : indent}${mark}${frame.function} (${written(frame, project)}) [inline]`);
}

function outermost(chain: readonly SourceFrame[], project: Project): readonly string[] {
  return chain.slice(-1).map((frame) => `(${written(frame, project)})`);
}

function written({ file, line }: SourceFrame, project: Project): string {
  return `${projectPath(file, project) ?? file}:${line}`;
}

/** Every place in code that these findings name, without repetitions, to look up in debug information. */
export function placesOf(findings: readonly Finding[]): readonly CodePlace[] {
  const places = findings.flatMap(({ report }) => reportedPlaces(report).map(({ place }) => place));
  return [...new Map(places.map((place) => [placeKey(place), place])).values()];
}

/** The finding with its source line and its decoded report, as far as `framesOf` knows. */
export function locateFinding(finding: Finding, framesOf: FramesOf, code: CodeUnderTest): Finding {
  const source = findSource(finding, framesOf, code);
  return {
    ...finding,
    ...(source === undefined ? {} : { source }),
    report: decodeReport(finding.report, framesOf, code),
  };
}
