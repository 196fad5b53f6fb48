import { join } from 'node:path';
import { bounds } from '../../bounds/bounds.ts';
import { type CopiedSize, TreeCopier } from '../../host/files/copy-tree.ts';
import { listDirectory, makeDirectory } from '../../host/files/scratch-directory.ts';
import type { PlannedTest } from '../../plan/plan.ts';
import type { StageName } from '../evidence/run-record.ts';

/** The stages of this test, in order. */
export function stagesOf({ suite, test }: PlannedTest): { readonly name: StageName; readonly program: string }[] {
  const programs: readonly (readonly [StageName, string | undefined])[] = [
    ['suite-setup', suite.setup],
    ['setup', test.setup],
    ['run', test.run],
    ['teardown', test.teardown],
    ['suite-teardown', suite.teardown],
  ];
  return programs.flatMap(([name, program]) => (program === undefined ? [] : [{ name, program }]));
}

/** The directories of every folder. The agent makes them, too. */
export const folderParts: readonly string[] = ['modules', 'artifacts', 'logs'];

/**
 * Creates the folder for the guest. It is a copy, so that a test's writes do not reach the suite. Returns its size.
 * @throws CannotCopy when the source leads out of the suite or exceeds the limits @throws SystemError when a file
 * cannot be read
 */
export async function fillFolder(
  folder: string,
  planned: PlannedTest,
  modules: readonly string[],
  stages = stagesOf(planned),
): Promise<CopiedSize> {
  for (const part of ['', ...folderParts]) makeDirectory(join(folder, part));
  const { suite, test } = planned;
  const copier = new TreeCopier(bounds.data);
  for (const { name, program } of stages) await copier.copyInside(program, join(folder, name), suite.directory);
  if (test.dataDirectory !== undefined) {
    for (const name of listDirectory(test.dataDirectory))
      await copier.copyInside(join(test.dataDirectory, name), join(folder, name), suite.directory);
  }
  if (suite.libDirectory !== undefined)
    await copier.copyInside(suite.libDirectory, join(folder, 'lib'), suite.directory);
  for (const module of modules) {
    const directory = module.slice(0, module.lastIndexOf('/'));
    await copier.copyInside(module, join(folder, 'modules', module.slice(directory.length + 1)), directory);
  }
  return copier.size;
}
