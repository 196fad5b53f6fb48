import type { Readable, Writable } from 'node:stream';
import { environmentVariable } from '../environment.ts';

/** Where this process's user sits: a terminal, or a pipe that commands come from. */
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

/** This process's own. It is a terminal only where both ends are: a guest's screen in a file helps nobody. */
export function userTerminal(): UserTerminal {
  const { stdin, stdout, stderr } = process;
  if (!stdin.isTTY || !stdout.isTTY) return { kind: 'pipe', input: stdin, output: stdout, kernel: stderr };
  return {
    kind: 'terminal',
    input: stdin,
    output: stdout,
    term: /^[\w.+-]{1,64}$/.exec(environmentVariable('TERM') ?? '')?.[0] ?? 'dumb',
    // A terminal that does not know its size says 0.
    size: () => ({ rows: stdout.rows || 24, columns: stdout.columns || 80 }),
    onResize: (listener) => {
      stdout.on('resize', listener);
      return () => void stdout.off('resize', listener);
    },
    takeKeys: () => takeKeys(stdin),
  };
}

/** Raw mode, until it is given back or this process exits, however it comes to that. */
function takeKeys(stdin: NodeJS.ReadStream): () => void {
  const giveBack = (): void => {
    stdin.setRawMode(false);
    process.off('exit', giveBack);
  };
  process.on('exit', giveBack);
  stdin.setRawMode(true);
  return giveBack;
}
