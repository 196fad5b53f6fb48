import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  resultsMark
} from "./chunk-LLYMXFPJ.mjs";
import {
  bannersIn,
  bytesOf,
  openForReading,
  readBzImage,
  readElfHeader,
  readWhole,
  textAt
} from "./chunk-4RYYH6E5.mjs";
import {
  architectureOfElf
} from "./chunk-X6ZZKZRR.mjs";
import {
  baseName,
  isProvoked,
  parseInstructionPointer,
  traceHeading
} from "./chunk-EFSC4T5S.mjs";
import {
  sha256OfFile
} from "./chunk-Z5M3ZDMR.mjs";
import {
  runCommand
} from "./chunk-OO2ITZZJ.mjs";
import {
  freeMiB
} from "./chunk-BUN7IQEI.mjs";
import {
  copyFileTo,
  linkTo,
  writeFileAt
} from "./chunk-UTU2GXSA.mjs";
import {
  CommandNotStarted
} from "./chunk-GRJFLVWM.mjs";
import {
  environmentOnly,
  environmentVariable,
  findProgram,
  hostArchitecture,
  programsOnPath
} from "./chunk-SMWPJZE2.mjs";
import {
  filesBelow,
  filesIn,
  kindOfFile,
  readTextIfThere,
  readWholeFile
} from "./chunk-42EG7RIT.mjs";
import {
  bounds,
  createScratchDirectory,
  isSystemError,
  makeDirectory,
  ownedPrefix,
  secretToken,
  sweepDead
} from "./chunk-PC3WFA6B.mjs";
import {
  __callDispose,
  __using
} from "./chunk-R2N667XA.mjs";

// src/host/resources.ts
import { readFileSync } from "node:fs";
import { availableParallelism, freemem, release, totalmem } from "node:os";
import { setFlagsFromString } from "node:v8";
function hostBoot() {
  return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
}
function hostProcessor(cpuInfo = readFileSync("/proc/cpuinfo", "utf8")) {
  const [processor = ""] = cpuInfo.split("\n\n");
  const lasting = processor.split("\n").filter((line) => lastingOfPc.test(line) || lastingOfArm.test(line));
  return [release(), ...lasting].join("\n");
}
var lastingOfPc = /^(vendor_id|cpu family|model|model name|stepping|microcode|flags)\s*:/;
var lastingOfArm = /^(Features|CPU (implementer|architecture|variant|part|revision))\s*:/;
function keepHeapSmall() {
  setFlagsFromString("--optimize-for-size");
  setFlagsFromString("--semi-space-growth-factor=1");
}
var mebibyte = 1024 * 1024;
function hostResources() {
  const limitMiB = memoryLimitMiB();
  return {
    cpus: availableParallelism(),
    memoryMiB: Math.min(Math.floor(totalmem() / mebibyte), limitMiB),
    availableMemoryMiB: Math.min(availableMemoryMiB(), limitMiB)
  };
}
function memoryLimitMiB() {
  const bytes = process.constrainedMemory();
  return bytes === 0 ? Infinity : Math.floor(bytes / mebibyte);
}
function availableMemoryMiB() {
  const kibibytes = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync("/proc/meminfo", "utf8"))?.[1];
  return kibibytes === void 0 ? Math.floor(freemem() / mebibyte) : Math.floor(Number(kibibytes) / 1024);
}

// src/host/container.ts
import { existsSync, readFileSync as readFileSync2 } from "node:fs";
function containerOf(facts) {
  const { hasDockerFile, hasPodmanFile, hasKubernetes, variable, cgroup, uidMap } = facts;
  if (hasKubernetes || /\/kubepods/.test(cgroup)) return "kubernetes";
  if (hasPodmanFile || variable === "podman" || /\/libpod/.test(cgroup))
    return isOwnUserSpace(uidMap) ? "rootless-podman" : "podman";
  if (hasDockerFile || /\/docker/.test(cgroup)) return "docker";
  return variable !== void 0 || /\/(?:lxc|containerd|machine\.slice)/.test(cgroup) ? "other" : void 0;
}
function isOwnUserSpace(uidMap) {
  return uidMap.trim() !== "" && !/^\s*0\s+0\s+4294967295\s*$/.test(uidMap);
}
function containerHere() {
  return containerOf({
    hasDockerFile: existsSync("/.dockerenv"),
    hasPodmanFile: existsSync("/run/.containerenv"),
    hasKubernetes: environmentVariable("KUBERNETES_SERVICE_HOST") !== void 0 || existsSync("/var/run/secrets/kubernetes.io/serviceaccount"),
    variable: environmentVariable("container"),
    cgroup: textOf("/proc/1/cgroup"),
    uidMap: textOf("/proc/self/uid_map")
  });
}
function textOf(path) {
  try {
    return readFileSync2(path, "utf8");
  } catch {
    return "";
  }
}

