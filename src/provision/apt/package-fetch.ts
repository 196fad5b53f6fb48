import { join } from 'node:path';
import { isExecutableFile, processorCount } from '../../host/environment.ts';
import { dropSetIdBits } from '../../host/files/file-changes.ts';
import { sha256OfFile } from '../../host/files/file-digest.ts';
import { filesBelow, kindOfFile } from '../../host/files/file-facts.ts';
import { makeDirectory, removeTree } from '../../host/files/scratch-directory.ts';
import { refuseShortage, requireRoom } from '../host-shortage.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError, withProgress } from '../provisioned.ts';
import { endingWords, inEnglish, installHint, lastLines, requirePrograms, runRequired } from '../required-program.ts';
import { eachSideBySide } from '../side-by-side.ts';
import { whileThereIsRoom } from '../store/watch-room.ts';
import type { PackageFile } from './package-file.ts';
import unpackingScript from './unpack-package.sh?raw';

/** apt's own downloader, with its proxies, credentials and retries. It is in the package `apt`. */
const downloader = '/usr/lib/apt/apt-helper';

/** Files that none of our programs reads. */
const unneeded = [
  'doc',
  'man',
  'locale',
  'info',
  'lintian',
  'doc-base',
  'bash-completion',
  'icons',
  'pixmaps',
  'bug',
].map((name) => `usr/share/${name}`);

/**
 * Fetches packages, verifies each digest, and unpacks them into a directory, without documentation and owners.
 * @throws ProvisionError when a package cannot be fetched, has the wrong digest, or cannot be unpacked
 */
export async function unpackPackages(
  context: ProvisionContext,
  what: string,
  files: readonly PackageFile[],
  directory: string,
): Promise<void> {
  const archives = join(directory, '.packages');
  requirePrograms('dpkg-deb', 'tar');
  requireRoom(leastBytes(files), { root: context.store.root, during: `fetching ${what}` });
  makeDirectory(archives);
  await withProgress(context.progress, { what, activity: 'fetching' }, () =>
    fetchPackages(context, what, files, archives),
  );
  await withProgress(context.progress, { what, activity: 'unpacking' }, async () => {
    await eachSideBySide(files, processorCount(), context.signal, (file, index, signal) =>
      unpack({ ...context, signal }, { archive: join(archives, archiveName(index)), name: file.name, what, directory }),
    );
    for (const path of [archives, ...unneeded.map((part) => join(directory, part))]) removeTree(path);
    for (const path of filesBelow(directory)) dropSetIdBits(join(directory, path));
  });
}

/** Numbered, because the mirror decides the file's name, and we decide the path. */
function archiveName(index: number): string {
  return `${index}.deb`;
}

/** Packages are stored before they are unpacked, and unpacked files are not smaller. */
function leastBytes(files: readonly PackageFile[]): number {
  return 2 * files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}

/** Fetches packages into a directory as `0.deb`, `1.deb`, …, and verifies each digest. @throws ProvisionError */
export async function fetchPackages(
  context: ProvisionContext,
  what: string,
  files: readonly PackageFile[],
  archives: string,
): Promise<void> {
  if (!isExecutableFile(downloader))
    throw new ProvisionError(`${downloader} is needed, but was not found.`, { hint: installHint('apt-get') });
  const wishes = files.flatMap((file, index) => [
    file.uri,
    join(archives, archiveName(index)),
    `SHA256:${file.sha256}`,
  ]);
  const options = ['-o', 'APT::Sandbox::User=root', '-o', 'Acquire::Retries=2'];
  const scene = { root: context.store.root, during: `fetching ${what}`, neededBytes: leastBytes(files) };
  const { exitCode, output } = await whileThereIsRoom(scene, context.signal, (signal) =>
    runRequired([downloader, ...options, 'download-file', ...wishes], { signal, env: inEnglish() }),
  );
  if (exitCode !== 0) refuseShortage(output, scene);
  if (exitCode !== 0)
    throw new ProvisionError(`Packages could not be fetched:\n${lastLines(output)}`, {
      hint: 'Check the network and try again',
    });
  for (const [index, file] of files.entries()) await verify(join(archives, archiveName(index)), file, context.signal);
}

async function verify(path: string, file: PackageFile, signal: AbortSignal): Promise<void> {
  if (kindOfFile(path) !== 'file')
    throw new ProvisionError(`${file.uri} was not fetched.`, { hint: 'Check the network and try again' });
  const found = await sha256OfFile(path, signal);
  if (found === file.sha256) return;
  throw new ProvisionError(
    `${file.uri} differs from the signed lists: expected SHA-256 ${file.sha256}, found ${found}.`,
    {
      hint:
        'Try again. If that fails, the mirror or a proxy changes files: choose another mirror ' +
        '(docs/provisioning.md)',
    },
  );
}

interface Unpacking {
  readonly archive: string;
  /** The name of the package's file. */
  readonly name: string;
  readonly what: string;
  readonly directory: string;
}

async function unpack(context: ProvisionContext, { archive, name, what, directory }: Unpacking): Promise<void> {
  const result = await runRequired(['sh', '-c', unpackingScript, 'unpack-package', archive, directory], {
    signal: context.signal,
    // tar would take options from there, as dpkg-deb's own does not.
    env: inEnglish({ TAR_OPTIONS: undefined }),
  });
  if (result.exitCode === 0) return;
  refuseShortage(result.output, { root: context.store.root, during: `unpacking ${what}` });
  throw new ProvisionError(`${name} could not be unpacked:\n${lastLines(result.output) || endingWords(result)}`, {
    hint: 'Try again',
  });
}
