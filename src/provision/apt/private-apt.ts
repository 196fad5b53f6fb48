import { join } from 'node:path';
import { writeFileAt } from '../../host/files/file-changes.ts';
import { sha256Of } from '../../host/files/file-digest.ts';
import { readTextIfThere } from '../../host/files/file-facts.ts';
import { removeTree } from '../../host/files/scratch-directory.ts';
import type { CommandResult } from '../../host/process/command.ts';
import { refuseShortage } from '../host-shortage.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError } from '../provisioned.ts';
import { endingWords, inEnglish, lastLines, runRequired } from '../required-program.ts';
import { whileThereIsRoom } from '../store/watch-room.ts';
import { aptDirectoryFiles, type SuiteSource } from './apt-directory.ts';
import { type PackageFile, parseControlFile, parsePrintedUris, type Stanza } from './package-file.ts';

/** apt for some suites of a mirror, in a separate directory. Lists are signed and verified as usual. */
export interface PrivateApt {
  /** All versions of these packages, the newest first. Unknown packages are skipped. */
  readonly show: (names: readonly string[]) => Promise<Stanza[]>;
  /** The names of all packages that begin like this. */
  readonly namesWith: (prefix: string) => Promise<readonly string[]>;
  /** Exactly these packages, each as `NAME` or `NAME=VERSION`. */
  readonly files: (names: readonly string[]) => Promise<PackageFile[]>;
  /** These packages and all their dependencies. */
  readonly closure: (names: readonly string[]) => Promise<PackageFile[]>;
}

/** How long lists are reused: a run requests several packages of a suite. */
const listLifetimeMs = 60 * 60 * 1000;

/**
 * Runs `use` with the lists of these suites, which are fetched if they are older than an hour. Only one process at a
 * time uses the directory. @throws ProvisionError when apt-get is missing or the mirror does not deliver the lists
 */
export async function withPrivateApt<T>(
  context: ProvisionContext,
  source: { readonly architecture: string; readonly suites: readonly SuiteSource[] },
  use: (apt: PrivateApt) => Promise<T>,
): Promise<T> {
  const id = sha256Of(JSON.stringify(source)).slice(0, 16);
  const directory = join(context.store.root, 'apt', id);
  return await context.store.withLock(`apt-${id}`, context.signal, async () => {
    for (const [name, content] of aptDirectoryFiles(directory, source.architecture, source.suites)) {
      const path = join(directory, name);
      // Files with unchanged timestamps let apt keep its cache.
      if (readTextIfThere(path) !== content) writeFileAt(path, content);
    }
    await renewLists(context, directory, source.suites);
    try {
      return await use(aptIn(context, directory));
    } finally {
      // 40 MB that can be regenerated in half a second.
      removeTree(join(directory, 'cache/pkgcache.bin'));
      removeTree(join(directory, 'cache/srcpkgcache.bin'));
    }
  });
}

async function renewLists(context: ProvisionContext, directory: string, suites: readonly SuiteSource[]): Promise<void> {
  const stamp = join(directory, 'updated');
  const age = context.nowMs() - Number(readTextIfThere(stamp) ?? 0);
  if (age >= 0 && age < listLifetimeMs) return;
  const { exitCode, output } = await runApt(context, directory, ['apt-get', '-q', 'update']);
  if (exitCode !== 0) {
    refuseShortage(output, { root: context.store.root, during: 'fetching the package lists' });
    const wanted = suites.map(({ suite, mirror }) => `${suite} from ${mirror.uri}`).join(', ');
    throw new ProvisionError(`The package lists could not be fetched (${wanted}):\n${complaints(output)}`, {
      hint: 'Check the network, or choose another mirror (docs/provisioning.md, “Choosing a mirror”)',
    });
  }
  writeFileAt(stamp, String(context.nowMs()));
}

function aptIn(context: ProvisionContext, directory: string): PrivateApt {
  const printed = async (argv: readonly [string, ...string[]]): Promise<PackageFile[]> => {
    const { exitCode, stdout, output } = await runApt(context, directory, argv);
    if (exitCode !== 0) refuseShortage(output, { root: context.store.root, during: 'looking packages up' });
    if (exitCode !== 0)
      throw new ProvisionError(
        `apt-get could not list the addresses of packages (${argv.join(' ')}):\n${complaints(output)}`,
      );
    return parsePrintedUris(stdout);
  };
  return {
    show: (names) => showPackages(context, directory, names),
    namesWith: (prefix) => packageNames(context, directory, prefix),
    files: (names) => printed(['apt-get', '-qq', 'download', '--print-uris', ...names]),
    closure: (names) => printed(['apt-get', '-qq', 'install', '--print-uris', ...names]),
  };
}

/**
 * Exit status 100 means that apt-cache does not know some name; its output still has the others. Any other failure is
 * no answer.
 */
async function showPackages(context: ProvisionContext, directory: string, names: readonly string[]): Promise<Stanza[]> {
  const result = await runApt(context, directory, ['apt-cache', 'show', ...names]);
  const errors = result.output.split('\n').filter((line) => line.startsWith('E: '));
  if (
    result.exitCode === 0 ||
    (result.exitCode === 100 &&
      errors.every((line) => /no packages found|unable to locate|no such package/i.test(line)))
  )
    return parseControlFile(result.stdout);
  refuseShortage(result.output, { root: context.store.root, during: 'looking packages up' });
  throw new ProvisionError(
    `apt-cache could not show the packages (${endingWords(result)}):\n${complaints(result.output)}`,
    { hint: 'Try again' },
  );
}

async function packageNames(context: ProvisionContext, directory: string, prefix: string): Promise<readonly string[]> {
  const result = await runApt(context, directory, ['apt-cache', 'pkgnames', prefix]);
  if (result.exitCode === 0) return result.stdout.split('\n').filter((name) => name !== '');
  refuseShortage(result.output, { root: context.store.root, during: 'looking packages up' });
  throw new ProvisionError(
    `apt-cache could not list the packages ${prefix}… (${endingWords(result)}):\n${complaints(result.output)}`,
    { hint: 'Try again' },
  );
}

async function runApt(
  context: ProvisionContext,
  directory: string,
  argv: readonly [string, ...string[]],
): Promise<CommandResult> {
  const [program, ...args] = argv;
  const env = inEnglish({ DEBIAN_FRONTEND: 'noninteractive' });
  const scene = {
    root: context.store.root,
    during: args.includes('update') ? 'fetching the package lists' : 'looking packages up',
  };
  return await whileThereIsRoom(scene, context.signal, (signal) =>
    runRequired([program, '-c', join(directory, 'apt.conf'), ...args], { signal, env, cwd: directory }),
  );
}

function complaints(output: string): string {
  const wrong = output.split('\n').filter((line) => /^(E:|W:|Err:)/.test(line));
  return lastLines(wrong.length > 0 ? wrong.join('\n') : output);
}
