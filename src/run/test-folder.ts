import { join } from 'node:path';
import { bounds } from '../bounds/bounds.ts';
import { TreeCopier } from '../host/copy-in-steps.ts';
import { makeDirectory, listDirectory } from '../host/directories.ts';
import type { PlannedTest } from '../plan/plan.ts';
import type { StageName } from './run-record.ts';

/** The stages that this test has, in their order. */
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

/**
 * Makes the folder that the guest gets: a copy, so that nothing a test writes touches the suite.
 * @throws CannotCopy when it leads out of the suite, or is more than a folder may hold; SystemError when a file cannot
 *   be read.
 */
export async function fillFolder(
  folder: string,
  planned: PlannedTest,
  modules: readonly string[],
  stages = stagesOf(planned),
): Promise<void> {
  for (const part of ['', 'modules', 'artifacts', 'logs']) makeDirectory(join(folder, part));
  const { suite, test } = planned;
  const copier = new TreeCopier(bounds.data);
  for (const { name, program } of stages) await copier.copyInside(program, join(folder, name), suite.directory);
  if (test.dataDirectory !== undefined) {
    for (const name of listDirectory(test.dataDirectory))
      await copier.copyInside(join(test.dataDirectory, name), join(folder, name), suite.directory);
  }
  for (const module of modules) {
    const directory = module.slice(0, module.lastIndexOf('/'));
    await copier.copyInside(module, join(folder, 'modules', module.slice(directory.length + 1)), directory);
  }
}
