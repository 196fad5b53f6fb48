import type { Finding } from '../finding.ts';
import { isProvoked, parseInstructionPointer, traceHeading } from '../stack/report-stack.ts';
import { baseName } from '../stack/stack-frame.ts';
import { type CodePlace, type CodeUnderTest, type FramesOf, isUnderTest, placesIn, projectPath } from './code-place.ts';

/**
 * Reports of source-level checks name their own place: `WARNING: CPU: 0 PID: 1 at FILE:LINE func+…` (since 6.19
 * `WARNING: FILE:LINE at func+…`), `kernel BUG at FILE:LINE!`, `UBSAN: shift-out-of-bounds in FILE:LINE:COLUMN`.
 */
const forms: readonly RegExp[] = [
  /^WARNING: (?:\[.{1,300}\] )?(?:(?:CPU: \d+ PID: \d+ )?at )?(?<file>[^\s:]+):(?<line>\d+) (?:at )?[A-Za-z_0]/,
  /^kernel BUG at (?<file>[^\s:!]+):(?<line>\d+)/,
  /^UBSAN: [\w -]+ in (?<file>[^\s:]+):(?<line>\d+)/,
  /^BUG: sleeping function called from invalid context at (?<file>[^\s:]+):(?<line>\d+)/,
];

/** The most lines before it: the cut-here line, and the message of WARN(). */
const linesBefore = 8;

export interface StatedSource {
  readonly file: string;
  readonly line: number;
}

/** The source line in a report's own text; undefined: there is none. */
function statedSource(report: string): StatedSource | undefined {
  for (const text of report.split('\n', linesBefore)) {
    const found = sourceIn(text);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function sourceIn(text: string): StatedSource | undefined {
  for (const form of forms) {
    const { file, line } = form.exec(text)?.groups ?? {};
    if (file !== undefined && line !== undefined) return { file, line: Number(line) };
  }
  return undefined;
}

/** A place, and its position in a report. */
export interface ReportedPlace {
  readonly place: CodePlace;
  /** Line of the report, counted from 0. */
  readonly line: number;
  readonly reliable: boolean;
  /**
   * Whether it belongs to the report's own code, as opposed to where memory was allocated, a lock was taken before, and
   * so on.
   */
  readonly own: boolean;
}

type WrittenPlace = Omit<ReportedPlace, 'own'>;

/** Every place in code that a report names, in order. */
export function reportedPlaces(report: string): readonly ReportedPlace[] {
  const sections: { own: boolean; places: WrittenPlace[] }[] = [{ own: true, places: [] }];
  for (const [line, text] of report.split('\n').entries()) {
    const heading = traceHeading(text);
    if (heading !== undefined) sections.push({ own: heading === 'own', places: [] });
    const pointer = parseInstructionPointer(text)?.kind === 'kernel';
    const found = placesIn(text).map(({ place, reliable }) => ({
      place: { ...place, exact: pointer || place.offset === 0 },
      line,
      reliable,
    }));
    sections.at(-1)?.places.push(...found);
  }
  return withKnownPointers(
    sections.flatMap(({ own, places }) => {
      const counts = own && !isProvoked(places.map(({ place }) => place.symbol));
      return places.map((place) => ({ ...place, own: counts }));
    }),
  );
}

/** An exception's trace repeats the instruction pointer in the form of a return address. */
function withKnownPointers(places: readonly ReportedPlace[]): readonly ReportedPlace[] {
  const nameOf = ({ symbol, offset, module }: CodePlace): string => `${module ?? ''}:${symbol}+${offset}`;
  const pointers = new Set(places.filter(({ place }) => place.exact).map(({ place }) => nameOf(place)));
  return places.map((reported) => ({
    ...reported,
    place: { ...reported.place, exact: pointers.has(nameOf(reported.place)) },
  }));
}

type Source = NonNullable<Finding['source']>;

/**
 * The first line of the code under test that a report leads to: the line in its own text, then the frames in order, and
 * last the unwinder's guesses and allocation sites.
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

/** Whether a project file is an acceptable result for a place. */
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

/** If the project is a kernel, every frame is the author's. Then the guilty function's frame counts. */
function isNamed({ symbol }: CodePlace, { title }: Finding): boolean {
  return title.split(/[^\w.$]+/).includes(baseName(symbol));
}
