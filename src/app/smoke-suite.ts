import type { Directory } from '../host/files/file-tree.ts';
import { readTree } from '../host/files/read-tree.ts';
import { parseModuleWords } from '../suite/module-lines.ts';
import type { Suite } from '../suite/suite.ts';
import { type LoadedSuites, loadSuites } from './load-suites.ts';

/** The kernels on which `smoke` tries modules, if none is named. */
export const defaultSmokeKernels: readonly string[] = ['debian:oldest', 'debian:stable', 'debian:newest'];

/** The suites of a run. */
export interface AskedSuites {
  /** Paths of the user's suites. */
  readonly paths: readonly string[];
  /** Absolute path of the suite that tries modules, which is a part of this program. */
  readonly smokeDirectory: string;
  /** The directories of the modules to try, each as in a line of `info/modules`, relative to `cwd`; empty: none. */
  readonly modules: readonly string[];
}

/** Reads the user's suites, and the one that tries modules if there are any. Reports the problems of all of them. */
export function loadAskedSuites(asked: AskedSuites, cwd: string): LoadedSuites {
  const loaded = [loadSuites(asked.paths, cwd), ...(asked.modules.length === 0 ? [] : [loadSmokeSuite(asked, cwd)])];
  const problems = loaded.flatMap((each) => (each.kind === 'problems' ? each.problems : []));
  if (problems.length > 0) return { kind: 'problems', problems };
  return { kind: 'suites', suites: loaded.flatMap((each) => (each.kind === 'suites' ? each.suites : [])) };
}

/** The suite that tries modules, made for these. */
function loadSmokeSuite({ smokeDirectory, modules }: AskedSuites, cwd: string): LoadedSuites {
  const loaded = loadSuites([smokeDirectory], cwd);
  if (loaded.kind === 'problems') return loaded;
  const parsed = parseModuleWords(modules, workingDirectory(cwd), readTree);
  if (parsed.kind === 'problems') return parsed;
  const { variables } = parsed;
  const forModules = (suite: Suite): Suite => ({
    ...suite,
    moduleDirectories: [...variables.keys()],
    moduleBuild: { ...suite.moduleBuild, variables },
    smokeOf: modules,
  });
  return { kind: 'suites', suites: loaded.suites.map(forModules) };
}

/** @throws Error when it is not there any more */
function workingDirectory(cwd: string): Directory {
  const entry = readTree(cwd);
  if (entry?.kind === 'directory') return entry;
  throw new Error(`Internal error: the working directory ${cwd} is not a directory`);
}
