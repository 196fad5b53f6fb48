import { dirname } from 'node:path';
import { kindOfFile, realPlace } from '../host/files/file-facts.ts';
import { readTextFile } from '../host/files/read-text.ts';
import { changedFiles } from '../host/git-changes.ts';
import { modelFiles } from '../plan/model-files.ts';
import type { PlannedTest } from '../plan/plan.ts';
import { type FilesOfModel, isMadeOf, sourcesOf, type TestSources } from '../plan/test-sources.ts';
import { repositoryOf } from '../provision/modules/module-sources.ts';
import { isWithin } from '../suite/reading.ts';

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
  const homes = new Map(paths.map((path) => [path, repositoryOf(dirname(path)) ?? repositoryAt(path)]));
  const roots = [...new Set(homes.values())].filter((root) => root !== undefined);
  const changed: string[] = [];
  for (const root of roots) changed.push(...(await changedFiles(root, since)));
  const isChanged = (one: TestSources): boolean => changed.some((path) => concerns(one, path));
  return {
    isWanted: (planned) => isChanged(sources.get(planned) ?? { paths: [], others: [] }),
    files: changed.length,
    outside: paths.filter((path) => homes.get(path) === undefined),
  };
}

/** The files of device models, each model read once. */
export function rememberingFiles(): FilesOfModel {
  const known = new Map<string, readonly string[]>();
  return (path) => {
    const files = known.get(path) ?? modelFiles(path, readModelText);
    known.set(path, files);
    return files;
  };
}

const maxModelBytes = 4 * 1024 * 1024;

function readModelText(path: string): string | undefined {
  return kindOfFile(path) === 'file' ? readTextFile(path, maxModelBytes) : undefined;
}

/** Git names files by their real paths. */
function realSources({ paths, others }: TestSources): TestSources {
  return { paths: paths.map(realPlace), others: others.map(realPlace) };
}

/** The directory of a module may be the top of a repository of its own. */
function repositoryAt(path: string): string | undefined {
  return kindOfFile(path) === 'directory' ? repositoryOf(path) : undefined;
}

/** A changed path may be that of a whole repository, with sources below it. */
function concerns(sources: TestSources, changed: string): boolean {
  return isMadeOf(sources, changed) || sources.paths.some((path) => isWithin(path, changed));
}
