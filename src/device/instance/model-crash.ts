/** A model threw, or a promise of its rejected: its bug, not the driver's. From then on the device reads all ones. */
export interface ModelCrash {
  /** What it was doing: `write of DMA_COMMAND`. */
  readonly during: string;
  readonly message: string;
  readonly stack: string;
}

const maxStackLength = 16 * 1024;

export function crashOf(during: string, thrown: unknown): ModelCrash {
  const error = thrown instanceof Error ? thrown : new Error(`it threw ${String(thrown)}, which is no Error`);
  return { during, message: `${error.name}: ${error.message}`.slice(0, maxStackLength), stack: (error.stack ?? error.message).slice(0, maxStackLength) };
}

/** Where a model broke, by its stack, whose first frame that is: an absolute path, and a place in it from 1 on. Undefined: it does not say. */
export function crashPlace(stack: string): { readonly file: string; readonly line: number; readonly column: number } | undefined {
  const [, file, line, column] = /^\s+at (?:.*\()?(?:file:\/\/)?(\/[^)\n]*):(\d+):(\d+)\)?$/m.exec(stack) ?? [];
  return file === undefined ? undefined : { file, line: Number(line), column: Number(column) };
}
