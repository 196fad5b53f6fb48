import { resolve } from 'node:path';
import { type SpecParse, specProblem } from './plan-problem.ts';

/** Which compiler builds modules, as the user chose. */
export type CompilerSpec =
  /** The host's if it has the version that built the kernel, else that of the kernel's distribution. */
  | { readonly kind: 'auto' }
  | { readonly kind: 'host' }
  /** That of the kernel's distribution, also if the host has the same version. */
  | { readonly kind: 'kernel' }
  /** `program`: absolute, or a name to look up on PATH. */
  | { readonly kind: 'program'; readonly text: string; readonly program: string };

export const defaultCompiler: CompilerSpec = { kind: 'auto' };

/** `host`, `kernel`, a name such as `clang-19`, or a path with a slash, relative to `baseDirectory` (absolute). */
export function parseCompilerSpec(text: string, baseDirectory: string): SpecParse<CompilerSpec> {
  if (text === 'auto' || text === 'host' || text === 'kernel') return { kind: 'spec', spec: { kind: text } };
  if (text.includes('/'))
    return { kind: 'spec', spec: { kind: 'program', text, program: resolve(baseDirectory, text) } };
  if (/^[\w.+-]*(gcc|clang)[\w.+-]*$/.test(text))
    return { kind: 'spec', spec: { kind: 'program', text, program: text } };
  return specProblem(
    text.trim() === '' ? 'expected a compiler, found nothing' : `${text}: expected a compiler`,
    'A compiler is auto, host, kernel (that of the kernel’s distribution), the name of a gcc or clang on PATH, or a ' +
      'path with a slash in it.',
  );
}
