import { join } from 'node:path';
import { findProgram } from '../host/environment.ts';
import { readTextIfThere } from '../host/file-facts.ts';

/**
 * Arguments that make a distribution's headers work where they were unpacked instead of installed.
 * @param root the unpacked root
 * @param own the kernel's own part of the headers in it
 */
export function unpackedHeadersArgs(root: string, own: string): readonly string[] {
  return ['-C', own, ...sharedMakefile(root, own), ...compiler(own), ...noTypeInformation];
}

/** BTF for modules needs a program (pahole) that hosts rarely have; no module needs BTF to load. */
const noTypeInformation = ['CONFIG_DEBUG_INFO_BTF_MODULES='];

/** The own Makefile is one line that includes the shared one by its path on an installed system. */
function sharedMakefile(root: string, own: string): string[] {
  const included = /^include (\/\S+)$/m.exec(readTextIfThere(join(own, 'Makefile')) ?? '')?.[1];
  return included === undefined ? [] : ['-f', join(root, included)];
}

/** The compiler that built the kernel, where the host has it; else the host's own. */
function compiler(own: string): string[] {
  const named = /^CC\s*:?=.*\b(gcc-\d+)\s*$/m.exec(readTextIfThere(join(own, '.kernelvariables')) ?? '')?.[1];
  if (named === undefined) return [];
  return [`CC=${findProgram(named) === undefined ? 'gcc' : named}`];
}
