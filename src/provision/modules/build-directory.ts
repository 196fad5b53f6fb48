import { join } from 'node:path';
import { filesBelow, readTextIfThere } from '../../host/files/file-facts.ts';
import { shellQuote } from '../../text/shell-quote.ts';
import type { BuildPlace } from './build-place.ts';
import { builtIn } from './built-files.ts';
import { readDkmsConf } from './dkms-conf.ts';
import { runKbuild, runOwnCommand } from './run-build.ts';

/** The end of the build of one directory. */
export interface DirectoryBuild {
  readonly ok: boolean;
  /** The command for people, with the author's path. */
  readonly command: string;
  /** The output of make and the compiler, with the project's paths. */
  readonly output: string;
}

/**
 * Builds the modules of one directory: by the make line of its `dkms.conf` if it has one, else by kbuild. If kbuild
 * finds no module there, or misses a file, the directory's own Makefile may know how to make it: then `make` is run as
 * the author would. @param author the directory in the author's checkout
 */
export async function buildDirectory(place: BuildPlace, author: string, signal: AbortSignal): Promise<DirectoryBuild> {
  const built = await byAnyRule(place, author, signal);
  if (!built.ok) return { ...built, output: `${withoutRust(place)}${built.output}` };
  if (builtIn(place.tree, place.directory).length > 0) return built;
  const sentence =
    'No module was built: expected modules in obj-m of the Makefile or Kbuild in ' +
    `${place.directory}, found none.\n`;
  return { ...built, ok: false, output: `${withoutRust(place)}${built.output}\n${sentence}` };
}

/** A `dkms.conf` that only works where the kernel is installed gives way to kbuild. */
async function byAnyRule(place: BuildPlace, author: string, signal: AbortSignal): Promise<DirectoryBuild> {
  const dkms = await byDkms(place, author, signal);
  if (dkms !== undefined && (dkms.ok || !lacksSomething(dkms, place))) return dkms;
  const kbuild = await byKbuild(place, author, signal);
  if (dkms === undefined || (kbuild.ok && builtIn(place.tree, place.directory).length > 0)) return kbuild;
  return { ...dkms, output: `${dkms.output}\nkbuild without dkms.conf does not help:\n${kbuild.output}` };
}

async function byDkms(place: BuildPlace, author: string, signal: AbortSignal): Promise<DirectoryBuild | undefined> {
  const conf = await readDkmsConf(place, signal);
  if (conf.kind === 'none') return undefined;
  const command = `cd ${shellQuote(author)} && dkms.conf`;
  if (conf.kind === 'problem') return { ok: false, command, output: conf.output };
  const { preBuild, makeLine, patches } = conf.build;
  const note = patches === '' ? '' : `dkms.conf names patches, which are not applied: ${patches}\n`;
  const steps = [...(preBuild === '' ? [] : [`./${preBuild}`]), makeLine];
  let output = note;
  for (const step of steps) {
    const ran = await runOwnCommand(['bash', '-c', step], place, signal);
    output += `${step.replaceAll(`${place.tree}/`, '')}\n${ran.output}`;
    if (ran.exitCode !== 0) return { ok: false, command, output };
  }
  return { ok: true, command, output };
}

async function byKbuild(place: BuildPlace, author: string, signal: AbortSignal): Promise<DirectoryBuild> {
  const { headers, compiler, variables } = place;
  const words = ['make', ...headers.makeArgs, ...compiler.makeArgs, `M=${author}`, ...variables, 'modules'];
  const { exitCode, output } = await runKbuild(place, signal);
  const kbuild = { ok: exitCode === 0, command: words.map(shellQuote).join(' '), output };
  if (!lacksSomething(kbuild, place) || !hasOwnRules(place)) return kbuild;
  const own = await runOwnCommand(['make'], place, signal);
  if (own.exitCode !== 0 || builtIn(place.tree, place.directory).length === 0)
    return { ...kbuild, output: `${output}\nmake, as the Makefile itself has it, does not help:\n${own.output}` };
  const command = ['make', ...variables].map(shellQuote).join(' ');
  return { ok: true, command: `cd ${shellQuote(author)} && ${command}`, output: own.output };
}

/** A file that is generated, or no module at all. An error of the compiler would only come again. */
function lacksSomething({ ok, output }: DirectoryBuild, { tree, directory }: BuildPlace): boolean {
  if (ok) return builtIn(tree, directory).length === 0;
  return /No such file or directory|No rule to make target/.test(output);
}

/** Whether the Makefile does anything by itself; one for kbuild only names objects. */
function hasOwnRules({ tree, directory }: BuildPlace): boolean {
  return /^\t/m.test(readTextIfThere(join(tree, directory, 'Makefile')) ?? '');
}

/** What is wrong where sources are in Rust and the kernel is not: kbuild has no rule for them, and says only that. */
function withoutRust({ tree, directory, kernelDirectory }: BuildPlace): string {
  const source = filesBelow(join(tree, directory)).find((path) => path.endsWith('.rs'));
  const config = readTextIfThere(join(kernelDirectory, '.config'));
  if (source === undefined || config === undefined || /^CONFIG_RUST=y$/m.test(config)) return '';
  return `${join(directory, source)}:1: error: this kernel has no support for Rust: CONFIG_RUST is not set\n`;
}
