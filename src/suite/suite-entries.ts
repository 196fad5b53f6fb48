import type { Directory, LinkTarget } from '../host/files/file-tree.ts';
import { libName } from './data-directory.ts';
import { nearestName } from '../text/nearest-name.ts';
import { wording } from './problem-wording.ts';
import { follow, isWithin, type Reading } from './reading.ts';
import type { Report, Wording } from './suite-problem.ts';

/** The contents of a suite's directory, apart from `info` and the suite's stages. */
export interface SuiteEntries {
  /** Directories with a `run`, ordered by name. */
  readonly tests: ReadonlyMap<string, Directory>;
  /** Everything else; a problem unless the suite names it. */
  readonly others: readonly Other[];
}

interface Other {
  readonly name: string;
  readonly target: Exclude<LinkTarget, { kind: 'unreadable' }>;
}

const ownNames = ['info', 'setup', 'teardown', libName];

/** Separates tests from the rest; reports invalid names and links. */
export function sortEntries(suite: Directory, reading: Reading): SuiteEntries {
  const tests = new Map<string, Directory>();
  const others: Other[] = [];
  for (const [name, entry] of [...suite.entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (ownNames.includes(name)) continue;
    const target = follow(entry, reading);
    if (target?.kind === 'directory' && holdsRun(target)) tests.set(name, target);
    else if (target !== undefined) others.push({ name, target });
  }
  reportTestNames(tests, reading.report);
  return { tests, others };
}

/** Reports entries that are neither tests nor named by the suite. `named`: absolute paths from the info files. */
export function reportStrays(others: readonly Other[], named: readonly string[], report: Report): void {
  for (const { name, target } of others) {
    if (named.some((path) => isWithin(path, target.path)) || (target.kind === 'file' && isForPeople(name))) continue;
    if (target.kind === 'directory' && name === 'data') report(target.path, undefined, wording.dataInSuite());
    else if (target.kind === 'directory') report(target.path, undefined, wordDirectory(target));
    else if (name === 'run') report(target.path, undefined, wording.runInSuite());
    else report(target.path, undefined, wording.strayFile(nearestName(name, ownNames)));
  }
}

/** Files for readers of a repository, and for their tools. */
function isForPeople(name: string): boolean {
  return /^(readme|license|licence|copying|changelog)\b|^\.(gitignore|gitattributes|editorconfig)$/i.test(name);
}

export function isLegalName(name: string): boolean {
  return /^[A-Za-z0-9._-]+$/.test(name);
}

function holdsRun(directory: Directory): boolean {
  return directory.entries.has('run');
}

function reportTestNames(tests: ReadonlyMap<string, Directory>, report: Report): void {
  const byLowerCase = new Map<string, string>();
  for (const [name, { path }] of tests) {
    const other = byLowerCase.get(name.toLowerCase());
    if (other !== undefined) report(path, undefined, wording.sameButForCase(other));
    byLowerCase.set(name.toLowerCase(), name);
    if (!isLegalName(name)) report(path, undefined, wording.badName(name));
  }
}

function wordDirectory(directory: Directory): Wording {
  const entries = [...directory.entries];
  if (entries.some(([, entry]) => entry.kind === 'directory' && holdsRun(entry))) return wording.suiteInSuite();
  const similar = entries
    .map(([name]) => name)
    .find((name) => name.toLowerCase() === 'run' || /^run\.\w+$/i.test(name));
  return wording.noRun(similar);
}