// src/host/kvm.ts
import { closeSync, constants, openSync, statSync } from "node:fs";
var linuxPlaces = { device: "/dev/kvm", cpuInfo: "/proc/cpuinfo", misc: "/proc/misc" };
function probeKvm(places = linuxPlaces, container = containerHere()) {
  const error = openError(places.device);
  return judgeKvm({
    places,
    error,
    kernelHasKvm: places.misc !== void 0 && /^\s*\d+ kvm$/m.test(textOf(places.misc)),
    processorHasIt: flagOfVirtualisation(textOf(places.cpuInfo)) ?? error === void 0,
    container
  });
}
function flagOfVirtualisation(cpuInfo) {
  const [, flags] = /^flags\s*:(.*)$/m.exec(cpuInfo) ?? [];
  return flags === void 0 ? void 0 : /\b(vmx|svm)\b/.test(flags);
}
function judgeKvm(facts) {
  const { places, error } = facts;
  switch (error) {
    case void 0:
      return facts.processorHasIt ? { kind: "promising" } : withoutFlags(places);
    case "ENOENT":
      return absent(facts);
    case "EPERM":
      return {
        kind: "unusable",
        reason: `${places.device} is here, but the rules of the container for devices forbid it`,
        advice: "A bind mount or mknod is not enough: pass the device with --device /dev/kvm."
      };
    case "ENODEV":
    case "ENXIO":
      return {
        kind: "unusable",
        reason: `${places.device} is here, but the kernel has no KVM behind it`,
        advice: `${onTheHost(facts)}${loadModule}`
      };
    case "EBUSY":
    case "EIO":
    case "ENOMEM":
      return {
        kind: "unusable",
        reason: `${places.device} is here, but cannot be opened (${error})`,
        advice: `${onTheHost(facts)}dmesg may say why. Another hypervisor can hold the processor\u2019s virtualisation.`
      };
    default:
      return {
        kind: "unusable",
        reason: `${places.device} may not be opened by this user (${error})`,
        advice: permission(facts.container)
      };
  }
}
var loadModule = "sudo modprobe kvm_intel, or kvm_amd.";
var enableIt = "Enable virtualisation in the firmware, or nested virtualisation for this machine.";
function onTheHost({ container }) {
  return container === void 0 ? "" : "On the host of the container: ";
}
function withoutFlags({ device, cpuInfo }) {
  return {
    kind: "unusable",
    reason: `${device} exists, but the processor offers no virtualisation (no vmx or svm in ${cpuInfo})`,
    advice: "Enable nested virtualisation for this machine, or use a host with virtualisation."
  };
}
function absent(facts) {
  const { places, kernelHasKvm, processorHasIt, container } = facts;
  const passIt = container === void 0 ? "" : ` ${passing[container]}`;
  if (kernelHasKvm && container !== void 0)
    return {
      kind: "unusable",
      reason: `the host has KVM, but ${places.device} is not in this container`,
      advice: passing[container]
    };
  if (kernelHasKvm)
    return {
      kind: "unusable",
      reason: `no ${places.device}, although the kernel has KVM`,
      advice: "Let udev make it: sudo udevadm trigger --name-match=kvm."
    };
  return {
    kind: "unusable",
    reason: processorHasIt ? `no ${places.device}: the host\u2019s kernel has no KVM loaded` : `no ${places.device}`,
    advice: `${onTheHost(facts)}${processorHasIt ? loadModule : enableIt}${passIt}`
  };
}
var passing = {
  docker: "Start the container with --device /dev/kvm.",
  podman: "Start the container with --device /dev/kvm.",
  "rootless-podman": "Start the container with --device /dev/kvm --group-add keep-groups, as a user who may open it on the host.",
  kubernetes: "A pod gets it from a device plugin of the cluster, for example KubeVirt\u2019s (devices.kubevirt.io/kvm: 1); without one, it stays on TCG.",
  other: "Pass the device to the container."
};
function permission(container) {
  switch (container) {
    case "docker":
    case "podman":
      return 'Start the container with --group-add "$(stat -c %g /dev/kvm)", or run as its root.';
    case "rootless-podman":
      return "Start the container with --group-add keep-groups, as a user who is in the group kvm on the host.";
    case "kubernetes":
      return "Add the group of the device (stat -c %g /dev/kvm) to securityContext.supplementalGroups of the pod.";
    case "other":
      return "Add the user to the group of the device (stat -c %g /dev/kvm).";
    case void 0:
      return `On a hosted runner: echo 'KERNEL=="kvm", GROUP="kvm", MODE="0666", OPTIONS+="static_node=kvm"' | sudo tee /etc/udev/rules.d/99-kvm.rules && sudo udevadm control --reload-rules && sudo udevadm trigger --name-match=kvm. Elsewhere: add the user to the group kvm.`;
  }
}
function kvmIdentity(path = linuxPlaces.device) {
  const info = statSync(path, { throwIfNoEntry: false, bigint: true });
  return info === void 0 ? "" : [info.dev, info.ino, info.rdev, info.mode, info.uid, info.gid, info.ctimeNs].join(" ");
}
function openError(path) {
  try {
    closeSync(openSync(path, constants.O_RDWR | constants.O_NONBLOCK));
    return void 0;
  } catch (error) {
    return error.code ?? "unknown";
  }
}

// src/symbols/run-reader.ts
import { join } from "node:path";

