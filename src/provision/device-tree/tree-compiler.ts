import { join } from 'node:path';
import { writeFileAt } from '../../host/files/file-changes.ts';
import { readWholeFile } from '../../host/files/file-facts.ts';
import { createScratchDirectory } from '../../host/files/scratch-directory.ts';
import { runCommand } from '../../host/process/command.ts';
import { hostSystem, releaseFor } from '../apt/releases.ts';
import { type ProgramSelection, providePrograms } from '../apt/unpacked-selection.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError } from '../provisioned.ts';
import { examineUnpacked, readUnpackedRoot, unpackedCommand } from '../qemu/unpacked-programs.ts';
import { endingWords, inEnglish, lastLines } from '../required-program.ts';
import { damaged } from '../tools.ts';
import { readComplaints, type TreeComplaint } from './tree-source.ts';

const program = 'usr/bin/dtc';

/** Which packages it is in. */
function treeCompilerSelection(): ProgramSelection {
  const release = releaseFor(hostSystem());
  return { kind: 'dtc', version: 1, release, selection: release.treeCompiler };
}

/** `dtc`, as it is started. @throws ProvisionError */
async function provideTreeCompiler(context: ProvisionContext): Promise<readonly [string, ...string[]]> {
  const { directory, description } = await providePrograms(context, {
    ...treeCompilerSelection(),
    title: 'dtc',
    finish: (root) => Promise.resolve({ ...examineUnpacked(root) }),
  });
  const root = readUnpackedRoot(description);
  if (root === undefined) throw damaged(directory);
  return unpackedCommand(directory, root, program);
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
  const dtc = await provideTreeCompiler(context);
  using scratch = createScratchDirectory();
  const [input, output] = [join(scratch.path, 'tree.dts'), join(scratch.path, 'tree.dtb')];
  writeFileAt(input, source);
  const result = await runCommand([...dtc, '-I', 'dts', '-O', 'dtb', '-o', output, input], {
    env: inEnglish(),
    signal: context.signal,
  });
  const complaints = readComplaints(result.output, new Set(files));
  if (result.exitCode === 0) return { bytes: readWholeFile(output), complaints };
  if (complaints.some(({ kind }) => kind === 'error')) return { bytes: undefined, complaints };
  throw new ProvisionError(
    `dtc did not compile the device tree (${endingWords(result)}):\n${lastLines(result.output)}`,
  );
}
