import { join, relative } from 'node:path';
import type { CodeUnderTest } from '../diagnose/source/code-place.ts';
import { kindOfFile } from '../host/files/file-facts.ts';
import { projectRoot, repositoryOf } from '../provision/modules/module-sources.ts';

/** @param place the code's directory in the project if there are no module directories */
export function codeUnderTest(moduleDirectories: readonly string[], place: string): CodeUnderTest {
  const base = projectRoot(moduleDirectories.length > 0 ? moduleDirectories : [place]);
  const repository = moduleDirectories[0] === undefined ? undefined : repositoryOf(moduleDirectories[0]);
  // The build starts above its modules, which may be above the repository: a driver often has a repository of its own.
  const root =
    repository !== undefined && moduleDirectories.every((directory) => `${directory}/`.startsWith(`${repository}/`))
      ? repository
      : base;
  return {
    root,
    base,
    directories: moduleDirectories.map((directory) => relative(root, directory)),
    hasFile: (path) => kindOfFile(join(root, path)) === 'file',
  };
}
