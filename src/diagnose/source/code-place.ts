import { posix } from 'node:path';

/** A place in machine code as a kernel prints it: `func+0x12/0x30 [module]`. */
export interface CodePlace {
  /** As in the symbol table, with the compiler's suffixes: `func.constprop.0`, `func.cold`. */
  readonly symbol: string;
  readonly offset: number;
  /** The distance to the next symbol, as the kernel computes it; the last one of a section seems too large. */
  readonly size: number;
  /** The module; undefined: the kernel itself. */
  readonly module: string | undefined;
  /** The place is the instruction itself; otherwise it is a return address, and the instruction before it counts. */
  readonly exact: boolean;
}

/** A source line of an instruction. */
export interface SourceFrame {
  readonly function: string;
  /** As in the debug information. */
  readonly file: string;
  readonly line: number;
}

/**
 * The frames of a place in the debug information, the innermost inlined function first; undefined or empty: unknown.
 */
export type FramesOf = (place: CodePlace) => readonly SourceFrame[] | undefined;

/** A stable key of a place. */
export function placeKey({ symbol, offset, size, module, exact }: CodePlace): string {
  return `${module ?? ''}:${symbol}+${offset}/${size}${exact ? '' : ' returns'}`;
}

const anyPlace =
  /(\? )?(?<![\w.$])([A-Za-z_$][\w.$]*)\+0x([\da-f]{1,8})\/0x([\da-f]{1,8})(?: \[([\w-]{1,64})(?: [\da-f]+)?\])?/g;

export interface WrittenPlace {
  readonly place: Omit<CodePlace, 'exact'>;
  /** False for a guess of the unwinder: `? func+…`. */
  readonly reliable: boolean;
}

/** Every place in a line of a report, in order. */
export function placesIn(text: string): readonly WrittenPlace[] {
  if (!text.includes('+0x')) return [];
  return [...text.matchAll(anyPlace)].map(([, guess, symbol = '', offset = '', size = '', module]) => ({
    place: { symbol, offset: parseInt(offset, 16), size: parseInt(size, 16), module },
    reliable: guess === undefined,
  }));
}

/** Which files of the debug information are the author's. */
export interface CodeUnderTest {
  /** Absolute path of the project's root, usually that of its repository. Paths in results are relative to it. */
  readonly root: string;
  /**
   * Absolute path of the directory where the build starts. Relative paths in debug information and reports refer to it.
   */
  readonly base: string;
  /** Directories of `info/modules`, relative to the root. */
  readonly directories: readonly string[];
  /** Whether the project has this file; the path is relative to the root. */
  readonly hasFile: (path: string) => boolean;
}

/** A file as a path relative to the project's root; undefined when it is outside. */
export function projectPath(file: string, { root, base }: Pick<CodeUnderTest, 'root' | 'base'>): string | undefined {
  const path = posix.relative(root, posix.resolve(base, file));
  return path === '' || path === '..' || path.startsWith('../') ? undefined : path;
}

/** Whether a path of the project is in a directory of `info/modules`. */
export function isUnderTest(path: string, { directories }: CodeUnderTest): boolean {
  return directories.some((directory) => directory === '' || path.startsWith(`${directory}/`));
}

/**
 * A source as a path relative to the project's root; undefined: it is not under test. Since 6.13, kbuild names it
 * relative to its module's directory and to where the build started, at once: `driver/driver/edu.c`.
 */
export function fileUnderTest(file: string, code: CodeUnderTest): string | undefined {
  for (let path = projectPath(file, code); path !== undefined; path = withoutFirst(path))
    if (isUnderTest(path, code) && code.hasFile(path)) return path;
  return undefined;
}

function withoutFirst(path: string): string | undefined {
  const slash = path.indexOf('/');
  return slash < 0 ? undefined : path.slice(slash + 1);
}

/** The frame with the path by which the project has its file. */
export function inProject(frame: SourceFrame, code: CodeUnderTest): SourceFrame {
  const path = fileUnderTest(frame.file, code);
  return path === undefined ? frame : { ...frame, file: posix.join(code.root, path) };
}
