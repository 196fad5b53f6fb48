import { findProgram, programsOnPath } from '../host/environment.ts';

/** A program that turns addresses into lines of source. */
export interface DebugReader {
  readonly kind: 'addr2line' | 'llvm-symbolizer';
  readonly path: string;
}

/** binutils' is where gcc is; LLVM's has its version in its name unless the distribution's default is installed. */
export function findDebugReader(): DebugReader | undefined {
  const addr2line = findProgram('addr2line');
  if (addr2line !== undefined) return { kind: 'addr2line', path: addr2line };
  const symbolizer = findProgram('llvm-symbolizer') ?? newestVersioned();
  return symbolizer === undefined ? undefined : { kind: 'llvm-symbolizer', path: symbolizer };
}

function newestVersioned(): string | undefined {
  const version = (path: string): number => Number(/-(\d+)$/.exec(path)?.[1]);
  return [...programsOnPath(/^llvm-symbolizer-\d+$/)].sort((one, other) => version(other) - version(one))[0];
}
