import { isExecutableFile } from '../../host/environment.ts';
import { ProvisionError } from '../provisioned.ts';
import { endingWords, inEnglish, lastLines, runRequired } from '../required-program.ts';
import type { CompilerVersion } from './kernel-compiler.ts';

/** A compiler that can be started. */
export interface FoundCompiler extends CompilerVersion {
  /** How it is called: a name on PATH, or an absolute path. */
  readonly program: string;
  /** The first line of `--version`. */
  readonly title: string;
  /** The whole output, which names its build: this determines the code that it generates. */
  readonly identity: string;
}

/** Asks a compiler what it is. @throws ProvisionError when it does not run, or is neither gcc nor clang */
export async function identifyCompiler(
  program: string,
  signal: AbortSignal,
  path: string = program,
): Promise<FoundCompiler> {
  const result = await runRequired([path, '--version'], { signal, env: inEnglish() });
  if (result.exitCode !== 0)
    throw new ProvisionError(`${program} --version failed (${endingWords(result)}):\n${lastLines(result.output)}`, {
      hint: `Reinstall it${isExecutableFile(program) ? '' : `: sudo apt-get install --reinstall ${program}`}`,
    });
  const title = result.stdout.split('\n')[0] ?? '';
  const version = readVersion(result.stdout);
  if (version !== undefined) return { ...version, program, title, identity: result.stdout };
  throw new ProvisionError(
    `${program}: expected gcc or clang, found a program whose --version begins with ${JSON.stringify(title)}.`,
  );
}

/** What a compiler's `--version` says; undefined for other programs. */
export function readVersion(text: string): CompilerVersion | undefined {
  const clang = /\bclang version (\d+)\./.exec(text)?.[1];
  if (clang !== undefined) return { family: 'clang', major: Number(clang) };
  // `gcc (Debian 12.2.0-14+deb12u1) 12.2.0`, by the name that it was called by. Distributions fill the brackets.
  const gcc = /^\S*cc\S* \(.*?\) (\d+)\.\d/.exec(text)?.[1];
  const isGcc = gcc !== undefined && /Free Software Foundation/.test(text);
  return isGcc ? { family: 'gcc', major: Number(gcc) } : undefined;
}
