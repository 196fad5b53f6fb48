import { join } from 'node:path';
import { kindOfFile, readTextIfThere } from '../host/file-facts.ts';
import { parseControlFile } from './control-file.ts';
import type { Stanza } from './control-file.ts';
import { parsePrintedUris } from './package-file.ts';
import type { ProvisionContext } from './provision-context.ts';
import type { PackagedFile } from './release.ts';
import { refuseShortage } from './host-shortage.ts';
import { ProvisionError } from './provisioned.ts';
import { endingWords, inEnglish, lastLines, runRequired } from './required-program.ts';
import { providePackages } from './stored-packages.ts';

/**
 * A file that a package of the host's own distribution carries: installed, else fetched with the host's apt, which
 * checks it as for an installation. Undefined when the host knows no such package.
 */
export async function findPackagedFile(context: ProvisionContext, file: PackagedFile): Promise<string | undefined> {
  if (kindOfFile(file.path) === 'file') return file.path;
  const wish = ['apt-get', '-qq', '-o', 'Acquire::ForceHash=SHA256', 'download', '--print-uris', file.package] as const;
  const result = await runRequired(wish, { signal: context.signal, env: inEnglish() });
  if (result.exitCode !== 0)
    refuseShortage(result.output, { root: context.store.root, during: `looking ${file.package} up` });
  if (result.exitCode === undefined)
    throw new ProvisionError(
      `apt-get could not say where ${file.package} is (${endingWords(result)}): ${lastLines(result.output)}`,
      { hint: 'Try again' },
    );
  const files = result.exitCode === 0 ? parsePrintedUris(result.stdout) : [];
  if (files.length === 0) return undefined;
  const directory = await providePackages(context, file.package, { kind: 'defaults', version: 1, files }, () =>
    Promise.resolve({}),
  );
  const path = join(directory, file.path);
  return kindOfFile(path) === 'file' ? path : undefined;
}

/** The mirror that a template of python-apt names for a kind of suite: `{series}-security`. */
export function mirrorInTemplate(path: string, suite: string, architecture: string): string | undefined {
  const stanzas = parseControlFile(readTextIfThere(path) ?? '');
  const serves = (stanza: Stanza): boolean => stanza.get('architectures')?.split(/\s+/).includes(architecture) ?? true;
  return stanzas
    .find((stanza) => stanza.get('suite') === suite && stanza.has('baseuri') && serves(stanza))
    ?.get('baseuri');
}
