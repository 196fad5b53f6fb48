/** A model threw, or a promise of its rejected: its bug, not the driver's. From then on the device reads all ones. */
export interface ModelCrash {
  /** The operation: `write of DMA_COMMAND`. */
  readonly during: string;
  readonly message: string;
  readonly stack: string;
}

const maxStackLength = 16 * 1024;

export function crashOf(during: string, thrown: unknown): ModelCrash {
  const error = thrown instanceof Error ? thrown : new Error(`it threw ${String(thrown)}, which is not an Error`);
  return {
    during,
    message: `${error.name}: ${error.message}`.slice(0, maxStackLength),
    stack: (error.stack ?? error.message).slice(0, maxStackLength),
  };
}

/**
 * The place of a crash, from the first stack frame with an absolute path; line and column count from 1. Undefined:
 * none.
 */
export function crashPlace(
  stack: string,
): { readonly file: string; readonly line: number; readonly column: number } | undefined {
  // The stack contains the message, which can be anything. It is parsed line by line, so that the cost stays linear.
  for (const text of stack.split('\n')) {
    const place = /^\s+at /.test(text) ? placeIn(text.trim().slice('at '.length)) : undefined;
    if (place !== undefined) return place;
  }
  return undefined;
}

/** `Model.write (file:///models/edu.ts:12:7)`, `/models/edu.ts:12:7` */
function placeIn(frame: string): ReturnType<typeof crashPlace> {
  const inside = frame.endsWith(')') ? frame.slice(frame.lastIndexOf('(') + 1, -1) : frame;
  const [, file, line, column] = /^(?:file:\/\/)?(\/[^)]*?):(\d{1,9}):(\d{1,9})$/.exec(inside) ?? [];
  return file === undefined ? undefined : { file, line: Number(line), column: Number(column) };
}
