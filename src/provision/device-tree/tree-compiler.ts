import { basename, join } from 'node:path';
import { findProgram } from '../../host/environment.ts';
import { writeFileAt } from '../../host/files/file-changes.ts';
import { readWholeFile } from '../../host/files/file-facts.ts';
import { createScratchDirectory } from '../../host/files/scratch-directory.ts';
import { runCommand } from '../../host/process/command.ts';
import { hostSystem, releaseFor } from '../apt/releases.ts';
import { knownPrograms, type ProgramSelection, providePrograms } from '../apt/unpacked-selection.ts';
import { readDescription } from '../apt/stored-packages.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError } from '../provisioned.ts';
import { examineUnpacked, readUnpackedRoot, unpackedCommand } from '../qemu/unpacked-programs.ts';
import { endingWords, inEnglish, lastLines } from '../required-program.ts';
import type { AssetStore } from '../store/store.ts';
import { damaged } from '../tools.ts';
import { overlaySource, readComplaints, type TreeComplaint, type TreeFragment } from './tree-source.ts';

const program = 'usr/bin/dtc';

/** How it is started. */
export type TreeCompiler = readonly [string, ...string[]];

/** Which packages it is in. */
function treeCompilerSelection(): ProgramSelection {
  const release = releaseFor(hostSystem());
  return { kind: 'dtc', version: 1, release, selection: release.treeCompiler };
}

/** `dtc`, as it is started. @throws ProvisionError */
async function provideTreeCompiler(context: ProvisionContext): Promise<TreeCompiler> {
  const { directory, description } = await providePrograms(context, {
    ...treeCompilerSelection(),
    title: 'dtc',
    finish: (root) => Promise.resolve({ ...examineUnpacked(root) }),
  });
  const root = readUnpackedRoot(description);
  if (root === undefined) throw damaged(directory);
  return unpackedCommand(directory, root, program);
}

/** How `dtc` of the store or of this host is started; undefined: there is none, and nothing is fetched. */
export function findTreeCompiler(store: AssetStore): TreeCompiler | undefined {
  const asset = knownPrograms(store, treeCompilerSelection());
  const directory = asset && store.find(asset);
  const root = directory === undefined ? undefined : readUnpackedRoot(readDescription(directory));
  if (directory !== undefined && root !== undefined) return unpackedCommand(directory, root, program);
  const own = findProgram(basename(program));
  return own === undefined ? undefined : [own];
}

/**
 * The errors of syntax in fragments, without the tree that they are for. As for an overlay, what they refer to need not
 * be there.
 */
export async function parseFragments(
  dtc: TreeCompiler,
  fragments: readonly TreeFragment[],
  signal: AbortSignal,
): Promise<readonly TreeComplaint[]> {
  const { output } = await runTreeCompiler(dtc, overlaySource(fragments), signal);
  const complaints = readComplaints(output, new Set(fragments.map(({ file }) => file)));
  return complaints.filter(({ kind, message }) => kind === 'error' && !/^Label or path .* not found$/.test(message));
}

export interface CompiledTree {
  /** Undefined: there are errors. */
  readonly bytes: Buffer | undefined;
  readonly complaints: readonly TreeComplaint[];
}

/**
 * Compiles a tree. `files`: those of its fragments; complaints about the rest are not the user's.
 *
 * @throws ProvisionError when dtc cannot be provided, or fails for no reason in the fragments
 */
export async function compileTree(
  source: string,
  files: readonly string[],
  context: ProvisionContext,
): Promise<CompiledTree> {
  const { bytes, ...result } = await runTreeCompiler(await provideTreeCompiler(context), source, context.signal);
  const complaints = readComplaints(result.output, new Set(files));
  if (bytes !== undefined) return { bytes, complaints };
  if (complaints.some(({ kind }) => kind === 'error')) return { bytes: undefined, complaints };
  throw new ProvisionError(
    `dtc did not compile the device tree (${endingWords(result)}):\n${lastLines(result.output)}`,
  );
}

/** `bytes`: the tree; undefined: it failed. */
async function runTreeCompiler(
  dtc: TreeCompiler,
  source: string,
  signal: AbortSignal,
): Promise<Awaited<ReturnType<typeof runCommand>> & { readonly bytes: Buffer | undefined }> {
  using scratch = createScratchDirectory();
  const [input, output] = [join(scratch.path, 'tree.dts'), join(scratch.path, 'tree.dtb')];
  writeFileAt(input, source);
  const command = [...dtc, '-I', 'dts', '-O', 'dtb', '-o', output, input] as const;
  const result = await runCommand(command, { env: inEnglish(), signal });
  return { ...result, bytes: result.exitCode === 0 ? readWholeFile(output) : undefined };
}
