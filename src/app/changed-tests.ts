import { dirname } from 'node:path';
import { kindOfFile, realPlace } from '../host/files/file-facts.ts';
import { changedFiles } from '../host/git-changes.ts';
import type { PlannedTest } from '../plan/plan.ts';
import { isMadeOf, sourcesOf, type TestSources } from '../plan/test-sources.ts';
import { repositoryOf } from '../provision/modules/module-sources.ts';
import { isWithin } from '../suite/reading.ts';
import { rememberingFiles } from './files-of-models.ts';

export interface ChangedTests {
  readonly isWanted: (planned: PlannedTest) => boolean;
  /** How many files have changed in the repositories of the tests. */
  readonly files: number;
  /** What tests are made of and no repository holds, so that it counts as unchanged. */
  readonly outside: readonly string[];
}

/**
 * The tests that are made of something that has changed, as git sees it. @param since a commit, or undefined for what
 * is not committed @throws GitRefused
 */
export async function changedTests(tests: readonly PlannedTest[], since: string | undefined): Promise<ChangedTests> {
  const filesOfModel = rememberingFiles();
  const sources = new Map(tests.map((planned) => [planned, realSources(sourcesOf(planned, filesOfModel))]));
  const paths = [...new Set([...sources.values()].flatMap((one) => one.paths))];
  const homes = new Map(paths.map((path) => [path, homeOf(path)]));
  const roots = [...new Set(homes.values())].filter((root) => root !== undefined);
  const changed: string[] = [];
  for (const root of roots) changed.push(...(await changedFiles(root, isInside(root, roots) ? undefined : since)));
  // A repository may be a kernel's. Only few of its files are anything to the tests.
  const relevant = changed.filter((path) => concerns({ paths, others: [] }, path));
  const isChanged = (one: TestSources): boolean => relevant.some((path) => concerns(one, path));
  return {
    isWanted: (planned) => isChanged(sources.get(planned) ?? { paths: [], others: [] }),
    files: changed.length,
    outside: paths.filter((path) => homes.get(path) === undefined),
  };
}

/** Git names files by their real paths. */
function realSources({ paths, others }: TestSources): TestSources {
  return { paths: paths.map(realPlace), others: others.map(realPlace) };
}

/** The repository that knows a path. Undefined: there is none. */
function homeOf(path: string): string | undefined {
  return repositoryOf(kindOfFile(path) === 'directory' ? path : dirname(path));
}

/** Of a repository in another one, a submodule, the other one tells whether its commit has changed. */
function isInside(root: string, roots: readonly string[]): boolean {
  return roots.some((other) => other !== root && isWithin(root, other));
}

/** A changed path may be that of a whole repository, with sources below it. */
function concerns(sources: TestSources, changed: string): boolean {
  return isMadeOf(sources, changed) || sources.paths.some((path) => isWithin(path, changed));
}
