import { bounds } from '../bounds/bounds.ts';
import { catalogue, hasStem } from './catalogue/catalogue.ts';
import type { ReportKind } from './catalogue/report-kind.ts';

/** The recognised first line of a report. */
export interface ReportHeader {
  readonly kind: ReportKind;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** The kind of report that a message starts; undefined: none. */
export function matchHeader(text: string): ReportHeader | undefined {
  const message = text.trimStart().slice(0, bounds.lines.headerChars).trimEnd();
  const held = new Map<string, boolean>();
  for (const kind of catalogue) {
    const holds = held.get(kind.needle) ?? message.includes(kind.needle);
    held.set(kind.needle, holds);
    const match = holds ? kind.header.exec(message) : null;
    if (match !== null) return { kind, groups: { ...match.groups } };
  }
  return undefined;
}

/** A cheap test whether a console line may be a header. */
export function mayHoldHeader(line: string): boolean {
  return hasStem(line) && anyNeedle.test(line);
}

const anyNeedle = new RegExp(
  [...new Set(catalogue.map(({ needle }) => needle))]
    .filter((needle, _, all) => !all.some((other) => other !== needle && needle.includes(other)))
    .map((needle) => needle.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('|'),
);
