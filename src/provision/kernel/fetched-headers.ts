import { join } from 'node:path';
import { kindOfFile, readTextIfThere } from '../../host/files/file-facts.ts';
import { fetchedTitle } from '../../plan/fetched-kernel-id.ts';
import type { KernelSpec, PackageFormat } from '../../plan/plan.ts';
import { knownFiles } from '../fetch/checked-files.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { type KernelImage, ProvisionError } from '../provisioned.ts';
import { containerKernelAsset } from '../fetch/container-ref.ts';
import { unpackedRootOf } from './fetched-kernel.ts';
import { packageKernelAsset } from './package-kernel.ts';

type FetchedSpec = Extract<KernelSpec, { readonly kind: 'packages' | 'image' | 'container' }>;

/** Headers, as they were unpacked. */
export interface FoundHeaders {
  /** The directory that stands for the root of the file system. */
  readonly root: string;
  /** The kernel-specific part of the headers in it. */
  readonly own: string;
  /** Its Makefile includes another one by its installed path, so it does not work where it is. */
  readonly isMoved: boolean;
}

/** Headers that came with the kernel, in the same packages or image. @throws ProvisionError when there are none */
export function headersInKernel(spec: FetchedSpec, kernel: KernelImage, context: ProvisionContext): FoundHeaders {
  const { release } = kernel;
  const directory = unpackedDirectory(spec, context);
  const root = directory === undefined ? undefined : rootOfModules(directory, kernel);
  const own = root === undefined ? undefined : placesOf(root, release).find((path) => kindOfFile(path) === 'directory');
  if (root === undefined || own === undefined) throw noHeaders(spec, release);
  const makefile = readTextIfMade(join(own, 'Makefile'));
  if (makefile === undefined) throw incomplete(spec, own, 'Makefile');
  const included = /^include (\S+)$/m.exec(makefile)?.[1];
  const isMoved = included?.startsWith('/') === true;
  if (included !== undefined && !included.includes('$')) {
    const path = isMoved ? join(root, included) : join(own, included);
    if (kindOfFile(path) !== 'file') throw incomplete(spec, own, included);
  }
  return { root, own, isMoved };
}

function unpackedDirectory(spec: FetchedSpec, context: ProvisionContext): string | undefined {
  switch (spec.kind) {
    case 'packages': {
      const files = knownFiles(spec.files);
      return files && unpackedRootOf(packageKernelAsset(spec.format, files), context);
    }
    case 'container': {
      const asset = containerKernelAsset(spec, context.store);
      return asset && unpackedRootOf(asset, context);
    }
    case 'image':
      return undefined;
  }
}

/** Beside the modules, which may be below a directory of an image. */
function rootOfModules(directory: string, { modulesDirectory }: KernelImage): string {
  return modulesDirectory === undefined ? directory : join(modulesDirectory, '../../..');
}

/** Where distributions have them: Fedora and its kin, Debian and Ubuntu, openSUSE, Arch. */
function placesOf(root: string, release: string): readonly string[] {
  const dash = release.lastIndexOf('-');
  const suse = dash === -1 ? [] : [`usr/src/linux-${release.slice(0, dash)}-obj/x86_64/${release.slice(dash + 1)}`];
  return [
    `usr/src/kernels/${release}`,
    `usr/src/linux-headers-${release}`,
    ...suse,
    `lib/modules/${release}/build`,
  ].map((place) => join(root, place));
}

/** Undefined also for a link that leads nowhere: to a package that was not given. */
function readTextIfMade(path: string): string | undefined {
  return kindOfFile(path) === 'file' ? readTextIfThere(path) : undefined;
}

function noHeaders(spec: FetchedSpec, release: string): ProvisionError {
  return new ProvisionError(`${fetchedTitle(spec)}: expected headers to build modules for ${release}, found none.`, {
    hint: adviceFor(spec),
  });
}

function incomplete(spec: FetchedSpec, own: string, missing: string): ProvisionError {
  const place = own.slice(own.indexOf('/root/') + '/root'.length);
  return new ProvisionError(
    `${fetchedTitle(spec)}: the headers in ${place} are not complete: expected ${missing}, found none.`,
    { hint: adviceFor(spec) },
  );
}

function adviceFor(spec: FetchedSpec): string {
  switch (spec.kind) {
    case 'packages':
      return headerPackages[spec.format];
    case 'image':
      return 'One image has no headers. Give packages (deb:, rpm:), or a path with modules (docs/kernels.md)';
    case 'container':
      return 'Put them into the image, at usr/src/linux-headers-RELEASE or lib/modules/RELEASE/build';
  }
}

const headerPackages: Readonly<Record<PackageFormat, string>> = {
  deb:
    'Give the packages of the headers, too. Debian: linux-headers-…-amd64, linux-headers-…-common, linux-kbuild-… ' +
    'Ubuntu: linux-headers-…-generic and linux-headers-…',
  rpm: 'Give kernel-devel, too. openSUSE: kernel-default-devel and kernel-devel',
};
