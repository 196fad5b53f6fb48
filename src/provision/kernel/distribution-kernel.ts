import { dirname, join } from 'node:path';
import { movePath } from '../../host/files/file-changes.ts';
import { sha256OfFile } from '../../host/files/file-digest.ts';
import { filesIn, kindOfFile } from '../../host/files/file-facts.ts';
import { makeDirectory, removeTree } from '../../host/files/scratch-directory.ts';
import type { KernelSpec } from '../../plan/plan.ts';
import { packageAssetName, providePackages, readDescription } from '../apt/stored-packages.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { type KernelImage, ProvisionError, withProgress } from '../provisioned.ts';
import { damaged } from '../tools.ts';
import { provideBootImage } from './boot-image.ts';
import { provideEntryImage } from './entry-image.ts';
import { indexModules } from './index-modules.ts';
import type { KernelPackageSet } from './kernel-packages.ts';
import { kernelAsset, resolveDistributionKernel } from './kernel-ref.ts';

type DistributionKernel = Extract<KernelSpec, { readonly kind: 'distribution' }>;

/** A distribution's kernel, unpacked into the store, with its modules indexed. */
export async function provideDistributionKernel(
  spec: DistributionKernel,
  context: ProvisionContext,
): Promise<KernelImage> {
  const bring = async (packages: KernelPackageSet): Promise<void> => {
    const title = `${spec.text} → ${packages.release}`;
    await providePackages(context, title, kernelAsset(packages), (directory) =>
      finishKernel(directory, packages, title, context),
    );
  };
  const packages = await resolveDistributionKernel(spec, bring, context);
  const directory = context.store.find(packageAssetName(kernelAsset(packages)));
  if (directory === undefined)
    throw new ProvisionError(`${spec.text} was removed from the store ${context.store.root} during the lookup.`, {
      hint: 'Try again',
    });
  const { sha256 } = readDescription(directory);
  if (typeof sha256 !== 'string') throw damaged(directory);
  const path = join(directory, 'boot', `vmlinuz-${packages.release}`);
  const provide = spec.arch === 'x86_64' ? provideBootImage : provideEntryImage;
  const boot = await provide({ title: `${spec.text} → ${packages.release}`, path, sha256 }, context);
  return {
    spec: spec.text,
    arch: spec.arch,
    release: packages.release,
    sha256,
    ...boot,
    modulesDirectory: join(directory, 'lib/modules', packages.release),
    config: configOf(directory, packages.release),
  };
}

/** Where Debian has it, and where since 7.2. */
function configOf(directory: string, release: string): string {
  const usual = join(directory, 'boot', `config-${release}`);
  return kindOfFile(usual) === 'file' ? usual : join(directory, 'lib/modules', release, 'config');
}

async function finishKernel(
  directory: string,
  { release, headers, suites }: KernelPackageSet,
  title: string,
  context: ProvisionContext,
): Promise<object> {
  settleModules(directory, release);
  const image = join(directory, 'boot', `vmlinuz-${release}`);
  settleImage(join(directory, 'lib/modules', release, 'vmlinuz'), image);
  // On riscv64 it is not packed, and called so.
  settleImage(join(directory, 'boot', `vmlinux-${release}`), image);
  if (kindOfFile(image) !== 'file')
    throw new ProvisionError(`The fetched packages of ${title} do not contain boot/vmlinuz-${release}.`);
  await withProgress(context.progress, { what: `${title}: modules`, activity: 'extracting' }, () =>
    indexModules(directory, release, context),
  );
  return { release, headers, suites, sha256: await sha256OfFile(image, context.signal) };
}

/** One layout, whether or not the packages use the merged /usr. */
function settleModules(directory: string, release: string): void {
  const [merged, settled] = ['usr/lib/modules', 'lib/modules'].map((path) => join(directory, path, release));
  if (merged === undefined || settled === undefined) throw new Error('Internal error: two paths became none');
  if (kindOfFile(settled) === 'nothing' && kindOfFile(merged) === 'directory') {
    makeDirectory(join(directory, 'lib/modules'));
    movePath(merged, settled);
  }
  // These links point to where the headers would be installed on the host.
  for (const { name, kind } of filesIn(settled)) if (kind === 'link') removeTree(join(settled, name));
}

/** Since 7.3, Debian packages the image beside the modules. */
function settleImage(packaged: string, settled: string): void {
  if (kindOfFile(settled) !== 'nothing' || kindOfFile(packaged) !== 'file') return;
  makeDirectory(dirname(settled));
  movePath(packaged, settled);
}
