import { join } from 'node:path';
import { makeDirectory, removeTree } from '../../../host/files/scratch-directory.ts';
import type { KernelFlavour } from '../../../plan/kernel-flavours.ts';
import type { ConfigWish } from '../../../plan/config-wish.ts';
import { packageSetKey } from '../../apt/package-file.ts';
import type { ProvisionContext } from '../../provision-context.ts';
import type { KernelImage } from '../../provisioned.ts';
import type { AssetName } from '../../store/store.ts';
import { requireBuildRoom } from './build-room.ts';
import { identifyCompiler, provideBuildTools } from './build-tools.ts';
import { describeKernel, readBuiltKernel } from './built-kernel.ts';
import { installKernel, takeHeaders } from './collect.ts';
import { compileKernel } from './compile.ts';
import { configureKernel } from './configure.ts';
import { type PackagedSource, resolveSource, type SourcePackage, unpackSource } from './source-package.ts';
import { fragmentText, wantedConfig } from './wanted-config.ts';

export interface PackagedRequest {
  readonly text: string;
  readonly source: PackagedSource;
  readonly flavours: readonly KernelFlavour[];
  readonly wishes: readonly ConfigWish[];
}

/** Where the headers are in a kernel's directory. */
export const headersPart = 'headers';

/**
 * A kernel of a distribution's source, built once for each version, configuration and compiler, and kept in the store.
 * The sources and objects are removed again: they take ten times as much.
 */
export async function providePackagedKernel(request: PackagedRequest, context: ProvisionContext): Promise<KernelImage> {
  const { text, source, flavours, wishes } = request;
  const found = await resolveSource(text, source, context);
  const wanted = fragmentText(wantedConfig({ flavours, wishes, isSmall: true }));
  const asset: AssetName = {
    kind: 'source-kernel',
    key: ['1', packageSetKey(found.files), await identifyCompiler(context), wanted].join('\n'),
  };
  const directory = await context.store.provide({
    ...asset,
    signal: context.signal,
    make: (staging) => buildIn(staging, request, found, context),
  });
  return readBuiltKernel(directory, request);
}

async function buildIn(
  staging: string,
  { text, source, flavours, wishes }: PackagedRequest,
  found: SourcePackage,
  context: ProvisionContext,
): Promise<void> {
  const title = `${text} → ${found.version}`;
  requireBuildRoom({ title: text, unpacksSource: true }, context);
  const [tree, output, scratch] = ['tree', 'build', 'tools'].map((name) => join(staging, name));
  if (tree === undefined || output === undefined || scratch === undefined)
    throw new Error('Internal error: three paths became fewer');
  for (const directory of [output, scratch]) makeDirectory(directory);
  const tools = await provideBuildTools(scratch, context);
  await unpackSource(text, { source, found, tree }, context);
  const build = { title, tree, output, flavours, wishes, config: undefined, tools };
  await configureKernel(build, context);
  const kind = `${source.series}+${flavours.join('+')}`;
  const kept = 'It is kept in the store, and in CI in the cache of the job, so that later runs start at once.';
  await compileKernel(build, { kind, isIncremental: false, kept }, context);
  const release = await installKernel(build, staging, context);
  takeHeaders(build, join(staging, headersPart));
  for (const directory of [tree, output, scratch]) removeTree(directory);
  await describeKernel(staging, release, context);
}
