import { bounds } from '../bounds/bounds.ts';
import type { ReportKind } from './catalogue/report-kind.ts';

export interface TitleParts {
  readonly guilty: string | undefined;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/**
 * A report's title in syzbot's convention. Where the kind has a guilty function and none was found, that place says
 * `corrupted`, as syzbot does; other parts that are absent are left out.
 */
export function reportTitle(kind: ReportKind, { guilty, groups }: TitleParts): string {
  const filled = kind.title.replace(/\{(\w+)(?:\|([^}]*))?\}/g, (_, name: string, otherwise: string | undefined) =>
    name === 'guilty' ? (guilty ?? 'corrupted') : (groups[name]?.slice(0, maxPartChars) ?? otherwise ?? ''),
  );
  return withoutNumbers(filled.replace(/ in $/, '').replace(/ {2,}/g, ' ').trim());
}

/** More than is left of it when the title is cut. */
const maxPartChars = 4 * bounds.findings.titleChars;

/** Addresses and numbers differ each time; the title must not. Digits that belong to a name stay. */
function withoutNumbers(title: string): string {
  return title
    .replace(/\b0x[\da-f]+\b/gi, 'ADDR')
    .replace(/\b(?=[\da-f]*\d)[\da-f]{8,}\b/gi, 'ADDR')
    .replace(/(?<![\w.])-?\d+(?![\w.])/g, 'NUM')
    .slice(0, bounds.findings.titleChars);
}
