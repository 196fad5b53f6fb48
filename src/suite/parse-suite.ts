import { basename, dirname } from 'node:path';
import { defaultTimeoutMs } from '../bounds/default-timeout.ts';
import type { Directory, LookUp, TreeEntry } from '../host/files/file-tree.ts';
import { parseConsoleExpectations } from './console-expectations.ts';
import { resolveDiskImage, resolveKernel, resolveQemu, splitKernelPath } from './named-paths.ts';
import { libName, parseLibDirectory } from './data-directory.ts';
import { parseDevices } from './device-lines.ts';
import { parseAfterBug, parseShutdown, parseTimeout, readOneValue } from './field-values.ts';
import { parseImageInit } from './image-init.ts';
import { readSuiteInfo } from './info-directory.ts';
import type { OneValueField, SuiteField } from './info-fields.ts';
import { parseKernelConfig } from './kernel-config.ts';
import { parseLeakRules } from './leak-lines.ts';
import { parseKernelModules, parseModuleLines } from './module-lines.ts';
import { nearestName } from '../text/nearest-name.ts';
import { ifThere, parseTests } from './parse-test.ts';
import { wording } from './problem-wording.ts';
import { parseQuotedWords } from './quoted-words.ts';
import { kindInWords, type Reading } from './reading.ts';
import { parseStage } from './stage.ts';
import { isLegalName, reportStrays, sortEntries } from './suite-entries.ts';
import { type Report, sortProblems, type Wording } from './suite-problem.ts';
import type { Suite, SuiteProblem } from './suite.ts';
import { parseTags } from './tags.ts';
import { listLines, placedLines, type TextFile, type TextLine, treeSourceOf } from './text-file.ts';

export type SuiteParse =
  | { readonly kind: 'suite'; readonly suite: Suite }
  /** All problems, sorted by place; never empty. */
  | { readonly kind: 'problems'; readonly problems: readonly SuiteProblem[] };

/**
 * Checks of a suite's values by other rooms, made in the same pass, so that all problems are reported at once. They get
 * the suite even if it has problems; invalid fields are absent then.
 */
export type FurtherChecks = (suite: Suite) => readonly SuiteProblem[];

const noFurtherChecks: FurtherChecks = () => [];

/** Parses the suite at an absolute path. A missing directory is a problem like any other. */
export function parseSuiteAt(path: string, lookUp: LookUp, furtherChecks = noFurtherChecks): SuiteParse {
  const entry = lookUp(path);
  const target = entry?.kind === 'link' ? entry.target : entry;
  if (target?.kind === 'directory') return parseSuite(target, lookUp, furtherChecks);
  return { kind: 'problems', problems: [{ file: path, line: undefined, ...complete(wordNoDirectory()) }] };

  function wordNoDirectory(): Wording {
    if (target?.kind === 'unreadable') return wording.unreadable(target.reason);
    if (target !== undefined) return wording.expectedDirectory(kindInWords(target.kind));
    if (entry?.kind === 'link') return wording.danglingLink(entry.text);
    const parent = lookUp(dirname(path));
    const siblings = parent?.kind === 'directory' ? [...parent.entries.keys()] : [];
    return wording.noSuchSuite(nearestName(basename(path), siblings));
  }
}

/** Parses a suite, or returns all its problems. `lookUp` finds the paths in its info files, inside and outside. */
function parseSuite(root: Directory, lookUp: LookUp, furtherChecks = noFurtherChecks): SuiteParse {
  const problems: SuiteProblem[] = [];
  const report: Report = (file, line, words) => problems.push({ file, line, ...complete(words) });
  const suite = readSuite({ root, lookUp, report, onLink: () => undefined });
  problems.push(...furtherChecks(suite));
  return problems.length === 0 ? { kind: 'suite', suite } : { kind: 'problems', problems: sortProblems(problems) };
}

function readSuite(entriesReading: Reading): Suite {
  const { root, report } = entriesReading;
  const linked = new Set<string>();
  const reading: Reading = { ...entriesReading, onLink: (path) => linked.add(path) };
  reportSuiteName(root, report);
  const info = readSuiteInfo(root, reading);
  const lib = parseLibDirectory(root.entries.get(libName), reading);
  const { tests, others } = sortEntries(root, entriesReading);
  if (tests.size === 0) report(root.path, undefined, wording.noTest());
  const defaults = {
    timeoutMs: ifThere(info.get('timeout'), (file) => parseTimeout(file, report)) ?? defaultTimeoutMs,
    afterBug: ifThere(info.get('after-bug'), (file) => parseAfterBug(file, report)) ?? 'end',
    shutdown: ifThere(info.get('shutdown'), (file) => parseShutdown(file, report)) ?? 'skip',
    tags: ifThere(info.get('tags'), (file) => parseTags(file, report)) ?? [],
    lib,
  } as const;
  const suite: Suite = {
    name: basename(root.path),
    directory: root.path,
    ...readInfoValues(info, reading),
    tags: defaults.tags,
    setup: parseStage('setup', root.entries.get('setup'), reading),
    teardown: parseStage('teardown', root.entries.get('teardown'), reading),
    libDirectory: lib?.path,
    linked: [...linked],
    tests: [...tests].flatMap(([name, directory]) => parseTests(name, directory, defaults, reading)),
  };
  reportStrays(others, namedPaths(suite), report);
  return suite;
}

