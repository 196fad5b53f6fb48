import { basename, dirname, relative } from 'node:path';
import { environmentVariable, findProgram } from '../host/environment.ts';
import { isSameFile } from '../host/files/file-facts.ts';

const program = 'qemu-driver-test';

export interface InvocationFacts {
  /** The script that Node runs. */
  readonly script: string;
  /** The Node binary. */
  readonly node: string;
  readonly cwd: string;
  /** Finds a program on PATH. */
  readonly find: (name: string) => string | undefined;
  /** Whether npm started this process. */
  readonly isBelowNpm: boolean;
}

/** The words that called this program, so that a printed command line can be typed again. */
export function invocation(): readonly string[] {
  return invocationFrom({
    script: process.argv[1] ?? '',
    node: process.execPath,
    cwd: process.cwd(),
    find: findProgram,
    isBelowNpm: environmentVariable('npm_command') !== undefined,
  });
}

export function invocationFrom({ script, node, cwd, find, isBelowNpm }: InvocationFacts): readonly string[] {
  const onPath = find(program);
  if (onPath !== undefined && isSameFile(onPath, script)) {
    // npm puts a project's own programs on PATH, but only for the commands that npm runs.
    return isBelowNpm && basename(dirname(onPath)) === '.bin' ? ['npx', program] : [program];
  }
  const nodeOnPath = find('node');
  const path = relative(cwd, script);
  return [
    nodeOnPath !== undefined && isSameFile(nodeOnPath, node) ? 'node' : node,
    path.startsWith('-') ? `./${path}` : path,
  ];
}
