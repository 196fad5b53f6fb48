import type { ProcessExit } from '../host/process/supervised-process.ts';

/**
 * Why the process of a test's device models is of no use any more. `host`: no model's doing, this host had too little
 * of something.
 */
export interface ModelTrouble {
  readonly kind: 'model' | 'host';
  /** The rest of a sentence whose subject is the model: `its process has ended: exit status 3`. */
  readonly detail: string;
}

export interface EndedProcess {
  readonly exit: ProcessExit;
  /** Its own code had started, and a model's may have run. */
  readonly wasReady: boolean;
  /** The last of what it printed. */
  readonly printed: string;
}

/** A process that ended without being told to. */
export function troubleOfExit({ exit, wasReady, printed }: EndedProcess): ModelTrouble {
  if (exit.kind === 'not-started')
    return { kind: 'host', detail: `its process could not be started: ${exit.error.message}` };
  if (!wasReady)
    return {
      kind: 'host',
      detail: `its process did not start: ${[describeExit(exit), ...lastLine(printed)].join(': ')}`,
    };
  if (exit.kind === 'signalled' && exit.signal === 'SIGKILL') {
    return {
      kind: 'host',
      detail: 'its process was killed from outside (SIGKILL), as the kernel does when memory runs out',
    };
  }
  return { kind: 'model', detail: `its process has ended: ${[describeExit(exit), ...fatalLine(printed)].join(': ')}` };
}

/** In words: `exit status 3`, `SIGKILL`. */
export function describeExit(exit: ProcessExit): string {
  switch (exit.kind) {
    case 'exited':
      return `exit status ${exit.exitCode}`;
    case 'signalled':
      return exit.signal;
    case 'not-started':
      return exit.error.message;
  }
}

function lastLine(printed: string): readonly string[] {
  const line = printed.trimEnd().split('\n').at(-1)?.trim() ?? '';
  return line === '' ? [] : [line];
}

/** Node says so when it gives up, such as for a heap that is full. */
function fatalLine(printed: string): readonly string[] {
  return printed
    .split('\n')
    .filter((line) => line.startsWith('FATAL ERROR'))
    .slice(-1);
}
