import type { Style } from './style.ts';

/** How the end of a run is drawn. */
export interface FinalLook {
  readonly style: Style;
  readonly columns: number;
  /** Results directory, as the reader can use it. */
  readonly directory: string;
}
