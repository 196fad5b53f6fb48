import type { ProcessExit } from '../host/process/supervised-process.ts';

/**
 * Why the process of a test's device models is unusable. `host`: not a model's fault; this host lacked some resource.
 */
export interface ModelTrouble {
  readonly kind: 'model' | 'host';
  /** The end of a sentence about the model: `its process has ended: exit status 3`. */
  readonly detail: string;
}

export interface EndedProcess {
  readonly exit: ProcessExit;
  /** Our code in it had started, and a model's may have run. */
  readonly wasReady: boolean;
  /** The end of its output. */
  readonly printed: string;
}

/** The cause of a process's unexpected end. */
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

/** Node prints this when it aborts, for example when the heap is full. */
function fatalLine(printed: string): readonly string[] {
  return printed
    .split('\n')
    .filter((line) => line.startsWith('FATAL ERROR'))
    .slice(-1);
}
