import type { Directory } from '../host/files/file-tree.ts';
import { parseConsoleExpectations } from './console-expectations.ts';
import { type CopiedDirectory, libName, parseDataDirectory } from './data-directory.ts';
import { parseDevices } from './device-lines.ts';
import { parseAfterBug, parseExpectFailure, parseShutdown, parseTimeout, readOneValue } from './field-values.ts';
import { parseEach } from './each-table.ts';
import { readTestInfo } from './info-directory.ts';
import { nearestName } from '../text/nearest-name.ts';
import { wording } from './problem-wording.ts';
import { parseQuotedWords } from './quoted-words.ts';
import { isWithin, pathInSuite, type Reading } from './reading.ts';
import { parseStage } from './stage.ts';
import type { Report } from './suite-problem.ts';
import type { StartMode, SuiteTest } from './suite.ts';
import { parseTags } from './tags.ts';
import { placedLines, type TextFile, treeSourceOf } from './text-file.ts';

const entryNames = ['setup', 'run', 'teardown', 'data', 'info'];
const startModes: readonly StartMode[] = ['auto', 'clone', 'cold'];

/** What tests get from their suite. */
export interface SuiteDefaults extends Pick<SuiteTest, 'timeoutMs' | 'afterBug' | 'shutdown' | 'tags'> {
  readonly lib: CopiedDirectory | undefined;
}

/** Parses a test's directory, which has a `run`. Each row of its table is a test of its own. */
export function parseTests(
  name: string,
  directory: Directory,
  defaults: SuiteDefaults,
  suiteReading: Reading,
): readonly SuiteTest[] {
  const { report, root } = suiteReading;
  // The directory itself may be a link.
  const linked = new Set([pathInSuite(directory.realPath, root)]);
  const reading: Reading = { ...suiteReading, onLink: (path) => linked.add(path) };
  reportStrayEntries(directory, defaults, report);
  const info = readTestInfo(directory, reading);
  const stage = (stageName: 'setup' | 'run' | 'teardown'): string | undefined =>
    parseStage(stageName, directory.entries.get(stageName), reading);
  const rows = ifThere(info.get('each'), (file) => parseEach(file, report)) ?? [];
  const test: SuiteTest = {
    name,
    directory: directory.path,
    description: info.get('description')?.text.trim() ?? '',
    qemuArgs: ifThere(info.get('qemu-args'), (file) => parseQuotedWords(file, report)) ?? [],
    timeoutMs: ifThere(info.get('timeout'), (file) => parseTimeout(file, report)) ?? defaults.timeoutMs,
    expectation: ifThere(info.get('expect-failure'), (file) => parseExpectFailure(file, report)) ?? { kind: 'pass' },
    devices: ifThere(info.get('devices'), (file) => parseDevices(file, reading)) ?? [],
    deviceTree: ifThere(info.get('device-tree'), treeSourceOf),
    faults: ifThere(info.get('faults'), placedLines) ?? [],
    expectConsole: ifThere(info.get('expect-console'), (file) => parseConsoleExpectations(file, report)) ?? [],
    start: ifThere(info.get('start'), (file) => parseStart(file, report)) ?? 'auto',
    afterBug: ifThere(info.get('after-bug'), (file) => parseAfterBug(file, report)) ?? defaults.afterBug,
    shutdown: ifThere(info.get('shutdown'), (file) => parseShutdown(file, report)) ?? defaults.shutdown,
    row: undefined,
    tags: withTags(
      defaults.tags,
      ifThere(info.get('tags'), (file) => parseTags(file, report)),
    ),
    setup: stage('setup'),
    // A missing run was reported, and a reading with problems yields no suite.
    run: stage('run') ?? '',
    teardown: stage('teardown'),
    dataDirectory: parseDataDirectory(directory.entries.get('data'), defaults.lib, reading),
    linked: [...linked].filter((path) => !isWithin(path, directory.path)),
  };
  return rows.length === 0 ? [test] : rows.map((row) => ({ ...test, name: `${name}@${row.name}`, row }));
}

/** The value in a field's file; undefined when the field is absent. */
export function ifThere<Value>(file: TextFile | undefined, parse: (file: TextFile) => Value): Value | undefined {
  return file === undefined ? undefined : parse(file);
}

/** A test may repeat a tag of its suite. */
function withTags(suites: readonly string[], own: readonly string[] = []): readonly string[] {
  return [...new Set([...suites, ...own])];
}

function reportStrayEntries(directory: Directory, { lib }: SuiteDefaults, report: Report): void {
  for (const [name, { path }] of directory.entries) {
    if (name === libName && lib !== undefined) report(path, undefined, wording.libInTest());
    else if (!entryNames.includes(name)) report(path, undefined, wording.strayTestEntry(nearestName(name, entryNames)));
  }
}

function parseStart(file: TextFile, report: Report): StartMode | undefined {
  const value = readOneValue(file, 'start', report);
  if (value === undefined) return undefined;
  const mode = startModes.find((candidate) => candidate === value.text);
  if (mode === undefined)
    report(file.path, value.number, wording.badStart(value.text, nearestName(value.text, startModes)));
  return mode;
}
