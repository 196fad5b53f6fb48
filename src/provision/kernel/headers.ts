import { join } from 'node:path';
import { sha256Of, sha256OfFile } from '../../host/files/file-digest.ts';
import { kindOfFile, readTextIfThere, realPath } from '../../host/files/file-facts.ts';
import type { KernelSpec } from '../../plan/plan.ts';
import { releaseOf } from '../apt/distribution.ts';
import { type PackageFile, packageSetKey, readPackageFiles } from '../apt/package-file.ts';
import { packageAssetName, providePackages, readDescription } from '../apt/stored-packages.ts';
import { compilerSuites } from '../compiler/compiler-suites.ts';
import { readKernelCompiler } from '../compiler/kernel-compiler.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { type KernelHeaders, type KernelImage, type PackageOrigin, ProvisionError } from '../provisioned.ts';
import { expireRef } from '../store/refs.ts';
import { damaged } from '../tools.ts';
import { type FoundHeaders, headersInKernel } from './fetched-headers.ts';
import { kernelPlaces } from './find-kernel.ts';
import { readSuites } from './kernel-packages.ts';
import { kernelRefName } from './kernel-ref.ts';
import { toolsOrigin } from './source/build-tools.ts';
import { headersPart } from './source/packaged-kernel.ts';

/** The kernel's build directory or headers, in which `make -C` works. Absolute. */
export function buildDirectoryOf({ makeArgs }: Pick<KernelHeaders, 'makeArgs'>): string {
  return makeArgs[makeArgs.indexOf('-C') + 1] ?? '';
}

/**
 * Arguments that make a distribution's headers work where they were unpacked, without installation. @param root the
 * unpacked root @param own the kernel-specific part of the headers in it
 */
export function unpackedHeadersArgs(root: string, own: string): readonly string[] {
  return ['-C', own, ...sharedMakefile(root, own), ...outputDirectory(own), ...noTypeInformation];
}

/** BTF for modules needs a program (pahole) that few hosts have, and no module needs BTF to load. */
const noTypeInformation = ['CONFIG_DEBUG_INFO_BTF_MODULES='];

/** The kernel-specific Makefile includes the shared one by its installed path. */
function sharedMakefile(root: string, own: string): string[] {
  const included = /^include (\/\S+)$/m.exec(readTextIfThere(join(own, 'Makefile')) ?? '')?.[1];
  return included === undefined ? [] : ['-f', join(root, included)];
}

/** Since 6.13 the kernel-specific Makefile says where the built files are, again by the installed path. */
function outputDirectory(own: string): string[] {
  return /^KBUILD_OUTPUT=/m.test(readTextIfThere(join(own, 'Makefile')) ?? '') ? [`KBUILD_OUTPUT=${own}`] : [];
}

type DistributionKernel = Extract<KernelSpec, { readonly kind: 'distribution' }>;

/**
 * The headers for building modules for a provided kernel. @throws ProvisionError when there are none for exactly this
 * kernel, or they cannot be fetched
 */
export async function provideHeaders(
  spec: KernelSpec,
  kernel: KernelImage,
  context: ProvisionContext,
): Promise<KernelHeaders> {
  switch (spec.kind) {
    case 'distribution':
      return await distributionHeaders(spec, kernel, context);
    case 'path':
      return await headersBeside(kernel, context.signal);
    case 'packages':
    case 'image':
    case 'container':
      return unpackedHeaders(kernel, headersInKernel(spec, kernel, context));
    case 'source':
      return await headersOfBuild(kernel, context.signal);
  }
}

/** Looked up and stored together with the kernel, so that both are from the same build. */
async function distributionHeaders(
  spec: DistributionKernel,
  { release, arch, modulesDirectory }: KernelImage,
  context: ProvisionContext,
): Promise<KernelHeaders> {
  if (modulesDirectory === undefined) throw new Error(`Internal error: ${spec.text} was provided without modules`);
  const kernelDirectory = join(modulesDirectory, '../../..');
  const description = readDescription(kernelDirectory);
  const files = readPackageFiles(description['headers']);
  if (files === undefined) throw damaged(kernelDirectory);
  const directory = await fetchHeaders(spec, release, files, context);
  const { kernelPackages } = releaseOf(spec.distribution, spec.text);
  const own = join(directory, kernelPackages.headersDirectory, `${kernelPackages.headersPrefix}${release}`);
  if (kindOfFile(own) !== 'directory')
    throw new ProvisionError(`The fetched headers of ${release} do not contain ${own.slice(directory.length + 1)}.`);
  return {
    release,
    arch,
    unpackedRoot: directory,
    makeArgs: unpackedHeadersArgs(directory, own),
    key: sha256Of(packageSetKey(files)),
    compiler: readKernelCompiler(own),
    origin: originOf(spec, readSuites(description['suites'])),
  };
}

