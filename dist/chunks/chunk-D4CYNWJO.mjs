import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  kindOfFile,
  readWholeFile
} from "./chunk-42EG7RIT.mjs";
import {
  FaultSyntaxError,
  parseFault
} from "./chunk-L4FURYEC.mjs";
import {
  listDirectory
} from "./chunk-FVEPVBWF.mjs";
import {
  bounds
} from "./chunk-GBTCJQXP.mjs";

// src/text/shell-quote.ts
function shellQuote(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
function shellJoin(words) {
  return words.map(shellQuote).join(" ");
}

// src/text/escape-text.ts
function plainText(text) {
  return text.replace(escapeSequence, "").replace(/\r+\n|\r+/g, "\n").replace(loneSurrogate, "\uFFFD").replace(unseenCharacter, spelledOut);
}
function plainLine(text) {
  return plainText(text).replace(/\s+/g, " ").trim();
}
function colouredText(text) {
  return text.split(colour).map((piece, index) => index % 2 === 1 ? piece : plainText(piece)).join("");
}
var colour = /(\x1b\[[0-9;]*m)/;
function plainJson(value, indent) {
  return JSON.stringify(value, void 0, indent).replace(
    unseenInJson,
    (found) => found.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")
  );
}
function defuseCommands(output) {
  return output.replaceAll("##[", "# #[").replace(/^([^\S\n\r\u2028\u2029]*):(?=:)/gm, "$1: ");
}
function defuseGitlabMarkup(text) {
  return text.replace(/section_(start|end):/g, "section_$1 :").replaceAll("[[ATTACHMENT|", "[ [ATTACHMENT|");
}
var escapeSequence = /\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-OQ-WYZ\\`-~]/g;
var loneSurrogate = new RegExp("\\p{Surrogate}", "gu");
var beyondAscii = String.raw`\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff` + String.raw`\ufff9-\ufffb\ufffe\uffff`;
var tags = String.raw`\udb40[\udc00-\udc7f]`;
var unseenCharacter = new RegExp(String.raw`[\x00-\x08\x0b-\x1f${beyondAscii}]|${tags}`, "g");
var unseenInJson = new RegExp(`[${beyondAscii}]|${tags}`, "g");
function spelledOut(character) {
  const code = character.codePointAt(0) ?? 0;
  if (code > 65535) return `\\u{${code.toString(16)}}`;
  return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}

// src/plan/plan-problem.ts
function specProblem(message, hint) {
  return { kind: "problem", problem: { message, hint } };
}
function formatPlanProblem({ message, hint }) {
  return hint === void 0 ? message : `${message}
  hint: ${hint}`;
}

// src/app/load-suites.ts
import { join as join4, resolve as resolve8 } from "node:path";

// src/plan/device-args.ts
function devicesOf({ suite, test }) {
  const own = new Map(test.devices.map((device) => [device.id, device]));
  const suites = suite.devices.map((device) => own.get(device.id) ?? device);
  return [...suites, ...test.devices.filter(({ id }) => !suites.some((device) => device.id === id))];
}
function splitDeviceArgs(args, stays) {
  const plugged = [];
  const staying = [];
  for (let index = 0; index < args.length; index++) {
    const option = args[index] ?? "";
    const value = args[index + 1];
    if (isDevice(option) && value !== void 0) {
      index++;
      if (stays(driverOf(value))) staying.push(option, value);
      else plugged.push(value);
    } else {
      staying.push(option);
    }
  }
  return { plugged, staying };
}
function isDevice(option) {
  return option === "-device" || option === "--device";
}
function driverOf(value) {
  if (value.startsWith("{")) return /"driver"\s*:\s*"([^"]*)"/.exec(value)?.[1] ?? "";
  return (value.split(",", 1)[0] ?? "").replace(/^driver=/, "");
}

// src/engine/machine-devices.ts
function machineDevices(planned) {
  return devicesOf(planned).map(({ id, path, parameters }) => ({
    id,
    path,
    parameters: Object.fromEntries(parameters),
    faults: faultsOf(planned, id).map(({ text }) => text)
  }));
}
function faultsOf(planned, id) {
  const devices = devicesOf(planned);
  return planned.test.faults.filter(({ text }) => ownerOf(parseFault(text), devices) === id);
}
function ownerOf({ device }, devices) {
  if (device === void 0) return devices.length === 1 ? devices[0]?.id : void 0;
  return devices.some(({ id }) => id === device) ? device : void 0;
}
function deviceProblems(suite) {
  const lines = new Set([suite, ...suite.tests].flatMap(({ devices }) => devices));
  return [
    ...[...lines].flatMap(modelProblems),
    ...suite.tests.flatMap((test) => test.faults.flatMap((fault) => faultProblems(fault, suite, test)))
  ];
}
var modelFile = /\.(ts|mts|mjs|js)$/;
function modelProblems({ path, file, line }) {
  if (modelFile.test(path)) return [];
  return [
    {
      file,
      line,
      message: `expected a model, a file that ends in .ts or .mjs, found ${JSON.stringify(path)}`,
      hint: "docs/device-models.md describes models; devices built into QEMU go into info/qemu-args."
    }
  ];
}
function faultProblems({ text, file, line }, suite, test) {
  const devices = devicesOf({ suite, test });
  try {
    const spec = parseFault(text);
    if (ownerOf(spec, devices) !== void 0) return [];
    return [{ file, line, ...withoutTarget(spec, devices) }];
  } catch (error) {
    if (!(error instanceof FaultSyntaxError)) throw error;
    return [{ file, line, message: error.message, hint: "docs/device-models.md lists the faults." }];
  }
}
function withoutTarget({ text, device }, devices) {
  const ids = devices.map(({ id }) => id);
  if (ids.length === 0)
    return {
      message: `fault "${text}": expected a device model for it, found none`,
      hint: "Add one to info/devices of the suite or the test: ID PATH [key=value \u2026]."
    };
  if (device === void 0)
    return {
      message: `fault "${text}": expected device=ID, because there are ${ids.length} devices`,
      hint: `Add device=${ids.join(" or device=")}.`
    };
  return {
    message: `fault "${text}": no device ${device}`,
    hint: `The ${ids.length === 1 ? "only device is" : "devices are"} ${ids.join(", ")}.`
  };
}

// src/host/files/read-tree.ts
import {
  accessSync,
  closeSync,
  constants,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  statSync
} from "node:fs";
import { join, resolve } from "node:path";
function readTree(path) {
  const absolute = resolve(path);
  return readEntry(absolute, () => realpathSync(absolute));
}
function readEntry(path, realPathOf) {
  try {
    const stats = lstatSync(path);
    return stats.isSymbolicLink() ? readLink(path) : plainEntry(path, realPathOf(), stats);
  } catch (cause) {
    return leadsNowhere(cause) ? void 0 : { kind: "unreadable", path, reason: reasonOf(cause) };
  }
}
function readLink(path) {
  const text = readlinkSync(path);
  try {
    const resolvedPath = realpathSync(path);
    return { kind: "link", path, text, resolvedPath, target: plainEntry(path, resolvedPath, statSync(resolvedPath)) };
  } catch (cause) {
    if (leadsNowhere(cause)) return { kind: "link", path, text, resolvedPath: void 0, target: void 0 };
    return {
      kind: "link",
      path,
      text,
      resolvedPath: void 0,
      target: { kind: "unreadable", path, reason: reasonOf(cause) }
    };
  }
}
function plainEntry(path, realPath, stats) {
  if (stats.isDirectory()) return directoryAt(path, realPath);
  if (stats.isFile()) return fileAt(path, realPath, stats);
  return { kind: "other", path };
}
function directoryAt(path, realPath) {
  accessSync(realPath, constants.R_OK | constants.X_OK);
  let listed;
  return {
    kind: "directory",
    path,
    realPath,
    get entries() {
      return listed ??= listDirectory2(path, realPath);
    }
  };
}
function listDirectory2(path, realPath) {
  const entries = /* @__PURE__ */ new Map();
  for (const name of readdirSync(realPath).sort()) {
    const entryPath = join(path, name);
    const entry = readEntry(entryPath, () => join(realPath, name));
    entries.set(
      name,
      entry ?? { kind: "unreadable", path: entryPath, reason: "its name is not UTF-8, or it was deleted meanwhile" }
    );
  }
  return entries;
}
function fileAt(path, realPath, stats) {
  return {
    kind: "file",
    path,
    executable: (stats.mode & 73) !== 0,
    sizeBytes: stats.size,
    read: (limitBytes2) => readHead(realPath, limitBytes2)
  };
}
function readHead(realPath, limitBytes2) {
  try {
    const descriptor = openSync(realPath, "r");
    try {
      return readUpTo(descriptor, limitBytes2);
    } finally {
      closeSync(descriptor);
    }
  } catch (cause) {
    return { kind: "unreadable", reason: reasonOf(cause) };
  }
}
function readUpTo(descriptor, limitBytes2) {
  const buffer = new Uint8Array(limitBytes2 + 1);
  let filled = 0;
  while (filled < buffer.length) {
    const count = readSync(descriptor, buffer, filled, buffer.length - filled, null);
    if (count === 0) break;
    filled += count;
  }
  return { kind: "bytes", bytes: buffer.slice(0, Math.min(filled, limitBytes2)), complete: filled <= limitBytes2 };
}
function leadsNowhere(cause) {
  return ["ENOENT", "ENOTDIR", "ELOOP"].includes(codeOf(cause) ?? "");
}
var reasons = {
  ENOENT: "it was deleted meanwhile",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EIO: "input/output error",
  ENAMETOOLONG: "the path is too long"
};
function reasonOf(cause) {
  const code = codeOf(cause);
  if (code === void 0) throw cause;
  return reasons[code] ?? code;
}
function codeOf(cause) {
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : void 0;
}

// src/machine/architecture.ts
var x86_64 = {
  name: "x86_64",
  machineType: "q35",
  cpu: { kvm: "host", tcg: "max" },
  console: "ttyS0"
};

// src/machine/user-arguments.ts
var winners = /* @__PURE__ */ new Map([
  ["-m", "memory"],
  ["-smp", "smp"],
  ["-cpu", "cpu"],
  ["-machine", "machine"],
  ["-M", "machine"]
]);
var refusals = /* @__PURE__ */ new Map([
  ["-kernel", "name the kernel with info/kernel or --kernel"],
  ["-initrd", "the initramfs is built for each kernel; put files into data/"],
  ["-accel", "choose the accelerator with --accel"],
  ["-enable-kvm", "choose the accelerator with --accel"],
  ["-incoming", "machines are started and cloned by the runner"],
  ["-loadvm", "machines are started and cloned by the runner"],
  ["-S", "the runner starts the guest"],
  ["-daemonize", "the runner watches its process"],
  ["-pidfile", "the runner watches its process"],
  ["-sandbox", "the sandbox stays on"],
  ["-runas", "the sandbox forbids it"],
  ["-run-with", "the runner stops the machine"],
  ["-qmp", "the monitor belongs to the runner"],
  ["-qmp-pretty", "the monitor belongs to the runner"],
  ["-mon", "the monitor belongs to the runner"],
  ["-monitor", "the monitor belongs to the runner"],
  ["-action", "a guest that powers off, resets or panics ends its test"],
  ["-preconfig", "the runner starts the guest"],
  ["-no-shutdown", "a guest that powers off ends its test"],
  ["-nographic", "there is no terminal; the console is in console.log"]
]);
function mergeUserArguments(places) {
  const won = {};
  const kernelParameters = [];
  const others = [];
  for (const args of places) {
    for (let index = 0; index < args.length; index++) {
      const option = normalise(args[index] ?? "");
      const winner = winners.get(option);
      if (winner !== void 0) won[winner] = args[++index] ?? "";
      else if (option === "-append") kernelParameters.push(args[++index] ?? "");
      else others.push(args[index] ?? "");
    }
  }
  const { memory, smp, cpu, machine } = won;
  return { memory, smp, cpu, machine, kernelParameters, others };
}
function refuseUserArguments(args) {
  for (const [index, argument] of args.entries()) {
    const option = normalise(argument);
    const instead = refusals.get(option);
    if (instead !== void 0) return `${argument} cannot be used here: ${instead}.`;
    if ((winners.has(option) || option === "-append") && args[index + 1] === void 0)
      return `${argument} needs a value: expected one after it, found nothing.`;
  }
  return void 0;
}
function normalise(argument) {
  return argument.startsWith("--") ? argument.slice(1) : argument;
}

// src/plan/suite-specs.ts
import { join as join3 } from "node:path";

// src/plan/kernel-spec.ts
import { resolve as resolve4 } from "node:path";

// src/suite/named-paths.ts
import { resolve as resolve2 } from "node:path";

// src/suite/info-fields.ts
var suiteFields = [
  "description",
  "disk-image",
  "kernel",
  "qemu",
  "qemu-args",
  "timeout",
  "boot-timeout",
  "modules",
  "build",
  "werror",
  "kernel-modules",
  "kernel-config",
  "devices",
  "expect-console",
  "after-bug",
  "shutdown",
  "tags"
];
var testFields = [
  "description",
  "qemu-args",
  "timeout",
  "expect-failure",
  "devices",
  "faults",
  "expect-console",
  "each",
  "start",
  "after-bug",
  "shutdown",
  "tags"
];
var oneValueFields = {
  kernel: { expected: "a path or a spec such as debian:6.12", absent: "the host's default kernel is booted" },
  qemu: { expected: "default, host, a spec such as debian:trixie or a path", absent: "the pinned default is used" },
  "disk-image": { expected: "the path of a disk image", absent: "the built-in minimal root is used" },
  timeout: { expected: "a number of seconds", absent: "the suite's timeout is used, or 60 seconds" },
  "boot-timeout": { expected: "a number of seconds", absent: "a boot may take 60 seconds, under TCG 180" },
  "after-bug": { expected: "end or continue", absent: "the suite's value is used, or end" },
  shutdown: { expected: "run or skip", absent: "the suite's value is used, or skip" },
  start: { expected: "auto, clone or cold", absent: "the default is auto" }
};
var guestFolderNames = [
  "suite-setup",
  "setup",
  "run",
  "teardown",
  "suite-teardown",
  "modules",
  "artifacts",
  "logs"
];

// src/suite/suite-problem.ts
import { relative } from "node:path";
function formatProblem(problem, cwd, visible) {
  const shown = shownPath(problem.file, cwd);
  const place = problem.line === void 0 ? visible.path(shown) : `${visible.path(shown)}:${problem.line}`;
  const hint = problem.hint?.replaceAll(shellJoin([problem.file]), shellJoin([shown]));
  return `${place}: ${visible.words(problem.message)}${hint === void 0 ? "" : `
  hint: ${visible.words(hint)}`}`;
}
function sortProblems(problems) {
  const distinct = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...distinct.values()].toSorted((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
}
function quoted(text) {
  return JSON.stringify(cut(text));
}
function cut(text) {
  return text.length > 60 ? `${text.slice(0, 57)}\u2026` : text;
}
function shownPath(path, cwd) {
  const fromHere = relative(cwd, path);
  if (fromHere === "") return ".";
  return fromHere === ".." || fromHere.startsWith("../") ? path : fromHere;
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/suite/field-wording.ts
var relativeToSuite = "Paths are relative to the suite directory.";
var tableExample = 'For example: a line "SIZE MODE", and below it "16 read" and "4096 write".';
var fieldWording = {
  unknownField: (name, nearest, known) => ({
    message: `unknown field ${quoted(name)}`,
    hint: nearest === void 0 ? `Known here: ${known.join(", ")}.` : `Did you mean ${nearest}?`
  }),
  misplacedField: (name, belongsTo) => ({
    message: `${quoted(name)} is a field of a ${belongsTo}, not of a ${belongsTo === "suite" ? "test" : "suite"}`,
    hint: `Move it to ${belongsTo === "suite" ? `SUITE/info/${name}` : `SUITE/TEST/info/${name}`}.`
  }),
  emptyField: (field) => ({
    message: `expected ${oneValueFields[field].expected}, found nothing`,
    hint: `Without the file, ${oneValueFields[field].absent}: write a value or delete the file.`
  }),
  secondValue: (field, found) => ({
    message: `expected one value (${oneValueFields[field].expected}), found a second one: ${quoted(found)}`,
    hint: "Keep one line; this file takes no comments."
  }),
  badTimeout: (reason, found) => ({
    message: `${reason}; found ${quoted(found)}`,
    hint: "The unit is seconds; leave it out."
  }),
  badStart: (found, nearest) => ({
    message: `expected auto, clone or cold, found ${quoted(found)}`,
    hint: nearest === void 0 ? "auto suits almost every test." : `Did you mean ${nearest}?`
  }),
  badAfterBug: (found, nearest) => ({
    message: `expected end or continue, found ${quoted(found)}`,
    hint: nearest === void 0 ? "end suits almost every test: after such a bug no result is reliable." : `Did you mean ${nearest}?`
  }),
  badShutdown: (found, nearest) => ({
    message: `expected run or skip, found ${quoted(found)}`,
    hint: nearest === void 0 ? "skip suits almost every test; run is for drivers whose part in a shutdown is tested." : `Did you mean ${nearest}?`
  }),
  badExpectFailure: (found, nearest) => ({
    message: `expected fail, timeout, hang or crash [REGEX] on the first line, found ${quoted(found)}`,
    hint: nearest === void 0 ? "An empty file accepts any failure; free text may follow from the second line on." : `Did you mean ${nearest}?`
  }),
  badRegex: (pattern, reason) => ({
    message: `${quoted(pattern)} is not a regular expression: ${reason}`,
    hint: "Use JavaScript syntax; put a backslash before a literal . * + ? ( ) [ ] { } | ^ $ or \\."
  }),
  badTag: (found) => ({
    message: 'expected a tag (letters, digits, ".", "_" and "-", beginning with a letter or digit), found ' + quoted(found),
    hint: "Separate tags by blanks or line ends, for example: slow dma"
  }),
  tooManyTags: (limit, found) => ({
    message: `expected at most ${limit} tags, found ${found}`,
    hint: "Keep those by which you choose tests."
  }),
  // each.
  emptyTable: () => ({
    message: "expected a table, found nothing",
    hint: `Without the file, the test runs once. ${tableExample}`
  }),
  noRow: () => ({
    message: "expected at least one row below the names of the columns, found none",
    hint: tableExample
  }),
  tooManyRows: (limit, found) => ({
    message: `expected at most ${limit} rows, found ${found}`,
    hint: "Each row is a test with a machine of its own. Share the rows between several tests."
  }),
  tooManyColumns: (limit, found) => ({
    message: `expected at most ${limit} columns, found ${found}`,
    hint: tableExample
  }),
  badColumn: (found) => ({
    message: `expected the name of a variable (a letter, then letters, digits and "_"), found ${quoted(found)}`,
    hint: `The first line names the columns. ${tableExample}`
  }),
  reservedColumn: (found) => ({
    message: `a column may not be called ${quoted(found)}: every stage has a variable with that meaning`,
    hint: "Choose another name."
  }),
  repeatedColumn: (found) => ({
    message: `two columns are called ${quoted(found)}`,
    hint: "Rename one."
  }),
  badRow: (columns, values) => ({
    message: `expected ${columns.length} values (${cut(columns.join(" "))}), found ${values.length}`,
    hint: "Quote a value with blanks, and write '' for an empty one."
  }),
  badRowName: (column, found) => ({
    message: `the first column (${cut(column)}) names the test: a name may hold letters, digits, ".", "_" and "-", found ${quoted(found)}`,
    hint: "Put a column with short names first."
  }),
  repeatedRow: (name, firstLine) => ({
    message: `two rows are called ${quoted(name)}: the first is on line ${firstLine}`,
    hint: "The first column names the test. Put a column with different names first."
  }),
  badValue: (reason, found) => ({
    message: `${reason}, found ${quoted(found)}`,
    hint: "Put such data into a file in data/, and its name into the table."
  }),
  // Paths in fields.
  noSuchPath: (expected, path, alternatives) => ({
    message: `no such ${expected}: ${quoted(path)}`,
    hint: `${relativeToSuite}${alternatives}`
  }),
  pathOfOtherKind: (path, expected, found) => ({
    message: `${quoted(path)}: expected ${expected}, found ${found}`,
    hint: relativeToSuite
  }),
  pathLeadsNowhere: (path, text) => ({
    message: `${quoted(path)} is a link to ${quoted(text)}, which does not exist`,
    hint: relativeToSuite
  }),
  pathUnreadable: (path, reason) => ({
    message: `${quoted(path)} cannot be read: ${reason}`,
    hint: "Check its owner and mode with ls -l."
  }),
  expectedVariable: (word) => ({
    message: `expected DIR [NAME=VALUE \u2026], found ${quoted(word)}`,
    hint: "Write variables for make as NAME=VALUE, with quotes around blanks: EXTRA_CFLAGS='-DA -DB'."
  }),
  variableTaken: (name) => ({
    message: `${name} cannot be set here: the build sets it for each kernel`,
    hint: "Use a variable of your own Makefile. Flags for the compiler belong into ccflags-y or EXTRA_CFLAGS."
  }),
  badModuleName: (found) => ({
    message: `expected the name of a kernel module, found ${quoted(found)}`,
    hint: "Write names without a path and without .ko: xhci_pci usbhid. Parameters belong to modprobe in setup."
  }),
  expectedYesOrNo: () => ({
    message: "expected yes, no, or an empty file",
    hint: "yes, or an empty file: a warning of the compiler fails the build."
  }),
  noMakefile: (path) => ({
    message: `${quoted(path)}: expected a directory that can be built, found neither Kbuild nor Makefile nor dkms.conf in it`,
    hint: "Write a Makefile with at least: obj-m := NAME.o"
  }),
  namedTwice: (what, firstLine) => ({
    message: `${quoted(what)} is repeated: it is already on line ${firstLine}`,
    hint: "Delete one of the lines."
  }),
  // Quoted words.
  badQuoting: (problem) => problem.kind === "unbalanced-quote" ? {
    message: `the quote ${problem.quote} is opened here and never closed`,
    hint: `Close it, or write \\${problem.quote} for the character itself.`
  } : {
    message: "the text ends in a backslash that quotes nothing",
    hint: "Delete it, or write \\\\ for the character itself."
  },
  badDevice: (found) => ({
    message: `expected ID PATH [key=value \u2026], found ${quoted(found)}`,
    hint: "For example: tdc0 models/tdc.ts irq=msi"
  }),
  badDeviceId: (id) => ({
    message: `expected an id (a letter, then letters, digits, ".", "_" or "-"), found ${quoted(id)}`,
    hint: "A line is ID PATH [key=value \u2026], for example: tdc0 models/tdc.ts irq=msi"
  }),
  badParameter: (found) => ({
    message: `expected key=value, found ${quoted(found)}`,
    hint: "A line is ID PATH [key=value \u2026]; quote a value with blanks."
  }),
  repeatedParameter: (key) => ({
    message: `the parameter ${quoted(key)} is given twice`,
    hint: "Keep one."
  }),
  // expect-console.
  badExpectation: (found, nearest) => ({
    message: `expected allow REGEX or require REGEX, found ${quoted(found)}`,
    hint: nearest === void 0 ? 'Put a reason after " # ".' : `Did you mean ${nearest}?`
  }),
  noPattern: (kind) => ({
    message: `expected a regular expression after ${kind}, found nothing`,
    hint: "Write \\# for a # in the pattern."
  }),
  matchesAnything: (pattern) => ({
    message: `${quoted(pattern)} matches every line, even an empty one`,
    hint: "Write out the part of the message that matters."
  }),
  badUntil: (found) => ({
    message: `expected until=YYYY-MM-DD, found ${quoted(found)}`,
    hint: "For example: until=2027-01-31, the last day on which the line applies."
  }),
  repeatedUntil: () => ({ message: "until= is given twice", hint: "Keep one." }),
  untilOnRequire: () => ({
    message: "expected until= only with allow, found it with require",
    hint: "Delete it, or make the line an allow."
  })
};

// src/suite/problem-wording.ts
var wording = {
  ...fieldWording,
  // The suite and its contents.
  noSuchSuite: (nearest) => ({
    message: "no such directory",
    hint: nearest === void 0 ? "Give the path of a suite: a directory with one directory per test." : `Did you mean ${nearest}?`
  }),
  reservedSuiteName: (name) => ({
    message: `a suite cannot be called ${quoted(name)}: the results store the logs of the boot under that name`,
    hint: "Rename the directory."
  }),
  badName: (name) => ({
    message: `a name may hold letters, digits, ".", "_" and "-", found ${quoted(name)}`,
    hint: "Rename it: the name becomes a part of paths, reports and command lines."
  }),
  noTest: () => ({
    message: "expected at least one test in the suite, found none",
    hint: "A test is a directory with an executable called run: SUITE/TEST/run."
  }),
  sameButForCase: (other) => ({
    message: `the name differs from ${quoted(other)} only in case`,
    hint: "Rename one: their results would share a directory where file names ignore case."
  }),
  runInSuite: () => ({
    message: "expected run in the directory of a test, found it in the suite itself",
    hint: "Move run to SUITE/TEST/run. A directory with a run and no tests in it is a test of the suite above it."
  }),
  noRun: (similar) => ({
    message: "expected a test (a directory with run), info, or a directory named by info/modules or info/devices, found neither",
    hint: similar === void 0 ? "Add an executable called run, name the directory in info/modules or info/devices, call it lib if it has helpers for all tests, or move it out of the suite." : `Rename ${similar} to run if this is a test.`
  }),
  suiteInSuite: () => ({
    message: "expected a test, found a directory that looks like a suite",
    hint: "Name each suite on the command line: run SUITE SUITE \u2026"
  }),
  strayFile: (nearest) => ({
    message: "expected setup, teardown, info or the directory of a test, found another file",
    hint: nearest === void 0 ? "Put it into a test's data/ if that test needs it, into lib/ if all do, or else move it out of the suite." : `Did you mean ${nearest}?`
  }),
  strayTestEntry: (nearest) => ({
    message: "expected setup, run, teardown, data or info, found something else",
    hint: nearest === void 0 ? "Put it into data/ if the test needs it beside run." : `Did you mean ${nearest}?`
  }),
  // Kinds of files.
  expectedDirectory: (found) => ({
    message: `expected a directory, found ${found}`,
    hint: "Make it a directory, or delete it."
  }),
  expectedFile: (found) => ({
    message: `expected a file, found ${found}`,
    hint: "Replace it with a text file, or delete it."
  }),
  unreadable: (reason) => ({
    message: `cannot be read: ${reason}`,
    hint: "Check its owner and mode with ls -l."
  }),
  danglingLink: (text) => ({
    message: `found a link to ${quoted(text)}, which does not exist`,
    hint: "Correct the link, or put the file itself here."
  }),
  linkLeavesSuite: (text) => ({
    message: `found a link to ${quoted(text)}, which is outside the suite`,
    hint: "Copy what it points to into the suite. Kernels, disk images, modules and models may be outside: put their paths in info/."
  }),
  linkLoop: (text, copied) => ({
    message: `found a link to ${quoted(text)}, which contains the link itself: copying ${copied}/ would never end`,
    hint: "Point the link at a file, or at a directory that does not contain it."
  }),
  notForTheGuest: (copied) => ({
    message: `expected files, directories and links in ${copied}/, found a socket, pipe or device`,
    hint: "Remove it; setup can create it in the guest."
  }),
  tooMuchData: (what, reason) => ({
    message: `${what} too large: ${reason}`,
    hint: "It is copied for every machine. Put large files into a disk image (info/disk-image)."
  }),
  guestNameTaken: (name) => ({
    message: `data/ may not contain ${quoted(name)}: the test's folder in the guest has an entry with that name`,
    hint: `Rename it. Reserved names: ${guestFolderNames.join(", ")}.`
  }),
  libTaken: () => ({
    message: `data/ may not contain "lib" in this suite: the suite's lib/ is copied to that place`,
    hint: "Rename it, or move it into the lib/ of the suite if all tests may have it."
  }),
  libInTest: () => ({
    message: "expected setup, run, teardown, data or info, found lib: the suite's lib/ is copied to that place",
    hint: "Move it into data/ under another name, or into the lib/ of the suite if all tests may have it."
  }),
  runInLib: () => ({
    message: "lib/ holds the helpers of all tests and cannot be a test, found run in it",
    hint: "Rename the directory if it is a test. Rename run if it is a helper."
  }),
  dataInSuite: () => ({
    message: "expected data/ in the directory of a test, found it in the suite itself",
    hint: "Rename it to lib/ if all tests need it: they find it as ./lib. Move it to SUITE/TEST/data/ if one does."
  }),
  badConfigLine: (line) => ({
    message: `expected a line such as CONFIG_PCI_MSI=y, found ${quoted(line)}`,
    hint: 'Values are y, m, n, a number, or a text in double quotes. "# CONFIG_PCI_MSI is not set" is understood, too.'
  }),
  // Executables.
  stageIsNoFile: (stage, found) => ({
    message: `expected an executable file ${stage}, found ${found}`,
    hint: "Replace it with a program or script; put files that it needs into data/."
  }),
  notExecutable: (path) => ({
    message: "expected an executable, found a file without the execute bit",
    hint: `chmod +x ${shellJoin([path])}`
  }),
  emptyStage: () => ({
    message: "expected a program or script, found an empty file",
    hint: "Write it, or delete the file."
  }),
  shebangWithCarriageReturn: (line) => ({
    message: `expected LF line ends, found CR LF after ${quoted(line)}: the guest would look for an interpreter with a carriage return in its name`,
    hint: "Save the file with LF line ends."
  }),
  // Text.
  tooLarge: (limitBytes2) => ({
    message: `expected at most ${limitBytes2 / 1024} KiB of text, found more`,
    hint: "Is this the right file?"
  }),
  notUtf8: () => ({
    message: "expected UTF-8 text, found bytes that are not UTF-8",
    hint: "Save the file as UTF-8."
  }),
  nulByte: () => ({ message: "expected text, found a NUL byte", hint: "Save the file as UTF-8 text." })
};