// src/binary/elf-sections.ts
var sectionHeaderBytes = 64;
var maxTableBytes = 256 * 1024 * 1024;
var maxNameBytes = 1024;
function readElfFile(read) {
  const header = readElfHeader(read);
  if (header === void 0 || header.bits !== 64) return void 0;
  const { offset, entryBytes, count } = header.sections;
  const table = readWhole(read, offset, count * sectionHeaderBytes);
  if (entryBytes !== sectionHeaderBytes || count === 0 || table === void 0) return void 0;
  const unnamed = Array.from({ length: count }, (_, index) => readSection(table, index, offset));
  const nameTable = unnamed[header.sectionNames];
  const names = nameTable === void 0 ? Buffer.alloc(0) : sectionContent(read, nameTable);
  return {
    header,
    sections: unnamed.map(({ nameOffset, ...section }) => ({
      ...section,
      name: textAt(names, nameOffset, maxNameBytes)
    }))
  };
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
    info: table.readUInt32LE(at + 44),
    alignBytes: Number(table.readBigUInt64LE(at + 48)),
    headerOffset: tableOffset + at
  };
}
function sectionContent(read, { offset, sizeBytes }) {
  return read(offset, Math.min(sizeBytes, maxTableBytes));
}

// src/binary/elf-symbols.ts
var symbolBytes = 24;
var symbolTableType = 2;
var codeTypes = /* @__PURE__ */ new Set([0, 2, 10]);
var firstReservedSection = 65280;
var maxNameBytes2 = 1024;
var maxSymbols = 4 * 1024 ** 2;
var maxNameBytesInAll = 256 * 1024 ** 2;
function readElfSymbols(read, { sections }) {
  const table = sections.find(({ type }) => type === symbolTableType);
  const names = table && sections[table.link];
  if (table === void 0 || names === void 0) return [];
  return symbolsIn(sectionContent(read, table), sectionContent(read, names));
}
function symbolsIn(table, names) {
  const symbols = [];
  const count = Math.min(Math.floor(table.length / symbolBytes), maxSymbols);
  for (let index = 0, nameBytes = 0; index < count && nameBytes <= maxNameBytesInAll; index++) {
    const symbol = symbolAt(table, index * symbolBytes, names);
    nameBytes += symbol.name.length;
    if (counts(symbol)) symbols.push(symbol);
  }
  return symbols;
}
function counts({ name, section }) {
  return name !== "" && !/^(?:\$|\.L)/.test(name) && section > 0 && section < firstReservedSection;
}
function symbolAt(table, at, names) {
  return {
    name: textAt(names, table.readUInt32LE(at), maxNameBytes2),
    isCode: codeTypes.has(table.readUInt8(at + 4) & 15),
    section: table.readUInt16LE(at + 6),
    value: table.readBigUInt64LE(at + 8),
    sizeBytes: Number(table.readBigUInt64LE(at + 16))
  };
}

// src/symbols/relocation.ts
var wide = { kind: "set", bytes: 8 };
var narrow = { kind: "set", bytes: 4 };
var riscv = {
  0: { kind: "nothing" },
  1: narrow,
  2: wide,
  33: { kind: "add", bytes: 1 },
  34: { kind: "add", bytes: 2 },
  35: { kind: "add", bytes: 4 },
  36: { kind: "add", bytes: 8 },
  37: { kind: "subtract", bytes: 1 },
  38: { kind: "subtract", bytes: 2 },
  39: { kind: "subtract", bytes: 4 },
  40: { kind: "subtract", bytes: 8 },
  51: { kind: "nothing" },
  52: { kind: "subtract-six" },
  53: { kind: "set-six" },
  54: { kind: "set", bytes: 1 },
  55: { kind: "set", bytes: 2 },
  56: narrow,
  60: { kind: "set-leb" },
  61: { kind: "subtract-leb" }
};
var byMachine = {
  62: { 1: wide, 10: narrow, 11: narrow },
  183: { 257: wide, 258: narrow },
  243: riscv
};
function operationsOf(machine) {
  return byMachine[machine];
}
function applyRelocation(content, { place, value, operation }) {
  switch (operation.kind) {
    case "set":
      writeNumber(content, place, operation.bytes, value);
      return;
    case "add":
      writeNumber(content, place, operation.bytes, readNumber(content, place, operation.bytes) + value);
      return;
    case "subtract":
      writeNumber(content, place, operation.bytes, readNumber(content, place, operation.bytes) - value);
      return;
    case "set-six":
      writeSix(content, place, value);
      return;
    case "subtract-six":
      writeSix(content, place, BigInt(content.readUInt8(place)) - value);
      return;
    case "set-leb":
      writeLeb(content, place, value);
      return;
    case "subtract-leb":
      writeLeb(content, place, readLeb(content, place) - value);
      return;
    case "nothing":
      return;
  }
}
function readNumber(content, place, bytes) {
  let value = 0n;
  for (let index = bytes - 1; index >= 0; index--) value = value << 8n | BigInt(content.readUInt8(place + index));
  return value;
}
function writeNumber(content, place, bytes, value) {
  for (let index = 0; index < bytes; index++)
    content.writeUInt8(Number(BigInt.asUintN(64, value) >> BigInt(8 * index) & 0xffn), place + index);
}
function writeSix(content, place, value) {
  content.writeUInt8(content.readUInt8(place) & 192 | Number(BigInt.asUintN(6, value)), place);
}
var maxLebBytes = 10;
function lebBytes(content, place) {
  let bytes = 1;
  while (bytes < maxLebBytes && place + bytes < content.length && (content.readUInt8(place + bytes - 1) & 128) !== 0)
    bytes++;
  return bytes;
}
function readLeb(content, place) {
  let value = 0n;
  for (let index = lebBytes(content, place) - 1; index >= 0; index--)
    value = value << 7n | BigInt(content.readUInt8(place + index) & 127);
  return value;
}
function writeLeb(content, place, value) {
  const bytes = lebBytes(content, place);
  for (let index = 0; index < bytes; index++) {
    const more = content.readUInt8(place + index) & 128;
    content.writeUInt8(more | Number(BigInt.asUintN(70, value) >> BigInt(7 * index) & 0x7fn), place + index);
  }
}