/** @param suites undefined: an earlier version of this program unpacked the kernel */
function originOf(spec: DistributionKernel, suites: readonly string[] | undefined): PackageOrigin {
  const release = releaseOf(spec.distribution, spec.text);
  const places = suites === undefined ? kernelPlaces(spec, release).map((place) => place.suites) : [suites];
  return { release, places: places.map((place) => compilerSuites(release, place)) };
}

async function fetchHeaders(
  spec: DistributionKernel,
  release: string,
  files: readonly PackageFile[],
  context: ProvisionContext,
): Promise<string> {
  const asset = { kind: 'headers', version: 1, files };
  try {
    return await providePackages(context, `headers of ${release}`, asset, () => Promise.resolve({ release }));
  } catch (error) {
    // A mirror drops superseded packages. Then there is a newer kernel, too.
    if (error instanceof ProvisionError && context.store.find(packageAssetName(asset)) === undefined)
      expireRef(context, kernelRefName(spec));
    throw error;
  }
}

/** The store's path of the headers has the digest of their archives. */
function unpackedHeaders({ release, arch }: KernelImage, { root, own, isMoved }: FoundHeaders): KernelHeaders {
  return {
    release,
    arch,
    makeArgs: unpackedHeadersArgs(root, own),
    ...(isMoved ? { unpackedRoot: root } : {}),
    key: sha256Of(`unpacked headers 1\n${own}`),
    compiler: readKernelCompiler(own),
    origin: undefined,
  };
}

/** Of a kernel that we built: its directory has them; that of a checkout's kernel is the place of its build. */
async function headersOfBuild(
  { release, arch, config, modulesDirectory, buildTree }: KernelImage,
  signal: AbortSignal,
): Promise<KernelHeaders> {
  if (config === undefined || modulesDirectory === undefined)
    throw new Error('Internal error: a kernel was built without its configuration or modules');
  const root = join(modulesDirectory, '../../..');
  const own = buildTree === undefined ? join(root, headersPart) : join(buildTree, 'build');
  const origin = toolsOrigin();
  const digests = [config, join(own, 'Module.symvers')].map((path) => sha256OfFile(path, signal));
  return {
    release,
    arch,
    ...(buildTree === undefined ? { unpackedRoot: root } : {}),
    makeArgs: ['-C', own],
    key: sha256Of([own, release, ...(await Promise.all(digests))].join('\n')),
    compiler: readKernelCompiler(own),
    origin: { release: origin.release, places: [origin.suites] },
  };
}

/** The link to the kernel's build tree that `make modules_install` creates. */
async function headersBeside(
  { spec, release, arch, modulesDirectory }: KernelImage,
  signal: AbortSignal,
): Promise<KernelHeaders> {
  const hint =
    'Modules are built in the tree or headers that lib/modules/RELEASE/build points to. make modules_install ' +
    'creates that link';
  if (modulesDirectory === undefined)
    throw new ProvisionError(
      `${spec}: no headers to build modules for ${release}: expected lib/modules/${release} beside it, found none.`,
      { hint },
    );
  const build = join(modulesDirectory, 'build');
  const config = join(build, '.config');
  if (kindOfFile(join(build, 'Makefile')) !== 'file')
    throw new ProvisionError(
      `${spec}: no headers to build modules for ${release}: expected ${build}/Makefile, found none.`,
      {
        hint,
      },
    );
  const digests = await Promise.all(
    [config, join(build, 'Module.symvers')].map(async (path) =>
      kindOfFile(path) === 'file' ? await sha256OfFile(path, signal) : 'none',
    ),
  );
  return {
    release,
    arch,
    makeArgs: ['-C', realPath(build)],
    key: sha256Of([build, release, ...digests].join('\n')),
    compiler: readKernelCompiler(build),
    origin: undefined,
  };
}
