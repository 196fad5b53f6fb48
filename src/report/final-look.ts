import type { Style } from './style.ts';

/** How the end of a run is drawn. */
export interface FinalLook {
  readonly style: Style;
  readonly columns: number;
  /** Results directory, as the reader can use it. */
  readonly directory: string;
  /** The text of a log, by its path in the results; undefined: it is not there. */
  readonly readLog: (path: string) => string | undefined;
}
