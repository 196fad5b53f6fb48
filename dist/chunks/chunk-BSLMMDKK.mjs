import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  environmentOnly,
  findProgram,
  programsOnPath
} from "./chunk-IRRUEY6F.mjs";
import {
  createScratchDirectory
} from "./chunk-W7MJDZLK.mjs";
import {
  makeDirectory
} from "./chunk-VEV5XY66.mjs";
import {
  filesBelow,
  filesIn,
  kindOfFile,
  readTextIfThere,
  readWholeFile
} from "./chunk-J4GE3IYL.mjs";
import {
  baseName,
  isProvoked,
  parseInstructionPointer,
  traceHeading
} from "./chunk-S5JOU3XU.mjs";
import {
  __callDispose,
  __using
} from "./chunk-2AMXK7X7.mjs";

// src/host/resources.ts
import { availableParallelism, freemem, totalmem } from "node:os";
import { readFileSync } from "node:fs";
var mebibyte = 1024 * 1024;
function hostResources() {
  return { cpus: availableParallelism(), memoryMiB: Math.floor(totalmem() / mebibyte), availableMemoryMiB: availableMemoryMiB() };
}
function availableMemoryMiB() {
  const kibibytes = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync("/proc/meminfo", "utf8"))?.[1];
  return kibibytes === void 0 ? Math.floor(freemem() / mebibyte) : Math.floor(Number(kibibytes) / 1024);
}

// src/provision/store-root.ts
import { isAbsolute, join } from "node:path";
var name = "qemu-driver-test";
function storeRoot({ variable, home }) {
  const chosen = variable("QDT_STORE");
  if (chosen !== void 0) return chosen;
  const caches = [variable("RUNNER_TOOL_CACHE"), variable("XDG_CACHE_HOME")].filter((path) => path !== void 0 && isAbsolute(path));
  return join(caches[0] ?? join(home, ".cache"), name);
}

// src/host/kvm.ts
import { accessSync, constants, readFileSync as readFileSync2 } from "node:fs";
var linuxPlaces = { device: "/dev/kvm", cpuInfo: "/proc/cpuinfo" };
function probeKvm(places = linuxPlaces) {
  const denied = accessError(places.device);
  if (denied === "ENOENT") {
    return {
      kind: "unusable",
      reason: `there is no ${places.device}`,
      advice: "Enable virtualisation in the firmware, or nested virtualisation for this machine; in a container pass --device /dev/kvm."
    };
  }
  if (denied !== void 0) {
    return {
      kind: "unusable",
      reason: `${places.device} may not be opened by this user (${denied})`,
      advice: `On a hosted runner: echo 'KERNEL=="kvm", GROUP="kvm", MODE="0666", OPTIONS+="static_node=kvm"' | sudo tee /etc/udev/rules.d/99-kvm.rules && sudo udevadm control --reload-rules && sudo udevadm trigger --name-match=kvm. Elsewhere: add the user to the group kvm.`
    };
  }
  if (!/^flags\s*:.*\b(vmx|svm)\b/m.test(readFileSync2(places.cpuInfo, "utf8"))) {
    return {
      kind: "unusable",
      reason: `${places.device} is there, but the processor offers no virtualisation (no vmx or svm in ${places.cpuInfo})`,
      advice: "Enable nested virtualisation for this machine, or use a host that has it."
    };
  }
  return { kind: "promising" };
}
function accessError(path) {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return void 0;
  } catch (error) {
    return error.code ?? "unknown";
  }
}

