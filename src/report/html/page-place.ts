import { stepsInside } from '../../bounds/bounds.ts';
import type { PageData } from './page-data.ts';

/**
 * The address of a file of the results, relative to the page; undefined when the path leaves the results or is not a
 * name.
 */
export function fileLink(path: string, filesAt: string): string | undefined {
  const parts = stepsInside(path);
  if (parts === undefined) return undefined;
  const base = filesAt === '' ? '.' : filesAt.split('/').map(encodeURIComponent).join('/');
  return [base, ...parts.map(encodeURIComponent)].join('/');
}

/** What the page shows. */
export type PagePlace =
  | { readonly kind: 'overview' }
  | {
      readonly kind: 'test';
      /** Index of the test. */
      readonly test: number;
      readonly line?: { readonly path: string; readonly number: number };
    };

/**
 * A place as the fragment of an address: a path in the results and a line, as all other reports write it
 * (`debian-6.12-small/edu/dma/console.log:812`). The path of a test is its directory.
 */
export function formatPlace(place: PagePlace, { cells, tests }: PageData): string {
  if (place.kind === 'overview') return '';
  const test = tests[place.test];
  if (test === undefined) return '';
  const text =
    place.line === undefined ? `${cells[test.cell]?.id ?? ''}/${test.id}` : `${place.line.path}:${place.line.number}`;
  return text
    .split('/')
    .map((part) => encodeURIComponent(part).replaceAll('%3A', ':'))
    .join('/');
}

/** The place that a fragment names; the overview when this page does not have it. */
export function parsePlace(hash: string, data: PageData): PagePlace {
  const text = decoded(hash.replace(/^#/, ''));
  const [, path = text, number] = /^(.*):(\d+)$/s.exec(text) ?? [];
  const test = testAt(path, data);
  if (test < 0) return { kind: 'overview' };
  return { kind: 'test', test, ...(number === undefined ? {} : { line: { path, number: Number(number) } }) };
}

function testAt(path: string, { cells, tests }: PageData): number {
  const inside = tests.findIndex(({ id, cell }) => {
    const directory = `${cells[cell]?.id ?? ''}/${id}`;
    return path === directory || path.startsWith(`${directory}/`);
  });
  // The log of a failed boot belongs to the tests that could not start.
  return inside >= 0
    ? inside
    : tests.findIndex(({ detail }) => detail?.findings.some(({ console }) => console === path) === true);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return text;
  }
}
