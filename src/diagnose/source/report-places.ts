import { parseInstructionPointer } from '../stack/instruction-pointer.ts';
import { isProvoked, traceHeading } from '../stack/report-stack.ts';
import { placesIn, type CodePlace } from './code-place.ts';

/** A place, and where in a report it stands. */
export interface ReportedPlace {
  readonly place: CodePlace;
  /** Of the report, counted from 0. */
  readonly line: number;
  readonly reliable: boolean;
  /** Part of where the report's own code was; not where memory was allocated, a lock was taken before, and the like. */
  readonly own: boolean;
}

type WrittenPlace = Omit<ReportedPlace, 'own'>;

/** Every place in code that a report names, in its order. */
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

/** The trace of an exception lists the instruction pointer again, where it looks like a return address. */
function withKnownPointers(places: readonly ReportedPlace[]): readonly ReportedPlace[] {
  const nameOf = ({ symbol, offset, module }: CodePlace): string => `${module ?? ''}:${symbol}+${offset}`;
  const pointers = new Set(places.filter(({ place }) => place.exact).map(({ place }) => nameOf(place)));
  return places.map((reported) => ({
    ...reported,
    place: { ...reported.place, exact: pointers.has(nameOf(reported.place)) },
  }));
}
