import { bounds } from '../bounds/bounds.ts';
import type { SuiteProblem } from '../suite/suite.ts';
import { plainText } from '../text/escape-text.ts';
import { cutLine } from '../text/text-width.ts';

/** An annotation on a line of the repository. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  /** Relative to the workspace; undefined: no file. */
  readonly file: string | undefined;
  /** Counted from 1. */
  readonly line: number | undefined;
  readonly title: string;
  readonly message: string;
}

/** GitHub drops a step's annotations beyond ten per level. */
export const maxPerLevel = 10;

// The runner cuts longer messages at a place of its choice.
const { titleChars, messageChars } = bounds.annotations;
/** Room for the note that `withinLimit` adds to the last one. */
const roomForMore = 300;

/** The annotation, cut to the lengths that GitHub shows. */
export function fitted(annotation: Annotation): Annotation {
  return {
    ...annotation,
    title: cutLine(annotation.title, titleChars),
    message: cutLine(annotation.message, messageChars + roomForMore),
  };
}

/** The annotations that GitHub keeps, in the order given. The last one says how many more there are, and where. */
export function withinLimit(
  annotations: readonly Annotation[],
  where: string,
  limit = maxPerLevel,
): readonly Annotation[] {
  const shown = annotations
    .slice(0, limit)
    .map((annotation) => ({ ...annotation, message: cutLine(annotation.message, messageChars) }));
  const last = shown.at(-1);
  const more = annotations.length - shown.length;
  if (more === 0 || last === undefined) return shown;
  return [...shown.slice(0, -1), { ...last, message: `${last.message}\n\n…and ${more} more: ${where}` }];
}

/** The problems of a suite, each on its file and line. */
export function problemAnnotation(
  { file, line, message, hint }: SuiteProblem,
  placeOf: (path: string) => string | undefined,
): Annotation {
  return {
    level: 'error',
    file: placeOf(file),
    line: placeOf(file) === undefined ? undefined : line,
    title: 'Invalid suite',
    message: plainText(hint === undefined ? message : `${message}\n${hint}`),
  };
}
