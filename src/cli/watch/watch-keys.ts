import type { UserTerminal } from '../../host/process/user-terminal.ts';

/** What a person asks for by a key. */
export type KeyCommand =
  | { readonly kind: 'all' | 'failed' | 'shell' | 'quit' }
  /** A typed pattern; empty: all tests. */
  | { readonly kind: 'name'; readonly pattern: string };

export interface KeyPorts {
  readonly onCommand: (command: KeyCommand) => void;
  /** Receives the pattern that is being typed; undefined: typing has ended. */
  readonly onPrompt: (pattern: string | undefined) => void;
}

const interrupt = '\x03';
const endOfInput = '\x04';
const escape = '\x1b';
const maxPatternChars = 200;

const commands: Readonly<Record<string, KeyCommand>> = {
  a: { kind: 'all' },
  '\r': { kind: 'all' },
  '\n': { kind: 'all' },
  f: { kind: 'failed' },
  s: { kind: 'shell' },
  q: { kind: 'quit' },
  [interrupt]: { kind: 'quit' },
  [endOfInput]: { kind: 'quit' },
};

/**
 * Reads the keys of a terminal in raw mode. `t` starts a pattern: Enter ends it, Escape gives it up. Returns the
 * receiver of what was typed.
 */
export function readKeys({ onCommand, onPrompt }: KeyPorts): (typed: string) => void {
  let pattern: string | undefined;
  const prompt = (next: string | undefined): void => {
    pattern = next;
    onPrompt(next);
  };
  const typeInto = (current: string, key: string): void => {
    switch (key) {
      case interrupt:
      case endOfInput:
        prompt(undefined);
        onCommand({ kind: 'quit' });
        break;
      case escape:
        prompt(undefined);
        break;
      case '\r':
      case '\n':
        prompt(undefined);
        onCommand({ kind: 'name', pattern: current.trim() });
        break;
      case '\x7f':
      case '\b':
        prompt(Array.from(current).slice(0, -1).join(''));
        break;
      default:
        if (key >= ' ' && current.length < maxPatternChars) prompt(current + key);
    }
  };
  return (typed) => {
    for (const key of keysIn(typed)) {
      const command = commands[key];
      if (pattern !== undefined) typeInto(pattern, key);
      else if (key === 't') prompt('');
      else if (command !== undefined) onCommand(command);
    }
  };
}

/** The keys in one piece of input. A key such as an arrow sends several characters and means nothing here. */
function keysIn(typed: string): readonly string[] {
  if (typed.length > 1 && typed.startsWith(escape)) return [];
  return Array.from(typed);
}

/** Takes the keys of a terminal until the returned function is called. A pipe has no keys. */
export function listenToKeys(terminal: UserTerminal, ports: KeyPorts): () => void {
  if (terminal.kind === 'pipe') return () => undefined;
  const { input, takeKeys } = terminal;
  const receive = readKeys(ports);
  const listener = (chunk: Buffer): void => receive(chunk.toString('utf8'));
  const release = takeKeys();
  input.on('data', listener);
  input.resume();
  return () => {
    input.off('data', listener);
    input.pause();
    release();
  };
}
