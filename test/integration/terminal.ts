import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** The output of a process, followed while it runs. */
export interface Streams {
  readonly text: () => string;
  /** Resolves when the text has been printed. Otherwise the test's own time limit applies. */
  readonly shows: (what: string | RegExp) => Promise<void>;
  readonly ended: Promise<number | null>;
}

export function follow(child: ChildProcess & { readonly stdout: Readable; readonly stderr: Readable }): Streams {
  let text = '';
  let look: () => void = () => undefined;
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (more: string) => {
      // The guest's terminal and ours both add carriage returns.
      text += more.replaceAll('\r', '');
      look();
    });
  const isThere = (what: string | RegExp): boolean =>
    typeof what === 'string' ? text.includes(what) : what.test(text);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    text: () => text,
    shows: (what) =>
      new Promise((resolve, reject) => {
        look = () => isThere(what) && resolve();
        look();
        void ended.then(() =>
          isThere(what) ? resolve() : reject(new Error(`expected ${String(what)} on the terminal, found:\n${text}`)),
        );
      }),
    ended,
  };
}

/** A program on its own terminal. */
export interface Terminal extends Disposable {
  readonly screen: () => string;
  readonly shows: Streams['shows'];
  /** Types keys and waits for a text on the screen. */
  readonly type: (keys: string, shown: string) => Promise<void>;
  readonly device: () => string;
  readonly kill: (signal: string) => void;
  /** The screen at the end. */
  readonly ended: () => Promise<string>;
}

export interface TerminalOptions {
  /** The file for its state. */
  readonly scratch: string;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/**
 * Made by `script` (util-linux), 40 by 120. At the end it prints the program's status and whether the terminal echoes.
 */
export function openTerminal(words: readonly string[], { scratch, env, cwd }: TerminalOptions): Terminal {
  const [pidFile, ttyFile] = [join(scratch, 'pid'), join(scratch, 'tty')];
  const inside =
    `stty rows 40 cols 120; tty >${ttyFile}; sh -c 'echo $$ >${pidFile}; exec ${words.join(' ')}'; echo "ended ` +
    `with $?"; stty -a | grep -q ' icanon' && echo "keys are as before"`;
  const child = spawn('script', ['-qec', inside, '/dev/null'], {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, ...env, SHELL: '/bin/sh', CI: '' },
  });
  const streams = follow(child);
  return {
    screen: streams.text,
    shows: streams.shows,
    type: (keys, shown) => {
      child.stdin.write(keys);
      return streams.shows(shown);
    },
    device: () => execFileSync('cat', [ttyFile], { encoding: 'utf8' }).trim(),
    kill: (signal) => void process.kill(Number(execFileSync('cat', [pidFile], { encoding: 'utf8' })), signal),
    ended: async () => {
      await streams.shows('ended with');
      child.stdin.end();
      await streams.ended;
      return streams.text();
    },
    [Symbol.dispose]: () => void child.kill('SIGKILL'),
  };
}
