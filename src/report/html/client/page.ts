import type { PageData } from '../page-data.ts';
import type { PagePlace } from '../page-place.ts';

/** What all parts of the page share. */
export interface Page {
  readonly data: PageData;
  /** Shows a place and puts it into the page's address. */
  readonly open: (place: PagePlace) => void;
  /** The address of a place on this page. */
  readonly addressOf: (place: PagePlace) => string;
}

/** The label of a test's cell. */
export function cellLabel({ cells }: PageData, cell: number): string {
  return cells[cell]?.label ?? '';
}
