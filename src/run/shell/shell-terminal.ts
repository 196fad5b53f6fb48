import type { Duplex, Readable, Writable } from 'node:stream';
import { deferred } from '../../host/deferred.ts';
import type { Machine } from '../../machine/machine.ts';
import type { AgentSession } from '../agent/agent-session.ts';

export interface TerminalSize {
  readonly rows: number;
  readonly columns: number;
}

/**
 * The source of a shell's input and the destination of its output. The guest's output is passed on unchanged, including
 * escape sequences: opening a shell means trusting the machine with the terminal, as with ssh.
 */
export type ShellTerminal =
  /** The user's terminal is connected to the guest's serial console, so programs and kernel share the screen. */
  | {
      readonly kind: 'terminal';
      readonly input: Readable;
      readonly output: Writable;
      /** The terminal type as programs know it: `xterm-256color`. */
      readonly term: string;
      readonly size: () => TerminalSize;
      /** Returns a function that stops it. */
      readonly onResize: (listener: () => void) => () => void;
      /** Puts the terminal into raw mode. Returns a function that restores it. */
      readonly takeKeys: () => () => void;
    }
  /** Commands from a pipe or a file. Their output goes to `output`, the kernel's messages to `kernel`. */
  | { readonly kind: 'pipe'; readonly input: Readable; readonly output: Writable; readonly kernel: Writable };

/** Ctrl-], telnet's traditional escape key, which shells do not use. */
const escapeKey = 0x1d;

export interface TerminalConnection extends Disposable {
  /** Resolves when the user leaves or the terminal is gone. With a pipe, never: its end is the shell's end. */
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
    // If the guest dies meanwhile, that is reported elsewhere. If it rejects a size, it keeps the old one.
    session.ask(`size ${size().rows} ${size().columns}`).catch(() => undefined);
  });
  console.pipe(output, { end: false });
  // Somebody who read the keys before has paused them.
  input.on('data', onKeys).on('end', onEnd).resume();
  return {
    left,
    [Symbol.dispose]: () => {
      stopResizing();
      input.off('data', onKeys).off('end', onEnd).pause();
      giveKeysBack();
    },
  };
}

/** Sends keys as fast as the guest reads them. Until then they wait in the terminal. */
function writeHeld(console: Duplex, input: Readable, keys: Buffer): void {
  if (keys.length === 0 || console.write(keys)) return;
  input.pause();
  console.once('drain', () => input.resume());
}

/** The end of the input is passed on by closing the port. */
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