// src/host/free-space.ts
import { existsSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
function freeMiB(path) {
  let existing = path;
  while (!existsSync(existing)) existing = dirname(existing);
  const { bavail, bsize } = statfsSync(existing);
  return Math.floor(bavail * bsize / (1024 * 1024));
}

// src/symbols/debug-reader.ts
function findDebugReader() {
  const addr2line = findProgram("addr2line");
  if (addr2line !== void 0) return { kind: "addr2line", path: addr2line };
  const symbolizer = findProgram("llvm-symbolizer") ?? newestVersioned();
  return symbolizer === void 0 ? void 0 : { kind: "llvm-symbolizer", path: symbolizer };
}
function newestVersioned() {
  const version = (path) => Number(/-(\d+)$/.exec(path)?.[1]);
  return [...programsOnPath(/^llvm-symbolizer-\d+$/)].sort((one, other) => version(other) - version(one))[0];
}

// src/app/finding-locator.ts
import { join as join5, relative as relative2 } from "node:path";

// src/diagnose/source/code-place.ts
function placeKey({ symbol, offset, size, module, exact }) {
  return `${module ?? ""}:${symbol}+${offset}/${size}${exact ? "" : " returns"}`;
}
var anyPlace = /(\? )?(?<![\w.$])([A-Za-z_$][\w.$]*)\+0x([\da-f]{1,8})\/0x([\da-f]{1,8})(?: \[([\w-]{1,64})(?: [\da-f]+)?\])?/g;
function placesIn(text) {
  if (!text.includes("+0x")) return [];
  return [...text.matchAll(anyPlace)].map(([, guess, symbol = "", offset = "", size = "", module]) => ({
    place: { symbol, offset: parseInt(offset, 16), size: parseInt(size, 16), module },
    reliable: guess === void 0
  }));
}

// src/diagnose/source/code-under-test.ts
import { posix } from "node:path";
function projectPath(file, { root, base }) {
  const path = posix.relative(root, posix.resolve(base, file));
  return path === "" || path === ".." || path.startsWith("../") ? void 0 : path;
}
function isUnderTest(path, { directories }) {
  return directories.some((directory) => directory === "" || path.startsWith(`${directory}/`));
}

// src/diagnose/source/report-places.ts
function reportedPlaces(report) {
  const sections = [{ own: true, places: [] }];
  for (const [line, text] of report.split("\n").entries()) {
    const heading = traceHeading(text);
    if (heading !== void 0) sections.push({ own: heading === "own", places: [] });
    const pointer = parseInstructionPointer(text)?.kind === "kernel";
    const found = placesIn(text).map(({ place, reliable }) => ({ place: { ...place, exact: pointer || place.offset === 0 }, line, reliable }));
    sections.at(-1)?.places.push(...found);
  }
  return withKnownPointers(
    sections.flatMap(({ own, places }) => {
      const counts = own && !isProvoked(places.map(({ place }) => place.symbol));
      return places.map((place) => ({ ...place, own: counts }));
    })
  );
}
function withKnownPointers(places) {
  const nameOf = ({ symbol, offset, module }) => `${module ?? ""}:${symbol}+${offset}`;
  const pointers = new Set(places.filter(({ place }) => place.exact).map(({ place }) => nameOf(place)));
  return places.map((reported) => ({ ...reported, place: { ...reported.place, exact: pointers.has(nameOf(reported.place)) } }));
}

// src/diagnose/source/stated-source.ts
var forms = [
  /^WARNING: (?:\[.{1,300}\] )?(?:(?:CPU: \d+ PID: \d+ )?at )?(?<file>[^\s:]+):(?<line>\d+) (?:at )?[A-Za-z_0]/,
  /^kernel BUG at (?<file>[^\s:!]+):(?<line>\d+)/,
  /^UBSAN: [\w -]+ in (?<file>[^\s:]+):(?<line>\d+)/,
  /^BUG: sleeping function called from invalid context at (?<file>[^\s:]+):(?<line>\d+)/
];
var linesBefore = 8;
function statedSource(report) {
  for (const text of report.split("\n", linesBefore)) {
    const found = sourceIn(text);
    if (found !== void 0) return found;
  }
  return void 0;
}
function sourceIn(text) {
  for (const form of forms) {
    const { file, line } = form.exec(text)?.groups ?? {};
    if (file !== void 0 && line !== void 0) return { file, line: Number(line) };
  }
  return void 0;
}

// src/diagnose/source/decode-report.ts
function decodeReport(report, framesOf, project) {
  const places = reportedPlaces(report);
  const lines = report.split("\n").flatMap((text, index) => {
    if (sourceIn(text) !== void 0) return [text];
    const chains = places.filter(({ line }) => line === index).map(({ place }) => framesOf(place) ?? []);
    return [...chains.flatMap((chain) => inlinedLines(text, chain, project)), [text, ...chains.flatMap((chain) => outermost(chain, project))].join(" ")];
  });
  return lines.join("\n");
}
function inlinedLines(text, chain, project) {
  if (!/^\s|^\[</.test(text) && parseInstructionPointer(text) === void 0) return [];
  const indent = /^\s*/.exec(text)?.[0] ?? "";
  const mark = /^\s*\? /.test(text) ? "? " : "";
  return chain.slice(0, -1).map((frame) => `${indent === "" ? " " : indent}${mark}${frame.function} (${written(frame, project)}) [inline]`);
}
function outermost(chain, project) {
  return chain.slice(-1).map((frame) => `(${written(frame, project)})`);
}
function written({ file, line }, project) {
  return `${projectPath(file, project) ?? file}:${line}`;
}

// src/diagnose/source/find-source.ts
function findSource(finding, framesOf, code) {
  const stated = statedSource(finding.report);
  const path = stated && projectPath(stated.file, code);
  if (stated !== void 0 && path !== void 0 && isUnderTest(path, code)) return { file: path, line: stated.line };
  const places = inOrderOfTrust(reportedPlaces(finding.report));
  const search = (counts) => firstSource({ places, framesOf, counts, code });
  return search((file) => isUnderTest(file, code)) ?? search((file, { module }) => module !== void 0 && code.hasFile(file)) ?? search((file, place) => isNamed(place, finding) && code.hasFile(file));
}
function firstSource({ places, framesOf, counts, code }) {
  for (const { place } of places) {
    for (const { file, line } of framesOf(place) ?? []) {
      const path = projectPath(file, code);
      if (path !== void 0 && counts(path, place)) return { file: path, line };
    }
  }
  return void 0;
}
function inOrderOfTrust(places) {
  const rank = ({ own, reliable }) => (own ? 0 : 2) + (reliable ? 0 : 1);
  return [...places].sort((one, other) => rank(one) - rank(other));
}
function isNamed({ symbol }, { title }) {
  return title.split(/[^\w.$]+/).includes(baseName(symbol));
}

// src/diagnose/source/locate-finding.ts
function placesOf(findings) {
  const places = findings.flatMap(({ report }) => reportedPlaces(report).map(({ place }) => place));
  return [...new Map(places.map((place) => [placeKey(place), place])).values()];
}
function locateFinding(finding, framesOf, code) {
  const source = findSource(finding, framesOf, code);
  return { ...finding, ...source === void 0 ? {} : { source }, report: decodeReport(finding.report, framesOf, code) };
}

// src/provision/module-sources.ts
import { dirname as dirname3, join as join2, relative, sep } from "node:path";

// src/host/file-digest.ts
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
async function sha256OfFile(path, signal) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash, { signal });
  return hash.digest("hex");
}
function sha256Of(content2) {
  return createHash("sha256").update(content2).digest("hex");
}

