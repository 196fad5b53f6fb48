import { isAbsolute, join, relative } from 'node:path';
import { kindOfFile } from '../host/files/file-facts.ts';
import type { Plan } from '../plan/plan.ts';
import { projectRoot } from '../provision/modules/module-sources.ts';
import type { SourcePlaces } from '../report/text/placed-failure.ts';
import type { Suite } from '../suite/suite.ts';

/** A path relative to the checkout; undefined when it lies outside. */
export function workspacePath(path: string, workspace: string): string | undefined {
  const found = relative(workspace, path);
  return found === '' || found === '..' || found.startsWith('../') || isAbsolute(found) ? undefined : found;
}

/** Maps failures of this plan to files of the repository. */
export function sourcePlaces(plan: Plan, workspace: string): SourcePlaces {
  const byId = new Map(plan.tests.map((planned) => [planned.id, planned]));
  return {
    run: (id) => {
      const planned = byId.get(id);
      return planned && workspacePath(planned.test.run, workspace);
    },
    source: (id, file) => {
      const planned = byId.get(id);
      return planned && findSource(file, planned.suite, workspace);
    },
  };
}

/** A finding names its file relative to the project's root, which need not be the root of the checkout. */
function findSource(file: string, suite: Suite, workspace: string): string | undefined {
  const roots = [
    projectRoot(suite.moduleDirectories.length > 0 ? suite.moduleDirectories : [suite.directory]),
    workspace,
  ];
  const candidates = isAbsolute(file) ? [file] : roots.map((root) => join(root, file));
  const found = candidates.find((path) => workspacePath(path, workspace) !== undefined && kindOfFile(path) === 'file');
  return found && workspacePath(found, workspace);
}
