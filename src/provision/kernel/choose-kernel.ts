import { join } from 'node:path';
import { readBzImage } from '../../binary/bzimage.ts';
import { bytesOf } from '../../binary/read-bytes.ts';
import { filesIn, readWholeFile } from '../../host/files/file-facts.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError } from '../provisioned.ts';
import type { Keeping } from '../unpack/keep-kernel-files.ts';
import type { StagingTree } from '../unpack/staging-tree.ts';
import { releaseIn } from './kernel-at-path.ts';
import { modulesPlaces } from './settle-modules.ts';

/** Whose kernel is looked for. */
export interface KernelWish {
  /** Its name for the user. */
  readonly title: string;
  /** What to add when a part of the kernel is missing, for example the names of packages. */
  readonly advice: string;
}

/** The kernel that is booted. Paths are relative to the unpacked files. */
export interface ChosenKernel {
  readonly release: string;
  readonly image: string;
  /** The directory that has its `lib/modules`, or would have it. */
  readonly root: string;
}

/**
 * The one kernel of the unpacked files: the only one, or the only one with modules. @throws ProvisionError when there
 * is none or more than one, or the modules are those of another kernel
 */
export async function chooseKernel(
  fetched: KernelWish,
  {
    tree,
    images,
    roots,
  }: Pick<Keeping, 'images' | 'roots'> & { readonly tree: Pick<StagingTree, 'directory' | 'isFile'> },
  context: ProvisionContext,
): Promise<ChosenKernel> {
  const modules = [...roots].flatMap((root) => modulesOf(tree.directory, root));
  const found: ChosenKernel[] = [];
  for (const image of [...images].filter((path) => tree.isFile(path.split('/'))).sort()) {
    const release = await releaseOfImage(join(tree.directory, image), image, context);
    if (release === undefined || found.some((kernel) => kernel.release === release)) continue;
    const root = modules.find((place) => place.release === release)?.root ?? '';
    found.push({ release, image, root });
  }
  if (found.length === 0) throw noImage(fetched, modules);
  const complete = found.filter(({ release }) => modules.some((place) => place.release === release));
  const [chosen, second] = complete.length === 1 ? complete : found;
  if (chosen !== undefined && second === undefined) {
    if (complete.length > 0 || modules.length === 0) return chosen;
    throw otherModules(fetched, chosen, modules);
  }
  throw new ProvisionError(`${fetched.title}: expected one kernel, found ${found.length}: ${listed(found)}.`, {
    hint: 'Give what belongs to one of them',
  });
}

interface ModulesPlace {
  readonly release: string;
  readonly root: string;
}

function modulesOf(directory: string, root: string): readonly ModulesPlace[] {
  return modulesPlaces(root).flatMap((place) =>
    filesIn(join(directory, place)).flatMap(({ name, kind }) =>
      kind === 'directory' ? [{ release: name, root }] : [],
    ),
  );
}

/** Boot programs that look like a kernel, as memtest does, have no release of Linux. */
async function releaseOfImage(path: string, name: string, context: ProvisionContext): Promise<string | undefined> {
  const file = readWholeFile(path);
  if (readBzImage(bytesOf(file)) === undefined) return undefined;
  try {
    return await releaseIn(file, { text: name }, context);
  } catch (error) {
    if (error instanceof ProvisionError && !context.signal.aborted) return undefined;
    throw error;
  }
}

function noImage({ title, advice }: KernelWish, modules: readonly ModulesPlace[]): ProvisionError {
  const also = modules.length === 0 ? 'none' : `only modules of ${listed(modules)}`;
  return new ProvisionError(
    `${title}: expected an x86 kernel image such as boot/vmlinuz-RELEASE or lib/modules/RELEASE/vmlinuz, ` +
      `found ${also}.`,
    { hint: advice },
  );
}

function otherModules(
  { title }: KernelWish,
  { release }: ChosenKernel,
  modules: readonly ModulesPlace[],
): ProvisionError {
  return new ProvisionError(`${title}: expected modules of ${release}, found those of ${listed(modules)}.`, {
    hint: 'Kernel and modules must be of the same build',
  });
}

function listed(kernels: readonly { readonly release: string }[]): string {
  const releases = [...new Set(kernels.map(({ release }) => release))].sort();
  return releases.length > 10 ? `${releases.slice(0, 10).join(', ')} and others` : releases.join(', ');
}
