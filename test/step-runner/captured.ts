import { JobLog } from '../../src/action/job-log.ts';
import type { Annotation } from '../../src/action/annotation.ts';

export interface Captured<T> {
  readonly value: T;
  /** What was written to standard output meanwhile. */
  readonly output: string;
}

/** Runs an action, and keeps its runner commands out of the test's own output. */
export async function captured<T>(work: () => T | Promise<T>): Promise<Captured<T>> {
  const capture = startCapture();
  try {
    const value = await work();
    return { value, output: capture.output() };
  } finally {
    capture.end();
  }
}

/** Annotations as the runner receives them. */
export function annotated(annotations: readonly Annotation[]): string {
  return loggedBy((log) => annotations.forEach(log.annotate));
}

/** A use of the log as the runner receives it; its tokens are `token-1`, `token-2`, … */
export function loggedBy(use: (log: JobLog) => void): string {
  const capture = startCapture();
  try {
    let tokens = 0;
    const log = new JobLog(() => `token-${++tokens}`);
    use(log);
    log.close();
    return capture.output();
  } finally {
    capture.end();
  }
}

function startCapture(): { readonly output: () => string; readonly end: () => void } {
  const pieces: string[] = [];
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (piece: string | Uint8Array): boolean => {
    pieces.push(piece.toString());
    return true;
  };
  return {
    output: () => pieces.join(''),
    end: () => {
      process.stdout.write = write;
    },
  };
}
