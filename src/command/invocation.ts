import { basename, dirname, relative } from 'node:path';
import { environmentVariable, findProgram } from '../host/environment.ts';
import { isSameFile } from '../host/files/file-facts.ts';

const program = 'qemu-driver-test';

export interface InvocationFacts {
  /** The script that Node was told to run. */
  readonly script: string;
  /** The Node that runs it. */
  readonly node: string;
  readonly cwd: string;
  /** Where PATH has a program. */
  readonly find: (name: string) => string | undefined;
  /** Whether npm started this process. */
  readonly isBelowNpm: boolean;
}

/** The words with which this program was called, so that they can be printed and typed again. */
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
    // npm puts a project's own programs on the PATH of what it runs, and of nothing else.
    return isBelowNpm && basename(dirname(onPath)) === '.bin' ? ['npx', program] : [program];
  }
  const nodeOnPath = find('node');
  const path = relative(cwd, script);
  return [
    nodeOnPath !== undefined && isSameFile(nodeOnPath, node) ? 'node' : node,
    path.startsWith('-') ? `./${path}` : path,
  ];
}
