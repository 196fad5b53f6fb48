import { shellJoin } from '../text/shell-quote.ts';
import { fieldWording } from './field-wording.ts';
import { guestFolderNames } from './info-fields.ts';
import { quoted, type Wording } from './suite-problem.ts';

/** All messages of the suite parser. */
export const wording = {
  ...fieldWording,
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
    hint: 'Move run to SUITE/TEST/run. A directory with a run and no tests in it is a test of the suite above it.',
  }),
  noRun: (similar: string | undefined): Wording => ({
    message:
      'expected a test (a directory with run), info, or a directory named by info/modules or info/devices, found ' +
      'neither',
    hint:
      similar === undefined
        ? 'Add an executable called run, name the directory in info/modules or info/devices, call it lib if it has ' +
          'helpers for all tests, or move it out of the suite.'
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
        ? "Put it into a test's data/ if that test needs it, into lib/ if all do, or else move it out of the suite."
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
  linkLoop: (text: string, copied: string): Wording => ({
    message: `found a link to ${quoted(text)}, which contains the link itself: copying ${copied}/ would never end`,
    hint: 'Point the link at a file, or at a directory that does not contain it.',
  }),
  notForTheGuest: (copied: string): Wording => ({
    message: `expected files, directories and links in ${copied}/, found a socket, pipe or device`,
    hint: 'Remove it; setup can create it in the guest.',
  }),
  tooMuchData: (what: string, reason: string): Wording => ({
    message: `${what} too large: ${reason}`,
    hint: 'It is copied for every machine. Put large files into a disk image (info/disk-image).',
  }),
  guestNameTaken: (name: string): Wording => ({
    message: `data/ may not contain ${quoted(name)}: the test's folder in the guest has an entry with that name`,
    hint: `Rename it. Reserved names: ${guestFolderNames.join(', ')}.`,
  }),
  libTaken: (): Wording => ({
    message: 'data/ may not contain "lib" in this suite: the suite\'s lib/ is copied to that place',
    hint: 'Rename it, or move it into the lib/ of the suite if all tests may have it.',
  }),
  libInTest: (): Wording => ({
    message: "expected setup, run, teardown, data or info, found lib: the suite's lib/ is copied to that place",
    hint: 'Move it into data/ under another name, or into the lib/ of the suite if all tests may have it.',
  }),
  runInLib: (): Wording => ({
    message: 'lib/ holds the helpers of all tests and cannot be a test, found run in it',
    hint: 'Rename the directory if it is a test. Rename run if it is a helper.',
  }),
  dataInSuite: (): Wording => ({
    message: 'expected data/ in the directory of a test, found it in the suite itself',
    hint: 'Rename it to lib/ if all tests need it: they find it as ./lib. Move it to SUITE/TEST/data/ if one does.',
  }),
  badConfigLine: (line: string): Wording => ({
    message: `expected a line such as CONFIG_PCI_MSI=y, found ${quoted(line)}`,
    hint: 'Values are y, m, n, a number, or a text in double quotes. "# CONFIG_PCI_MSI is not set" is understood, too.',
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
};