// src/symbols/linked-copy.ts
var allocated = 2;
var relocationsType = 4;
var relocationBytes = 24;
var linkedType = 2;
var firstBase = 268435456;
var pageBytes = 4096;
function linkedCopy(file) {
  const { header, sections = [] } = readElfFile(bytesOf(file)) ?? {};
  const operations = header && operationsOf(header.machine);
  const bases = layOut(sections);
  if (operations === void 0 || bases === void 0) return void 0;
  const content = Buffer.from(file);
  for (const [index, base] of bases) content.writeBigUInt64LE(base, (sections[index]?.headerOffset ?? 0) + 16);
  for (const table of sections.filter(
    (section) => section.type === relocationsType && section.name.startsWith(".rela.debug_")
  )) {
    if (!relocate(content, { table, sections, bases, operations })) return void 0;
    content.writeUInt32LE(0, table.headerOffset + 4);
  }
  content.writeUInt16LE(linkedType, 16);
  return { content, baseOf: ({ index }) => bases.get(index) ?? 0n };
}
function layOut(sections) {
  const bases = /* @__PURE__ */ new Map();
  let next = firstBase;
  for (const { index, flags, sizeBytes } of sections) {
    if ((flags & allocated) === 0) continue;
    bases.set(index, BigInt(next));
    next += Math.ceil((sizeBytes + 1) / pageBytes) * pageBytes;
    if (next > Number.MAX_SAFE_INTEGER) return void 0;
  }
  return bases;
}
function relocate(content, { table, sections, bases, operations }) {
  const symbols = sections[table.link];
  const target = sections[table.info];
  if (symbols === void 0 || target === void 0 || table.offset + table.sizeBytes > content.length) return false;
  for (let at = table.offset; at + relocationBytes <= table.offset + table.sizeBytes; at += relocationBytes) {
    const place = target.offset + Number(content.readBigUInt64LE(at));
    const type = content.readUInt32LE(at + 8);
    const symbolAt2 = symbols.offset + content.readUInt32LE(at + 12) * symbolBytes;
    if (symbolAt2 + symbolBytes > content.length || place + 8 > content.length) return false;
    const base = bases.get(content.readUInt16LE(symbolAt2 + 6)) ?? 0n;
    const value = BigInt.asUintN(64, base + content.readBigUInt64LE(symbolAt2 + 8) + content.readBigInt64LE(at + 16));
    const operation = operations[type];
    if (operation === void 0) return false;
    applyRelocation(content, { place, value, operation });
  }
  return true;
}