type InfoValues = Omit<
  Suite,
  'name' | 'directory' | 'tags' | 'setup' | 'teardown' | 'libDirectory' | 'linked' | 'tests'
>;

function readInfoValues(info: ReadonlyMap<SuiteField, TextFile>, reading: Reading): InfoValues {
  const { report } = reading;
  const path = (field: SuiteField & OneValueField, resolvePath: PathResolver): string | undefined => {
    const file = info.get(field);
    const value = file && readOneValue(file, field, report);
    return file && value && resolvePath(file, value, reading);
  };
  return {
    description: info.get('description')?.text.trim() ?? '',
    kernel: path('kernel', resolveKernel),
    qemu: path('qemu', resolveQemu),
    diskImage: path('disk-image', resolveDiskImage),
    ...(info.has('init') || info.has('ready') || info.has('machine-id')
      ? { imageInit: parseImageInit(info, report) }
      : {}),
    qemuArgs: ifThere(info.get('qemu-args'), (file) => parseQuotedWords(file, report)) ?? [],
    bootTimeoutMs: ifThere(info.get('boot-timeout'), (file) => parseTimeout(file, report, 'boot-timeout')),
    ...parseModules(info, reading),
    kernelModules: ifThere(info.get('kernel-modules'), (file) => parseKernelModules(file, report)) ?? [],
    kernelConfig: ifThere(info.get('kernel-config'), (file) => parseKernelConfig(file, report)) ?? [],
    failable: ifThere(info.get('failable'), placedLines),
    leaks: ifThere(info.get('leaks'), (file) => parseLeakRules(file, report)),
    devices: ifThere(info.get('devices'), (file) => parseDevices(file, reading)) ?? [],
    deviceTree: ifThere(info.get('device-tree'), treeSourceOf),
    expectConsole: ifThere(info.get('expect-console'), (file) => parseConsoleExpectations(file, report)) ?? [],
  };
}

function parseModules(
  info: ReadonlyMap<SuiteField, TextFile>,
  reading: Reading,
): Pick<Suite, 'moduleDirectories' | 'moduleBuild'> {
  const variables = ifThere(info.get('modules'), (file) => parseModuleLines(file, reading)) ?? new Map();
  const build = info.has('build') ? infoEntry('build', reading) : undefined;
  return {
    moduleDirectories: [...variables.keys()],
    moduleBuild: {
      variables,
      prepare: build === undefined ? undefined : parseStage('build', build, reading),
      warningsAreErrors: ifThere(info.get('werror'), (file) => parseWerror(file, reading.report)) ?? false,
    },
  };
}

/** An entry of the suite's `info/` as it stands there. */
function infoEntry(name: SuiteField, { root }: Reading): TreeEntry | undefined {
  const info = root.entries.get('info');
  const directory = info?.kind === 'link' ? info.target : info;
  return directory?.kind === 'directory' ? directory.entries.get(name) : undefined;
}

/** An empty file says yes, too. */
function parseWerror(file: TextFile, report: Report): boolean {
  const [line, other] = listLines(file);
  if (line === undefined || (line.text === 'yes' && other === undefined)) return true;
  if (line.text !== 'no' || other !== undefined) report(file.path, (other ?? line).number, wording.expectedYesOrNo());
  return false;
}

type PathResolver = (file: TextFile, value: TextLine, reading: Reading) => string;

/** All paths in info files of the suite and its tests. These may be in the suite beside its tests. */
function namedPaths(suite: Suite): readonly string[] {
  const kernel = suite.kernel === undefined ? [] : splitKernelPath(suite.kernel);
  const devices = [suite, ...suite.tests].flatMap((owner) => owner.devices.map(({ path }) => path));
  return [...kernel, suite.qemu, suite.diskImage, ...suite.moduleDirectories, ...devices].filter(
    (path) => path !== undefined,
  );
}

function reportSuiteName(root: Directory, report: Report): void {
  const name = basename(root.path);
  if (!isLegalName(name)) report(root.path, undefined, wording.badName(name));
  // The results have CELL/boot/ beside CELL/SUITE/.
  if (name.toLowerCase() === 'boot') report(root.path, undefined, wording.reservedSuiteName(name));
}

function complete({ message, hint }: Wording): Pick<SuiteProblem, 'message' | 'hint'> {
  return { message, hint };
}
