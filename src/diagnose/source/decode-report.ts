import { bounds } from '../../bounds/bounds.ts';
import { parseInstructionPointer } from '../stack/instruction-pointer.ts';
import { projectPath, type CodeUnderTest } from './code-under-test.ts';
import type { CodePlace, FramesOf, SourceFrame } from './code-place.ts';
import { reportedPlaces, type ReportedPlace } from './report-places.ts';
import { sourceIn } from './stated-source.ts';

type Project = Pick<CodeUnderTest, 'root' | 'base'>;

/**
 * A report with the source lines of its frames: ` func+0x12/0x30 [module] (drivers/edu.c:120)`, and before it a line
 * for each function that was inlined there, the innermost first: ` inner (drivers/edu.h:12) [inline]`. Files of the
 * project are named as it names them.
 */
export function decodeReport(report: string, framesOf: FramesOf, project: Project): string {
  const places = placesByLine(reportedPlaces(report));
  let added = 0;
  const lines = report.split('\n').flatMap((text, index) => {
    // It says itself where it was made.
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
 * Beyond that, lines stay as they were printed: a report can name one place, with all that was inlined there, thousands
 * of times.
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
  // A heading that names a place stays the heading.
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