// src/host/file-changes.ts
import { chmodSync, constants as constants2, copyFileSync, lstatSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname as dirname2 } from "node:path";
function movePath(from, to) {
  renameSync(from, to);
}
function writeFileAt(path, content2) {
  mkdirSync(dirname2(path), { recursive: true });
  writeFileSync(path, content2);
}
function copyFileTo(from, to) {
  mkdirSync(dirname2(to), { recursive: true });
  copyFileSync(from, to, constants2.COPYFILE_FICLONE);
}
function linkTo(target, path) {
  symlinkSync(target, path);
}
function dropSetIdBits(path) {
  const { mode } = lstatSync(path);
  if ((mode & 3072) !== 0) chmodSync(path, mode & 1023);
}

// src/provision/module-sources.ts
function findModuleSources(directories) {
  const root = projectRoot(directories);
  const inside = directories.map((directory) => relative(root, directory));
  return { root, directories: inside, files: [...new Set(inside.flatMap((directory) => sourcesBelow(root, directory)))].sort() };
}
async function digestSources({ root, directories, files }, signal) {
  const lines = [];
  for (const file of files) lines.push(`${file} ${await sha256OfFile(join2(root, file), signal)}`);
  return [...directories, "", ...lines].join("\n");
}
function stageSources({ root, directories, files }, tree) {
  for (const directory of directories) makeDirectory(join2(tree, directory));
  for (const file of files) copyFileTo(join2(root, file), join2(tree, file));
  for (const parent of new Set(directories.flatMap(parentsOf))) linkTheRest(root, tree, parent);
}
function projectRoot(directories) {
  const common = directories.map((directory) => dirname3(directory)).reduce(commonParent);
  return repositoryOf(common) ?? common;
}
function repositoryOf(directory) {
  for (let at = directory; at !== dirname3(at); at = dirname3(at)) {
    if (kindOfFile(join2(at, ".git")) !== "nothing") return at;
  }
  return void 0;
}
function commonParent(a, b) {
  let parent = a;
  while (b !== parent && !b.startsWith(parent === sep ? sep : parent + sep)) parent = dirname3(parent);
  return parent;
}
function sourcesBelow(root, directory) {
  const entries = filesIn(join2(root, directory));
  const names = new Set(entries.map(({ name: name2 }) => name2));
  return entries.flatMap(({ name: name2, kind }) => {
    if (isBuildProduct(name2, names)) return [];
    const path = join2(directory, name2);
    if (kind === "directory") return sourcesBelow(root, path);
    return kindOfFile(join2(root, path)) === "file" ? [path] : [];
  });
}
var productNames = /* @__PURE__ */ new Set([".git", ".tmp_versions", "Module.symvers", "modules.order", ".module-common.o"]);
function isBuildProduct(name2, siblings) {
  if (productNames.has(name2) || /\.(ko|mod|mod\.c)$/.test(name2) || /^\..*\.(cmd|d)$/.test(name2)) return true;
  return name2.endsWith(".o") && siblings.has(`.${name2}.cmd`);
}
function parentsOf(directory) {
  const parts = directory.split(sep);
  return parts.map((_, length) => join2(...["", ...parts.slice(0, length)]));
}
function linkTheRest(root, tree, parent) {
  for (const { name: name2 } of filesIn(join2(root, parent))) {
    const path = join2(tree, parent, name2);
    if (kindOfFile(path) === "nothing") linkTo(join2(root, parent, name2), path);
  }
}

// src/symbols/run-reader.ts
import { join as join3 } from "node:path";

// src/host/command.ts
import { spawn } from "node:child_process";
var CommandNotStarted = class extends Error {
  name = "CommandNotStarted";
  program;
  constructor(program, cause) {
    super(`${program} could not be started: ${cause.message}`, { cause });
    this.program = program;
  }
};
async function runCommand(argv, options = {}) {
  options.signal?.throwIfAborted();
  const [program, ...args] = argv;
  const child = spawn(program, args, { cwd: options.cwd, env: options.env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const stdout = [];
  const output = [];
  const keep = (text) => {
    output.push(text);
    options.onOutput?.(text);
  };
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout.push(text);
    keep(text);
  });
  child.stderr.setEncoding("utf8").on("data", keep);
  const kill = () => {
    if (child.pid !== void 0) killGroup(child.pid);
  };
  options.signal?.addEventListener("abort", kill, { once: true });
  try {
    const [exitCode, signal] = await new Promise((resolve, reject) => {
      child.once("error", (cause) => reject(new CommandNotStarted(program, cause)));
      child.once("close", (code, ended) => resolve([code, ended]));
    });
    options.signal?.throwIfAborted();
    return { exitCode: exitCode ?? void 0, signal: signal ?? void 0, stdout: stdout.join(""), output: output.join("") };
  } finally {
    options.signal?.removeEventListener("abort", kill);
  }
}
function killGroup(groupId) {
  try {
    process.kill(-groupId, "SIGKILL");
  } catch (cause) {
    if (cause.code !== "ESRCH") throw cause;
  }
}

