import { posix } from 'node:path';

/** A place in machine code as a kernel prints it: `func+0x12/0x30 [module]`. */
export interface CodePlace {
  /** As in the symbol table, with the compiler's suffixes: `func.constprop.0`, `func.cold`. */
  readonly symbol: string;
  readonly offset: number;
  /** To the next symbol, as the kernel sees it; the last one of a section seems larger than it is. */
  readonly size: number;
  /** The module it is in; undefined: the kernel itself. */
  readonly module: string | undefined;
  /**
   * The instruction itself; else the one before it counts: a call's return address is that of what follows the call.
   */
  readonly exact: boolean;
}

/** A line of source that an instruction was made of. */
export interface SourceFrame {
  readonly function: string;
  /** As the debug information has it. */
  readonly file: string;
  readonly line: number;
}

/** What debug information says of a place, the innermost inlined function first; undefined or empty: nothing. */
export type FramesOf = (place: CodePlace) => readonly SourceFrame[] | undefined;

/** A name that the same place always has. */
export function placeKey({ symbol, offset, size, module, exact }: CodePlace): string {
  return `${module ?? ''}:${symbol}+${offset}/${size}${exact ? '' : ' returns'}`;
}

const anyPlace =
  /(\? )?(?<![\w.$])([A-Za-z_$][\w.$]*)\+0x([\da-f]{1,8})\/0x([\da-f]{1,8})(?: \[([\w-]{1,64})(?: [\da-f]+)?\])?/g;

export interface WrittenPlace {
  readonly place: Omit<CodePlace, 'exact'>;
  /** False for what the unwinder only guessed: `? func+…`. */
  readonly reliable: boolean;
}

/** Every place that a line of a report names, in the line's order. */
export function placesIn(text: string): readonly WrittenPlace[] {
  if (!text.includes('+0x')) return [];
  return [...text.matchAll(anyPlace)].map(([, guess, symbol = '', offset = '', size = '', module]) => ({
    place: { symbol, offset: parseInt(offset, 16), size: parseInt(size, 16), module },
    reliable: guess === undefined,
  }));
}

/** What of the files that debug information names is the author's. */
export interface CodeUnderTest {
  /** Absolute path of the project's top, a repository's where there is one: what paths in results are relative to. */
  readonly root: string;
  /** What relative paths in debug information and in reports are relative to, absolute: where the build begins. */
  readonly base: string;
  /** Directories of `info/modules`, relative to it. */
  readonly directories: readonly string[];
  /** Whether the project has this file; relative to its top. */
  readonly hasFile: (path: string) => boolean;
}

/** A file as the project calls it, relative to its top; undefined when it lies elsewhere. */
export function projectPath(file: string, { root, base }: Pick<CodeUnderTest, 'root' | 'base'>): string | undefined {
  const path = posix.relative(root, posix.resolve(base, file));
  return path === '' || path === '..' || path.startsWith('../') ? undefined : path;
}

/** Whether a path of the project lies in a directory of `info/modules`. */
export function isUnderTest(path: string, { directories }: CodeUnderTest): boolean {
  return directories.some((directory) => directory === '' || path.startsWith(`${directory}/`));
}
