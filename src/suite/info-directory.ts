import type { Directory, TreeEntry } from '../host/files/file-tree.ts';
import { type SuiteField, suiteFields, type TestField, testFields } from './info-fields.ts';
import { nearestName } from '../text/nearest-name.ts';
import { wording } from './problem-wording.ts';
import { follow, kindInWords, type Reading } from './reading.ts';
import type { Wording } from './suite-problem.ts';
import { readTextFile, type TextFile } from './text-file.ts';

/** The fields that exist and are text. */
export type SuiteInfo = ReadonlyMap<SuiteField, TextFile>;
export type TestInfo = ReadonlyMap<TestField, TextFile>;

/** Reads the suite's `info/`; without it, there are no fields. */
export function readSuiteInfo(suite: Directory, reading: Reading): SuiteInfo {
  return readInfo(suite, { own: suiteFields, others: testFields, othersBelongTo: 'test' }, reading);
}

/** Reads a test's `info/`; without it, there are no fields. */
export function readTestInfo(test: Directory, reading: Reading): TestInfo {
  return readInfo(test, { own: testFields, others: suiteFields, othersBelongTo: 'suite' }, reading);
}

interface KnownFields<Field extends string> {
  readonly own: readonly Field[];
  /** Fields that are valid on the other level, for the message. */
  readonly others: readonly string[];
  readonly othersBelongTo: 'suite' | 'test';
}

function readInfo<Field extends string>(
  owner: Directory,
  known: KnownFields<Field>,
  reading: Reading,
): ReadonlyMap<Field, TextFile> {
  const fields = new Map<Field, TextFile>();
  for (const [name, entry] of entriesOfInfo(owner, reading)) {
    const field = known.own.find((candidate) => candidate === name);
    if (field === undefined) {
      reading.report(entry.path, undefined, wordUnknown(name, known));
      continue;
    }
    const file = readField(entry, reading);
    if (file !== undefined) fields.set(field, file);
  }
  return fields;
}

function entriesOfInfo(owner: Directory, reading: Reading): ReadonlyMap<string, TreeEntry> {
  const entry = owner.entries.get('info');
  const info = entry === undefined ? undefined : follow(entry, reading);
  if (info?.kind === 'directory') return info.entries;
  if (info !== undefined) reading.report(info.path, undefined, wording.expectedDirectory(kindInWords(info.kind)));
  return new Map();
}

function readField(entry: TreeEntry, reading: Reading): TextFile | undefined {
  const file = follow(entry, reading);
  if (file === undefined) return undefined;
  if (file.kind === 'file') return readTextFile(file, reading.report);
  reading.report(file.path, undefined, wording.expectedFile(kindInWords(file.kind)));
  return undefined;
}

function wordUnknown<Field extends string>(name: string, known: KnownFields<Field>): Wording {
  if (known.others.includes(name)) return wording.misplacedField(name, known.othersBelongTo);
  return wording.unknownField(name, nearestName(name, known.own), known.own);
}
