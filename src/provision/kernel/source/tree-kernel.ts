import { join } from 'node:path';
import { sha256Of, sha256OfFile } from '../../../host/files/file-digest.ts';
import { filesBelow, kindOfFile, realPath } from '../../../host/files/file-facts.ts';
import { makeDirectory, removeTree } from '../../../host/files/scratch-directory.ts';
import type { KernelFlavour } from '../../../plan/kernel-flavours.ts';
import type { ConfigWish } from '../../../plan/config-wish.ts';
import type { ProvisionContext } from '../../provision-context.ts';
import type { KernelImage } from '../../provisioned.ts';
import { requireBuildRoom } from './build-room.ts';
import { identifyCompiler, provideBuildTools } from './build-tools.ts';
import { describeKernel, readBuiltKernel } from './built-kernel.ts';
import { installKernel } from './collect.ts';
import { compileKernel } from './compile.ts';
import { configureKernel } from './configure.ts';
import type { KernelBuild } from './kernel-build.ts';
import { describeCommit, requireCleanTree, type TreeSource } from './source-tree.ts';

export interface TreeRequest {
  readonly text: string;
  readonly source: TreeSource;
  readonly flavours: readonly KernelFlavour[];
  readonly wishes: readonly ConfigWish[];
}

/** Several configurations of a tree, or a few of its states, stay at hand. */
const keptBytes = 2 * 1024 ** 3;

/**
 * A kernel of a checkout. Its objects stay in the store, in a directory for this tree and configuration, so that the
 * next build compiles only what changed. What is booted is a copy, which a later build does not touch.
 */
export async function provideTreeKernel(request: TreeRequest, context: ProvisionContext): Promise<KernelImage> {
  const { text, source, flavours } = request;
  requireCleanTree(text, source);
  const tree = realPath(source.path);
  const id = sha256Of(JSON.stringify([tree, source.config, flavours, await identifyCompiler(context)])).slice(0, 16);
  const place = join(context.store.kernelTrees, id);
  const commit = await describeCommit(tree, context);
  const directory = await context.store.withLock(`kernel-tree-${id}`, context.signal, () =>
    buildIn(place, request, tree, context),
  );
  return { ...readBuiltKernel(directory, request), ...(commit === undefined ? {} : { commit }), buildTree: place };
}

async function buildIn(place: string, request: TreeRequest, tree: string, context: ProvisionContext): Promise<string> {
  const { text, source, flavours, wishes } = request;
  const output = join(place, 'build');
  const scratch = join(place, 'tools');
  removeTree(scratch);
  for (const directory of [output, scratch]) makeDirectory(directory);
  const isIncremental = kindOfFile(join(output, 'vmlinux')) === 'file';
  if (!isIncremental) requireBuildRoom({ title: text, unpacksSource: false }, context);
  const tools = await provideBuildTools(scratch, context);
  const build: KernelBuild = { title: text, tree, output, flavours, wishes, config: source.config, tools };
  await configureKernel(build, context);
  const kept = 'Its objects are kept in the store, so that later runs compile only what changed.';
  await compileKernel(build, { kind: `${tree}+${flavours.join('+')}`, isIncremental, kept }, context);
  return await keepCopy(build, context);
}

async function keepCopy(build: KernelBuild, context: ProvisionContext): Promise<string> {
  const { store, signal } = context;
  const directory = await store.provide({
    kind: 'tree-kernel',
    key: await digestBuild(build, signal),
    signal,
    make: async (staging) => {
      const release = await installKernel(build, staging, context);
      await describeKernel(staging, release, context);
    },
  });
  store.keepWithin('tree-kernel', keptBytes, () => true);
  return directory;
}

/** The kernel has its time of build in it, so only modules can differ beside it. */
async function digestBuild({ output, flavours, title }: KernelBuild, signal: AbortSignal): Promise<string> {
  const modules = filesBelow(output).filter((path) => path.endsWith('.ko'));
  const digests: string[] = [];
  for (const path of ['arch/x86/boot/bzImage', ...modules])
    digests.push(`${path} ${await sha256OfFile(join(output, path), signal)}`);
  return ['1', title, ...flavours, ...digests].join('\n');
}