// src/suite/reading.ts
import { join as join2, relative as relative2 } from "node:path";
function follow(entry, reading) {
  const target = entry.kind === "link" ? entry.target : entry;
  if (target?.kind === "unreadable") {
    reading.report(entry.path, void 0, wording.unreadable(target.reason));
    return void 0;
  }
  if (entry.kind === "link" && (target === void 0 || entry.resolvedPath === void 0)) {
    reading.report(entry.path, void 0, wording.danglingLink(entry.text));
    return void 0;
  }
  if (entry.kind === "link" && !isWithin(entry.resolvedPath ?? "", reading.root.realPath)) {
    reading.report(entry.path, void 0, wording.linkLeavesSuite(entry.text));
    return void 0;
  }
  if (entry.kind === "link") reading.onLink(pathInSuite(entry.resolvedPath ?? "", reading.root));
  return target;
}
function pathInSuite(realPath, root) {
  return join2(root.path, relative2(root.realPath, realPath));
}
function isWithin(path, directory) {
  return path === directory || path.startsWith(directory.endsWith("/") ? directory : `${directory}/`);
}
function kindInWords(kind) {
  switch (kind) {
    case "directory":
      return "a directory";
    case "file":
      return "a file";
    case "link":
      return "a link";
    case "other":
      return "a socket, pipe or device";
    case "unreadable":
      return "something that cannot be read";
  }
}

