import { shellQuote } from '../../text/shell-quote.ts';

/** The dynamic linker and the libraries that start programs of a root of packages, below that root. */
export interface LauncherRoot {
  readonly loader: string;
  readonly libraries: readonly string[];
  /** Whether this linker can set `argv[0]` (glibc 2.33 and later). */
  readonly setsName: boolean;
}

export interface Launch extends LauncherRoot {
  /** The root of the packages: absolute, or the way to it from the directory of the script. */
  readonly root: string;
  /** Absolute, or below the root. */
  readonly program: string;
  /** A line of the shell before the program is started, which may change its arguments. */
  readonly before?: string;
}

/**
 * A script that starts a program with the dynamic linker and the libraries of its own distribution. The kernel would
 * start it with those of the host. Stores are moved and restored elsewhere, so a script in the store only knows the way
 * from its own directory.
 */
export function launcherScript({ root, loader, libraries, setsName, program, before }: Launch): string {
  const at = root.startsWith('/') ? shellQuote(root) : `"\${0%/*}/${root}"`;
  const words = [
    inRoot(loader),
    '--inhibit-cache',
    '--library-path',
    libraries.map(inRoot).join(':'),
    ...(setsName ? ['--argv0', '"$0"'] : []),
    program.startsWith('/') ? shellQuote(program) : inRoot(program),
    '"$@"',
  ];
  const lines = ['#!/bin/sh', `root=${at}`, ...(before === undefined ? [] : [before]), `exec ${words.join(' ')}`];
  return `${lines.join('\n')}\n`;
}

function inRoot(path: string): string {
  return `"$root"/${shellQuote(path)}`;
}
