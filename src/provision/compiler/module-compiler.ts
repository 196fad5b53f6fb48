import type { ProgramStarter } from '../toolchain/mirror-programs.ts';
import type { CompilerVersion } from './kernel-compiler.ts';

/** What builds the modules for one kernel. */
export interface ModuleCompiler extends CompilerVersion {
  /** Its own words: `gcc-14 (Debian 14.2.0-19) 14.2.0`. */
  readonly title: string;
  /** Identifies it in cache keys. */
  readonly key: string;
  /** How scripts call it: `CC`. */
  readonly command: string;
  /** Variables for make that choose it: `CC=gcc-14`. */
  readonly makeArgs: readonly string[];
  /** Further compiler flags: `KCFLAGS`. */
  readonly flags: readonly string[];
  /** Added to the environment of programs that build. */
  readonly env: Readonly<Record<string, string>>;
  /** Absolute path of a program that removes debug information; undefined: there is none. */
  readonly strip: string | undefined;
  /** Starts the build programs that come with the kernel's headers; undefined: the host can. */
  readonly starter: ProgramStarter | undefined;
}