// src/suite/named-paths.ts
function resolveKernel(file, value, reading) {
  if (isSpec(value.text, reading)) return value.text;
  const [image, modules] = splitKernelPath(value.text);
  const named = { file, line: value.number };
  const alternatives = " A kernel can also be a spec such as debian:6.12.";
  requireKind({ ...named, path: image }, "file", { reading, alternatives });
  const imagePath = resolve2(reading.root.path, image);
  if (modules === void 0) return imagePath;
  requireKind({ ...named, path: modules }, "directory", { reading, alternatives: "" });
  return `${imagePath},modules=${resolve2(reading.root.path, modules)}`;
}
function resolveQemu(file, value, reading) {
  if (value.text === "default" || value.text === "host" || isSpec(value.text, reading)) return value.text;
  const named = { file, line: value.number, path: value.text };
  const alternatives = " A QEMU can also be default, host or a spec such as debian:trixie.";
  const found = requireKind(named, "file", { reading, alternatives });
  if (found?.kind === "file" && !found.executable) {
    reading.report(
      file.path,
      value.number,
      wording.pathOfOtherKind(value.text, "an executable", "a file without the execute bit")
    );
  }
  return resolve2(reading.root.path, value.text);
}
function resolveDiskImage(file, value, reading) {
  requireKind({ file, line: value.number, path: value.text }, "file", { reading, alternatives: "" });
  return resolve2(reading.root.path, value.text);
}
function splitKernelPath(text) {
  const separator = ",modules=";
  const at = text.lastIndexOf(separator);
  return at === -1 ? [text, void 0] : [text.slice(0, at), text.slice(at + separator.length)];
}
function requireKind({ file, line, path }, expected, { reading, alternatives }) {
  const entry = reading.lookUp(resolve2(reading.root.path, path));
  const target = entry?.kind === "link" ? entry.target : entry;
  if (target?.kind === "unreadable") {
    reading.report(file.path, line, wording.pathUnreadable(path, target.reason));
  } else if (target !== void 0 && expected.split(" or ").includes(target.kind)) {
    return target;
  } else if (target !== void 0) {
    reading.report(file.path, line, wording.pathOfOtherKind(path, `a ${expected}`, kindInWords(target.kind)));
  } else if (entry?.kind === "link") {
    reading.report(file.path, line, wording.pathLeadsNowhere(path, entry.text));
  } else {
    reading.report(
      file.path,
      line,
      wording.noSuchPath(expected === "directory" ? "directory" : "file", path, alternatives)
    );
  }
  return void 0;
}
function isSpec(text, reading) {
  return /^[a-z][a-z0-9]*:/i.test(text) && reading.lookUp(resolve2(reading.root.path, text)) === void 0;
}