// src/symbols/run-reader.ts
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
var deadlineMs = 2e4;
var maxOutputCharacters = 8 * 1024 * 1024;
var ReaderFailed = class extends Error {
  name = "ReaderFailed";
};
async function runReader(reader, query, signal) {
  switch (reader.kind) {
    case "addr2line":
      return query.section === void 0 || isOfHost(query.object) ? await askAddr2line(reader.path, query, signal) : await askLinked(argvOf(reader), query, signal);
    case "llvm-symbolizer":
      return await askLinked(argvOf(reader), query, signal);
  }
}
function isOfHost(object) {
  var _stack = [];
  try {
    const file = __using(_stack, openForReading(object));
    const machine = readElfHeader(file.read)?.machine;
    return machine === void 0 || architectureOfElf(machine)?.node === hostArchitecture();
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function askAddr2line(path, { object, section, addresses }, signal) {
  const inSection = section === void 0 ? [] : ["-j", section.name];
  return await ask([path, "-a", "-f", "-i", ...inSection, "-e", object, ...inHex(addresses)], signal);
}
function argvOf({ kind, path }) {
  return kind === "addr2line" ? (file) => [path, "-a", "-f", "-i", "-e", file] : (file) => [path, "--output-style=GNU", "--addresses", "--inlining", "--functions=linkage", `--obj=${file}`];
}
async function askLinked(argv, { object, section, addresses }, signal) {
  var _stack = [];
  try {
    if (section === void 0) return await ask([...argv(object), ...inHex(addresses)], signal);
    const linked = linkedCopy(readWholeFile(object));
    if (linked === void 0) throw new ReaderFailed(`${argv("")[0]} cannot read it; install binutils\u2019 addr2line`);
    const scratch = __using(_stack, createScratchDirectory());
    const copy = join(scratch.path, "module");
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
    if (characters > maxOutputCharacters)
      tooMuch.abort(new ReaderFailed(`expected at most ${maxOutputCharacters} characters, found more`));
  };
  try {
    const { exitCode, stdout, output } = await runCommand(argv, {
      signal: limits,
      onOutput,
      env: environmentOnly(["PATH", "HOME", "TMPDIR"], { LC_ALL: "C" })
    });
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

// src/engine/finding-locator.ts
import { basename, dirname as dirname2, join as join4 } from "node:path";

// src/diagnose/source/code-place.ts
import { posix } from "node:path";
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
function projectPath(file, { root, base }) {
  const path = posix.relative(root, posix.resolve(base, file));
  return path === "" || path === ".." || path.startsWith("../") ? void 0 : path;
}
function isUnderTest(path, { directories }) {
  return directories.some((directory) => directory === "" || path.startsWith(`${directory}/`));
}
function fileUnderTest(file, code) {
  for (let path = projectPath(file, code); path !== void 0; path = withoutFirst(path))
    if (isUnderTest(path, code) && code.hasFile(path)) return path;
  return void 0;
}
function withoutFirst(path) {
  const slash = path.indexOf("/");
  return slash < 0 ? void 0 : path.slice(slash + 1);
}
function inProject(frame, code) {
  const path = fileUnderTest(frame.file, code);
  return path === void 0 ? frame : { ...frame, file: posix.join(code.root, path) };
}

// src/diagnose/source/find-source.ts
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
function reportedPlaces(report) {
  const sections = [{ own: true, places: [] }];
  for (const [line, text] of report.split("\n").entries()) {
    const heading = traceHeading(text);
    if (heading !== void 0) sections.push({ own: heading === "own", places: [] });
    const pointer = parseInstructionPointer(text)?.kind === "kernel";
    const found = placesIn(text).map(({ place, reliable }) => ({
      place: { ...place, exact: pointer || place.offset === 0 },
      line,
      reliable
    }));
    sections.at(-1)?.places.push(...found);
  }
  return withKnownPointers(
    sections.flatMap(({ own, places }) => {
      const counts2 = own && !isProvoked(places.map(({ place }) => place.symbol));
      return places.map((place) => ({ ...place, own: counts2 }));
    })
  );
}
function withKnownPointers(places) {
  const nameOf = ({ symbol, offset, module }) => `${module ?? ""}:${symbol}+${offset}`;
  const pointers = new Set(places.filter(({ place }) => place.exact).map(({ place }) => nameOf(place)));
  return places.map((reported) => ({
    ...reported,
    place: { ...reported.place, exact: pointers.has(nameOf(reported.place)) }
  }));
}
function findSource(finding, framesOf, code) {
  const stated = statedSource(finding.report);
  const path = stated && projectPath(stated.file, code);
  if (stated !== void 0 && path !== void 0 && isUnderTest(path, code)) return { file: path, line: stated.line };
  const places = inOrderOfTrust(reportedPlaces(finding.report));
  const search = (counts2) => firstSource({ places, framesOf, counts: counts2, code });
  return search((file) => isUnderTest(file, code)) ?? search((file, { module }) => module !== void 0 && code.hasFile(file)) ?? search((file, place) => isNamed(place, finding) && code.hasFile(file));
}
function firstSource({ places, framesOf, counts: counts2, code }) {
  for (const { place } of places) {
    for (const { file, line } of framesOf(place) ?? []) {
      const path = projectPath(file, code);
      if (path !== void 0 && counts2(path, place)) return { file: path, line };
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
function decodeReport(report, framesOf, project) {
  const places = placesByLine(reportedPlaces(report));
  let added = 0;
  const lines = report.split("\n").flatMap((text, index) => {
    if (added > maxAddedChars || sourceIn(text) !== void 0) return [text];
    const chains = (places.get(index) ?? []).map((place) => framesOf(place) ?? []);
    const decoded = [
      ...chains.flatMap((chain) => inlinedLines(text, chain, project)),
      [text, ...chains.flatMap((chain) => outermost(chain, project))].join(" ")
    ];
    added += decoded.reduce((sum, line) => sum + line.length, -text.length);
    return decoded;
  });
  return lines.join("\n").slice(0, 2 * bounds.findings.reportChars);
}
var maxAddedChars = bounds.findings.reportChars;
function placesByLine(places) {
  const byLine = /* @__PURE__ */ new Map();
  for (const { line, place } of places) {
    const known = byLine.get(line);
    if (known === void 0) byLine.set(line, [place]);
    else known.push(place);
  }
  return byLine;
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
function placesOf(findings) {
  const places = findings.flatMap(({ report }) => reportedPlaces(report).map(({ place }) => place));
  return [...new Map(places.map((place) => [placeKey(place), place])).values()];
}
function locateFinding(finding, framesOf, code) {
  const source = findSource(finding, framesOf, code);
  return {
    ...finding,
    ...source === void 0 ? {} : { source },
    report: decodeReport(finding.report, framesOf, code)
  };
}

// src/provision/modules/module-closure.ts
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
  for (const name of names) {
    const found = index.get(moduleName(name));
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
function dependsOf(module) {
  const bytes = Buffer.from(module.buffer, module.byteOffset, module.byteLength);
  const key = Buffer.from("\0depends=");
  const start = bytes.indexOf(key);
  if (start === -1) return [];
  const from = start + key.length;
  const names = bytes.toString("latin1", from, bytes.indexOf(0, from));
  return names.split(",").filter((name) => name !== "");
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
function identityInBzImage(read) {
  const text = readBzImage(read)?.versionText ?? "";
  const [, release2, builder, build] = /^(\S+) \(([^)]*)\) (#.+)$/s.exec(text) ?? [];
  return identity(release2, builder, build);
}
function identityInElf(read) {
  const section = readElfFile(read)?.sections.find(({ name }) => name === ".rodata");
  if (section === void 0) return void 0;
  for (const banner of bannersIn(sectionContent(read, section))) {
    const [, release2, builder, build] = /^(?=[^\n\0]*\n)Linux version (\d\S+) \(([^)]*)\) \([^\n\0]*\) (#[^\n\0]+)\n/.exec(banner) ?? [];
    if (release2 !== void 0) return identity(release2, builder, build);
  }
  return void 0;
}
function identity(...parts) {
  return parts.includes(void 0) ? void 0 : parts.join(" ").trim();
}

// src/symbols/code-object.ts
function readCodeObject(read) {
  const file = readElfFile(read);
  if (file === void 0 || !hasLines(file.sections)) return void 0;
  return {
    isRelocatable: file.header.isRelocatable,
    sections: file.sections,
    codeByName: indexCode(readElfSymbols(read, file))
  };
}
function hasLines(sections) {
  return sections.some(({ name }) => name === ".debug_line" || name === ".zdebug_line");
}
function indexCode(symbols) {
  const byName = /* @__PURE__ */ new Map();
  let next;
  let spanEnd;
  for (const symbol of [...symbols].sort(
    (one, other) => other.section - one.section || Number(other.value - one.value)
  )) {
    if (next === void 0 || next.section !== symbol.section) spanEnd = void 0;
    else if (next.value !== symbol.value) spanEnd = next;
    next = symbol;
    if (!symbol.isCode) continue;
    const spanBytes = spanEnd === void 0 ? void 0 : Number(spanEnd.value - symbol.value);
    const ofName = byName.get(symbol.name) ?? [];
    ofName.push({ ...symbol, spanBytes });
    byName.set(symbol.name, ofName);
  }
  return byName;
}

// src/symbols/symbolizer.ts
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
var maxAddresses = 2e3;
var Symbolizer = class {
  #reader;
  #objects = /* @__PURE__ */ new Map();
  #known = /* @__PURE__ */ new Map();
  constructor(reader) {
    this.#reader = reader;
  }
  /**
   * @param path an object file with debug information: a module, or a kernel @throws ReaderFailed @throws the signal's
   * reason when it aborts
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
      const inSection = wanted.flatMap(
        ({ place, at }) => at === void 0 || at.section !== section ? [] : [{ place, address: at.address }]
      );
      const addresses = [...new Set(inSection.map(({ address }) => address))];
      const found = await runReader(this.#reader, { object: path, section, addresses }, signal);
      for (const { place, address } of inSection)
        this.#known.set(`${path} ${placeKey(place)}`, named(found.get(address) ?? [], place));
    }
    for (const { place, at } of wanted) if (at === void 0) this.#known.set(`${path} ${placeKey(place)}`, []);
  }
  /** Undefined: it has no debug information. */
  #objectAt(path) {
    if (!this.#objects.has(path)) this.#objects.set(path, readDebugObject(path));
    return this.#objects.get(path);
  }
};
function readDebugObject(path) {
  var _stack = [];
  try {
    const file = __using(_stack, openForReading(path));
    return readCodeObject(file.read);
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
    return hasLines(readElfFile(file.read)?.sections ?? []);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function named(frames, { symbol }) {
  return frames.map((frame, index) => index === frames.length - 1 ? { ...frame, function: symbol } : frame);
}

// src/engine/code-under-test.ts
import { join as join3, relative as relative2 } from "node:path";

// src/provision/modules/module-sources.ts
import { dirname, join as join2, relative, sep } from "node:path";
function findModuleSources(directories) {
  const root = projectRoot(directories);
  const inside = directories.map((directory) => relative(root, directory));
  return {
    root,
    directories: inside,
    files: [...new Set(inside.flatMap((directory) => sourcesBelow(root, directory)))].sort()
  };
}
async function digestSources({ root, directories, files }, signal) {
  const lines = [];
  for (const file of files) lines.push(`${file} ${await sha256OfFile(join2(root, file), signal)}`);
  return [...directories, "", ...lines].join("\n");
}
function stageSources({ root, directories, files }, tree, writesBeside) {
  for (const directory of directories) makeDirectory(join2(tree, directory));
  for (const file of files) copyFileTo(join2(root, file), join2(tree, file));
  const mirror = { root, tree, left: writesBeside || namesParents(root, files) ? maxMirrored : 0 };
  const parents = [...new Set(directories.flatMap(parentsOf))];
  for (const parent of parents.toSorted((a, b) => depthOf(b) - depthOf(a))) mirrorTheRest(parent, mirror);
}
function projectRoot(directories) {
  const common = directories.map((directory) => dirname(directory)).reduce(commonParent);
  return repositoryOf(common) ?? common;
}
function repositoryOf(directory) {
  for (let at = directory; at !== dirname(at); at = dirname(at)) {
    if (kindOfFile(join2(at, ".git")) !== "nothing") return at;
  }
  return void 0;
}
function commonParent(a, b) {
  let parent = a;
  while (b !== parent && !b.startsWith(parent === sep ? sep : parent + sep)) parent = dirname(parent);
  return parent;
}
function sourcesBelow(root, directory) {
  const entries = filesIn(join2(root, directory));
  const names = new Set(entries.map(({ name }) => name));
  if (names.has(resultsMark)) return [];
  return entries.flatMap(({ name, kind }) => {
    if (isBuildProduct(name, names)) return [];
    const path = join2(directory, name);
    if (kind === "directory") return sourcesBelow(root, path);
    return kindOfFile(join2(root, path)) === "file" ? [path] : [];
  });
}
var productNames = /* @__PURE__ */ new Set([".git", ".tmp_versions", "Module.symvers", "modules.order", ".module-common.o"]);
function isBuildProduct(name, siblings) {
  if (productNames.has(name) || /\.(ko|mod|mod\.c)$/.test(name) || /^\..*\.(cmd|d)$/.test(name)) return true;
  return name.endsWith(".o") && siblings.has(`.${name}.cmd`);
}
function parentsOf(directory) {
  const parts = directory.split(sep);
  return parts.map((_, length) => join2(...["", ...parts.slice(0, length)]));
}
function namesParents(root, files) {
  return files.some(
    (file) => /(?:^|\/)(?:Kbuild|Makefile|dkms\.conf)[^/]*$|\.(?:mk|sh|inc)$/.test(file) && (readTextIfThere(join2(root, file)) ?? "").includes("..")
  );
}
function depthOf(directory) {
  return directory === "" ? 0 : directory.split(sep).length;
}
var maxMirrored = 4e3;
function mirrorTheRest(parent, mirror) {
  const { root, tree } = mirror;
  const queue = [parent];
  for (let at = queue.shift(); at !== void 0; at = queue.shift()) {
    const entries = filesIn(join2(root, at));
    const names = new Set(entries.map(({ name }) => name));
    if (names.has(resultsMark)) continue;
    for (const { name, kind } of entries) {
      const path = join2(at, name);
      if (kindOfFile(join2(tree, path)) !== "nothing") continue;
      if (name !== ".git" && isBuildProduct(name, names)) continue;
      mirror.left--;
      if (kind === "directory" && name !== ".git" && mirror.left > 0) {
        makeDirectory(join2(tree, path));
        queue.push(path);
      } else linkTo(join2(root, path), join2(tree, path));
    }
  }
}

// src/engine/code-under-test.ts
function codeUnderTest(moduleDirectories, place) {
  const base = projectRoot(moduleDirectories.length > 0 ? moduleDirectories : [place]);
  const repository = moduleDirectories[0] === void 0 ? void 0 : repositoryOf(moduleDirectories[0]);
  const root = repository !== void 0 && moduleDirectories.every((directory) => `${directory}/`.startsWith(`${repository}/`)) ? repository : base;
  return {
    root,
    base,
    directories: moduleDirectories.map((directory) => relative2(root, directory)),
    hasFile: (path) => kindOfFile(join3(root, path)) === "file"
  };
}

// src/engine/finding-locator.ts
function modulesOfTest({ suite, test }, { builds }) {
  const build = builds.get(suite);
  const shipped = [test.dataDirectory, suite.libDirectory].flatMap(
    (directory) => directory === void 0 ? [] : filesBelow(directory).filter((path) => path.endsWith(".ko")).map((path) => join4(directory, path))
  );
  const all = [...build?.kind === "built" ? build.debugModules : [], ...shipped];
  const counts2 = /* @__PURE__ */ new Map();
  for (const path of all) counts2.set(moduleName(path), (counts2.get(moduleName(path)) ?? 0) + 1);
  return new Map(all.map((path) => [moduleName(path), path]).filter(([name]) => counts2.get(name) === 1));
}
function debugKernel({ kernel: spec }, kernel) {
  if (spec.kind !== "path") return kernel.debugImage;
  const directory = dirname2(spec.image);
  const beside = [
    join4(directory, "vmlinux"),
    join4(directory, `vmlinux-${kernel.release}`),
    ...basename(directory) === "boot" ? [join4(directory, "../../../vmlinux")] : []
  ];
  const own = kernelIdentity(spec.image);
  return [spec.image, ...beside].find(
    (path) => kindOfFile(path) === "file" && (path === spec.image || own !== void 0 && kernelIdentity(path) === own) && hasDebugLines(path)
  );
}
function treeOf({ kernel }) {
  return kernel.kind === "source" && kernel.source.kind === "tree" ? kernel.source.path : void 0;
}
function debugModule({ debugModules }, module) {
  if (debugModules === void 0) return void 0;
  const path = filesBelow(debugModules).find((file) => file.endsWith(".ko") && moduleName(file) === module);
  return path === void 0 ? void 0 : join4(debugModules, path);
}
var readerAdvice = "sudo apt-get install binutils";
var FindingLocator = class {
  #context;
  #symbolizer;
  #kernels = /* @__PURE__ */ new Map();
  #warned = /* @__PURE__ */ new Set();
  /** @param reader null: no reader is available */
  constructor(context, reader = findDebugReader() ?? null) {
    this.#context = context;
    this.#symbolizer = reader === null ? void 0 : new Symbolizer(reader);
  }
  /** Locates the findings of a test's machine. */
  async locate(findings, planned, supplies) {
    if (findings.length === 0) return findings;
    return await this.#locate(findings, this.#lookupFor(planned, supplies));
  }
  /** The driver's lines of failed calls, `driver/edu.c:120`, by their places. */
  async locateCalls(places, planned, supplies) {
    const { code, objectOf } = this.#lookupFor(planned, supplies);
    const read = places.flatMap(
      (text) => placesIn(text).map(({ place }) => ({ text, place: { ...place, exact: true } }))
    );
    const frames = await this.#decode(
      read.map(({ place }) => place),
      objectOf
    );
    return new Map(
      read.flatMap(({ text, place }) => {
        const line = lineUnderTest(frames.get(placeKey(place)) ?? [], code);
        return line === void 0 ? [] : [[text, line]];
      })
    );
  }
  #lookupFor(planned, supplies) {
    const { suite, cell } = planned;
    const modules = modulesOfTest(planned, supplies);
    const tree = treeOf(cell);
    const code = tree !== void 0 && suite.moduleDirectories.length === 0 ? codeUnderTest([], tree) : codeUnderTest(suite.moduleDirectories, suite.directory);
    return {
      code,
      objectOf: (module) => module === void 0 ? this.#kernelOf(cell, supplies) : modules.get(module) ?? debugModule(supplies.kernel, module)
    };
  }
  /**
   * Locates the findings of a cell's boot, before any module under test was loaded. They matter to people who test a
   * kernel.
   */
  async locateBoot(findings, cell, supplies) {
    const place = cell.kernel.kind === "path" ? cell.kernel.image : treeOf(cell);
    if (place === void 0) return findings;
    return await this.#locate(findings, {
      code: codeUnderTest([], place),
      objectOf: (module) => module === void 0 ? this.#kernelOf(cell, supplies) : void 0
    });
  }
  async #locate(findings, { code, objectOf }) {
    if (findings.length === 0) return findings;
    const frames = await this.#decode(placesOf(findings), objectOf);
    const framesOf = (place) => frames.get(placeKey(place))?.map((frame) => inProject(frame, code));
    return findings.map((finding) => locateFinding(finding, framesOf, code));
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
      this.#warnOnce(
        `Neither addr2line nor llvm-symbolizer was found, so findings have no source lines: ${readerAdvice}`
      );
      return /* @__PURE__ */ new Map();
    }
    try {
      return await this.#symbolizer.decode(object, places, signal);
    } catch (error) {
      if (error instanceof ReaderFailed)
        this.#warnOnce(`Source lines could not be read from ${object}: ${error.message}`);
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
function lineUnderTest(frames, code) {
  for (const { file, line } of frames) {
    const path = fileUnderTest(file, code);
    if (path !== void 0) return `${path}:${line}`;
  }
  return void 0;
}

// src/host/files/memory-file.ts
import { closeSync as closeSync2, openSync as openSync2, unlinkSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as join5 } from "node:path";
var NoRoomForMemory = class extends Error {
  name = "NoRoomForMemory";
};
var sharedMemory = "/dev/shm";
var reserveMiB = 64;
function roomForMiB(sizeMiB) {
  return sizeMiB + reserveMiB;
}
async function createMemoryFile(sizeMiB, directories = [sharedMemory, tmpdir()]) {
  const complaints = [];
  for (const directory of directories) {
    const made = await tryToCreate(directory, Math.ceil(sizeMiB));
    if (typeof made !== "string") return made;
    complaints.push(`${directory}: ${made}`);
  }
  throw new NoRoomForMemory(`no room for ${Math.ceil(sizeMiB)} MiB of memory in a file: ${complaints.join("; ")}`);
}
async function tryToCreate(directory, sizeMiB) {
  let file;
  try {
    const free = freeMiB(directory);
    if (free < roomForMiB(sizeMiB)) return `expected ${roomForMiB(sizeMiB)} MiB of free space, found ${free}`;
    file = unnamedFile(directory);
    const { exitCode, output } = await runCommand(["fallocate", "-x", "-l", `${sizeMiB}MiB`, file.path]);
    if (exitCode === 0) return file;
    file[Symbol.dispose]();
    return output.trim();
  } catch (error) {
    file?.[Symbol.dispose]();
    if (!isSystemError(error) && !(error instanceof CommandNotStarted)) throw error;
    return error.message;
  }
}
function unnamedFile(directory) {
  sweepDead(directory);
  const named2 = join5(directory, `${ownedPrefix()}${secretToken()}`);
  const descriptor = openSync2(named2, "wx+", 384);
  unlinkSync(named2);
  return held(descriptor);
}
function unnamedFileWith(content, directory = tmpdir()) {
  sweepDead(directory);
  const named2 = join5(directory, `${ownedPrefix()}${secretToken()}`);
  const descriptor = openSync2(named2, "wx+", 384);
  unlinkSync(named2);
  writeSync(descriptor, content);
  return held(descriptor);
}
function openedFile(path) {
  return held(openSync2(path, "r"));
}
function held(descriptor) {
  return { path: `/proc/${process.pid}/fd/${descriptor}`, [Symbol.dispose]: () => closeSync2(descriptor) };
}

export {
  findModuleSources,
  digestSources,
  stageSources,
  projectRoot,
  repositoryOf,
  hostBoot,
  hostProcessor,
  keepHeapSmall,
  hostResources,
  containerHere,
  probeKvm,
  kvmIdentity,
  parseModulesDep,
  loadOrder,
  moduleName,
  dependsOf,
  readElfFile,
  sectionContent,
  symbolBytes,
  readElfSymbols,
  linkedCopy,
  findDebugReader,
  codeUnderTest,
  modulesOfTest,
  readerAdvice,
  FindingLocator,
  NoRoomForMemory,
  sharedMemory,
  roomForMiB,
  createMemoryFile,
  unnamedFileWith,
  openedFile
};
