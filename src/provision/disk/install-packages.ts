import { isSuperuser } from '../../host/environment.ts';
import { withDistribution } from '../apt/distribution.ts';
import { hostSystem, releaseFor } from '../apt/releases.ts';
import { providePackages } from '../apt/stored-packages.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError } from '../provisioned.ts';
import { lastLines } from '../required-program.ts';
import { makeRoot } from './make-root.ts';
import script from './install-packages.sh?raw';

export interface Installation {
  /** The image's name for the user. */
  readonly title: string;
  /** A new directory, which is removed again. */
  readonly root: string;
  /** A directory with `0.deb`, `1.deb`, … in the order of installation. */
  readonly archives: string;
  readonly count: number;
  /** The path of the new image. */
  readonly image: string;
  readonly uuid: string;
}

/**
 * Installs packages into a directory, as their own scripts want it, and makes a disk image of it. As an ordinary user
 * that happens in a user namespace. @throws ProvisionError
 */
export async function installPackages(
  { title, root, archives, count, image, uuid }: Installation,
  context: ProvisionContext,
): Promise<void> {
  const fakeroot = isSuperuser() ? [] : [await provideFakeroot(context)];
  const during = `installing the packages of ${title}`;
  const words = [archives, String(count), ...fakeroot];
  const output = await makeRoot({ title, during, root, image, uuid, script, words }, context);
  if (output === undefined) return;
  throw new ProvisionError(`The packages of ${title} could not be installed:\n${complaints(output)}`);
}

/** What dpkg says of the packages that it could not install, and how it ended. */
function complaints(output: string): string {
  const lines = output.split('\n');
  const wrong = lines.flatMap((line, index) =>
    line.startsWith('dpkg: error') ? lines.slice(index - 3, index + 2) : [],
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