// src/text/nearest-name.ts
function nearestName(name, candidates) {
  const [nearest] = nearestNames(name, candidates, 1);
  return nearest;
}
function nearestNames(name, candidates, count) {
  const allowedEdits = Math.max(1, Math.floor(name.length / 3));
  return candidates.map((candidate) => ({ candidate, edits: editDistance(name.toLowerCase(), candidate.toLowerCase()) })).filter(({ edits }) => edits <= allowedEdits).sort((a, b) => a.edits - b.edits).slice(0, count).map(({ candidate }) => candidate);
}
function editDistance(from, to) {
  const rows = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  const at = (row, column) => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const edits = [at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (same ? 0 : 1)];
      if (swapped) edits.push(at(row - 2, column - 2) + 1);
      current.push(Math.min(...edits));
    }
  }
  return at(from.length, to.length);
}

// src/plan/container-kernel-spec.ts
var form = "Write oci:REGISTRY/NAME:TAG or oci:REGISTRY/NAME@sha256:\u2026, for example oci:quay.io/lvh-images/kernel-images:6.6-main";
var maxNameChars = 255;
var component = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
var repositoryPattern = new RegExp(`^${component}(?:/${component})*$`);
var tagPattern = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
var hostPattern = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:]+\])(?::[0-9]{1,5})?$/;
function parseContainerKernel(text, rest) {
  if (rest === "") return specProblem(`${text}: expected an image, found nothing`, form);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(rest))
    return specProblem(
      `${text}: expected an image without ${rest.slice(0, rest.indexOf("//") + 2)}`,
      "A registry is asked over https, one on this machine (localhost) over http."
    );
  const at = rest.indexOf("@");
  const digest = at === -1 ? void 0 : rest.slice(at + 1);
  if (digest !== void 0 && !/^sha256:[0-9a-f]{64}$/.test(digest))
    return specProblem(
      `${text}: expected @sha256: and 64 hexadecimal digits in lower case, found ${JSON.stringify(`@${digest}`)}`,
      form
    );
  const { registry, path } = splitRegistry(at === -1 ? rest : rest.slice(0, at));
  const colon = path.indexOf(":");
  const name = colon === -1 ? path : path.slice(0, colon);
  const tag = colon === -1 ? void 0 : path.slice(colon + 1);
  const problem = problemOfNames(text, { registry, name, tag });
  if (problem !== void 0) return problem;
  const repository = registry === "docker.io" && !name.includes("/") ? `library/${name}` : name;
  const image = {
    registry,
    repository,
    tag: tag ?? (digest === void 0 ? "latest" : void 0),
    digest
  };
  return { kind: "spec", spec: { kind: "container", text, image } };
}
function splitRegistry(name) {
  const slash = name.indexOf("/");
  const first = slash === -1 ? "" : name.slice(0, slash);
  const isHost = first === "localhost" || /[.:]/.test(first);
  return isHost ? { registry: first, path: name.slice(slash + 1) } : { registry: "docker.io", path: name };
}
function problemOfNames(text, { registry, name, tag }) {
  if (!hostPattern.test(registry))
    return specProblem(`${text}: expected a registry such as quay.io or localhost:5000, found ${registry}`, form);
  if (name.length > maxNameChars || !repositoryPattern.test(name)) {
    const isUpperCase = repositoryPattern.test(name.toLowerCase());
    const what = isUpperCase ? "an image name in lower case" : "an image name";
    return specProblem(`${text}: expected ${what}, found ${JSON.stringify(name)}`, form);
  }
  if (tag !== void 0 && !tagPattern.test(tag))
    return specProblem(`${text}: expected a tag of letters, digits, ., _ and -, found ${JSON.stringify(tag)}`, form);
  return void 0;
}

// src/plan/fetched-kernel-spec.ts
var schemes = ["https:", "http:", "file:"];
var forms = {
  deb: "deb:https://HOST/linux-image\u2026.deb#sha256=\u2026,https://HOST/linux-modules\u2026.deb#sha256=\u2026",
  rpm: "rpm:https://HOST/kernel-core\u2026.rpm#sha256=\u2026,https://HOST/kernel-modules-core\u2026.rpm#sha256=\u2026",
  url: "url:https://HOST/bzImage#sha256=\u2026"
};
function parseFetchedKernel(text, prefix, rest) {
  const parts = rest.split(",");
  const files = [];
  for (const part of parts) {
    const parsed = parseFile(text, prefix, part);
    if (parsed.kind === "problem") return parsed;
    if (files.some(({ url }) => url === parsed.spec.url))
      return specProblem(`${text}: expected each file once, found ${parsed.spec.url} twice`, formHint(prefix));
    files.push(parsed.spec);
  }
  if (prefix !== "url") return { kind: "spec", spec: { kind: "packages", text, format: prefix, files } };
  const [file, second] = files;
  if (file !== void 0 && second === void 0) return { kind: "spec", spec: { kind: "image", text, file } };
  return specProblem(`${text}: expected one kernel image after url:, found ${files.length} files`, formHint(prefix));
}
function parseFile(text, prefix, part) {
  const hash = part.indexOf("#");
  const address = hash === -1 ? part : part.slice(0, hash);
  const problem = problemOfAddress(text, prefix, address);
  if (problem !== void 0) return problem;
  const digest = hash === -1 ? void 0 : /^sha256=([0-9a-f]{64})$/i.exec(part.slice(hash + 1))?.[1];
  if (hash !== -1 && digest === void 0)
    return specProblem(
      `${text}: expected #sha256= and 64 hexadecimal digits after ${address}, found ${part.slice(hash)}`,
      "sha256sum FILE prints the digest. Without #\u2026, the file is fetched, and its digest is told."
    );
  return { kind: "spec", spec: { url: new URL(address).href, sha256: digest?.toLowerCase() } };
}
function problemOfAddress(text, prefix, address) {
  const found = JSON.stringify(address);
  if (/[\s\\]/.test(address))
    return specProblem(`${text}: expected an address without blanks, found ${found}`, "A blank is written %20.");
  const url = URL.canParse(address) ? new URL(address) : void 0;
  if (url === void 0)
    return specProblem(`${text}: expected an address, found ${found}`, addressHint(prefix, address));
  if (!schemes.includes(url.protocol))
    return specProblem(`${text}: expected https://, http:// or file:///, found ${url.protocol}//`, formHint(prefix));
  if (url.username !== "" || url.password !== "")
    return specProblem(
      `${text.replace(/\/\/[^/@]*@/g, "//\u2026@")}: expected an address without a user and password`,
      "The spec is written into results. Fetch the file, and give its file:/// address."
    );
  if (address.includes("?"))
    return specProblem(
      `${text}: expected an address without a query, found ${url.search || "?"}`,
      "Such addresses often hold a key, and the spec is written into results. Fetch the file, and give its file:/// address."
    );
  if (url.protocol === "file:" && (url.host !== "" || url.pathname === "/"))
    return specProblem(`${text}: expected file:/// and an absolute path, found ${found}`, formHint(prefix));
  return void 0;
}
function addressHint(prefix, address) {
  if (address.startsWith("/")) return `Did you mean ${prefix}:file://${address}?`;
  const commas = prefix === "url" ? "" : " Commas separate packages.";
  return address === "" ? formHint(prefix) : `An address begins with https://, http:// or file:///.${commas}`;
}
function formHint(prefix) {
  return `Write ${forms[prefix]}`;
}

// src/plan/source-spec.ts
import { resolve as resolve3 } from "node:path";

// src/plan/kernel-flavours.ts
var kernelFlavours = [
  "kasan",
  "kcsan",
  "lockdep",
  "kmemleak",
  "ubsan",
  "dma-debug",
  "fault-injection",
  "gcov"
];
var sets = {
  plain: [],
  debug: ["kasan", "lockdep", "kmemleak", "ubsan", "dma-debug", "fault-injection"]
};
var flavourNames = [...kernelFlavours, ...Object.keys(sets)];
var memoryMiB = { kasan: 512, kmemleak: 512, kcsan: 512 };
var exclusive = [["kasan", "kcsan"]];
function memoryOfFlavours(flavours2) {
  const needs = flavours2.flatMap((flavour) => memoryMiB[flavour] ?? []);
  return needs.length === 0 ? void 0 : Math.max(...needs);
}
function labelOfFlavours(flavours2) {
  const same = Object.entries(sets).find(
    ([, members]) => members.length === flavours2.length && members.every((member) => flavours2.includes(member))
  );
  return same?.[0] ?? flavours2.join("-");
}
function parseFlavours(text, words) {
  const names = words.split("+").slice(1);
  const unknown = names.find((name) => !flavourNames.includes(name));
  if (unknown !== void 0) return { kind: "problem", problem: unknownFlavour(text, unknown) };
  const wanted = new Set(names.flatMap((name) => sets[name] ?? kernelFlavours.filter((known) => known === name)));
  const clash = exclusive.find((pair) => pair.every((flavour) => wanted.has(flavour)));
  if (clash !== void 0)
    return specProblem(
      `${text}: a kernel has either ${clash[0]} or ${clash[1]}, not both`,
      "Test with two kernels: give --kernel twice."
    );
  return { kind: "spec", spec: kernelFlavours.filter((flavour) => wanted.has(flavour)) };
}
function unknownFlavour(text, name) {
  const nearest = nearestName(name, flavourNames);
  const all = `The flavours are ${flavourNames.join(", ")}.`;
  return {
    message: `${text}: expected a flavour after +, found ${name === "" ? "nothing" : JSON.stringify(name)}`,
    hint: nearest === void 0 ? all : `Did you mean +${nearest}? ${all}`
  };
}