// src/symbols/linked-copy.ts
var allocated = 2;
var relocationsType = 4;
var relocationBytes = 24;
var symbolBytes = 24;
var linkedType = 2;
var firstBase = 268435456;
var pageBytes = 4096;
var widths = {
  62: { wide: 1, narrow: [10, 11] },
  183: { wide: 257, narrow: [258] }
};
function linkedCopy(file, sections) {
  const width = widths[file.readUInt16LE(18)];
  if (width === void 0) return void 0;
  const content2 = Buffer.from(file);
  const bases = layOut(sections);
  for (const [index, base] of bases) content2.writeBigUInt64LE(base, (sections[index]?.headerOffset ?? 0) + 16);
  for (const table of sections.filter((section) => section.type === relocationsType && section.name.startsWith(".rela.debug_"))) {
    if (!relocate(content2, { table, sections, bases, width })) return void 0;
    content2.writeUInt32LE(0, table.headerOffset + 4);
  }
  content2.writeUInt16LE(linkedType, 16);
  return { content: content2, baseOf: ({ index }) => bases.get(index) ?? 0n };
}
function layOut(sections) {
  const bases = /* @__PURE__ */ new Map();
  let next = firstBase;
  for (const { index, flags, sizeBytes } of sections) {
    if ((flags & allocated) === 0) continue;
    bases.set(index, BigInt(next));
    next += Math.ceil((sizeBytes + 1) / pageBytes) * pageBytes;
  }
  return bases;
}
function relocate(content2, { table, sections, bases, width }) {
  const symbols = sections[table.link];
  const target = sections[content2.readUInt32LE(table.headerOffset + 44)];
  if (symbols === void 0 || target === void 0 || table.offset + table.sizeBytes > content2.length) return false;
  for (let at = table.offset; at + relocationBytes <= table.offset + table.sizeBytes; at += relocationBytes) {
    const place = target.offset + Number(content2.readBigUInt64LE(at));
    const type = content2.readUInt32LE(at + 8);
    const symbolAt = symbols.offset + content2.readUInt32LE(at + 12) * symbolBytes;
    if (symbolAt + symbolBytes > content2.length || place + 8 > content2.length) return false;
    const base = bases.get(content2.readUInt16LE(symbolAt + 6)) ?? 0n;
    const value = BigInt.asUintN(64, base + content2.readBigUInt64LE(symbolAt + 8) + content2.readBigInt64LE(at + 16));
    if (type === width.wide) content2.writeBigUInt64LE(value, place);
    else if (width.narrow.includes(type)) content2.writeUInt32LE(Number(BigInt.asUintN(32, value)), place);
    else return false;
  }
  return true;
}

// src/symbols/parse-frames.ts
function parseFrames(output) {
  const frames = /* @__PURE__ */ new Map();
  let current = [];
  let func;
  for (const line of output.split("\n")) {
    if (/^0x[\da-f]+$/.test(line)) {
      current = [];
      frames.set(BigInt(line), current);
      func = void 0;
    } else if (func === void 0) {
      func = line;
    } else {
      const frame = frameAt(func, line);
      if (frame !== void 0) current.push(frame);
      func = void 0;
    }
  }
  return frames;
}
function frameAt(func, place) {
  const { file, line } = /^(?<file>.+?):(?<line>\d+)(?: \(discriminator \d+\))?$/.exec(place)?.groups ?? {};
  if (file === void 0 || line === void 0 || file === "??" || Number(line) === 0) return void 0;
  return { function: func, file, line: Number(line) };
}

