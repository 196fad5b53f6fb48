import type { Readable, Writable } from 'node:stream';
import { environmentVariable } from '../environment.ts';

/** The user's terminal, or a pipe with commands. */
export type UserTerminal =
  | {
      readonly kind: 'terminal';
      readonly input: Readable;
      readonly output: Writable;
      readonly term: string;
      readonly size: () => { readonly rows: number; readonly columns: number };
      readonly onResize: (listener: () => void) => () => void;
      readonly takeKeys: () => () => void;
    }
  | { readonly kind: 'pipe'; readonly input: Readable; readonly output: Writable; readonly kernel: Writable };

/**
 * The terminal of this process. Both input and output must be terminals, because a guest's screen in a file is useless.
 */
export function userTerminal(): UserTerminal {
  const { stdin, stdout, stderr } = process;
  if (!stdin.isTTY || !stdout.isTTY) return { kind: 'pipe', input: stdin, output: stdout, kernel: stderr };
  return {
    kind: 'terminal',
    input: stdin,
    output: stdout,
    term: /^[\w.+-]{1,64}$/.exec(environmentVariable('TERM') ?? '')?.[0] ?? 'dumb',
    // A terminal of unknown size reports 0.
    size: () => ({ rows: stdout.rows || 24, columns: stdout.columns || 80 }),
    onResize: (listener) => {
      stdout.on('resize', listener);
      return () => void stdout.off('resize', listener);
    },
    takeKeys: () => takeKeys(stdin),
  };
}

/** Sets raw mode until it is reset or this process exits in any way. */
function takeKeys(stdin: NodeJS.ReadStream): () => void {
  const restore = (): void => {
    stdin.setRawMode(false);
    process.off('exit', restore);
  };
  process.on('exit', restore);
  stdin.setRawMode(true);
  return restore;
}
