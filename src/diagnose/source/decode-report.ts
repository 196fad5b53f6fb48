import { parseInstructionPointer } from '../stack/instruction-pointer.ts';
import { projectPath, type CodeUnderTest } from './code-under-test.ts';
import type { FramesOf, SourceFrame } from './code-place.ts';
import { reportedPlaces } from './report-places.ts';
import { sourceIn } from './stated-source.ts';

type Project = Pick<CodeUnderTest, 'root' | 'base'>;

/**
 * A report with the source lines of its frames: ` func+0x12/0x30 [module] (drivers/edu.c:120)`, and before it a line for
 * each function that was inlined there, the innermost first: ` inner (drivers/edu.h:12) [inline]`.
 * Files of the project are named as it names them.
 */
export function decodeReport(report: string, framesOf: FramesOf, project: Project): string {
  const places = reportedPlaces(report);
  const lines = report.split('\n').flatMap((text, index) => {
    // It says itself where it was made.
    if (sourceIn(text) !== undefined) return [text];
    const chains = places.filter(({ line }) => line === index).map(({ place }) => framesOf(place) ?? []);
    return [...chains.flatMap((chain) => inlinedLines(text, chain, project)), [text, ...chains.flatMap((chain) => outermost(chain, project))].join(' ')];
  });
  return lines.join('\n');
}

function inlinedLines(text: string, chain: readonly SourceFrame[], project: Project): readonly string[] {
  // A heading that names a place stays the heading.
  if (!/^\s|^\[</.test(text) && parseInstructionPointer(text) === undefined) return [];
  const indent = /^\s*/.exec(text)?.[0] ?? '';
  const mark = /^\s*\? /.test(text) ? '? ' : '';
  return chain.slice(0, -1).map((frame) => `${indent === '' ? ' ' : indent}${mark}${frame.function} (${written(frame, project)}) [inline]`);
}

function outermost(chain: readonly SourceFrame[], project: Project): readonly string[] {
  return chain.slice(-1).map((frame) => `(${written(frame, project)})`);
}

function written({ file, line }: SourceFrame, project: Project): string {
  return `${projectPath(file, project) ?? file}:${line}`;
}
