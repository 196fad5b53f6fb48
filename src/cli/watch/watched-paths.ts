import { basename, join } from 'node:path';
import { rememberingFiles } from '../../app/files-of-models.ts';
import { kindOfFile } from '../../host/files/file-facts.ts';
import { type Plan, resultsMark } from '../../plan/plan.ts';
import { isMadeOf, sourcesOf, type TestSources } from '../../plan/test-sources.ts';
import { testKey, type DependsOn } from './choose-tests.ts';

/** What the tests of a plan are made of. */
export interface PlanSources {
  /** Files and directories to watch. */
  readonly roots: readonly string[];
  readonly dependsOn: DependsOn;
}

export function planSources({ tests }: Plan): PlanSources {
  const filesOfModel = rememberingFiles();
  const bySource = new Map<string, TestSources>(
    tests.map((planned) => [testKey(planned), sourcesOf(planned, filesOfModel)]),
  );
  return {
    roots: [...new Set([...bySource.values()].flatMap(({ paths }) => paths))],
    dependsOn: (planned, path) => {
      const sources = bySource.get(testKey(planned));
      return sources !== undefined && isMadeOf(sources, path);
    },
  };
}

const ignoredNames: readonly RegExp[] = [
  // Version control and packages.
  /^(?:\.git|\.hg|\.svn|node_modules|__pycache__)$/,
  // What kbuild makes, when somebody calls make beside us.
  /^(?:Module\.symvers|modules\.order|\.tmp_versions)$|\.(?:ko|mod|mod\.c|o)$|^\..*\.(?:cmd|d)$/,
  // What editors write beside a file: vim, Emacs, JetBrains, nano, kate.
  /~$|^\..*\.sw[a-z]$|^4913$|^\.?#|^\.goutputstream-|___jb_(?:tmp|old)___$|\.kate-swp$/,
];

/** Whether a change of this path means nothing to a test: what tools write on their own, and results of runs. */
export function isIgnoredPath(path: string): boolean {
  const name = basename(path);
  return ignoredNames.some((pattern) => pattern.test(name)) || kindOfFile(join(path, resultsMark)) === 'file';
}
