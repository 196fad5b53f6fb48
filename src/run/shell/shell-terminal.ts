import type { Duplex, Readable, Writable } from 'node:stream';
import { deferred } from '../../host/deferred.ts';
import type { Machine } from '../../machine/machine.ts';
import type { AgentSession } from '../agent/agent-session.ts';

export interface TerminalSize {
  readonly rows: number;
  readonly columns: number;
}

/**
 * Where a shell's input comes from and its output goes. What the guest writes goes out as it is, escape sequences and
 * all: who opens a shell on a machine trusts it with the terminal, as with ssh.
 */
export type ShellTerminal =
  /** The user's terminal becomes that of the guest's serial console: programs and kernel write to the same screen. */
  | {
      readonly kind: 'terminal';
      readonly input: Readable;
      readonly output: Writable;
      /** What kind of terminal it is, as programs know it: `xterm-256color`. */
      readonly term: string;
      readonly size: () => TerminalSize;
      /** Returns how to stop it. */
      readonly onResize: (listener: () => void) => () => void;
      /** Every key goes to us as it is, until this is called: then the terminal is as it was. */
      readonly takeKeys: () => () => void;
    }
  /** Commands from a pipe or a file: what they print on `output`, what the kernel says on `kernel`. */
  | { readonly kind: 'pipe'; readonly input: Readable; readonly output: Writable; readonly kernel: Writable };

/** Ctrl-]: what telnet has used for the same since its beginning, and nothing in a shell does. */
export const escapeKey = 0x1d;

export interface TerminalConnection extends Disposable {
  /** Settles when the user wants to leave, or the terminal is gone. Never with a pipe: its end is the shell's end. */
  readonly left: Promise<undefined>;
}

/** Connects a terminal to a machine until it is disposed of. */
export function connectTerminal(terminal: ShellTerminal, machine: Machine, session: AgentSession): TerminalConnection {
  return terminal.kind === 'terminal' ? connectConsole(terminal, machine, session) : connectPipe(terminal, machine);
}

function connectConsole(
  terminal: Extract<ShellTerminal, { kind: 'terminal' }>,
  machine: Machine,
  session: AgentSession,
): TerminalConnection {
  const { input, output, size } = terminal;
  const console = machine.channel('console');
  const { promise: left, resolve: leave } = deferred<undefined>();
  const onKeys = (keys: Buffer): void => {
    const escape = keys.indexOf(escapeKey);
    if (escape !== -1) leave(undefined);
    writeHeld(console, input, escape === -1 ? keys : keys.subarray(0, escape));
  };
  const onEnd = (): void => leave(undefined);
  const giveKeysBack = terminal.takeKeys();
  const stopResizing = terminal.onResize(() => {
    // A guest that dies meanwhile says so elsewhere, and one that refuses a size goes on with the old one.
    session.ask(`size ${size().rows} ${size().columns}`).catch(() => undefined);
  });
  console.pipe(output, { end: false });
  input.on('data', onKeys).on('end', onEnd);
  return {
    left,
    [Symbol.dispose]: () => {
      stopResizing();
      input.off('data', onKeys).off('end', onEnd).pause();
      giveKeysBack();
    },
  };
}

/** The console takes keys as fast as the guest reads them; meanwhile they wait in the terminal. */
function writeHeld(console: Duplex, input: Readable, keys: Buffer): void {
  if (keys.length === 0 || console.write(keys)) return;
  input.pause();
  console.once('drain', () => input.resume());
}

/** That the input has ended reaches the shell by its end of the port being closed. */
function connectPipe(
  { input, output, kernel }: Extract<ShellTerminal, { kind: 'pipe' }>,
  machine: Machine,
): TerminalConnection {
  const files = machine.channel('files');
  machine.channel('log.run').pipe(output, { end: false });
  machine.channel('console').pipe(kernel, { end: false });
  input.pipe(files);
  return {
    left: new Promise(() => undefined),
    [Symbol.dispose]: () => {
      input.unpipe(files);
      input.pause();
    },
  };
}