// src/symbols/run-reader.ts
var deadlineMs = 2e4;
var maxOutputCharacters = 8 * 1024 * 1024;
var ReaderFailed = class extends Error {
  name = "ReaderFailed";
};
async function runReader(reader, query, signal) {
  switch (reader.kind) {
    case "addr2line":
      return await ask([reader.path, "-a", "-f", "-i", ...query.section === void 0 ? [] : ["-j", query.section.name], "-e", query.object, ...inHex(query.addresses)], signal);
    case "llvm-symbolizer":
      return await askLlvm(reader.path, query, signal);
  }
}
async function askLlvm(path, { object, sections = [], section, addresses }, signal) {
  var _stack = [];
  try {
    const argv = (file) => [path, "--output-style=GNU", "--addresses", "--inlining", "--functions=linkage", `--obj=${file}`];
    if (section === void 0) return await ask([...argv(object), ...inHex(addresses)], signal);
    const linked = linkedCopy(readWholeFile(object), sections);
    if (linked === void 0) throw new ReaderFailed("llvm-symbolizer cannot read it; binutils\u2019 addr2line can");
    const scratch = __using(_stack, createScratchDirectory());
    const copy = join3(scratch.path, "module");
    writeFileAt(copy, linked.content);
    const base = linked.baseOf(section);
    const found = await ask([...argv(copy), ...inHex(addresses.map((address) => base + address))], signal);
    return new Map([...found].map(([address, frames]) => [address - base, frames]));
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function ask(argv, signal) {
  const tooMuch = new AbortController();
  const limits = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs), tooMuch.signal]);
  let characters = 0;
  const onOutput = (text) => {
    characters += text.length;
    if (characters > maxOutputCharacters) tooMuch.abort(new ReaderFailed(`it wrote more than ${maxOutputCharacters} characters`));
  };
  try {
    const { exitCode, stdout, output } = await runCommand(argv, { signal: limits, onOutput, env: environmentOnly(["PATH", "HOME", "TMPDIR"], { LC_ALL: "C" }) });
    if (exitCode !== 0) throw new ReaderFailed(output.trim().slice(0, 200));
    return parseFrames(stdout);
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof ReaderFailed ? error : new ReaderFailed(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
function inHex(addresses) {
  return addresses.map((address) => `0x${address.toString(16)}`);
}

// src/host/file-range.ts
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
function openForReading(path) {
  const descriptor = openSync(path, "r");
  return {
    sizeBytes: fstatSync(descriptor).size,
    read: (offset, lengthBytes) => readAt(descriptor, offset, lengthBytes),
    [Symbol.dispose]: () => closeSync(descriptor)
  };
}
function readAt(descriptor, offset, lengthBytes) {
  const { size } = fstatSync(descriptor);
  const buffer = Buffer.alloc(Math.max(0, Math.min(lengthBytes, size - offset)));
  let filled = 0;
  while (filled < buffer.length) {
    const count = readSync(descriptor, buffer, filled, buffer.length - filled, offset + filled);
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}

// src/symbols/elf-object.ts
var symbolTableType = 2;
var headerBytes = 64;
var sectionHeaderBytes = 64;
var symbolBytes2 = 24;
var maxTableBytes = 256 * 1024 * 1024;
function readElfObject(read) {
  const sections = readElfSections(read);
  if (sections === void 0) return void 0;
  const table = sections.find(({ type }) => type === symbolTableType);
  const names = table && sections[table.link];
  const symbols = table === void 0 || names === void 0 ? [] : readSymbols(content(read, table), content(read, names));
  return { isRelocatable: read(0, headerBytes).readUInt16LE(16) === 1, sections, codeByName: indexCode(symbols) };
}
function readElfSections(read) {
  const header = read(0, headerBytes);
  if (header.length < headerBytes || header.readUInt32BE(0) !== 2135247942 || header[4] !== 2 || header[5] !== 1) return void 0;
  const count = header.readUInt16LE(60);
  const tableOffset = Number(header.readBigUInt64LE(40));
  const table = read(tableOffset, count * sectionHeaderBytes);
  if (header.readUInt16LE(58) !== sectionHeaderBytes || count === 0 || table.length < count * sectionHeaderBytes) return void 0;
  const unnamed = Array.from({ length: count }, (_, index) => readSection(table, index, tableOffset));
  const nameTable = unnamed[header.readUInt16LE(62)];
  const names = nameTable === void 0 ? Buffer.alloc(0) : content(read, nameTable);
  return unnamed.map(({ nameOffset, ...section }) => ({ ...section, name: textAt(names, nameOffset) }));
}
function readSection(table, index, tableOffset) {
  const at = index * sectionHeaderBytes;
  return {
    index,
    nameOffset: table.readUInt32LE(at),
    type: table.readUInt32LE(at + 4),
    flags: Number(table.readBigUInt64LE(at + 8)),
    offset: Number(table.readBigUInt64LE(at + 24)),
    sizeBytes: Number(table.readBigUInt64LE(at + 32)),
    link: table.readUInt32LE(at + 40),
    headerOffset: tableOffset + at
  };
}
function content(read, { offset, sizeBytes }) {
  return read(offset, Math.min(sizeBytes, maxTableBytes));
}
var codeTypes = /* @__PURE__ */ new Set([0, 2, 10]);
var firstReservedSection = 65280;
function readSymbols(table, names) {
  const count = Math.floor(table.length / symbolBytes2);
  return Array.from({ length: count }, (_, index) => readSymbol(table, index * symbolBytes2, names)).filter(
    // The kernel does not list what marks code from data, either.
    ({ name: name2, section }) => name2 !== "" && !/^(?:\$|\.L)/.test(name2) && section > 0 && section < firstReservedSection
  );
}
function readSymbol(table, at, names) {
  return {
    name: textAt(names, table.readUInt32LE(at)),
    isCode: codeTypes.has(table.readUInt8(at + 4) & 15),
    section: table.readUInt16LE(at + 6),
    value: table.readBigUInt64LE(at + 8),
    sizeBytes: Number(table.readBigUInt64LE(at + 16))
  };
}
function indexCode(symbols) {
  const byName = /* @__PURE__ */ new Map();
  let next;
  let spanEnd;
  for (const symbol of [...symbols].sort((one, other) => other.section - one.section || Number(other.value - one.value))) {
    if (next === void 0 || next.section !== symbol.section) spanEnd = void 0;
    else if (next.value !== symbol.value) spanEnd = next;
    next = symbol;
    if (!symbol.isCode) continue;
    const spanBytes = spanEnd === void 0 ? void 0 : Number(spanEnd.value - symbol.value);
    byName.set(symbol.name, [...byName.get(symbol.name) ?? [], { ...symbol, spanBytes }]);
  }
  return byName;
}
function textAt(names, offset) {
  const end = names.indexOf(0, offset);
  return names.toString("latin1", offset, end < 0 ? names.length : end);
}

// src/symbols/find-code.ts
function findCode({ isRelocatable, sections, codeByName }, place) {
  const symbol = oneOf(codeByName.get(place.symbol) ?? [], place);
  const section = symbol && sections[symbol.section];
  if (symbol === void 0 || section === void 0) return void 0;
  const address = symbol.value + BigInt(place.exact ? place.offset : place.offset - 1);
  return { section: isRelocatable ? section : void 0, address };
}
function oneOf(named2, place) {
  const holding = named2.filter((symbol) => holds(symbol, place));
  if (holding.length <= 1) return holding[0];
  const fitting = holding.filter(({ spanBytes }) => spanBytes === place.size);
  const candidates = fitting.length > 0 ? fitting : holding.filter(({ spanBytes }) => spanBytes === void 0);
  return candidates.length === 1 ? candidates[0] : void 0;
}
function holds({ sizeBytes }, { offset, exact }) {
  return sizeBytes === 0 || (exact ? offset < sizeBytes : offset <= sizeBytes);
}

// src/symbols/symbolizer.ts
var maxAddresses = 2e3;
var Symbolizer = class {
  #reader;
  #objects = /* @__PURE__ */ new Map();
  #known = /* @__PURE__ */ new Map();
  constructor(reader) {
    this.#reader = reader;
  }
  /**
   * @param path an object file with debug information: a module, or a kernel
   * @throws ReaderFailed when the reader did not do its part; the signal's reason when it aborts
   */
  async decode(path, places, signal) {
    const keyOf = (place) => `${path} ${placeKey(place)}`;
    await this.#lookUp(path, places.filter((place) => !this.#known.has(keyOf(place))).slice(0, maxAddresses), signal);
    return new Map(places.map((place) => [placeKey(place), this.#known.get(keyOf(place)) ?? []]));
  }
  async #lookUp(path, places, signal) {
    const object = places.length === 0 ? void 0 : this.#objectAt(path);
    if (object === void 0) return;
    const wanted = places.map((place) => ({ place, at: findCode(object, place) }));
    for (const section of new Set(wanted.flatMap(({ at }) => at === void 0 ? [] : [at.section]))) {
      const inSection = wanted.flatMap(({ place, at }) => at === void 0 || at.section !== section ? [] : [{ place, address: at.address }]);
      const addresses = [...new Set(inSection.map(({ address }) => address))];
      const found = await runReader(this.#reader, { object: path, sections: sectionsOf(object), section, addresses }, signal);
      for (const { place, address } of inSection) this.#known.set(`${path} ${placeKey(place)}`, named(found.get(address) ?? [], place));
    }
    for (const { place, at } of wanted) if (at === void 0) this.#known.set(`${path} ${placeKey(place)}`, []);
  }
  /** Undefined: it has no debug information. */
  #objectAt(path) {
    if (!this.#objects.has(path)) this.#objects.set(path, readDebugObject(path));
    return this.#objects.get(path);
  }
};
function sectionsOf({ isRelocatable, sections }) {
  return isRelocatable ? sections : void 0;
}
function readDebugObject(path) {
  var _stack = [];
  try {
    const file = __using(_stack, openForReading(path));
    return hasLines(readElfSections(file.read)) ? readElfObject(file.read) : void 0;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function hasDebugLines(path) {
  var _stack = [];
  try {
    const file = __using(_stack, openForReading(path));
    return hasLines(readElfSections(file.read));
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function hasLines(sections) {
  return sections?.some(({ name: name2 }) => name2 === ".debug_line" || name2 === ".zdebug_line") === true;
}
function named(frames, { symbol }) {
  return frames.map((frame, index) => index === frames.length - 1 ? { ...frame, function: symbol } : frame);
}

// src/app/debug-objects.ts
import { basename, dirname as dirname4, join as join4 } from "node:path";

// src/provision/module-closure.ts
function parseModulesDep(text) {
  const index = /* @__PURE__ */ new Map();
  for (const line of text.split("\n")) {
    const colon = line.indexOf(":");
    if (colon === -1) continue;
    const path = line.slice(0, colon);
    const needs = line.slice(colon + 1).split(" ").filter((need) => need !== "");
    index.set(moduleName(path), { path, needs });
  }
  return index;
}
function loadOrder(index, names) {
  const ordered = /* @__PURE__ */ new Set();
  for (const name2 of names) {
    const found = index.get(moduleName(name2));
    if (found === void 0) continue;
    for (const path of [...found.needs].reverse()) ordered.add(path);
    ordered.add(found.path);
  }
  return [...ordered];
}
function moduleName(path) {
  const base = path.slice(path.lastIndexOf("/") + 1);
  return base.replace(/\.ko(\.(xz|zst|gz))?$/, "").replaceAll("-", "_");
}

// src/symbols/kernel-identity.ts
function kernelIdentity(path) {
  var _stack = [];
  try {
    const file = __using(_stack, openForReading(path));
    return identityInBzImage(file.read) ?? identityInElf(file.read);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
var versionPointerOffset = 526;
var maxVersionBytes = 512;
function identityInBzImage(read) {
  const header = read(514, 4 + 8 + 2);
  if (header.length < 14 || header.toString("latin1", 0, 4) !== "HdrS") return void 0;
  const text = read(header.readUInt16LE(versionPointerOffset - 514) + 512, maxVersionBytes).toString("latin1");
  const [, release, builder, build] = /^(\S+) \(([^)]*)\) (#[^\0]+)\0/.exec(text) ?? [];
  return identity(release, builder, build);
}
function identityInElf(read) {
  const section = readElfSections(read)?.find(({ name: name2 }) => name2 === ".rodata");
  const bytes = section === void 0 ? void 0 : content(read, section);
  for (let at = bytes?.indexOf("Linux version ") ?? -1; bytes !== void 0 && at >= 0; at = bytes.indexOf("Linux version ", at + 1)) {
    const banner = bytes.toString("latin1", at, at + 2 * maxVersionBytes);
    const [, release, builder, build] = /^Linux version (\d\S+) \(([^)]*)\) \([^\n\0]*\) (#[^\n\0]+)\n/.exec(banner) ?? [];
    if (release !== void 0) return identity(release, builder, build);
  }
  return void 0;
}
function identity(...parts) {
  return parts.includes(void 0) ? void 0 : parts.join(" ").trim();
}

// src/app/debug-objects.ts
function modulesOfTest({ suite, test }, { builds }) {
  const build = builds.get(suite);
  const { dataDirectory } = test;
  const shipped = dataDirectory === void 0 ? [] : filesBelow(dataDirectory).filter((path) => path.endsWith(".ko")).map((path) => join4(dataDirectory, path));
  const all = [...build?.kind === "built" ? build.debugModules : [], ...shipped];
  const counts = /* @__PURE__ */ new Map();
  for (const path of all) counts.set(moduleName(path), (counts.get(moduleName(path)) ?? 0) + 1);
  return new Map(all.map((path) => [moduleName(path), path]).filter(([name2]) => counts.get(name2) === 1));
}
function debugKernel({ kernel: spec }, kernel) {
  if (spec.kind !== "path") return void 0;
  const directory = dirname4(spec.image);
  const beside = [join4(directory, "vmlinux"), join4(directory, `vmlinux-${kernel.release}`), ...basename(directory) === "boot" ? [join4(directory, "../../../vmlinux")] : []];
  const own = kernelIdentity(spec.image);
  return [spec.image, ...beside].find((path) => kindOfFile(path) === "file" && (path === spec.image || own !== void 0 && kernelIdentity(path) === own) && hasDebugLines(path));
}

// src/app/finding-locator.ts
var readerAdvice = "sudo apt-get install binutils";
var FindingLocator = class {
  #context;
  #symbolizer;
  #kernels = /* @__PURE__ */ new Map();
  #warned = /* @__PURE__ */ new Set();
  /** @param reader null: there is none */
  constructor(context, reader = findDebugReader() ?? null) {
    this.#context = context;
    this.#symbolizer = reader === null ? void 0 : new Symbolizer(reader);
  }
  /** What a test's machine reported. */
  async locate(findings, planned, supplies) {
    const { suite, cell } = planned;
    const modules = modulesOfTest(planned, supplies);
    const code = codeUnderTest(suite.moduleDirectories, suite.directory);
    return await this.#locate(findings, { code, objectOf: (module) => module === void 0 ? this.#kernelOf(cell, supplies) : modules.get(module) });
  }
  /** What a cell reported while booting, before there was a module under test: of interest to those who test a kernel. */
  async locateBoot(findings, cell, supplies) {
    if (cell.kernel.kind !== "path") return findings;
    return await this.#locate(findings, { code: codeUnderTest([], cell.kernel.image), objectOf: (module) => module === void 0 ? this.#kernelOf(cell, supplies) : void 0 });
  }
  async #locate(findings, { code, objectOf }) {
    if (findings.length === 0) return findings;
    const frames = await this.#decode(placesOf(findings), objectOf);
    return findings.map((finding) => locateFinding(finding, (place) => frames.get(placeKey(place)), code));
  }
  async #decode(places, objectOf) {
    const decoded = /* @__PURE__ */ new Map();
    for (const module of new Set(places.map((place) => place.module))) {
      const object = objectOf(module);
      if (object === void 0) continue;
      const own = places.filter((place) => place.module === module);
      for (const [key, frames] of await this.#ask(object, own)) decoded.set(key, frames);
    }
    return decoded;
  }
  async #ask(object, places) {
    const { signal } = this.#context;
    if (this.#symbolizer === void 0) {
      this.#warnOnce(`Neither addr2line nor llvm-symbolizer is here, so findings come without the lines of source: ${readerAdvice}`);
      return /* @__PURE__ */ new Map();
    }
    try {
      return await this.#symbolizer.decode(object, places, signal);
    } catch (error) {
      if (error instanceof ReaderFailed) this.#warnOnce(`The lines of source could not be read from ${object}: ${error.message}`);
      else if (!signal.aborted) throw error;
      return /* @__PURE__ */ new Map();
    }
  }
  #kernelOf(cell, { kernel }) {
    const { text } = cell.kernel;
    if (!this.#kernels.has(text)) this.#kernels.set(text, debugKernel(cell, kernel));
    return this.#kernels.get(text);
  }
  #warnOnce(message) {
    if (this.#warned.has(message)) return;
    this.#warned.add(message);
    this.#context.listener({ kind: "warning", message });
  }
};
function codeUnderTest(moduleDirectories, place) {
  const base = projectRoot(moduleDirectories.length > 0 ? moduleDirectories : [place]);
  const repository = moduleDirectories[0] === void 0 ? void 0 : repositoryOf(moduleDirectories[0]);
  const root = repository !== void 0 && moduleDirectories.every((directory) => `${directory}/`.startsWith(`${repository}/`)) ? repository : base;
  return {
    root,
    base,
    directories: moduleDirectories.map((directory) => relative2(root, directory)),
    hasFile: (path) => kindOfFile(join5(root, path)) === "file"
  };
}

// src/provision/mirror.ts
function findMirror(release, archiveName, hints) {
  const archive = release.archives[archiveName];
  if (archive === void 0) throw new Error(`Internal error: ${release.distribution} has no archive ${archiveName}`);
  const name2 = mirrorName(release, archiveName);
  const uri = hints.chosen.get(name2) ?? hints.variable(mirrorVariable(name2));
  if (uri !== void 0) return { uri, signedBy: hints.keyring, checkValidUntil: true };
  const source = bestSource(archive, release, hints.sources);
  const ownKey = source?.signedBy === release.keyring.path ? void 0 : source?.signedBy;
  return source && { uri: source.uri, signedBy: ownKey ?? hints.keyring, checkValidUntil: source.checkValidUntil };
}
function mirrorName(release, archiveName) {
  return archiveName === "main" ? release.distribution : `${release.distribution}-${archiveName}`;
}
function mirrorVariable(name2) {
  return `QDT_MIRROR_${name2.toUpperCase().replaceAll("-", "_")}`;
}
function bestSource(archive, { keyring }, sources) {
  const candidates = sources.filter((source) => archive.suites.test(source.suite) && source.components.includes(archive.components[0]));
  const usual = (source) => source.signedBy === keyring.path || archive.path.test(source.uri);
  return candidates.find(usual) ?? candidates.find((source) => source.signedBy === void 0);
}

// src/provision/host-apt-sources.ts
import { join as join6 } from "node:path";

// src/provision/control-file.ts
function parseControlFile(text) {
  return text.split(/\n[ \t]*\n/).map(parseStanza).filter((stanza) => stanza.size > 0);
}
function parseStanza(text) {
  const stanza = /* @__PURE__ */ new Map();
  let field;
  for (const line of text.split("\n")) {
    if (line.startsWith("#")) continue;
    const named2 = /^([^\s:]+):[ \t]*(.*)$/.exec(line);
    if (named2?.[1] !== void 0 && named2[2] !== void 0) {
      field = named2[1].toLowerCase();
      stanza.set(field, named2[2].trimEnd());
    } else if (field !== void 0 && /^[ \t]/.test(line)) {
      stanza.set(field, `${stanza.get(field) ?? ""}
${line.slice(1).trimEnd()}`);
    }
  }
  return stanza;
}
function dependencyNames(stanza) {
  return (stanza.get("depends") ?? "").split(/[,|]/).map((part) => part.trim().replace(/[\s(:[].*$/s, "")).filter((name2) => name2 !== "");
}

// src/provision/apt-sources.ts
function parseSourcesList(text) {
  return text.split("\n").flatMap((line) => {
    const entry = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s*([^#]*)/.exec(line);
    const [, options = "", uri, suite, components = ""] = entry ?? [];
    if (uri === void 0 || suite === void 0) return [];
    return [{ uri, suite, components: words(components), signedBy: option(options, "signed-by"), checkValidUntil: !isNo(option(options, "check-valid-until")) }];
  });
}
function parseDeb822Sources(text) {
  return parseControlFile(text).flatMap((stanza) => {
    if (!words(stanza.get("types")).includes("deb") || isNo(stanza.get("enabled"))) return [];
    const common = { components: words(stanza.get("components")), signedBy: signedBy(stanza), checkValidUntil: !isNo(stanza.get("check-valid-until")) };
    return words(stanza.get("uris")).flatMap((uri) => words(stanza.get("suites")).map((suite) => ({ uri, suite, ...common })));
  });
}
function words(text) {
  return (text ?? "").split(/\s+/).filter((word) => word !== "");
}
function option(options, name2) {
  const found = words(options).find((word) => word.toLowerCase().startsWith(`${name2}=`));
  return found?.slice(name2.length + 1);
}
function isNo(value) {
  return value !== void 0 && /^(no|false|without|off|disable)$/i.test(value.trim());
}
function signedBy(stanza) {
  return stanza.get("signed-by")?.trim();
}
function parseMirrorList(text) {
  const entries = text.split("\n").map((line) => words(line.replace(/#.*/, "")));
  const priority = (entry) => Number(entry.map((word) => /^priority:(\d+)$/.exec(word)?.[1]).find((found) => found !== void 0) ?? Infinity);
  const known = entries.flatMap((entry) => entry[0] === void 0 ? [] : [{ uri: entry[0], priority: priority(entry) }]);
  return known.sort((a, b) => a.priority === b.priority ? 0 : a.priority - b.priority).map(({ uri }) => uri);
}

// src/provision/host-apt-sources.ts
function hostAptSources(directory = "/etc/apt") {
  const parts = join6(directory, "sources.list.d");
  const names = filesIn(parts).map(({ name: name2 }) => name2);
  return [
    ...parseSourcesList(readTextIfThere(join6(directory, "sources.list")) ?? ""),
    ...names.flatMap((name2) => parseByName(name2, join6(parts, name2)))
  ].map(withoutMirrorList);
}
function withoutMirrorList(source) {
  const list = /^mirror\+file:(?:\/\/)?(\/.*)$/.exec(source.uri)?.[1];
  const [best] = list === void 0 ? [] : parseMirrorList(readTextIfThere(list) ?? "");
  return best === void 0 ? source : { ...source, uri: best };
}
function parseByName(name2, path) {
  if (name2.endsWith(".sources")) return parseDeb822Sources(readTextIfThere(path) ?? "");
  if (name2.endsWith(".list")) return parseSourcesList(readTextIfThere(path) ?? "");
  return [];
}

export {
  hostResources,
  CommandNotStarted,
  runCommand,
  killGroup,
  movePath,
  writeFileAt,
  copyFileTo,
  dropSetIdBits,
  sha256OfFile,
  sha256Of,
  storeRoot,
  probeKvm,
  freeMiB,
  findModuleSources,
  digestSources,
  stageSources,
  findDebugReader,
  parseModulesDep,
  loadOrder,
  moduleName,
  readerAdvice,
  FindingLocator,
  findMirror,
  mirrorName,
  mirrorVariable,
  parseControlFile,
  dependencyNames,
  hostAptSources
};
