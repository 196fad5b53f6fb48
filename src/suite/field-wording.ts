import { type OneValueField, oneValueFields } from './info-fields.ts';
import type { ShellWords } from './shell-words.ts';
import { cut, quoted, type Wording } from './suite-problem.ts';

const relativeToSuite = 'Paths are relative to the suite directory.';

const tableExample = 'For example: a line "SIZE MODE", and below it "16 read" and "4096 write".';

/** The messages about the fields of `info/`. */
export const fieldWording = {
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
  badInit: (found: string): Wording => ({
    message: `expected image, found ${quoted(found)}`,
    hint: "image: the disk image's own init runs. Without the file the test agent is the first process.",
  }),
  badReady: (mostChars: number): Wording => ({
    message: `expected a command of at most ${mostChars} printable ASCII characters, found another`,
    hint: 'Put a script into the disk image, and name it here.',
  }),
  badMachineId: (found: string, nearest: string | undefined): Wording => ({
    message: `expected template or own, found ${quoted(found)}`,
    hint: nearest === undefined ? 'own: each machine has one that no other has.' : `Did you mean ${nearest}?`,
  }),
  onlyWithInit: (field: 'ready' | 'machine-id'): Wording => ({
    message: `info/${field} is of use only for a disk image that starts by itself`,
    hint: 'Write image into info/init, or delete the file.',
  }),
  badAfterBug: (found: string, nearest: string | undefined): Wording => ({
    message: `expected end or continue, found ${quoted(found)}`,
    hint:
      nearest === undefined
        ? 'end suits almost every test: after such a bug no result is reliable.'
        : `Did you mean ${nearest}?`,
  }),
  badShutdown: (found: string, nearest: string | undefined): Wording => ({
    message: `expected run or skip, found ${quoted(found)}`,
    hint:
      nearest === undefined
        ? 'skip suits almost every test; run is for drivers whose part in a shutdown is tested.'
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
  badTag: (found: string): Wording => ({
    message:
      'expected a tag (letters, digits, ".", "_" and "-", beginning with a letter or digit), found ' + quoted(found),
    hint: 'Separate tags by blanks or line ends, for example: slow dma',
  }),
  tooManyTags: (limit: number, found: number): Wording => ({
    message: `expected at most ${limit} tags, found ${found}`,
    hint: 'Keep those by which you choose tests.',
  }),
  // each.
  emptyTable: (): Wording => ({
    message: 'expected a table, found nothing',
    hint: `Without the file, the test runs once. ${tableExample}`,
  }),
  noRow: (): Wording => ({
    message: 'expected at least one row below the names of the columns, found none',
    hint: tableExample,
  }),
  tooManyRows: (limit: number, found: number): Wording => ({
    message: `expected at most ${limit} rows, found ${found}`,
    hint: 'Each row is a test with a machine of its own. Share the rows between several tests.',
  }),
  tooManyColumns: (limit: number, found: number): Wording => ({
    message: `expected at most ${limit} columns, found ${found}`,
    hint: tableExample,
  }),
  badColumn: (found: string): Wording => ({
    message: `expected the name of a variable (a letter, then letters, digits and "_"), found ${quoted(found)}`,
    hint: `The first line names the columns. ${tableExample}`,
  }),
  reservedColumn: (found: string): Wording => ({
    message: `a column may not be called ${quoted(found)}: every stage has a variable with that meaning`,
    hint: 'Choose another name.',
  }),
  repeatedColumn: (found: string): Wording => ({
    message: `two columns are called ${quoted(found)}`,
    hint: 'Rename one.',
  }),
  badRow: (columns: readonly string[], values: readonly string[]): Wording => ({
    message: `expected ${columns.length} values (${cut(columns.join(' '))}), found ${values.length}`,
    hint: "Quote a value with blanks, and write '' for an empty one.",
  }),
  badRowName: (column: string, found: string): Wording => ({
    message:
      `the first column (${cut(column)}) names the test: a name may hold letters, digits, ".", "_" and "-", ` +
      `found ${quoted(found)}`,
    hint: 'Put a column with short names first.',
  }),
  repeatedRow: (name: string, firstLine: number): Wording => ({
    message: `two rows are called ${quoted(name)}: the first is on line ${firstLine}`,
    hint: 'The first column names the test. Put a column with different names first.',
  }),
  badValue: (reason: string, found: string): Wording => ({
    message: `${reason}, found ${quoted(found)}`,
    hint: 'Put such data into a file in data/, and its name into the table.',
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
  expectedVariable: (word: string): Wording => ({
    message: `expected DIR [NAME=VALUE …], found ${quoted(word)}`,
    hint: "Write variables for make as NAME=VALUE, with quotes around blanks: EXTRA_CFLAGS='-DA -DB'.",
  }),
  variableTaken: (name: string): Wording => ({
    message: `${name} cannot be set here: the build sets it for each kernel`,
    hint: 'Use a variable of your own Makefile. Flags for the compiler belong into ccflags-y or EXTRA_CFLAGS.',
  }),
  badModuleName: (found: string): Wording => ({
    message: `expected the name of a kernel module, found ${quoted(found)}`,
    hint: 'Write names without a path and without .ko: xhci_pci usbhid. Parameters belong to modprobe in setup.',
  }),
  badLeakLine: (found: string, nearest: string | undefined): Wording => ({
    message: `expected off, watch MODULE or allow REGEX, found ${quoted(found.trim())}`,
    hint:
      nearest === undefined
        ? 'For example: allow leak of 64 bytes from kmalloc in edu_open  # issue 12'
        : `Did you mean ${nearest}?`,
  }),
  offIsNotAlone: (): Wording => ({
    message: 'off stands beside other lines, which have no meaning then',
    hint: 'Delete the other lines, or off.',
  }),
  noModuleToWatch: (): Wording => ({
    message: 'expected names of modules behind watch, found none',
    hint: 'For example: watch e1000e',
  }),
  expectedYesOrNo: (): Wording => ({
    message: 'expected yes, no, or an empty file',
    hint: 'yes, or an empty file: a warning of the compiler fails the build.',
  }),
  noMakefile: (path: string): Wording => ({
    message:
      `${quoted(path)}: expected a directory that can be built, ` +
      'found neither Kbuild nor Makefile nor dkms.conf in it',
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
  badPlace: (found: string): Wording => ({
    message: `bus=: expected a place such as i2c0, i2c1, spi0, can0, board or uart0.line, found ${quoted(found)}`,
    hint: 'Devices of other buses need no place: leave bus= out.',
  }),
  badNic: (found: string, known: readonly string[]): Wording => ({
    message: `nic=: expected ${known.slice(0, -1).join(', ')} or ${known.at(-1) ?? ''}, found ${quoted(found)}`,
    hint: 'It is the network card whose link partner the model is. Leave it out for the usual one, virtio-net-pci.',
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
