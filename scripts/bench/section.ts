/** Sections of `docs/benchmarks.md`. Some are written by commands of their own, and the others leave them alone. */

/** The section that `npm run test:kvm -- --write` writes. */
export const kvmHeading = '## On KVM';

interface Place {
  readonly begin: number;
  readonly end: number;
}

function placeOf(page: string, heading: string): Place | undefined {
  const before = page.indexOf(`\n${heading}\n`);
  if (before < 0) return undefined;
  const next = page.indexOf('\n## ', before + 1);
  return { begin: before + 1, end: next < 0 ? page.length : next + 1 };
}

/** The section with its heading; undefined: the page has none. */
export function sectionOf(page: string, heading: string): string | undefined {
  const place = placeOf(page, heading);
  return place && page.slice(place.begin, place.end).trimEnd();
}

/** The page with the section in its place, or at the end if it had none. */
export function withSection(page: string, heading: string, body: string): string {
  const { begin, end } = placeOf(page, heading) ?? { begin: page.length, end: page.length };
  const parts = [page.slice(0, begin), `${heading}\n\n${body.trim()}`, page.slice(end)];
  const written = parts.map((part) => part.trimEnd()).filter((part) => part !== '');
  return `${written.join('\n\n')}\n`;
}
