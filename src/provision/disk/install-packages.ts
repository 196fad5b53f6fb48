import { isSuperuser } from '../../host/environment.ts';
import { withDistribution } from '../apt/distribution.ts';
import { hostsOwn } from '../apt/host-architecture.ts';
import { hostSystem, releaseFor } from '../apt/releases.ts';
import { providePackages } from '../apt/stored-packages.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError } from '../provisioned.ts';
import { lastLines } from '../required-program.ts';
import type { WorkInGuest } from './guest-work.ts';
import { installByGuest } from './install-by-guest.ts';
import type { Installation } from './installation.ts';
import { makeRoot } from './make-root.ts';
import installing from './install-packages.sh?raw';
import packagesInRoot from './packages-in-root.sh?raw';
import unpacking from './unpack-packages.sh?raw';

/**
 * Installs packages into a directory, as their own scripts want it, and makes a disk image of it. As an ordinary user
 * that happens in a user namespace. Packages of another architecture are unpacked only, and a guest of that
 * architecture installs them in the image. @throws ProvisionError
 */
export async function installPackages(
  installation: Installation,
  context: ProvisionContext,
  workInGuest: WorkInGuest,
): Promise<void> {
  const output = await (installation.arch === hostsOwn()
    ? installHere(installation, context)
    : installElsewhere(installation, context, workInGuest));
  if (output === undefined) return;
  throw new ProvisionError(`The packages of ${installation.title} could not be installed:\n${complaints(output)}`);
}

/** @returns what was said when it failed; undefined: it has not */
async function installHere(installation: Installation, context: ProvisionContext): Promise<string | undefined> {
  const fakeroot = isSuperuser() ? [] : [await provideFakeroot(context)];
  return await runScript(installation, context, { script: installing, words: fakeroot });
}

async function installElsewhere(
  installation: Installation,
  context: ProvisionContext,
  workInGuest: WorkInGuest,
): Promise<string | undefined> {
  const output = await runScript(installation, context, { script: unpacking, words: [] });
  return output ?? (await installByGuest(installation, context, workInGuest));
}

async function runScript(
  { title, root, archives, count, image, uuid }: Installation,
  context: ProvisionContext,
  { script, words }: { readonly script: string; readonly words: readonly string[] },
): Promise<string | undefined> {
  const making = { title, during: `installing the packages of ${title}`, root, image, uuid };
  return await makeRoot(
    { ...making, script: `${packagesInRoot}\n${script}`, words: [archives, String(count), ...words] },
    context,
  );
}

/** What dpkg says of the packages that it could not install, and how it ended. */
function complaints(output: string): string {
  const lines = output.split('\n');
  const wrong = lines.flatMap((line, index) =>
    line.startsWith('dpkg: error') ? lines.slice(Math.max(0, index - 3), index + 2) : [],
  );
  return lastLines([...wrong, ...lines.slice(-4)].join('\n'), 15);
}

/** For owners that a namespace with one user does not have. @returns the directory of the unpacked package */
async function provideFakeroot(context: ProvisionContext): Promise<string> {
  const release = releaseFor(hostSystem());
  const { suites, packages } = release.fakeroot;
  const files = await withDistribution(context, release, { suites }, (apt) => apt.files(packages));
  return await providePackages(context, 'fakeroot', { kind: 'fakeroot', version: 1, files }, () => Promise.resolve({}));
}
