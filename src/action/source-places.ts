import { isAbsolute, join, relative } from 'node:path';
import { kindOfFile } from '../host/file-facts.ts';
import type { Plan } from '../plan/plan.ts';
import { projectRoot } from '../provision/module-sources.ts';
import type { Suite } from '../suite/suite.ts';
import type { SourcePlaces } from './failure-annotations.ts';

/** A path as GitHub knows it; undefined when it lies outside of the checkout. */
export function workspacePath(path: string, workspace: string): string | undefined {
  const found = relative(workspace, path);
  return found === '' || found === '..' || found.startsWith('../') || isAbsolute(found) ? undefined : found;
}

/** Files of the repository that failures of this plan are about. */
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

/** A finding names its file as the project calls it: from the project's top, which need not be that of the checkout. */
function findSource(file: string, suite: Suite, workspace: string): string | undefined {
  const roots = [
    projectRoot(suite.moduleDirectories.length > 0 ? suite.moduleDirectories : [suite.directory]),
    workspace,
  ];
  const candidates = isAbsolute(file) ? [file] : roots.map((root) => join(root, file));
  const found = candidates.find((path) => workspacePath(path, workspace) !== undefined && kindOfFile(path) === 'file');
  return found && workspacePath(found, workspace);
}