// src/plan/source-spec.ts
var seriesPattern = /^(\d+\.\d+|[a-z]+(?:-backports)?)(?:-(.+))?$/;
var treeForm = "A source tree is tree:PATH, tree:PATH+FLAVOUR+FLAVOUR or tree:PATH#config=FILE.";
function parsePackagedSource(text, distribution, rest) {
  const at = rest.indexOf("+");
  const series = rest.slice(0, at);
  const [, plainSeries, variant] = seriesPattern.exec(series) ?? [];
  if (plainSeries === void 0)
    return specProblem(
      `${text}: expected a series such as 6.12, or the name of a suite, before +, found ${JSON.stringify(series)}`,
      `Kernels with flavours are built from source, for example ${distribution}:6.12+kasan.`
    );
  if (variant !== void 0)
    return specProblem(
      `${text}: expected a series such as ${plainSeries} before +, found ${JSON.stringify(series)}`,
      `A kernel that is built from source has a configuration of its own. Did you mean ${distribution}:${plainSeries}${rest.slice(at)}?`
    );
  const flavours2 = parseFlavours(text, rest.slice(at));
  if (flavours2.kind === "problem") return flavours2;
  const source = { kind: "package", distribution, series: plainSeries };
  return { kind: "spec", spec: { kind: "source", text, source, flavours: flavours2.spec } };
}
function parseTreeSource(text, rest, baseDirectory) {
  const [, place = "", config] = /^(.*?)(?:#config=(.*))?$/s.exec(rest) ?? [];
  const [, path = "", words = ""] = /^(.*?)((?:\+[^/+]*)*)$/s.exec(place) ?? [];
  if (path === "") return specProblem(`${text}: expected the path of a kernel source tree, found nothing`, treeForm);
  if (config === "") return specProblem(`${text}: expected a file after #config=, found nothing`, treeForm);
  if (config === void 0 && place.includes("#"))
    return specProblem(
      `${text}: expected #config=FILE, found ${JSON.stringify(place.slice(place.indexOf("#")))}`,
      treeForm
    );
  const flavours2 = parseFlavours(text, words);
  if (flavours2.kind === "problem")
    return specProblem(
      flavours2.problem.message,
      `${flavours2.problem.hint ?? ""} If the + belongs to the path, end the path in a slash.`
    );
  const source = {
    kind: "tree",
    path: resolve3(baseDirectory, path),
    config: config === void 0 ? void 0 : resolve3(baseDirectory, config)
  };
  return { kind: "spec", spec: { kind: "source", text, source, flavours: flavours2.spec } };
}

// src/plan/kernel-spec.ts
var accepted = "A kernel is DISTRIBUTION:SERIES such as debian:6.12, debian:6.12-cloud, debian:6.12-rt or ubuntu:24.04, a kernel that is built from source such as debian:6.12+kasan+lockdep or tree:PATH, or a path, optionally PATH,modules=DIR, or deb:, rpm:, url: or oci: (docs/kernels.md).";
var flavours = ["cloud", "rt", "hwe"];
var seriesPattern2 = /^(\d+\.\d+|[a-z]+(?:-backports)?)(?:-(.+))?$/;
function parseKernelSpec(text, baseDirectory) {
  if (text.trim() === "") return specProblem("expected a kernel, found nothing", accepted);
  const [, distribution, rest] = /^([A-Za-z][A-Za-z0-9]*):(.*)$/s.exec(text) ?? [];
  if (distribution !== void 0 && rest !== void 0) {
    switch (distribution) {
      case "deb":
      case "rpm":
      case "url":
        return parseFetchedKernel(text, distribution, rest);
      case "oci":
        return parseContainerKernel(text, rest);
      case "tree":
        return parseTreeSource(text, rest, baseDirectory);
      default:
        return parseDistribution(text, distribution, rest);
    }
  }
  const similar = distributionSpelling(text);
  if (similar !== void 0)
    return specProblem(
      `${text}: expected a kernel`,
      `Did you mean ${similar}? Write ./${text} for a file of that name.`
    );
  return parsePath(text, baseDirectory);
}
function parseDistribution(text, distribution, rest) {
  if (distribution === "build") return specProblem(`${text}: expected a kernel`, `Did you mean tree:${rest}?`);
  if (distribution !== distribution.toLowerCase()) {
    return specProblem(
      `${text}: expected a distribution in lower case, found ${distribution}`,
      `Did you mean ${text.toLowerCase()}?`
    );
  }
  if (rest.includes("+")) return parsePackagedSource(text, distribution, rest);
  const [, series, flavour] = seriesPattern2.exec(rest) ?? [];
  if (series === void 0)
    return specProblem(
      `${text}: expected a series such as 6.12, or the name of a suite, after ${distribution}:, found ${JSON.stringify(rest)}`,
      hintForSeries(distribution, rest)
    );
  const spec = { kind: "distribution", text, distribution, series };
  if (flavour === void 0) return { kind: "spec", spec: { ...spec, flavour: "generic" } };
  const known = flavours.find((candidate) => candidate === flavour);
  if (known !== void 0) return { kind: "spec", spec: { ...spec, flavour: known } };
  const nearest = nearestName(flavour, flavours);
  const hint = nearest === void 0 ? accepted : `Did you mean ${distribution}:${series}-${nearest}?`;
  return specProblem(`${text}: expected the flavour cloud, rt or hwe, found ${JSON.stringify(flavour)}`, hint);
}
function hintForSeries(distribution, rest) {
  const [series] = /^\d+\.\d+(?=[.-])/.exec(rest.replace(/^v/, "")) ?? [];
  return series === void 0 ? accepted : `The newest kernel of a series is booted. Did you mean ${distribution}:${series}?`;
}
function distributionSpelling(text) {
  const [, distribution = "debian", series, flavour = ""] = /^(?:(debian|ubuntu)[-_ ]?)?v?(\d+\.\d+)(-cloud|-rt)?$/.exec(text) ?? [];
  return series === void 0 ? void 0 : `${distribution}:${series}${flavour}`;
}
function parsePath(text, baseDirectory) {
  const [image, modules] = splitKernelPath(text);
  if (image === "" || modules === "")
    return specProblem(`${text}: expected PATH,modules=DIR with neither of them empty`, accepted);
  return {
    kind: "spec",
    spec: {
      kind: "path",
      text,
      image: resolve4(baseDirectory, image),
      modules: modules === void 0 ? void 0 : resolve4(baseDirectory, modules)
    }
  };
}

// src/plan/qemu-spec.ts
import { resolve as resolve5 } from "node:path";
var accepted2 = "A QEMU is default, host (the one on PATH), DISTRIBUTION:SUITE such as debian:trixie or ubuntu:26.04, or a path with a slash in it.";
var defaultQemu = { kind: "default", text: "default" };
function parseQemuSpec(text, baseDirectory) {
  if (text.trim() === "") return specProblem("expected a QEMU, found nothing", accepted2);
  if (text === "default") return { kind: "spec", spec: defaultQemu };
  if (text === "host") return { kind: "spec", spec: { kind: "host", text } };
  const [, distribution, suite] = /^([A-Za-z][A-Za-z0-9]*):(.*)$/s.exec(text) ?? [];
  if (distribution !== void 0 && suite !== void 0) return parseDistribution2(text, distribution, suite);
  if (text.includes("/")) return { kind: "spec", spec: { kind: "path", text, path: resolve5(baseDirectory, text) } };
  const nearest = nearestName(text, ["default", "host"]);
  const hint = nearest === void 0 ? `${accepted2} Write ./${text} for a file of that name.` : `Did you mean ${nearest}?`;
  return specProblem(`${text}: expected a QEMU`, hint);
}
function parseDistribution2(text, distribution, suite) {
  if (text !== text.toLowerCase())
    return specProblem(
      `${text}: expected a distribution and a suite in lower case`,
      `Did you mean ${text.toLowerCase()}?`
    );
  if (/^[a-z0-9][a-z0-9.-]*$/.test(suite))
    return { kind: "spec", spec: { kind: "distribution", text, distribution, suite } };
  return specProblem(
    `${text}: expected the name of a suite such as trixie after ${distribution}:, found ${JSON.stringify(suite)}`,
    accepted2
  );
}

// src/plan/suite-specs.ts
function parseSuiteSpecs(suite) {
  const kernel = suite.kernel === void 0 ? void 0 : parseKernelSpec(suite.kernel, suite.directory);
  const qemu = suite.qemu === void 0 ? void 0 : parseQemuSpec(suite.qemu, suite.directory);
  return {
    kernel: kernel?.kind === "spec" ? kernel.spec : void 0,
    qemu: qemu?.kind === "spec" ? qemu.spec : void 0,
    problems: [...problemIn(suite, "kernel", kernel), ...problemIn(suite, "qemu", qemu)]
  };
}
function problemIn(suite, field, parsed) {
  if (parsed?.kind !== "problem") return [];
  return [{ file: join3(suite.directory, "info", field), line: 1, ...parsed.problem }];
}

// src/suite/parse-suite.ts
import { basename as basename2, dirname } from "node:path";

// src/bounds/default-timeout.ts
var defaultTimeoutMs = 6e4;

// src/suite/text-file.ts
function listLines(file) {
  return linesOf(file).map(({ number, text }) => ({ number, text: text.replace(/(?:^|\s)#.*$/, "").trim() })).filter(({ text }) => text !== "");
}
var limitBytes = 1024 * 1024;
var lineFeed = 10;
function readTextFile(file, report) {
  const content = file.read(limitBytes);
  if (content.kind === "unreadable") {
    report(file.path, void 0, wording.unreadable(content.reason));
    return void 0;
  }
  if (!content.complete) {
    report(file.path, void 0, wording.tooLarge(limitBytes));
    return void 0;
  }
  const text = decodeUtf8(content.bytes);
  if (text === void 0) {
    report(file.path, firstUndecodableLine(content.bytes), wording.notUtf8());
    return void 0;
  }
  return withoutNul({ path: file.path, text: text.replaceAll(/\r\n?/g, "\n") }, report);
}
function linesOf(file) {
  return file.text.split("\n").map((text, index) => ({ number: index + 1, text }));
}
function withoutNul(file, report) {
  const line = linesOf(file).find(({ text }) => text.includes("\0"));
  if (line === void 0) return file;
  report(file.path, line.number, wording.nulByte());
  return void 0;
}
function decodeUtf8(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return void 0;
    throw cause;
  }
}
function firstUndecodableLine(bytes) {
  let start = 0;
  for (let number = 1; ; number++) {
    const end = bytes.indexOf(lineFeed, start);
    if (end === -1 || decodeUtf8(bytes.subarray(start, end)) === void 0) return number;
    start = end + 1;
  }
}

// src/suite/field-values.ts
function readOneValue(file, field, report) {
  const [value, second] = linesOf(file).map(({ number, text }) => ({ number, text: text.trim() })).filter(({ text }) => text !== "");
  if (value === void 0) {
    report(file.path, 1, wording.emptyField(field));
    return void 0;
  }
  if (second !== void 0) {
    report(file.path, second.number, wording.secondValue(field, second.text));
    return void 0;
  }
  return value;
}
function parseTimeout(file, report, field = "timeout") {
  const value = readOneValue(file, field, report);
  if (value === void 0) return void 0;
  const seconds = parseSeconds(value.text);
  if (seconds.kind === "duration") return seconds.durationMs;
  report(file.path, value.number, wording.badTimeout(seconds.reason, value.text));
  return void 0;
}
var afterBugWords = ["end", "continue"];
function parseAfterBug(file, report) {
  const value = readOneValue(file, "after-bug", report);
  if (value === void 0) return void 0;
  const word = afterBugWords.find((candidate) => candidate === value.text);
  if (word === void 0)
    report(file.path, value.number, wording.badAfterBug(value.text, nearestName(value.text, afterBugWords)));
  return word;
}
var shutdownWords = ["run", "skip"];
function parseShutdown(file, report) {
  const value = readOneValue(file, "shutdown", report);
  if (value === void 0) return void 0;
  const word = shutdownWords.find((candidate) => candidate === value.text);
  if (word === void 0)
    report(file.path, value.number, wording.badShutdown(value.text, nearestName(value.text, shutdownWords)));
  return word;
}
var longestSeconds = 7 * 24 * 60 * 60;
function parseSeconds(text) {
  if (!/^\d+(?:\.\d+)?$/.test(text))
    return { kind: "problem", reason: "expected a number of seconds above 0, such as 60 or 2.5" };
  const seconds = Number(text);
  if (seconds > longestSeconds)
    return { kind: "problem", reason: `expected at most ${longestSeconds} seconds (a week)` };
  const durationMs = Math.round(seconds * 1e3);
  if (durationMs === 0) return { kind: "problem", reason: "expected at least 0.001 seconds" };
  return { kind: "duration", durationMs };
}
function parseRegex(pattern, complain) {
  try {
    return new RegExp(pattern);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    complain(wording.badRegex(pattern, cause.message.slice(cause.message.lastIndexOf(": ") + 2)));
    return void 0;
  }
}
var failureKinds = ["fail", "timeout", "hang", "crash"];
function parseExpectFailure(file, report) {
  const first = linesOf(file).find(({ text }) => text.trim() !== "");
  if (first === void 0) return { kind: "any-failure" };
  const line = first.text.trim();
  const [, word = "", rest = ""] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
  const kind = failureKinds.find((candidate) => candidate === word);
  if (kind === void 0 || kind !== "crash" && rest !== "") {
    report(file.path, first.number, wording.badExpectFailure(line, kind ?? nearestName(word, failureKinds)));
    return { kind: "any-failure" };
  }
  if (kind !== "crash") return { kind };
  const title = rest === "" ? void 0 : parseRegex(rest, (problem) => report(file.path, first.number, problem));
  return { kind, title };
}

// src/suite/console-expectations.ts
function parseConsoleExpectations(file, report) {
  return linesOf(file).flatMap(({ number, text }) => {
    const line = splitComment(text);
    if (line.content === "") return [];
    const expectation = parseExpectation(line, (words) => report(file.path, number, words));
    return expectation === void 0 ? [] : [{ ...expectation, file: file.path, line: number }];
  });
}
function parseExpectation({ content, comment }, complain) {
  const [, kind, rest] = /^(\S+)\s*(.*)$/.exec(content) ?? [];
  if (kind !== "allow" && kind !== "require") {
    complain(wording.badExpectation(content, nearestName(kind ?? "", ["allow", "require"])));
    return void 0;
  }
  const before = splitUntil(rest ?? "");
  const after = splitUntil(comment);
  const pattern = parsePattern(kind, before.text, complain);
  const until = parseUntil([...before.days, ...after.days], complain);
  if (kind === "require" && until !== void 0) complain(wording.untilOnRequire());
  return pattern === void 0 ? void 0 : { kind, pattern, reason: after.text, until };
}
function parsePattern(kind, text, complain) {
  if (text === "") {
    complain(wording.noPattern(kind));
    return void 0;
  }
  const pattern = parseRegex(text, complain);
  if (pattern?.test("") !== true) return pattern;
  complain(wording.matchesAnything(text));
  return void 0;
}
function splitComment(text) {
  for (let position = 0; position < text.length; position++) {
    const character = text.charAt(position);
    if (character === "\\") position++;
    else if (character === "#" && /^$|\s$/.test(text.slice(0, position).slice(-1))) {
      return { content: text.slice(0, position).trim(), comment: text.slice(position + 1).trim() };
    }
  }
  return { content: text.trim(), comment: "" };
}
function splitUntil(text) {
  const days = [];
  const kept = text.replaceAll(/(?:^|\s+)until=(\S*)(?=\s|$)/g, (_whole, day) => {
    days.push(day);
    return "";
  });
  return { text: kept.trim(), days };
}
function parseUntil([day, second], complain) {
  if (day === void 0) return void 0;
  if (second !== void 0) complain(wording.repeatedUntil());
  if (!isDay(day)) complain(wording.badUntil(`until=${day}`));
  return day;
}
function isDay(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const midnight = /* @__PURE__ */ new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

// src/suite/data-directory.ts
import { basename } from "node:path";
function parseDataDirectory(entry, lib, reading) {
  const data = entry === void 0 ? void 0 : directoryOf(entry, reading);
  if (data === void 0) return void 0;
  for (const [name, { path }] of data.entries) {
    if (guestFolderNames.some((taken) => taken === name)) reading.report(path, void 0, wording.guestNameTaken(name));
    else if (name === libName && lib !== void 0) reading.report(path, void 0, wording.libTaken());
  }
  return checkTree(data, lib, reading).path;
}
var libName = "lib";
function parseLibDirectory(entry, reading) {
  const lib = entry === void 0 ? void 0 : directoryOf(entry, reading);
  if (lib === void 0) return void 0;
  const run = lib.entries.get("run");
  if (run !== void 0) reading.report(run.path, void 0, wording.runInLib());
  return checkTree(lib, void 0, reading);
}
function directoryOf(entry, reading) {
  const found = follow(entry, reading);
  if (found === void 0 || found.kind === "directory") return found;
  reading.report(found.path, void 0, wording.expectedDirectory(kindInWords(found.kind)));
  return void 0;
}
function checkTree(directory, others, reading) {
  const { path } = directory;
  const size = { bytes: others?.bytes ?? 0, entries: others?.entries ?? 0 };
  const title = basename(path);
  walk(directory, { title, above: [], seen: /* @__PURE__ */ new Set(), size }, reading);
  const excess = excessOf(size);
  if (excess === void 0) return { path, ...size };
  const together = others === void 0 ? `${title}/ is` : `${title}/ and ${basename(others.path)}/ together are`;
  reading.report(path, void 0, wording.tooMuchData(together, excess));
  return { path, bytes: 0, entries: 0 };
}
function excessOf({ bytes, entries }) {
  if (entries > bounds.data.entries) return `expected at most ${bounds.data.entries} files and directories, found more`;
  return bytes > bounds.data.bytes ? `expected at most ${bounds.data.bytes / 1024 ** 2} MiB, found ${Math.ceil(bytes / 1024 ** 2)} MiB` : void 0;
}
function walk(directory, trail, reading) {
  const above = [...trail.above, directory.realPath];
  trail.seen.add(directory.realPath);
  if (above.length > bounds.data.depth) {
    reading.report(
      directory.path,
      void 0,
      wording.tooMuchData(`${trail.title}/ is`, `expected at most ${bounds.data.depth} nested directories, found more`)
    );
    return;
  }
  for (const entry of directory.entries.values()) {
    if (++trail.size.entries > bounds.data.entries) return;
    const target = follow(entry, reading);
    if (target?.kind === "file") trail.size.bytes += target.sizeBytes;
    if (target?.kind === "other") reading.report(target.path, void 0, wording.notForTheGuest(trail.title));
    if (target?.kind !== "directory") continue;
    const leadsBack = entry.kind === "link" && above.some((path) => isWithin(path, target.realPath));
    if (leadsBack) reading.report(entry.path, void 0, wording.linkLoop(entry.text, trail.title));
    else if (!trail.seen.has(target.realPath)) walk(target, { ...trail, above }, reading);
  }
}

// src/suite/device-lines.ts
import { resolve as resolve6 } from "node:path";

// src/suite/shell-words.ts
function splitShellWords(text) {
  const words = [];
  let word;
  let position = 0;
  while (position < text.length) {
    const token = nextToken(text, position, word === void 0);
    switch (token.kind) {
      case "problem":
        return token.problem;
      case "text":
        word = (word ?? "") + token.text;
        break;
      case "separator":
        if (word !== void 0) words.push(word);
        word = void 0;
        break;
      case "nothing":
        break;
    }
    position = token.end;
  }
  if (word !== void 0) words.push(word);
  return { kind: "words", words };
}
function nextToken(text, start, atWordStart) {
  const character = text.charAt(start);
  switch (character) {
    case " ":
    case "	":
    case "\r":
    case "\n":
      return { kind: "separator", end: start + 1 };
    case "#":
      if (atWordStart) return { kind: "nothing", end: endOfLine(text, start) };
      return { kind: "text", text: "#", end: start + 1 };
    case "\\":
      return escapedCharacter(text, start);
    case "'":
      return singleQuoted(text, start);
    case '"':
      return doubleQuoted(text, start);
    default:
      return { kind: "text", text: character, end: start + 1 };
  }
}
function escapedCharacter(text, start) {
  const escaped = text.charAt(start + 1);
  if (escaped === "") return { kind: "problem", problem: { kind: "trailing-backslash", line: lineAt(text, start) } };
  if (escaped === "\n") return { kind: "nothing", end: start + 2 };
  return { kind: "text", text: escaped, end: start + 2 };
}
function singleQuoted(text, start) {
  const end = text.indexOf("'", start + 1);
  if (end === -1) return unbalanced(text, start, "'");
  return { kind: "text", text: text.slice(start + 1, end), end: end + 1 };
}
function doubleQuoted(text, start) {
  let content = "";
  for (let position = start + 1; position < text.length; position++) {
    const character = text.charAt(position);
    if (character === '"') return { kind: "text", text: content, end: position + 1 };
    if (character !== "\\" || position + 1 === text.length) {
      content += character;
      continue;
    }
    position++;
    content += escapedInDoubleQuotes(text.charAt(position));
  }
  return unbalanced(text, start, '"');
}
function escapedInDoubleQuotes(character) {
  if (character === "\n") return "";
  return ["$", "`", '"', "\\"].includes(character) ? character : `\\${character}`;
}
function unbalanced(text, start, quote) {
  return { kind: "problem", problem: { kind: "unbalanced-quote", quote, line: lineAt(text, start) } };
}
function endOfLine(text, start) {
  const end = text.indexOf("\n", start);
  return end === -1 ? text.length : end;
}
function lineAt(text, position) {
  return text.slice(0, position).split("\n").length;
}

// src/suite/device-lines.ts
function parseDevices(file, reading) {
  const lineOf = /* @__PURE__ */ new Map();
  return linesOf(file).flatMap((line) => {
    const device = parseDevice(file, line, reading);
    if (device === void 0) return [];
    const firstLine = lineOf.get(device.id);
    if (firstLine === void 0) lineOf.set(device.id, line.number);
    else reading.report(file.path, line.number, wording.namedTwice(device.id, firstLine));
    return [device];
  });
}
function parseDevice(file, { number, text }, reading) {
  const complain = (words) => reading.report(file.path, number, words);
  const parsed = splitShellWords(text);
  if (parsed.kind !== "words") {
    complain(wording.badQuoting(parsed));
    return void 0;
  }
  const [id, path, ...parameters] = parsed.words;
  if (id === void 0) return void 0;
  if (!/^[A-Za-z][A-Za-z0-9._-]*$/.test(id)) complain(wording.badDeviceId(id));
  if (path === void 0) {
    complain(wording.badDevice(text.trim()));
    return void 0;
  }
  requireKind({ file, line: number, path }, "file or directory", { reading, alternatives: "" });
  return {
    id,
    path: resolve6(reading.root.path, path),
    parameters: parseParameters(parameters, complain),
    file: file.path,
    line: number
  };
}
function parseParameters(words, complain) {
  const parameters = /* @__PURE__ */ new Map();
  for (const word of words) {
    const [, key, value] = /^([^=]+)=(.*)$/s.exec(word) ?? [];
    if (key === void 0 || value === void 0) complain(wording.badParameter(word));
    else if (parameters.has(key)) complain(wording.repeatedParameter(key));
    else parameters.set(key, value);
  }
  return parameters;
}

// src/suite/info-directory.ts
function readSuiteInfo(suite, reading) {
  return readInfo(suite, { own: suiteFields, others: testFields, othersBelongTo: "test" }, reading);
}
function readTestInfo(test, reading) {
  return readInfo(test, { own: testFields, others: suiteFields, othersBelongTo: "suite" }, reading);
}
function readInfo(owner, known, reading) {
  const fields = /* @__PURE__ */ new Map();
  for (const [name, entry] of entriesOfInfo(owner, reading)) {
    const field = known.own.find((candidate) => candidate === name);
    if (field === void 0) {
      reading.report(entry.path, void 0, wordUnknown(name, known));
      continue;
    }
    const file = readField(entry, reading);
    if (file !== void 0) fields.set(field, file);
  }
  return fields;
}
function entriesOfInfo(owner, reading) {
  const entry = owner.entries.get("info");
  const info = entry === void 0 ? void 0 : follow(entry, reading);
  if (info?.kind === "directory") return info.entries;
  if (info !== void 0) reading.report(info.path, void 0, wording.expectedDirectory(kindInWords(info.kind)));
  return /* @__PURE__ */ new Map();
}
function readField(entry, reading) {
  const file = follow(entry, reading);
  if (file === void 0) return void 0;
  if (file.kind === "file") return readTextFile(file, reading.report);
  reading.report(file.path, void 0, wording.expectedFile(kindInWords(file.kind)));
  return void 0;
}
function wordUnknown(name, known) {
  if (known.others.includes(name)) return wording.misplacedField(name, known.othersBelongTo);
  return wording.unknownField(name, nearestName(name, known.own), known.own);
}

// src/suite/config-line.ts
function parseConfigLine(text) {
  const line = text.trim();
  const [, unset] = /^#\s*CONFIG_(\w+) is not set$/.exec(line) ?? [];
  if (unset !== void 0) return { symbol: unset, value: "n" };
  if (line === "" || line.startsWith("#")) return "comment";
  const [, symbol, value] = /^CONFIG_(\w+)=([ymn]|-?\d+|0x[\da-fA-F]+|"(?:[^"\\]|\\.)*")(?:\s+#.*)?$/.exec(line) ?? [];
  return symbol === void 0 || value === void 0 ? void 0 : { symbol, value };
}

// src/suite/kernel-config.ts
function parseKernelConfig(file, report) {
  const wishes = /* @__PURE__ */ new Map();
  for (const { number, text } of linesOf(file)) {
    const wish = parseConfigLine(text);
    if (wish === "comment") continue;
    if (wish === void 0) {
      report(file.path, number, wording.badConfigLine(text.trim()));
      continue;
    }
    const earlier = wishes.get(wish.symbol);
    if (earlier !== void 0) report(file.path, number, wording.namedTwice(`CONFIG_${wish.symbol}`, earlier.line));
    else wishes.set(wish.symbol, { ...wish, file: file.path, line: number });
  }
  return [...wishes.values()];
}

// src/suite/module-lines.ts
import { resolve as resolve7 } from "node:path";
function parseModuleLines(file, reading) {
  const lineOf = /* @__PURE__ */ new Map();
  const modules = /* @__PURE__ */ new Map();
  for (const { number, text } of listLines(file)) {
    const split = splitShellWords(text);
    if (split.kind !== "words") {
      reading.report(file.path, number, wording.badQuoting(split));
      continue;
    }
    const [directory = "", ...variables] = split.words;
    const path = resolve7(reading.root.path, directory);
    const firstLine = lineOf.get(path);
    if (firstLine !== void 0) {
      reading.report(file.path, number, wording.namedTwice(directory, firstLine));
      continue;
    }
    lineOf.set(path, number);
    modules.set(path, variables);
    for (const variable of variables) checkVariable(variable, { file, number, reading });
    const found = requireKind({ file, line: number, path: directory }, "directory", { reading, alternatives: "" });
    if (found?.kind === "directory" && !canBeBuilt(found))
      reading.report(file.path, number, wording.noMakefile(directory));
  }
  return modules;
}
function parseModuleWords(words, root, lookUp) {
  const problems = [];
  const variables = /* @__PURE__ */ new Map();
  for (const word of words) {
    const report = (_file, _line, { message, hint }) => problems.push({ file: resolve7(root.path, word), line: void 0, message, hint });
    const reading = { root, lookUp, report, onLink: () => void 0 };
    const text = lookUp(resolve7(root.path, word)) === void 0 ? word : shellQuote(word);
    for (const [path, own] of parseModuleLines({ path: "", text }, reading)) variables.set(path, own);
  }
  return problems.length === 0 ? { kind: "modules", variables } : { kind: "problems", problems };
}
var ourVariables = /^(?:M|O|ARCH|CC|CROSS_COMPILE|LLVM|SHELL|PWD|MAKEFLAGS|KCFLAGS|KAFLAGS|KBUILD_\w*)$/;
function checkVariable(word, { file, number, reading }) {
  const [, name] = /^([A-Za-z_]\w*)=/.exec(word) ?? [];
  if (name === void 0) reading.report(file.path, number, wording.expectedVariable(word));
  else if (ourVariables.test(name)) reading.report(file.path, number, wording.variableTaken(name));
}
function parseKernelModules(file, report) {
  const names = listLines(file).flatMap(({ number, text }) => text.split(/\s+/).map((name) => ({ number, name })));
  for (const { number, name } of names)
    if (!/^[\w-]{1,64}$/.test(name)) report(file.path, number, wording.badModuleName(name));
  return [...new Set(names.map(({ name }) => name.replaceAll("-", "_")))];
}
function canBeBuilt(directory) {
  return ["Kbuild", "Makefile", "dkms.conf"].some((name) => {
    const entry = directory.entries.get(name);
    return (entry?.kind === "link" ? entry.target : entry)?.kind === "file";
  });
}

// src/suite/suite-entries.ts
var ownNames = ["info", "setup", "teardown", libName];
function sortEntries(suite, reading) {
  const tests = /* @__PURE__ */ new Map();
  const others = [];
  for (const [name, entry] of [...suite.entries].sort(([a], [b]) => a < b ? -1 : 1)) {
    if (ownNames.includes(name)) continue;
    const target = follow(entry, reading);
    if (target?.kind === "directory" && holdsRun(target)) tests.set(name, target);
    else if (target !== void 0) others.push({ name, target });
  }
  reportTestNames(tests, reading.report);
  return { tests, others };
}
function reportStrays(others, named, report) {
  for (const { name, target } of others) {
    if (named.some((path) => isWithin(path, target.path)) || target.kind === "file" && isForPeople(name)) continue;
    if (target.kind === "directory" && name === "data") report(target.path, void 0, wording.dataInSuite());
    else if (target.kind === "directory") report(target.path, void 0, wordDirectory(target));
    else if (name === "run") report(target.path, void 0, wording.runInSuite());
    else report(target.path, void 0, wording.strayFile(nearestName(name, ownNames)));
  }
}
function isForPeople(name) {
  return /^(readme|license|licence|copying|changelog)\b|^\.(gitignore|gitattributes|editorconfig)$/i.test(name);
}
function isLegalName(name) {
  return /^[A-Za-z0-9._-]+$/.test(name);
}
function holdsRun(directory) {
  return directory.entries.has("run");
}
function reportTestNames(tests, report) {
  const byLowerCase = /* @__PURE__ */ new Map();
  for (const [name, { path }] of tests) {
    const other = byLowerCase.get(name.toLowerCase());
    if (other !== void 0) report(path, void 0, wording.sameButForCase(other));
    byLowerCase.set(name.toLowerCase(), name);
    if (!isLegalName(name)) report(path, void 0, wording.badName(name));
  }
}
function wordDirectory(directory) {
  const entries = [...directory.entries];
  if (entries.some(([, entry]) => entry.kind === "directory" && holdsRun(entry))) return wording.suiteInSuite();
  const similar = entries.map(([name]) => name).find((name) => name.toLowerCase() === "run" || /^run\.\w+$/i.test(name));
  return wording.noRun(similar);
}

// src/suite/each-table.ts
function parseEach(file, report) {
  const lines = tableLines(file, report);
  const [head, ...body] = lines;
  if (head === void 0) {
    report(file.path, 1, wording.emptyTable());
    return [];
  }
  checkColumns(head.words, (words) => report(file.path, head.number, words));
  if (body.length === 0) report(file.path, head.number, wording.noRow());
  if (body.length > bounds.each.rows) report(file.path, void 0, wording.tooManyRows(bounds.each.rows, body.length));
  const named = /* @__PURE__ */ new Map();
  return body.slice(0, bounds.each.rows).map((line) => {
    const complain = (words) => report(file.path, line.number, words);
    checkRow(line.words, head.words, complain);
    const [name = ""] = line.words;
    const firstLine = named.get(name.toLowerCase());
    if (firstLine !== void 0) complain(wording.repeatedRow(name, firstLine));
    named.set(name.toLowerCase(), firstLine ?? line.number);
    const variables = new Map(head.words.map((column, index) => [column, line.words[index] ?? ""]));
    return { name, variables, file: file.path, line: line.number };
  });
}
function tableLines(file, report) {
  return linesOf(file).flatMap(({ number, text }) => {
    const parsed = splitShellWords(text);
    if (parsed.kind !== "words") report(file.path, number, wording.badQuoting(parsed));
    return parsed.kind === "words" && parsed.words.length > 0 ? [{ number, words: parsed.words }] : [];
  });
}
var ownVariables = /* @__PURE__ */ new Set(["PATH", "HOME", "TERM", "PWD", "OLDPWD", "IFS", "SHLVL", "ENV"]);
function checkColumns(columns, complain) {
  const { columns: limit, nameChars } = bounds.each;
  if (columns.length > limit) complain(wording.tooManyColumns(limit, columns.length));
  for (const [index, column] of columns.entries()) {
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(column) || column.length > nameChars) complain(wording.badColumn(column));
    else if (ownVariables.has(column) || /^(QDT|LD)_/.test(column)) complain(wording.reservedColumn(column));
    else if (columns.indexOf(column) < index) complain(wording.repeatedColumn(column));
  }
}
function checkRow(values, columns, complain) {
  if (values.length !== columns.length) complain(wording.badRow(columns, values));
  const [name = ""] = values;
  if (!isLegalName(name) || name.length > bounds.each.nameChars) complain(wording.badRowName(columns[0] ?? "", name));
  for (const value of values.slice(1)) {
    const reason = whyNoValue(value);
    if (reason !== void 0) complain(wording.badValue(reason, value));
  }
}
function whyNoValue(value) {
  if (value.length > bounds.each.valueChars) return `expected at most ${bounds.each.valueChars} characters`;
  if (/[\0-\x1f\x7f]/.test(value)) return "expected no tabs and no control characters";
  return /\s$/.test(value) ? "expected no blank at the end" : void 0;
}

// src/suite/quoted-words.ts
function parseQuotedWords(file, report) {
  const parsed = splitShellWords(file.text);
  if (parsed.kind === "words") return parsed.words;
  report(file.path, parsed.line, wording.badQuoting(parsed));
  return [];
}

// src/suite/stage.ts
function parseStage(name, entry, reading) {
  const file = entry === void 0 ? void 0 : follow(entry, reading);
  if (file === void 0) return void 0;
  if (file.kind !== "file") {
    reading.report(file.path, void 0, wording.stageIsNoFile(name, kindInWords(file.kind)));
    return void 0;
  }
  if (!file.executable) reading.report(file.path, void 0, wording.notExecutable(file.path));
  if (file.sizeBytes === 0) reading.report(file.path, void 0, wording.emptyStage());
  checkShebang(file, reading.report);
  return file.path;
}
function checkShebang(file, report) {
  const head = file.read(256);
  if (head.kind === "unreadable") {
    report(file.path, void 0, wording.unreadable(head.reason));
    return;
  }
  const [, shebang] = /^(#![^\n]*)\r\n/.exec(new TextDecoder().decode(head.bytes)) ?? [];
  if (shebang !== void 0) report(file.path, 1, wording.shebangWithCarriageReturn(shebang));
}

// src/suite/tags.ts
function isTag(word) {
  return /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(word) && word.length <= bounds.tags.chars;
}
function parseTags(file, report) {
  const lineOf = /* @__PURE__ */ new Map();
  for (const { number, text } of listLines(file)) {
    for (const word of text.split(/\s+/)) {
      const firstLine = lineOf.get(word);
      if (firstLine !== void 0) report(file.path, number, wording.namedTwice(word, firstLine));
      else if (!isTag(word)) report(file.path, number, wording.badTag(word));
      lineOf.set(word, firstLine ?? number);
    }
  }
  if (lineOf.size > bounds.tags.count)
    report(file.path, void 0, wording.tooManyTags(bounds.tags.count, lineOf.size));
  return [...lineOf.keys()];
}

// src/suite/parse-test.ts
var entryNames = ["setup", "run", "teardown", "data", "info"];
var startModes = ["auto", "clone", "cold"];
function parseTests(name, directory, defaults, suiteReading) {
  const { report, root } = suiteReading;
  const linked = /* @__PURE__ */ new Set([pathInSuite(directory.realPath, root)]);
  const reading = { ...suiteReading, onLink: (path) => linked.add(path) };
  reportStrayEntries(directory, defaults, report);
  const info = readTestInfo(directory, reading);
  const stage = (stageName) => parseStage(stageName, directory.entries.get(stageName), reading);
  const rows = ifThere(info.get("each"), (file) => parseEach(file, report)) ?? [];
  const test = {
    name,
    directory: directory.path,
    description: info.get("description")?.text.trim() ?? "",
    qemuArgs: ifThere(info.get("qemu-args"), (file) => parseQuotedWords(file, report)) ?? [],
    timeoutMs: ifThere(info.get("timeout"), (file) => parseTimeout(file, report)) ?? defaults.timeoutMs,
    expectation: ifThere(info.get("expect-failure"), (file) => parseExpectFailure(file, report)) ?? { kind: "pass" },
    devices: ifThere(info.get("devices"), (file) => parseDevices(file, reading)) ?? [],
    faults: ifThere(
      info.get("faults"),
      (file) => listLines(file).map(({ number, text }) => ({ text, file: file.path, line: number }))
    ) ?? [],
    expectConsole: ifThere(info.get("expect-console"), (file) => parseConsoleExpectations(file, report)) ?? [],
    start: ifThere(info.get("start"), (file) => parseStart(file, report)) ?? "auto",
    afterBug: ifThere(info.get("after-bug"), (file) => parseAfterBug(file, report)) ?? defaults.afterBug,
    shutdown: ifThere(info.get("shutdown"), (file) => parseShutdown(file, report)) ?? defaults.shutdown,
    row: void 0,
    tags: withTags(
      defaults.tags,
      ifThere(info.get("tags"), (file) => parseTags(file, report))
    ),
    setup: stage("setup"),
    // A missing run was reported, and a reading with problems yields no suite.
    run: stage("run") ?? "",
    teardown: stage("teardown"),
    dataDirectory: parseDataDirectory(directory.entries.get("data"), defaults.lib, reading),
    linked: [...linked].filter((path) => !isWithin(path, directory.path))
  };
  return rows.length === 0 ? [test] : rows.map((row) => ({ ...test, name: `${name}@${row.name}`, row }));
}
function ifThere(file, parse) {
  return file === void 0 ? void 0 : parse(file);
}
function withTags(suites, own = []) {
  return [.../* @__PURE__ */ new Set([...suites, ...own])];
}
function reportStrayEntries(directory, { lib }, report) {
  for (const [name, { path }] of directory.entries) {
    if (name === libName && lib !== void 0) report(path, void 0, wording.libInTest());
    else if (!entryNames.includes(name)) report(path, void 0, wording.strayTestEntry(nearestName(name, entryNames)));
  }
}
function parseStart(file, report) {
  const value = readOneValue(file, "start", report);
  if (value === void 0) return void 0;
  const mode = startModes.find((candidate) => candidate === value.text);
  if (mode === void 0)
    report(file.path, value.number, wording.badStart(value.text, nearestName(value.text, startModes)));
  return mode;
}

// src/suite/parse-suite.ts
var noFurtherChecks = () => [];
function parseSuiteAt(path, lookUp, furtherChecks = noFurtherChecks) {
  const entry = lookUp(path);
  const target = entry?.kind === "link" ? entry.target : entry;
  if (target?.kind === "directory") return parseSuite(target, lookUp, furtherChecks);
  return { kind: "problems", problems: [{ file: path, line: void 0, ...complete(wordNoDirectory()) }] };
  function wordNoDirectory() {
    if (target?.kind === "unreadable") return wording.unreadable(target.reason);
    if (target !== void 0) return wording.expectedDirectory(kindInWords(target.kind));
    if (entry?.kind === "link") return wording.danglingLink(entry.text);
    const parent = lookUp(dirname(path));
    const siblings = parent?.kind === "directory" ? [...parent.entries.keys()] : [];
    return wording.noSuchSuite(nearestName(basename2(path), siblings));
  }
}
function parseSuite(root, lookUp, furtherChecks = noFurtherChecks) {
  const problems = [];
  const report = (file, line, words) => problems.push({ file, line, ...complete(words) });
  const suite = readSuite({ root, lookUp, report, onLink: () => void 0 });
  problems.push(...furtherChecks(suite));
  return problems.length === 0 ? { kind: "suite", suite } : { kind: "problems", problems: sortProblems(problems) };
}
function readSuite(entriesReading) {
  const { root, report } = entriesReading;
  const linked = /* @__PURE__ */ new Set();
  const reading = { ...entriesReading, onLink: (path) => linked.add(path) };
  reportSuiteName(root, report);
  const info = readSuiteInfo(root, reading);
  const lib = parseLibDirectory(root.entries.get(libName), reading);
  const { tests, others } = sortEntries(root, entriesReading);
  if (tests.size === 0) report(root.path, void 0, wording.noTest());
  const defaults = {
    timeoutMs: ifThere(info.get("timeout"), (file) => parseTimeout(file, report)) ?? defaultTimeoutMs,
    afterBug: ifThere(info.get("after-bug"), (file) => parseAfterBug(file, report)) ?? "end",
    shutdown: ifThere(info.get("shutdown"), (file) => parseShutdown(file, report)) ?? "skip",
    tags: ifThere(info.get("tags"), (file) => parseTags(file, report)) ?? [],
    lib
  };
  const suite = {
    name: basename2(root.path),
    directory: root.path,
    ...readInfoValues(info, reading),
    tags: defaults.tags,
    setup: parseStage("setup", root.entries.get("setup"), reading),
    teardown: parseStage("teardown", root.entries.get("teardown"), reading),
    libDirectory: lib?.path,
    linked: [...linked],
    tests: [...tests].flatMap(([name, directory]) => parseTests(name, directory, defaults, reading))
  };
  reportStrays(others, namedPaths(suite), report);
  return suite;
}
function readInfoValues(info, reading) {
  const { report } = reading;
  const path = (field, resolvePath) => {
    const file = info.get(field);
    const value = file && readOneValue(file, field, report);
    return file && value && resolvePath(file, value, reading);
  };
  return {
    description: info.get("description")?.text.trim() ?? "",
    kernel: path("kernel", resolveKernel),
    qemu: path("qemu", resolveQemu),
    diskImage: path("disk-image", resolveDiskImage),
    qemuArgs: ifThere(info.get("qemu-args"), (file) => parseQuotedWords(file, report)) ?? [],
    bootTimeoutMs: ifThere(info.get("boot-timeout"), (file) => parseTimeout(file, report, "boot-timeout")),
    ...parseModules(info, reading),
    kernelModules: ifThere(info.get("kernel-modules"), (file) => parseKernelModules(file, report)) ?? [],
    kernelConfig: ifThere(info.get("kernel-config"), (file) => parseKernelConfig(file, report)) ?? [],
    devices: ifThere(info.get("devices"), (file) => parseDevices(file, reading)) ?? [],
    expectConsole: ifThere(info.get("expect-console"), (file) => parseConsoleExpectations(file, report)) ?? []
  };
}
function parseModules(info, reading) {
  const variables = ifThere(info.get("modules"), (file) => parseModuleLines(file, reading)) ?? /* @__PURE__ */ new Map();
  const build = info.has("build") ? infoEntry("build", reading) : void 0;
  return {
    moduleDirectories: [...variables.keys()],
    moduleBuild: {
      variables,
      prepare: build === void 0 ? void 0 : parseStage("build", build, reading),
      warningsAreErrors: ifThere(info.get("werror"), (file) => parseWerror(file, reading.report)) ?? false
    }
  };
}
function infoEntry(name, { root }) {
  const info = root.entries.get("info");
  const directory = info?.kind === "link" ? info.target : info;
  return directory?.kind === "directory" ? directory.entries.get(name) : void 0;
}
function parseWerror(file, report) {
  const [line, other] = listLines(file);
  if (line === void 0 || line.text === "yes" && other === void 0) return true;
  if (line.text !== "no" || other !== void 0) report(file.path, (other ?? line).number, wording.expectedYesOrNo());
  return false;
}
function namedPaths(suite) {
  const kernel = suite.kernel === void 0 ? [] : splitKernelPath(suite.kernel);
  const devices = [suite, ...suite.tests].flatMap((owner) => owner.devices.map(({ path }) => path));
  return [...kernel, suite.qemu, suite.diskImage, ...suite.moduleDirectories, ...devices].filter(
    (path) => path !== void 0
  );
}
function reportSuiteName(root, report) {
  const name = basename2(root.path);
  if (!isLegalName(name)) report(root.path, void 0, wording.badName(name));
  if (name.toLowerCase() === "boot") report(root.path, void 0, wording.reservedSuiteName(name));
}
function complete({ message, hint }) {
  return { message, hint };
}

// src/app/load-suites.ts
var RunRefused = class extends Error {
  name = "RunRefused";
};
function problemText(problem, cwd) {
  return formatProblem(problem, cwd, { path: plainLine, words: plainText });
}
function readGuestFiles(directory) {
  const names = listDirectory(directory).filter(
    (name) => !name.endsWith(".md") && kindOfFile(join4(directory, name)) === "file"
  );
  return new Map([
    ...names.map((name) => [name, readWholeFile(join4(directory, name))]),
    ["init", readWholeFile(join4(directory, "agent", `agent-${x86_64.name}`))]
  ]);
}
function loadSuites(paths, cwd) {
  const loaded = paths.map((path) => loadSuite(resolve8(cwd, path)));
  const problems = loaded.flatMap((result) => result.kind === "problems" ? result.problems : []);
  if (problems.length > 0) return { kind: "problems", problems };
  return { kind: "suites", suites: loaded.flatMap((result) => result.kind === "suites" ? result.suites : []) };
}
function refuseMachine({ args }) {
  return refuseUserArguments(args);
}
function loadSuite(directory) {
  const parsed = parseSuiteAt(directory, readTree, (suite) => [
    ...parseSuiteSpecs(suite).problems,
    ...refusedArguments(suite),
    ...deviceProblems(suite)
  ]);
  return parsed.kind === "problems" ? parsed : { kind: "suites", suites: [parsed.suite] };
}
function refusedArguments(suite) {
  return [suite, ...suite.tests].flatMap(({ directory, qemuArgs }) => {
    const message = refuseUserArguments(qemuArgs);
    return message === void 0 ? [] : [{ file: join4(directory, "info", "qemu-args"), line: void 0, message, hint: void 0 }];
  });
}

export {
  shellQuote,
  shellJoin,
  sortProblems,
  isWithin,
  devicesOf,
  splitDeviceArgs,
  plainText,
  plainLine,
  colouredText,
  plainJson,
  defuseCommands,
  defuseGitlabMarkup,
  machineDevices,
  faultsOf,
  faultProblems,
  readTree,
  x86_64,
  mergeUserArguments,
  nearestName,
  nearestNames,
  specProblem,
  formatPlanProblem,
  memoryOfFlavours,
  labelOfFlavours,
  parseKernelSpec,
  defaultQemu,
  parseQemuSpec,
  parseSuiteSpecs,
  defaultTimeoutMs,
  parseSeconds,
  splitShellWords,
  parseConfigLine,
  parseModuleWords,
  isTag,
  RunRefused,
  problemText,
  readGuestFiles,
  loadSuites,
  refuseMachine
};
