import { shellJoin } from '../text/shell-quote.ts';
import { guestFolderNames, type OneValueField, oneValueFields } from './info-fields.ts';
import type { ShellWords } from './shell-words.ts';
import { quoted, type Wording } from './suite-problem.ts';

const relativeToSuite = 'Paths are relative to the suite directory.';

/** All messages of the suite parser, in one place. */
export const wording = {
  // The suite and its contents.
  noSuchSuite: (nearest: string | undefined): Wording => ({
    message: 'no such directory',
    hint:
      nearest === undefined
        ? 'Give the path of a suite: a directory with one directory per test.'
        : `Did you mean ${nearest}?`,
  }),
  reservedSuiteName: (name: string): Wording => ({
    message: `a suite cannot be called ${quoted(name)}: the results store the logs of the boot under that name`,
    hint: 'Rename the directory.',
  }),
  badName: (name: string): Wording => ({
    message: `a name may hold letters, digits, ".", "_" and "-", found ${quoted(name)}`,
    hint: 'Rename it: the name becomes a part of paths, reports and command lines.',
  }),
  noTest: (): Wording => ({
    message: 'expected at least one test in the suite, found none',
    hint: 'A test is a directory with an executable called run: SUITE/TEST/run.',
  }),
  sameButForCase: (other: string): Wording => ({
    message: `the name differs from ${quoted(other)} only in case`,
    hint: 'Rename one: their results would share a directory where file names ignore case.',
  }),
  runInSuite: (): Wording => ({
    message: 'expected run in the directory of a test, found it in the suite itself',
    hint:
      'If this directory is one test, give the directory above it and --test NAME; otherwise move run to ' +
      'SUITE/TEST/run.',
  }),
  noRun: (similar: string | undefined): Wording => ({
    message:
      'expected a test (a directory with run), info, or a directory named by info/modules or info/devices, found ' +
      'neither',
    hint:
      similar === undefined
        ? 'Add an executable called run, name the directory in info/modules or info/devices, ' +
          'or move it out of the suite.'
        : `Rename ${similar} to run if this is a test.`,
  }),
  suiteInSuite: (): Wording => ({
    message: 'expected a test, found a directory that looks like a suite',
    hint: 'Name each suite on the command line: run SUITE SUITE …',
  }),
  strayFile: (nearest: string | undefined): Wording => ({
    message: 'expected setup, teardown, info or the directory of a test, found another file',
    hint:
      nearest === undefined
        ? "Put it into a test's data/ if a test needs it, otherwise move it out of the suite."
        : `Did you mean ${nearest}?`,
  }),
  strayTestEntry: (nearest: string | undefined): Wording => ({
    message: 'expected setup, run, teardown, data or info, found something else',
    hint: nearest === undefined ? 'Put it into data/ if the test needs it beside run.' : `Did you mean ${nearest}?`,
  }),
  // Kinds of files.
  expectedDirectory: (found: string): Wording => ({
    message: `expected a directory, found ${found}`,
    hint: 'Make it a directory, or delete it.',
  }),
  expectedFile: (found: string): Wording => ({
    message: `expected a file, found ${found}`,
    hint: 'Replace it with a text file, or delete it.',
  }),
  unreadable: (reason: string): Wording => ({
    message: `cannot be read: ${reason}`,
    hint: 'Check its owner and mode with ls -l.',
  }),
  danglingLink: (text: string): Wording => ({
    message: `found a link to ${quoted(text)}, which does not exist`,
    hint: 'Correct the link, or put the file itself here.',
  }),
  linkLeavesSuite: (text: string): Wording => ({
    message: `found a link to ${quoted(text)}, which is outside the suite`,
    hint:
      'Copy what it points to into the suite. Kernels, disk images, modules and models may be outside: put ' +
      'their paths in info/.',
  }),
  linkLoop: (text: string): Wording => ({
    message: `found a link to ${quoted(text)}, which contains the link itself: copying data/ would never end`,
    hint: 'Point the link at a file, or at a directory that does not contain it.',
  }),
  notForTheGuest: (): Wording => ({
    message: 'expected files, directories and links in data/, found a socket, pipe or device',
    hint: 'Remove it; setup can create it in the guest.',
  }),
  tooMuchData: (reason: string): Wording => ({
    message: `data/ is too large: ${reason}`,
    hint: 'It is copied for every machine. Put large files into a disk image (info/disk-image).',
  }),
  guestNameTaken: (name: string): Wording => ({
    message: `data/ may not contain ${quoted(name)}: the test's folder in the guest has an entry with that name`,
    hint: `Rename it. Reserved names: ${guestFolderNames.join(', ')}.`,
  }),
  // Executables.
  stageIsNoFile: (stage: string, found: string): Wording => ({
    message: `expected an executable file ${stage}, found ${found}`,
    hint: 'Replace it with a program or script; put files that it needs into data/.',
  }),
  notExecutable: (path: string): Wording => ({
    message: 'expected an executable, found a file without the execute bit',
    hint: `chmod +x ${shellJoin([path])}`,
  }),
  emptyStage: (): Wording => ({
    message: 'expected a program or script, found an empty file',
    hint: 'Write it, or delete the file.',
  }),
  shebangWithCarriageReturn: (line: string): Wording => ({
    message:
      `expected LF line ends, found CR LF after ${quoted(line)}: the guest would look for an interpreter with a ` +
      'carriage return in its name',
    hint: 'Save the file with LF line ends.',
  }),
  // Text.
  tooLarge: (limitBytes: number): Wording => ({
    message: `expected at most ${limitBytes / 1024} KiB of text, found more`,
    hint: 'Is this the right file?',
  }),
  notUtf8: (): Wording => ({
    message: 'expected UTF-8 text, found bytes that are not UTF-8',
    hint: 'Save the file as UTF-8.',
  }),
  nulByte: (): Wording => ({ message: 'expected text, found a NUL byte', hint: 'Save the file as UTF-8 text.' }),
  // Fields of info/.
  unknownField: (name: string, nearest: string | undefined, known: readonly string[]): Wording => ({
    message: `unknown field ${quoted(name)}`,
    hint: nearest === undefined ? `Known here: ${known.join(', ')}.` : `Did you mean ${nearest}?`,
  }),
  misplacedField: (name: string, belongsTo: 'suite' | 'test'): Wording => ({
    message: `${quoted(name)} is a field of a ${belongsTo}, not of a ${belongsTo === 'suite' ? 'test' : 'suite'}`,
    hint: `Move it to ${belongsTo === 'suite' ? `SUITE/info/${name}` : `SUITE/TEST/info/${name}`}.`,
  }),
  emptyField: (field: OneValueField): Wording => ({
    message: `expected ${oneValueFields[field].expected}, found nothing`,
    hint: `Without the file, ${oneValueFields[field].absent}: write a value or delete the file.`,
  }),
  secondValue: (field: OneValueField, found: string): Wording => ({
    message: `expected one value (${oneValueFields[field].expected}), found a second one: ${quoted(found)}`,
    hint: 'Keep one line; this file takes no comments.',
  }),
  badTimeout: (reason: string, found: string): Wording => ({
    message: `${reason}; found ${quoted(found)}`,
    hint: 'The unit is seconds; leave it out.',
  }),
  badStart: (found: string, nearest: string | undefined): Wording => ({
    message: `expected auto, clone or cold, found ${quoted(found)}`,
    hint: nearest === undefined ? 'auto suits almost every test.' : `Did you mean ${nearest}?`,
  }),
  badAfterBug: (found: string, nearest: string | undefined): Wording => ({
    message: `expected end or continue, found ${quoted(found)}`,
    hint:
      nearest === undefined
        ? 'end suits almost every test: after such a bug no result is reliable.'
        : `Did you mean ${nearest}?`,
  }),
  badExpectFailure: (found: string, nearest: string | undefined): Wording => ({
    message: `expected fail, timeout, hang or crash [REGEX] on the first line, found ${quoted(found)}`,
    hint:
      nearest === undefined
        ? 'An empty file accepts any failure; free text may follow from the second line on.'
        : `Did you mean ${nearest}?`,
  }),
  badRegex: (pattern: string, reason: string): Wording => ({
    message: `${quoted(pattern)} is not a regular expression: ${reason}`,
    hint: 'Use JavaScript syntax; put a backslash before a literal . * + ? ( ) [ ] { } | ^ $ or \\.',
  }),
  // Paths in fields.
  noSuchPath: (expected: 'file' | 'directory', path: string, alternatives: string): Wording => ({
    message: `no such ${expected}: ${quoted(path)}`,
    hint: `${relativeToSuite}${alternatives}`,
  }),
  pathOfOtherKind: (path: string, expected: string, found: string): Wording => ({
    message: `${quoted(path)}: expected ${expected}, found ${found}`,
    hint: relativeToSuite,
  }),
  pathLeadsNowhere: (path: string, text: string): Wording => ({
    message: `${quoted(path)} is a link to ${quoted(text)}, which does not exist`,
    hint: relativeToSuite,
  }),
  pathUnreadable: (path: string, reason: string): Wording => ({
    message: `${quoted(path)} cannot be read: ${reason}`,
    hint: 'Check its owner and mode with ls -l.',
  }),
  noMakefile: (path: string): Wording => ({
    message: `${quoted(path)}: expected a directory that kbuild can build, found neither Kbuild nor Makefile in it`,
    hint: 'Write a Makefile with at least: obj-m := NAME.o',
  }),
  namedTwice: (what: string, firstLine: number): Wording => ({
    message: `${quoted(what)} is repeated: it is already on line ${firstLine}`,
    hint: 'Delete one of the lines.',
  }),
  // Quoted words.
  badQuoting: (problem: Exclude<ShellWords, { kind: 'words' }>): Wording =>
    problem.kind === 'unbalanced-quote'
      ? {
          message: `the quote ${problem.quote} is opened here and never closed`,
          hint: `Close it, or write \\${problem.quote} for the character itself.`,
        }
      : {
          message: 'the text ends in a backslash that quotes nothing',
          hint: 'Delete it, or write \\\\ for the character itself.',
        },
  badDevice: (found: string): Wording => ({
    message: `expected ID PATH [key=value …], found ${quoted(found)}`,
    hint: 'For example: tdc0 models/tdc.ts irq=msi',
  }),
  badDeviceId: (id: string): Wording => ({
    message: `expected an id (a letter, then letters, digits, ".", "_" or "-"), found ${quoted(id)}`,
    hint: 'A line is ID PATH [key=value …], for example: tdc0 models/tdc.ts irq=msi',
  }),
  badParameter: (found: string): Wording => ({
    message: `expected key=value, found ${quoted(found)}`,
    hint: 'A line is ID PATH [key=value …]; quote a value with blanks.',
  }),
  repeatedParameter: (key: string): Wording => ({
    message: `the parameter ${quoted(key)} is given twice`,
    hint: 'Keep one.',
  }),
  // expect-console.
  badExpectation: (found: string, nearest: string | undefined): Wording => ({
    message: `expected allow REGEX or require REGEX, found ${quoted(found)}`,
    hint: nearest === undefined ? 'Put a reason after " # ".' : `Did you mean ${nearest}?`,
  }),
  noPattern: (kind: string): Wording => ({
    message: `expected a regular expression after ${kind}, found nothing`,
    hint: 'Write \\# for a # in the pattern.',
  }),
  matchesAnything: (pattern: string): Wording => ({
    message: `${quoted(pattern)} matches every line, even an empty one`,
    hint: 'Write out the part of the message that matters.',
  }),
  badUntil: (found: string): Wording => ({
    message: `expected until=YYYY-MM-DD, found ${quoted(found)}`,
    hint: 'For example: until=2027-01-31, the last day on which the line applies.',
  }),
  repeatedUntil: (): Wording => ({ message: 'until= is given twice', hint: 'Keep one.' }),
  untilOnRequire: (): Wording => ({
    message: 'expected until= only with allow, found it with require',
    hint: 'Delete it, or make the line an allow.',
  }),
};
