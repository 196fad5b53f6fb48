import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  bannerRelease,
  bytesOf,
  defaultKernelFor,
  findMirror,
  hostAptSources,
  hostSystem,
  hostsOwn,
  isElf,
  mirrorName,
  mirrorVariable,
  openForReading,
  packageSetKey,
  parseControlFile,
  parsePrintedUris,
  readBzImage,
  readElfHeader,
  readPackageFiles,
  readPayload,
  readWhole,
  releaseFor,
  releaseOf,
  releases,
  requireHostArchitecture
} from "./chunk-4RYYH6E5.mjs";
import {
  readNamedText
} from "./chunk-YZWTKSKI.mjs";
import {
  parseResults
} from "./chunk-T6GTHSTU.mjs";
import {
  formatPlanProblem,
  loadSuites,
  parseDiskSpec,
  parseKernelSpec,
  parseModuleWords,
  parseQemuSpec,
  parseSeconds,
  readTree,
  refuseMachine,
  specProblem,
  splitShellWords
} from "./chunk-PP4HT45W.mjs";
import {
  architectureOf,
  architectureOfElf,
  architectures,
  usualArchitecture
} from "./chunk-X6ZZKZRR.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import {
  filterBytes
} from "./chunk-SOJWF4Z4.mjs";
import {
  HostShortage,
  refuseShortage,
  requireRoom,
  shortageFrom
} from "./chunk-ZA4YE7YP.mjs";
import {
  readJsonFile,
  writeJsonFile
} from "./chunk-UQ27WKSB.mjs";
import {
  sha256Of,
  sha256OfFile
} from "./chunk-Z5M3ZDMR.mjs";
import {
  endingWords,
  inEnglish,
  installHint,
  lastLines,
  requirePrograms,
  runRequired
} from "./chunk-WJUJR6MB.mjs";
import {
  ProvisionError,
  withProgress
} from "./chunk-2JNJEXXK.mjs";
import {
  asObject,
  fieldOf
} from "./chunk-ZOCY7ZAN.mjs";
import {
  spaceLeftAt
} from "./chunk-BUN7IQEI.mjs";
import {
  dropSetIdBits,
  writeFileAt
} from "./chunk-UTU2GXSA.mjs";
import {
  environmentVariable,
  isExecutableFile,
  processorCount
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
  makeDirectory,
  randomSeed,
  removeTree
} from "./chunk-PC3WFA6B.mjs";
import {
  __callDispose,
  __using
} from "./chunk-R2N667XA.mjs";

// src/command/run-options.ts
import { resolve as resolve2 } from "node:path";

// src/app/smoke-suite.ts
var defaultSmokeKernels = ["debian:oldest", "debian:stable", "debian:newest"];
function loadAskedSuites(asked, cwd) {
  const loaded = [loadSuites(asked.paths, cwd), ...asked.modules.length === 0 ? [] : [loadSmokeSuite(asked, cwd)]];
  const problems = loaded.flatMap((each) => each.kind === "problems" ? each.problems : []);
  if (problems.length > 0) return { kind: "problems", problems };
  return { kind: "suites", suites: loaded.flatMap((each) => each.kind === "suites" ? each.suites : []) };
}
function loadSmokeSuite({ smokeDirectory, modules }, cwd) {
  const loaded = loadSuites([smokeDirectory], cwd);
  if (loaded.kind === "problems") return loaded;
  const parsed = parseModuleWords(modules, workingDirectory(cwd), readTree);
  if (parsed.kind === "problems") return parsed;
  const { variables } = parsed;
  const forModules = (suite) => ({
    ...suite,
    moduleDirectories: [...variables.keys()],
    moduleBuild: { ...suite.moduleBuild, variables },
    smokeOf: modules
  });
  return { kind: "suites", suites: loaded.suites.map(forModules) };
}
function workingDirectory(cwd) {
  const entry = readTree(cwd);
  if (entry?.kind === "directory") return entry;
  throw new Error(`Internal error: the working directory ${cwd} is not a directory`);
}

// src/plan/compiler-spec.ts
import { resolve } from "node:path";
var defaultCompiler = { kind: "auto" };
function parseCompilerSpec(text, baseDirectory) {
  if (text === "auto" || text === "host" || text === "kernel") return { kind: "spec", spec: { kind: text } };
  if (text.includes("/"))
    return { kind: "spec", spec: { kind: "program", text, program: resolve(baseDirectory, text) } };
  if (/^[\w.+-]*(gcc|clang)[\w.+-]*$/.test(text))
    return { kind: "spec", spec: { kind: "program", text, program: text } };
  return specProblem(
    text.trim() === "" ? "expected a compiler, found nothing" : `${text}: expected a compiler`,
    "A compiler is auto, host, kernel (that of the kernel\u2019s distribution), the name of a gcc or clang on PATH, or a path with a slash in it."
  );
}

// src/plan/order.ts
var seedLimit = 2 ** 32;
function orderTests(tests, order) {
  switch (order.kind) {
    case "longest-first": {
      const timed = tests.map((planned) => ({
        planned,
        isUrgent: order.isUrgent?.(planned) === true,
        durationMs: order.durationMsOf(planned) ?? Infinity
      }));
      return timed.sort(
        (a, b) => Number(b.isUrgent) - Number(a.isUrgent) || (a.durationMs === b.durationMs ? 0 : b.durationMs - a.durationMs)
      ).map(({ planned }) => planned);
    }
    case "shuffled":
      return shuffle(tests, numbersFrom(order.seed));
  }
}
function shuffle(items, nextBelow) {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const chosen = nextBelow(last + 1);
    const [a, b] = [shuffled[last], shuffled[chosen]];
    if (a === void 0 || b === void 0) throw new Error("Internal error: a shuffle left the list");
    shuffled[last] = b;
    shuffled[chosen] = a;
  }
  return shuffled;
}
function numbersFrom(seed) {
  let state = (seed ^ 2654435769) >>> 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state = (state ^ state << 5) >>> 0;
    return Math.floor(state / seedLimit * limit);
  };
}

// src/plan/parse-machine-option.ts
var example = 'A machine is NAME=QEMU-ARGS, for example --machine "big=-m 1024 -smp 4".';
function parseMachineOption(text) {
  const [, name, quotedArgs] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  if (name === void 0 || quotedArgs === void 0)
    return specProblem(`${JSON.stringify(text)}: expected a machine's name, "=" and its QEMU arguments`, example);
  if (!/^[A-Za-z0-9._-]+$/.test(name)) {
    return specProblem(
      `${JSON.stringify(text)}: expected a name of letters, digits, ".", "_" and "-", found ${JSON.stringify(name)}`,
      example
    );
  }
  const parsed = splitShellWords(quotedArgs);
  if (parsed.kind === "unbalanced-quote")
    return specProblem(
      `${JSON.stringify(text)}: a quote ${parsed.quote} is never closed`,
      "Close it, or put a backslash before it."
    );
  if (parsed.kind === "trailing-backslash")
    return specProblem(`${JSON.stringify(text)}: ends in a backslash that quotes nothing`, "Delete it, or double it.");
  const [first] = parsed.words;
  if (first !== void 0 && !first.startsWith("-"))
    return specProblem(
      `${JSON.stringify(text)}: expected QEMU arguments, which begin with "-", found ${JSON.stringify(first)}`,
      example
    );
  return { kind: "spec", spec: { name, args: parsed.words } };
}

// src/plan/shard.ts
import { createHash } from "node:crypto";
function shardPlan(whole, shard, durationOf = () => void 0) {
  const { tests } = whole;
  if (tests.length < shard.count) return { kind: "too-many", tests: tests.length };
  const known = tests.map(durationOf).filter((durationMs2) => durationMs2 !== void 0);
  const owners = known.length === 0 ? inEqualParts(tests.length, shard.count) : longestFirst(tests, { count: shard.count, durationOf, otherwiseMs: middle(known) });
  const own = tests.filter((_, position) => owners[position] === shard.index - 1);
  const cells = whole.cells.filter((cell) => own.some((test) => test.cell === cell));
  return {
    kind: "shard",
    plan: { cells, tests: own },
    origin: { ...shard, plan: planDigest(whole), tests: tests.length }
  };
}
function planDigest({ tests }) {
  const places2 = tests.map(({ id, cell }) => JSON.stringify([cell.id, id])).sort();
  return createHash("sha256").update(places2.join("\n")).digest("hex");
}
function inEqualParts(tests, count) {
  return Array.from({ length: tests }, (_, position) => Math.floor(position * count / tests));
}
function longestFirst(tests, { count, durationOf, otherwiseMs }) {
  const weighed = tests.map((test, position) => ({
    position,
    key: `${test.cell.id}/${test.id}`,
    weight: Math.max(1, durationOf(test) ?? otherwiseMs)
  }));
  const order = weighed.sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
  const loads = Array.from({ length: count }, () => 0);
  const owners = [];
  for (const { position, weight } of order) {
    const least = loads.indexOf(Math.min(...loads));
    loads[least] = (loads[least] ?? 0) + weight;
    owners[position] = least;
  }
  return owners;
}
function middle(durations) {
  return [...durations].sort((a, b) => a - b)[Math.floor(durations.length / 2)] ?? 0;
}

// src/provision/kernel/kernel-at-path.ts
import { basename as basename2, dirname as dirname2, join as join10 } from "node:path";

// src/binary/entry-image.ts
var headerBytes = 64;
var magicAt = 56;
var machineOfMagic = { "ARMd": 183, "RSC": 243 };
var machineOfPe = /* @__PURE__ */ new Map([
  [43620, 183],
  [20580, 243]
]);
function readEntryImage(read) {
  const header = readWhole(read, 0, headerBytes);
  if (header === void 0) return void 0;
  if (header.toString("latin1", 0, 2) === "MZ" && header.toString("latin1", 4, 8) === "zimg")
    return zbootImage(header, read);
  const machine = machineOfMagic[header.toString("latin1", magicAt, magicAt + 4)];
  return machine === void 0 ? void 0 : { machine, payload: void 0 };
}
function zbootImage(header, read) {
  const pe = readWhole(read, header.readUInt32LE(60), 6);
  const machine = pe?.toString("latin1", 0, 4) === "PE\0\0" ? machineOfPe.get(pe.readUInt16LE(4)) : void 0;
  if (machine === void 0) return void 0;
  return { machine, payload: { offset: header.readUInt32LE(8), bytes: header.readUInt32LE(12) } };
}

// src/provision/kernel/boot-image.ts
import { join as join7 } from "node:path";

// src/binary/elf-segments.ts
var loadSegmentType = 1;
var noteSegmentType = 4;
function readElfSegments(read) {
  const header = readElfHeader(read);
  if (header === void 0) return [];
  const { offset, entryBytes, count } = header.segments;
  const table = readWhole(read, offset, count * entryBytes);
  if (table === void 0 || entryBytes < (header.bits === 64 ? 56 : 32)) return [];
  return Array.from({ length: count }, (_, index) => segmentAt(table, index * entryBytes, header.bits));
}
function segmentAt(table, at, bits) {
  const type = table.readUInt32LE(at);
  return bits === 64 ? {
    type,
    offset: Number(table.readBigUInt64LE(at + 8)),
    sizeBytes: Number(table.readBigUInt64LE(at + 32)),
    physicalAddress: Number(table.readBigUInt64LE(at + 24)),
    memoryBytes: Number(table.readBigUInt64LE(at + 40))
  } : {
    type,
    offset: table.readUInt32LE(at + 4),
    sizeBytes: table.readUInt32LE(at + 16),
    physicalAddress: table.readUInt32LE(at + 12),
    memoryBytes: table.readUInt32LE(at + 20)
  };
}

// src/binary/elf-notes.ts
var noteHeaderBytes = 12;
var maxOwnerBytes = 256;
var maxNotesBytes = 1024 ** 2;
function readElfNotes(read) {
  const notes = [];
  let bytesLeft = maxNotesBytes;
  for (const { type, offset, sizeBytes } of readElfSegments(read)) {
    if (type !== noteSegmentType || sizeBytes > bytesLeft) continue;
    bytesLeft -= sizeBytes;
    for (const note of notesIn(readWhole(read, offset, sizeBytes) ?? Buffer.alloc(0))) notes.push(note);
  }
  return notes;
}
function notesIn(bytes) {
  const notes = [];
  for (let at = 0; at + noteHeaderBytes <= bytes.length; ) {
    const ownerBytes = bytes.readUInt32LE(at);
    const ownerAt = at + noteHeaderBytes;
    const owner = bytes.toString("latin1", ownerAt, ownerAt + Math.min(ownerBytes, maxOwnerBytes));
    notes.push({ owner: owner.replace(/\0+$/, ""), type: bytes.readUInt32LE(at + 8) });
    at = ownerAt + aligned(ownerBytes) + aligned(bytes.readUInt32LE(at + 4));
  }
  return notes;
}
function aligned(bytes) {
  return Math.ceil(bytes / 4) * 4;
}

// src/provision/kernel/boot-form.ts
var entryFails = "started by its PVH entry, this kernel resets before its first line";
function asPacked(kernel) {
  const { packedImage, ...rest } = kernel;
  if (packedImage === void 0) return void 0;
  return { ...rest, bootImage: packedImage, bootFormat: "bzImage", imageReason: entryFails };
}
function rememberPacked({ sha256 }, store) {
  try {
    store.writeDocument(documentName(sha256), { start: "bzImage" });
    return true;
  } catch (error) {
    if (!(error instanceof ProvisionError)) throw error;
    return false;
  }
}
function startsPackedOnly(sha256, store) {
  return fieldOf(store.readDocument(documentName(sha256)), "start") === "bzImage";
}
function documentName(sha256) {
  return `kernel-start ${sha256}`;
}

// src/provision/kernel/decompress.ts
import { gunzipSync } from "node:zlib";

// src/provision/tools.ts
import { join as join6 } from "node:path";

// src/provision/store/refs.ts
var retryAfterMs = 10 * 60 * 1e3;
var refLifetimeMs = 24 * 60 * 60 * 1e3;
async function resolveRef(context, ref) {
  const stored = readStored(context, ref);
  const settled = settle(context, ref, stored);
  if (settled !== void 0) return settled.value;
  try {
    return await context.store.withLock(`ref-${encodeURIComponent(ref.name)}`, context.signal, async () => {
      const meanwhile = settle(context, ref, readStored(context, ref));
      return meanwhile === void 0 ? await renew(context, ref) : meanwhile.value;
    });
  } catch (error) {
    if (stored === void 0 || !(error instanceof ProvisionError) || context.signal.aborted) throw error;
    rememberFailure(context, ref, stored, error.message);
    return useStale(context, ref, stored, error.message);
  }
}
function settle(context, ref, stored) {
  if (stored === void 0) return void 0;
  if (!stored.expired && isWithin(stored.resolvedAtMs, refLifetimeMs, context.nowMs())) return { value: stored.value };
  const { failure } = stored;
  if (failure === void 0 || !isWithin(failure.atMs, retryAfterMs, context.nowMs())) return void 0;
  return { value: useStale(context, ref, stored, failure.message) };
}
async function renew(context, ref) {
  const value = await ref.resolve();
  await ref.bring(value);
  context.store.writeDocument(ref.name, { resolvedAtMs: context.nowMs(), value });
  return value;
}
function expireRef(context, name) {
  const document = asObject(context.store.readDocument(name));
  if (document !== void 0) context.store.writeDocument(name, { ...document, expired: true, failure: void 0 });
}
function lastAnswer(store, { name, parse }) {
  return parse(fieldOf(store.readDocument(name), "value"));
}
function readStored(context, ref) {
  const { resolvedAtMs, value: stored, expired, failure } = asObject(context.store.readDocument(ref.name)) ?? {};
  if (typeof resolvedAtMs !== "number" || stored === void 0) return void 0;
  const value = ref.parse(stored);
  if (value === void 0 || !ref.isThere(value)) return void 0;
  return { resolvedAtMs, value, expired: expired === true, failure: readFailure(failure) };
}
function readFailure(stored) {
  const { atMs, message } = asObject(stored) ?? {};
  return typeof atMs === "number" && typeof message === "string" ? { atMs, message } : void 0;
}
function isWithin(atMs, spanMs, nowMs) {
  return atMs <= nowMs && nowMs - atMs < spanMs;
}
function rememberFailure(context, ref, { resolvedAtMs, value, expired }, message) {
  try {
    context.store.writeDocument(ref.name, {
      resolvedAtMs,
      value,
      expired,
      failure: { atMs: context.nowMs(), message }
    });
  } catch (error) {
    if (!(error instanceof ProvisionError)) throw error;
  }
}
function useStale({ progress, nowMs }, { title }, { resolvedAtMs, value }, reason) {
  progress({ kind: "warning", message: staleWarning(title, ageInDays(resolvedAtMs, nowMs()), reason) });
  return value;
}
function ageInDays(resolvedAtMs, nowMs) {
  return Math.max(0, Math.floor((nowMs - resolvedAtMs) / (24 * 60 * 60 * 1e3)));
}
function staleWarning(title, days, reason) {
  const age = days === 1 ? "1 day" : `${days} days`;
  return `${title} could not be looked up again, so the one found ${age} ago is used. ${reason}`;
}

// src/provision/apt/private-apt.ts
import { join } from "node:path";

// src/provision/store/watch-room.ts
var leastBytes = 1024 * 1024;
var lookEveryMs = 500;
async function whileThereIsRoom(scene, signal, work) {
  const full = new AbortController();
  let looksWithoutRoom = 0;
  const timer = setInterval(() => {
    const { freeBytes, freeFiles } = spaceLeftAt(scene.root);
    looksWithoutRoom = freeBytes < leastBytes || freeFiles === 0 ? looksWithoutRoom + 1 : 0;
    if (looksWithoutRoom >= 2) full.abort(shortageFrom("ENOSPC", scene.root, scene));
  }, lookEveryMs);
  try {
    return await work(AbortSignal.any([signal, full.signal]));
  } finally {
    clearInterval(timer);
  }
}

// src/provision/apt/apt-directory.ts
function aptDirectoryFiles(directory, architecture, suites) {
  return /* @__PURE__ */ new Map([
    ["status", ""],
    ["apt.conf", configuration(directory, architecture)],
    ["etc/mirror.sources", suites.map((suite) => stanza(suite, architecture)).join("\n")],
    // The newest version of all suites, even from a suite (backports) that asks for low priority.
    ["preferences", "Package: *\nPin: release *\nPin-Priority: 500\n"],
    ["state/lists/partial/.keep", ""],
    ["cache/archives/partial/.keep", ""],
    ["empty/.keep", ""]
  ]);
}
function configuration(directory, architecture) {
  return `#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear APT::Architectures;
#clear APT::Default-Release;
APT::Architecture "${architecture}";
APT::Architectures "${architecture}";
APT::Install-Recommends "false";
APT::Install-Suggests "false";
APT::Sandbox::User "root";
APT::Update::Error-Mode "any";
APT::Get::AllowUnauthenticated "false";
Acquire::AllowInsecureRepositories "false";
Acquire::ForceHash "SHA256";
Acquire::GzipIndexes "true";
Acquire::Languages "none";
Acquire::Retries "2";
Dir::State "${directory}/state";
Dir::State::lists "${directory}/state/lists";
Dir::State::status "${directory}/status";
Dir::State::extended_states "${directory}/extended_states";
Dir::Cache "${directory}/cache";
Dir::Cache::archives "${directory}/cache/archives";
Dir::Cache::pkgcache "${directory}/cache/pkgcache.bin";
Dir::Cache::srcpkgcache "${directory}/cache/srcpkgcache.bin";
Dir::Etc::sourcelist "/dev/null";
Dir::Etc::sourceparts "${directory}/etc";
Dir::Etc::preferences "${directory}/preferences";
Dir::Etc::preferencesparts "${directory}/empty";
Dir::Log "${directory}/log";
`;
}
function stanza({ suite, components, mirror }, architecture) {
  const fields = [
    "Types: deb",
    `URIs: ${mirror.uri}`,
    `Suites: ${suite}`,
    `Components: ${components.join(" ")}`,
    `Architectures: ${architecture}`,
    `Signed-By: ${mirror.signedBy.replaceAll("\n", "\n ")}`,
    "Targets: Packages",
    "PDiffs: no"
  ];
  if (!mirror.checkValidUntil) fields.push("Check-Valid-Until: no");
  return `${fields.join("\n")}
`;
}

// src/provision/apt/private-apt.ts
var listLifetimeMs = 60 * 60 * 1e3;
async function withPrivateApt(context, source, use) {
  const id = sha256Of(JSON.stringify(source)).slice(0, 16);
  const directory = join(context.store.root, "apt", id);
  return await context.store.withLock(`apt-${id}`, context.signal, async () => {
    for (const [name, content] of aptDirectoryFiles(directory, source.architecture, source.suites)) {
      const path = join(directory, name);
      if (readTextIfThere(path) !== content) writeFileAt(path, content);
    }
    await renewLists(context, directory, source.suites);
    try {
      return await use(aptIn(context, directory));
    } finally {
      removeTree(join(directory, "cache/pkgcache.bin"));
      removeTree(join(directory, "cache/srcpkgcache.bin"));
    }
  });
}
async function renewLists(context, directory, suites) {
  const stamp = join(directory, "updated");
  const age = context.nowMs() - Number(readTextIfThere(stamp) ?? 0);
  if (age >= 0 && age < listLifetimeMs) return;
  const { exitCode, output } = await runApt(context, directory, ["apt-get", "-q", "update"]);
  if (exitCode !== 0) {
    refuseShortage(output, { root: context.store.root, during: "fetching the package lists" });
    const wanted = suites.map(({ suite, mirror }) => `${suite} from ${mirror.uri}`).join(", ");
    throw new ProvisionError(`The package lists could not be fetched (${wanted}):
${complaints(output)}`, {
      hint: "Check the network, or choose another mirror (docs/provisioning.md, \u201CChoosing a mirror\u201D)"
    });
  }
  writeFileAt(stamp, String(context.nowMs()));
}
function aptIn(context, directory) {
  const printed = async (argv) => {
    const { exitCode, stdout, output } = await runApt(context, directory, argv);
    if (exitCode !== 0) refuseShortage(output, { root: context.store.root, during: "looking packages up" });
    if (exitCode !== 0)
      throw new ProvisionError(
        `apt-get could not list the addresses of packages (${argv.join(" ")}):
${complaints(output)}`
      );
    return parsePrintedUris(stdout);
  };
  return {
    show: (names) => showPackages(context, directory, names),
    namesWith: (prefix) => packageNames(context, directory, prefix),
    files: (names) => printed(["apt-get", "-qq", "download", "--print-uris", ...names]),
    closure: (names) => printed(["apt-get", "-qq", "install", "--print-uris", ...names])
  };
}
async function showPackages(context, directory, names) {
  const result = await runApt(context, directory, ["apt-cache", "show", ...names]);
  const errors = result.output.split("\n").filter((line) => line.startsWith("E: "));
  if (result.exitCode === 0 || result.exitCode === 100 && errors.every((line) => /no packages found|unable to locate|no such package/i.test(line)))
    return parseControlFile(result.stdout);
  refuseShortage(result.output, { root: context.store.root, during: "looking packages up" });
  throw new ProvisionError(
    `apt-cache could not show the packages (${endingWords(result)}):
${complaints(result.output)}`,
    { hint: "Try again" }
  );
}
async function packageNames(context, directory, prefix) {
  const result = await runApt(context, directory, ["apt-cache", "pkgnames", prefix]);
  if (result.exitCode === 0) return result.stdout.split("\n").filter((name) => name !== "");
  refuseShortage(result.output, { root: context.store.root, during: "looking packages up" });
  throw new ProvisionError(
    `apt-cache could not list the packages ${prefix}\u2026 (${endingWords(result)}):
${complaints(result.output)}`,
    { hint: "Try again" }
  );
}
async function runApt(context, directory, argv) {
  const [program, ...args] = argv;
  const env = inEnglish({ DEBIAN_FRONTEND: "noninteractive" });
  const scene = {
    root: context.store.root,
    during: args.includes("update") ? "fetching the package lists" : "looking packages up"
  };
  return await whileThereIsRoom(
    scene,
    context.signal,
    (signal) => runRequired([program, "-c", join(directory, "apt.conf"), ...args], { signal, env, cwd: directory })
  );
}
function complaints(output) {
  const wrong = output.split("\n").filter((line) => /^(E:|W:|Err:)/.test(line));
  return lastLines(wrong.length > 0 ? wrong.join("\n") : output);
}

// src/provision/apt/suite-sources.ts
import { join as join4 } from "node:path";

// src/provision/apt/stored-packages.ts
import { join as join3 } from "node:path";

// src/provision/apt/package-fetch.ts
import { join as join2 } from "node:path";

// src/provision/side-by-side.ts
import { setMaxListeners } from "node:events";

// node_modules/yocto-queue/index.js
var Node = class {
  value;
  next;
  constructor(value) {
    this.value = value;
  }
};
var Queue = class {
  #head;
  #tail;
  #size;
  constructor() {
    this.clear();
  }
  enqueue(value) {
    const node = new Node(value);
    if (this.#head) {
      this.#tail.next = node;
      this.#tail = node;
    } else {
      this.#head = node;
      this.#tail = node;
    }
    this.#size++;
  }
  dequeue() {
    const current = this.#head;
    if (!current) {
      return;
    }
    this.#head = this.#head.next;
    this.#size--;
    if (!this.#head) {
      this.#tail = void 0;
    }
    return current.value;
  }
  peek() {
    if (!this.#head) {
      return;
    }
    return this.#head.value;
  }
  clear() {
    this.#head = void 0;
    this.#tail = void 0;
    this.#size = 0;
  }
  get size() {
    return this.#size;
  }
  *[Symbol.iterator]() {
    let current = this.#head;
    while (current) {
      yield current.value;
      current = current.next;
    }
  }
  *drain() {
    while (this.#head) {
      yield this.dequeue();
    }
  }
};

// node_modules/p-limit/index.js
function pLimit(concurrency) {
  let rejectOnClear = false;
  if (typeof concurrency === "object") {
    ({ concurrency, rejectOnClear = false } = concurrency);
  }
  validateConcurrency(concurrency);
  if (typeof rejectOnClear !== "boolean") {
    throw new TypeError("Expected `rejectOnClear` to be a boolean");
  }
  const queue = new Queue();
  let activeCount = 0;
  const resumeNext = () => {
    if (activeCount < concurrency && queue.size > 0) {
      activeCount++;
      queue.dequeue().run();
    }
  };
  const next = () => {
    activeCount--;
    resumeNext();
  };
  const run = async (function_, resolve3, arguments_) => {
    const result = (async () => function_(...arguments_))();
    resolve3(result);
    try {
      await result;
    } catch {
    }
    next();
  };
  const enqueue = (function_, resolve3, reject, arguments_) => {
    const queueItem = { reject };
    new Promise((internalResolve) => {
      queueItem.run = internalResolve;
      queue.enqueue(queueItem);
    }).then(run.bind(void 0, function_, resolve3, arguments_));
    if (activeCount < concurrency) {
      resumeNext();
    }
  };
  const generator = (function_, ...arguments_) => new Promise((resolve3, reject) => {
    enqueue(function_, resolve3, reject, arguments_);
  });
  Object.defineProperties(generator, {
    activeCount: {
      get: () => activeCount
    },
    pendingCount: {
      get: () => queue.size
    },
    clearQueue: {
      value() {
        if (!rejectOnClear) {
          queue.clear();
          return;
        }
        const abortError = AbortSignal.abort().reason;
        while (queue.size > 0) {
          queue.dequeue().reject(abortError);
        }
      }
    },
    concurrency: {
      get: () => concurrency,
      set(newConcurrency) {
        validateConcurrency(newConcurrency);
        concurrency = newConcurrency;
        queueMicrotask(() => {
          while (activeCount < concurrency && queue.size > 0) {
            resumeNext();
          }
        });
      }
    },
    map: {
      async value(iterable, function_) {
        const promises = [];
        try {
          Array.from(iterable, (value, index) => {
            const promise = generator(function_, value, index);
            promises.push(promise);
            return promise;
          });
        } catch (error) {
          for (const promise of promises) {
            promise.catch(() => {
            });
          }
          throw error;
        }
        return Promise.all(promises);
      }
    }
  });
  return generator;
}
function validateConcurrency(concurrency) {
  if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
    throw new TypeError("Expected `concurrency` to be a number from 1 and up");
  }
}

// src/provision/side-by-side.ts
var SiblingFailed = class extends Error {
  name = "SiblingFailed";
};
async function sideBySide(signal, works, atATime = Infinity) {
  const limit = pLimit(atATime);
  const siblings = new AbortController();
  const scope = AbortSignal.any([signal, siblings.signal]);
  setMaxListeners(0, scope);
  const failures = [];
  const attempt = async (work) => {
    try {
      scope.throwIfAborted();
      return await work(scope);
    } catch (error) {
      failures.push(error);
      siblings.abort(new SiblingFailed("another piece of the work failed"));
      return void 0;
    }
  };
  const results = await Promise.all(works.map((work) => limit(attempt, work)));
  if (failures.length > 0) throw failures[0];
  return results;
}
function takeTurns(atATime) {
  const limit = pLimit(Math.max(1, atATime));
  return async (work) => await limit(work);
}
async function eachSideBySide(items, atATime, signal, work) {
  const works = items.map((item, index) => (scope) => work(item, index, scope));
  await sideBySide(signal, works, atATime);
}

// raw-text:src/provision/apt/unpack-package.sh
var unpack_package_default = '# ARCHIVE DIRECTORY: unpacks a Debian package. Whoever runs this owns everything, because a user namespace may have no\n# other users, and nobody reads the owners. The exit status is that of the program that failed.\n\nending=$({\n	{\n		dpkg-deb --fsys-tarfile "$1"\n		echo $? >&3\n	} | tar --extract --directory="$2" --no-same-owner --same-permissions --warning=no-timestamp >&2 3>&-\n} 3>&1) || exit\nexit "$ending"\n';

// src/provision/apt/package-fetch.ts
var downloader = "/usr/lib/apt/apt-helper";
var unneeded = [
  "doc",
  "man",
  "locale",
  "info",
  "lintian",
  "doc-base",
  "bash-completion",
  "icons",
  "pixmaps",
  "bug"
].map((name) => `usr/share/${name}`);
async function unpackPackages(context, what, files, directory) {
  const archives = join2(directory, ".packages");
  requirePrograms("dpkg-deb", "tar");
  requireRoom(leastBytes2(files), { root: context.store.root, during: `fetching ${what}` });
  makeDirectory(archives);
  await withProgress(
    context.progress,
    { what, activity: "fetching" },
    () => fetchPackages(context, what, files, archives)
  );
  await withProgress(context.progress, { what, activity: "unpacking" }, async () => {
    await eachSideBySide(
      files,
      processorCount(),
      context.signal,
      (file, index, signal) => unpack({ ...context, signal }, { archive: join2(archives, archiveName(index)), name: file.name, what, directory })
    );
    for (const path of [archives, ...unneeded.map((part) => join2(directory, part))]) removeTree(path);
    for (const path of filesBelow(directory)) dropSetIdBits(join2(directory, path));
  });
}
function archiveName(index) {
  return `${index}.deb`;
}
function leastBytes2(files) {
  return 2 * files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}
async function fetchPackages(context, what, files, archives) {
  if (!isExecutableFile(downloader))
    throw new ProvisionError(`${downloader} is needed, but was not found.`, { hint: installHint("apt-get") });
  const wishes = files.flatMap((file, index) => [
    file.uri,
    join2(archives, archiveName(index)),
    `SHA256:${file.sha256}`
  ]);
  const options = ["-o", "APT::Sandbox::User=root", "-o", "Acquire::Retries=2"];
  const scene = { root: context.store.root, during: `fetching ${what}`, neededBytes: leastBytes2(files) };
  const { exitCode, output } = await whileThereIsRoom(
    scene,
    context.signal,
    (signal) => runRequired([downloader, ...options, "download-file", ...wishes], { signal, env: inEnglish() })
  );
  if (exitCode !== 0) refuseShortage(output, scene);
  if (exitCode !== 0)
    throw new ProvisionError(`Packages could not be fetched:
${lastLines(output)}`, {
      hint: "Check the network and try again"
    });
  for (const [index, file] of files.entries()) await verify(join2(archives, archiveName(index)), file, context.signal);
}
async function verify(path, file, signal) {
  if (kindOfFile(path) !== "file")
    throw new ProvisionError(`${file.uri} was not fetched.`, { hint: "Check the network and try again" });
  const found = await sha256OfFile(path, signal);
  if (found === file.sha256) return;
  throw new ProvisionError(
    `${file.uri} differs from the signed lists: expected SHA-256 ${file.sha256}, found ${found}.`,
    {
      hint: "Try again. If that fails, the mirror or a proxy changes files: choose another mirror (docs/provisioning.md)"
    }
  );
}
async function unpack(context, { archive, name, what, directory }) {
  const result = await runRequired(["sh", "-c", unpack_package_default, "unpack-package", archive, directory], {
    signal: context.signal,
    // tar would take options from there, as dpkg-deb's own does not.
    env: inEnglish({ TAR_OPTIONS: void 0 })
  });
  if (result.exitCode === 0) return;
  refuseShortage(result.output, { root: context.store.root, during: `unpacking ${what}` });
  throw new ProvisionError(`${name} could not be unpacked:
${lastLines(result.output) || endingWords(result)}`, {
    hint: "Try again"
  });
}

// src/provision/apt/stored-packages.ts
var descriptionName = "asset.json";
function packageAssetName({ kind, version, files }) {
  return { kind, key: `${kind} ${version}
${packageSetKey(files)}` };
}
async function providePackages(context, what, asset, finish) {
  return await context.store.provide({
    ...packageAssetName(asset),
    signal: context.signal,
    make: async (staging) => {
      await unpackPackages(context, what, asset.files, staging);
      writeJsonFile(join3(staging, descriptionName), await finish(staging));
    }
  });
}
function readDescription(directory) {
  return asObject(readJsonFile(join3(directory, descriptionName))) ?? {};
}
function readPackageSet(stored) {
  const files = readPackageFiles(fieldOf(stored, "files"));
  return files && { files };
}

// src/provision/apt/suite-sources.ts
async function findPackagedFile(context, file) {
  if (kindOfFile(file.path) === "file") return file.path;
  const wish = ["apt-get", "-qq", "-o", "Acquire::ForceHash=SHA256", "download", "--print-uris", file.package];
  const result = await runRequired(wish, { signal: context.signal, env: inEnglish() });
  if (result.exitCode !== 0)
    refuseShortage(result.output, { root: context.store.root, during: `looking ${file.package} up` });
  if (result.exitCode === void 0)
    throw new ProvisionError(
      `apt-get could not find the address of ${file.package} (${endingWords(result)}): ${lastLines(result.output)}`,
      { hint: "Try again" }
    );
  const files = result.exitCode === 0 ? parsePrintedUris(result.stdout) : [];
  if (files.length === 0) return void 0;
  const directory = await providePackages(
    context,
    file.package,
    { kind: "defaults", version: 1, files },
    () => Promise.resolve({})
  );
  const path = join4(directory, file.path);
  return kindOfFile(path) === "file" ? path : void 0;
}
function mirrorInTemplate(path, suite, architecture) {
  const stanzas = parseControlFile(readTextIfThere(path) ?? "");
  const serves = (stanza2) => stanza2.get("architectures")?.split(/\s+/).includes(architecture) ?? true;
  const found = stanzas.find((stanza2) => stanza2.get("suite") === suite && stanza2.has("baseuri") && serves(stanza2));
  return found?.get(`baseuri-${architecture}`) ?? found?.get("baseuri");
}
async function findSuiteSources(context, release, { suites, architecture }) {
  const keyring = await findPackagedFile(context, release.keyring);
  if (keyring === void 0) throw noKeyring(release);
  const found = [];
  const missing = [];
  for (const suite of suites) {
    const { name, archive } = archiveOf(release, suite);
    const mirror = await mirrorOf(context, release, name, { keyring, architecture });
    if (mirror !== void 0) found.push({ suite, components: archive.components, mirror });
    else if (archive.optional) missing.push(suite);
    else throw noMirror(release, nameOfMirror(release, name, architecture));
  }
  if (found.length === 0)
    throw noMirror(release, nameOfMirror(release, archiveOf(release, suites[0] ?? "").name, architecture));
  return { found, missing };
}
function archiveOf(release, suite) {
  const name = release.suites[suite]?.archive;
  const archive = name === void 0 ? void 0 : release.archives[name];
  if (name === void 0 || archive === void 0)
    throw new Error(`Internal error: ${release.distribution} has no suite ${suite}`);
  return { name, archive };
}
async function mirrorOf(context, release, name, { keyring, architecture }) {
  const sources = sourcesFor(release, hostAptSources(), { architecture, host: hostsOwn().debian });
  const hints = { chosen: context.mirrors, variable: environmentVariable, sources, keyring };
  const known = isElsewhere(release, architecture) ? portsMirror(release, hints, architecture) : findMirror(release, name, hints);
  if (known !== void 0) return known;
  const template = await findPackagedFile(context, release.mirrorTemplate);
  const uri = template && mirrorInTemplate(template, release.archives[name]?.templateSuite ?? "", architecture);
  return uri === void 0 ? void 0 : { uri, signedBy: keyring, checkValidUntil: true };
}
function isElsewhere({ mainArchitectures }, architecture) {
  return mainArchitectures?.includes(architecture) === false;
}
function sourcesFor(release, sources, { architecture, host }) {
  if (release.mainArchitectures === void 0) return sources;
  const isSameMirror = isElsewhere(release, architecture) === isElsewhere(release, host);
  return sources.filter(({ architectures: architectures2 }) => architectures2?.includes(architecture) ?? isSameMirror);
}
function portsMirror(release, hints, architecture) {
  const name = portsName(release);
  const uri = hints.chosen.get(name) ?? hints.variable(mirrorVariable(name));
  if (uri !== void 0) return { uri, signedBy: hints.keyring, checkValidUntil: true };
  const chosen = architecture === hostsOwn().debian ? {} : { chosen: /* @__PURE__ */ new Map(), variable: () => void 0 };
  return findMirror(release, "main", { ...hints, ...chosen });
}
function portsName({ distribution }) {
  return `${distribution}-ports`;
}
function noKeyring({ distribution, keyring }) {
  return new ProvisionError(
    `${keyring.path}, which checks the signatures of ${distribution}'s packages, was not found, and this host's apt does not know ${keyring.package}.`,
    {
      hint: `Install it: sudo apt-get update && sudo apt-get install ${keyring.package}`
    }
  );
}
function nameOfMirror(release, archive, architecture) {
  return isElsewhere(release, architecture) ? portsName(release) : mirrorName(release, archive);
}
function noMirror(release, name) {
  return new ProvisionError(
    `No mirror of ${name} is known: expected one in this host's apt sources or in its package ${release.mirrorTemplate.package} found none.`,
    {
      hint: `Set one: ${mirrorVariable(name)}=http://\u2026/${name}`
    }
  );
}

// src/provision/apt/distribution.ts
function releaseOf2(distribution, spec) {
  const release = releases.find((candidate) => candidate.distribution === distribution);
  if (release !== void 0) return release;
  throw new ProvisionError(
    `${spec}: no such distribution. The distributions are ${releases.map((candidate) => candidate.distribution).join(", ")}.`
  );
}
async function withDistribution(context, release, { suites, architecture = hostsOwn().debian }, use) {
  const { found, missing } = await findSuiteSources(context, release, { suites, architecture });
  const [first] = missing;
  if (first !== void 0)
    warn(
      context,
      missing,
      `No mirror of it is known. Set one: ${mirrorVariable(mirrorName(release, archiveOf(release, first).name))}=http://\u2026`
    );
  const required = found.filter(({ suite }) => !archiveOf(release, suite).archive.optional);
  try {
    return await withPrivateApt(context, { architecture, suites: found }, use);
  } catch (error) {
    if (!(error instanceof ProvisionError) || error instanceof HostShortage || required.length === 0 || required.length === found.length)
      throw error;
    const result = await withPrivateApt(context, { architecture, suites: required }, use);
    warn(
      context,
      found.filter((source) => !required.includes(source)).map(({ suite }) => suite),
      error.message
    );
    return result;
  }
}
function warn(context, leftOut, reason) {
  context.progress({
    kind: "warning",
    message: `${leftOut.join(", ")} left out, so packages may be outdated. ${reason}`
  });
}

// src/provision/apt/unpacked-selection.ts
function knownPrograms(store, selection) {
  const known = lastAnswer(store, programRef(selection));
  return known && packageAssetName(packagesOf(selection, known.files));
}
async function providePrograms(context, asset) {
  const { title } = asset;
  requireHostArchitecture();
  const { files } = await resolveRef(context, {
    ...programRef(asset),
    title,
    isThere: (value) => context.store.find(packageAssetName(packagesOf(asset, value.files))) !== void 0,
    resolve: () => withProgress(context.progress, { what: title, activity: "resolving" }, async () => ({
      files: await filesOf(asset, context)
    })),
    bring: async (value) => {
      await providePackages(context, title, packagesOf(asset, value.files), asset.finish);
    }
  });
  const directory = context.store.find(packageAssetName(packagesOf(asset, files)));
  if (directory === void 0)
    throw new ProvisionError(`${title} was removed from the store ${context.store.root} during the lookup.`, {
      hint: "Try again"
    });
  return { directory, description: readDescription(directory) };
}
async function filesOf({ release, selection, architecture }, context) {
  const { suites, packages } = selection;
  return architecture === void 0 ? await withDistribution(context, release, { suites }, (apt) => apt.closure(packages)) : await withDistribution(
    context,
    release,
    { suites, architecture: architecture.debian },
    (apt) => apt.files(packages)
  );
}
function programRef({
  kind,
  release,
  selection,
  architecture
}) {
  const { debian } = architecture ?? hostsOwn();
  const arch = debian === architectureOf(usualArchitecture).debian ? [] : [debian];
  return {
    name: [kind, release.distribution, ...arch, ...selection.suites, ...selection.packages].join("/"),
    parse: readPackageSet
  };
}
function packagesOf({ kind, version }, files) {
  return { kind, version, files };
}

// src/provision/qemu/unpacked-programs.ts
import { join as join5 } from "node:path";
function libraryRoots(triplet) {
  return [`usr/lib/${triplet}`, `lib/${triplet}`];
}
function examineUnpacked(root) {
  const { triplet, dynamicLinker } = hostsOwn();
  const roots = libraryRoots(triplet);
  const loader = roots.map((directory) => join5(directory, dynamicLinker)).find((path) => kindOfFile(join5(root, path)) === "file");
  if (loader === void 0) return void 0;
  return {
    loader,
    libraries: roots.flatMap((directory) => [directory, ...withLibraries(root, directory)]).filter((path) => kindOfFile(join5(root, path)) === "directory")
  };
}
function unpackedCommand(root, { loader, libraries }, program) {
  const path = libraries.map((directory) => join5(root, directory)).join(":");
  return [join5(root, loader), "--inhibit-cache", "--library-path", path, join5(root, program)];
}
function readUnpackedRoot(stored) {
  const { loader, libraries } = asObject(stored) ?? {};
  if (typeof loader !== "string" || !Array.isArray(libraries)) return void 0;
  return libraries.every((path) => typeof path === "string") ? { loader, libraries } : void 0;
}
function withLibraries(root, directory) {
  return filesIn(join5(root, directory)).filter(({ kind }) => kind === "directory").map(({ name }) => join5(directory, name)).filter((path) => filesIn(join5(root, path)).some(({ name }) => /^lib.*\.so(\.|$)/.test(name)));
}

// src/provision/tools.ts
async function provideBusybox(arch, context) {
  return arch === hostsOwn() ? (await provideTools(context)).busybox : await provideForeignBusybox(arch, context);
}
async function provideForeignBusybox(arch, context) {
  const release = releaseFor(hostSystem());
  const { directory, description } = await providePrograms(context, {
    kind: "guest-tools",
    version: 1,
    release,
    selection: release.guestTools,
    architecture: arch,
    title: `busybox for ${arch.debian}`,
    finish: async (root) => {
      const busybox2 = programIn(root, "busybox");
      return { busybox: busybox2, busyboxSha256: await sha256OfFile(join6(root, busybox2)) };
    }
  });
  const { busybox, busyboxSha256 } = description;
  if (typeof busybox !== "string" || typeof busyboxSha256 !== "string") throw damaged(directory);
  return { path: join6(directory, busybox), sha256: busyboxSha256 };
}
var programDirectories = ["usr/bin", "bin", "usr/sbin", "sbin"];
function toolSelection() {
  const release = releaseFor(hostSystem());
  return { kind: "tools", version: 1, release, selection: release.tools };
}
async function provideTools(context) {
  const { directory, description } = await providePrograms(context, {
    ...toolSelection(),
    title: "tools (kmod, xz, zstd, lz4, busybox)",
    finish: async (root) => {
      const busybox = programIn(root, "busybox");
      return {
        ...examineUnpacked(root),
        kmod: programIn(root, "kmod"),
        xz: programIn(root, "xz"),
        zstd: programIn(root, "zstd"),
        lz4: programIn(root, "lz4"),
        busybox,
        busyboxSha256: await sha256OfFile(join6(root, busybox))
      };
    }
  });
  return toolsIn(directory, description);
}
function programIn(root, name) {
  const found = programDirectories.map((directory) => join6(directory, name)).find((path) => kindOfFile(join6(root, path)) === "file");
  if (found === void 0)
    throw new ProvisionError(`The fetched packages do not contain ${name}.`, {
      hint: "Choose another mirror (docs/provisioning.md)"
    });
  return found;
}
function toolsIn(directory, description) {
  const root = readUnpackedRoot(description);
  const pathOf = (name) => {
    const path = description[name];
    if (typeof path !== "string") throw damaged(directory);
    return path;
  };
  if (root === void 0) throw damaged(directory);
  const command = (name) => unpackedCommand(directory, root, pathOf(name));
  const [loader, ...options] = command("kmod");
  return {
    // kmod acts according to the name it is called by; depmod is a link to it.
    depmod: [loader, "--argv0", "depmod", ...options],
    xz: command("xz"),
    zstd: command("zstd"),
    lz4: command("lz4"),
    busybox: { path: join6(directory, pathOf("busybox")), sha256: pathOf("busyboxSha256") }
  };
}
function damaged(directory) {
  return new ProvisionError(`${directory} is damaged.`, {
    hint: `Remove it to fetch it again: rm -r ${directory}`
  });
}

// src/provision/kernel/decompress.ts
var magics = [
  ["gzip", "1f8b"],
  ["xz", "fd377a585a00"],
  ["zstd", "28b52ffd"],
  ["lz4", "04224d18"],
  ["lz4", "02214c18"]
];
async function decompress(path, context) {
  const packed = readWholeFile(path);
  return await decompressBytes(packed, path, context);
}
async function decompressBytes(packed, name, context) {
  const compression = compressionOf(packed);
  switch (compression) {
    case "none":
      return packed;
    case "gzip":
      return gunzip(packed, name);
    case "xz":
    case "zstd":
    case "lz4":
      return await filter((await provideTools(context))[compression], packed, name, context.signal);
  }
}
function compressionOf(bytes) {
  const start = Buffer.from(bytes.subarray(0, 6)).toString("hex");
  return magics.find(([, magic]) => start.startsWith(magic))?.[0] ?? "none";
}
function gunzip(packed, name) {
  try {
    return gunzipSync(packed);
  } catch (error) {
    throw new ProvisionError(
      `${name} could not be unpacked: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error }
    );
  }
}
async function filter(command, packed, name, signal) {
  const { exitCode, bytes, complaint } = await filterBytes([...command, "--decompress", "--stdout"], packed, signal);
  if (exitCode === 0) return bytes;
  throw new ProvisionError(
    `${name} could not be unpacked: ${lastLines(complaint) || "the program that unpacks it was killed"}`
  );
}

// src/provision/kernel/unpack-kernel.ts
var trailerBytes = 4;
async function unpackKernel(payload, name, context) {
  const split = splitPayload(payload);
  if (split === void 0) return void 0;
  const unpacked = Buffer.from(await decompressBytes(split.packed, name, context));
  if (unpacked.length === split.unpackedBytes) return unpacked;
  throw new ProvisionError(
    `${name} is damaged: its kernel should be ${split.unpackedBytes} bytes unpacked, and is ${unpacked.length}.`
  );
}
function splitPayload(payload) {
  const compression = compressionOf(payload);
  if (compression === "none" || payload.length < trailerBytes) return void 0;
  const unpackedBytes = Buffer.from(payload.subarray(-trailerBytes)).readUInt32LE(0);
  return { compression, packed: compression === "gzip" ? payload : payload.subarray(0, -trailerBytes), unpackedBytes };
}

// src/provision/kernel/boot-image.ts
async function provideBootImage(kernel, context) {
  const directory = await context.store.provide({
    kind: "vmlinux",
    key: `1 ${kernel.sha256}`,
    signal: context.signal,
    make: (staging) => withProgress(
      context.progress,
      { what: kernel.title, activity: "extracting" },
      () => extract(kernel, staging, context)
    )
  });
  const { path: packedImage, sha256 } = kernel;
  return fieldOf(readJsonFile(join7(directory, "boot.json")), "pvh") === true ? inKnownForm({ sha256, vmlinux: join7(directory, "vmlinux"), packedImage }, context.store) : { bootImage: packedImage, bootFormat: "bzImage" };
}
function inKnownForm({ sha256, vmlinux, packedImage }, store) {
  return startsPackedOnly(sha256, store) ? { bootImage: packedImage, bootFormat: "bzImage", imageReason: entryFails } : { bootImage: vmlinux, bootFormat: "vmlinux", packedImage };
}
async function extract({ path }, staging, context) {
  const read = bytesOf(readWholeFile(path));
  const image = readBzImage(read);
  const unpacked = image && await unpackKernel(readPayload(read, image), path, context);
  const pvh = unpacked !== void 0 && hasPvhEntry(unpacked);
  if (pvh) writeFileAt(join7(staging, "vmlinux"), unpacked);
  writeJsonFile(join7(staging, "boot.json"), { pvh });
}
var pvhNote = { owner: "Xen", type: 18 };
function hasPvhEntry(file) {
  return readElfNotes(bytesOf(file)).some(({ owner, type }) => owner === pvhNote.owner && type === pvhNote.type);
}

// src/provision/kernel/entry-image.ts
import { join as join8 } from "node:path";
import { constants, gunzipSync as gunzipSync2 } from "node:zlib";
async function unpackEntry(file, name, context) {
  const image = readEntryImage(bytesOf(file));
  if (image?.payload !== void 0) {
    const { offset, bytes } = image.payload;
    return entryOf(Buffer.from(await decompressBytes(file.subarray(offset, offset + bytes), name, context)), false);
  }
  if (image !== void 0) return asEntry(image, file, true);
  if (compressionOf(file) === "none") return void 0;
  return entryOf(Buffer.from(await decompressBytes(file, name, context)), false);
}
var headBytes = 4096;
function headOf(file) {
  if (compressionOf(file) !== "gzip") return file;
  try {
    return gunzipSync2(file.subarray(0, headBytes), { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return file;
  }
}
function entryOf(bytes, isPlain) {
  const image = readEntryImage(bytesOf(bytes));
  return image === void 0 ? void 0 : asEntry(image, bytes, isPlain);
}
function asEntry({ machine }, bytes, isPlain) {
  const arch = architectureOfElf(machine);
  return arch === void 0 ? void 0 : { arch, bytes, isPlain };
}
async function provideEntryImage(kernel, context) {
  const { title, path, sha256 } = kernel;
  if (readEntryImage(bytesOf(readWholeFile(path)))?.payload === void 0 && !isPacked(path))
    return { bootImage: path, bootFormat: "Image" };
  const directory = await context.store.provide({
    kind: "entry-image",
    key: `1 ${sha256}`,
    signal: context.signal,
    make: (staging) => withProgress(context.progress, { what: title, activity: "extracting" }, async () => {
      const entry = await unpackEntry(readWholeFile(path), path, context);
      if (entry === void 0) throw new ProvisionError(`${path}: expected a kernel inside it, found none.`);
      writeFileAt(join8(staging, "Image"), entry.bytes);
    })
  });
  return { bootImage: join8(directory, "Image"), bootFormat: "Image" };
}
function isPacked(path) {
  return compressionOf(readWholeFile(path)) !== "none";
}

// src/provision/kernel/find-modules.ts
import { basename, dirname, join as join9 } from "node:path";
var places = ["../lib/modules", "lib/modules", "../usr/lib/modules", "usr/lib/modules", "../../lib/modules"];
function findModules(spec, release) {
  if (spec.modules !== void 0) return { modulesDirectory: requireModules(spec, spec.modules, release) };
  const sought = placesNear(spec.image, release);
  const there = sought.filter((path) => kindOfFile(path) === "directory");
  const directory = there.find(isIndexed) ?? there[0];
  return directory === void 0 ? { modulesDirectory: void 0, modulesSought: sought } : { modulesDirectory: requireModules(spec, directory, release) };
}
function placesNear(image, release) {
  const beside = dirname(image);
  const own = basename(beside) === release ? [beside] : [];
  return [.../* @__PURE__ */ new Set([...own, ...places.map((place) => join9(beside, place, release))])];
}
function isIndexed(directory) {
  return kindOfFile(join9(directory, "modules.dep")) === "file";
}
function requireModules({ text }, directory, release) {
  if (kindOfFile(directory) !== "directory")
    throw new ProvisionError(`${text}: expected its modules in ${directory}, found no directory there.`);
  if (basename(directory) !== release)
    throw new ProvisionError(
      `${text}: expected modules of kernel ${release} in ${directory}, found those of another one.`,
      { hint: `Give the directory lib/modules/${release}` }
    );
  if (isIndexed(directory)) return directory;
  throw new ProvisionError(`${text}: expected modules.dep in ${directory}, found none.`, {
    hint: `Create it: depmod --basedir ${join9(directory, "../../..")} ${release}`
  });
}

// src/provision/kernel/kernel-at-path.ts
async function provideKernelAtPath(spec, context) {
  const kind = kindOfFile(spec.image);
  if (kind !== "file")
    throw new ProvisionError(
      `${spec.text}: expected a bzImage, an Image or an ELF vmlinux, found ${kind === "nothing" ? "nothing there" : `a ${kind}`}.`
    );
  const file = readWholeFile(spec.image);
  const release = await releaseIn(file, spec, context);
  const sha256 = await sha256OfFile(spec.image, context.signal);
  const arch = architectureOfKernel(bytesOf(file))?.name ?? usualArchitecture;
  const boot = await bootOf({ file, sha256, spec, arch }, context);
  const modules = findModules(spec, release);
  const config = configOf(spec, release, modules.modulesDirectory);
  return { spec: spec.text, arch, release, sha256, ...boot, ...modules, ...config === void 0 ? {} : { config } };
}
async function bootOf({ arch, ...kernel }, context) {
  const { file, sha256, spec } = kernel;
  const isX86 = arch === "x86_64";
  if (isElf(bytesOf(file))) return isX86 ? elfBoot(kernel, context) : refuseElf(spec, arch);
  const provide = isX86 ? provideBootImage : provideEntryImage;
  return await provide({ title: basename2(spec.image), path: spec.image, sha256 }, context);
}
function refuseElf({ text }, arch) {
  const { path, name } = architectureOf(arch).guest.image;
  throw new ProvisionError(`${text}: expected ${articleFor(name)} ${name}, found a vmlinux for ${arch}.`, {
    hint: `Give what the kernel\u2019s build creates from it: ${path}`
  });
}
function articleFor(name) {
  return /^[aeiou]/i.test(name) ? "an" : "a";
}
function architectureOfFile(path) {
  var _stack = [];
  try {
    if (kindOfFile(path) !== "file") return void 0;
    const file = __using(_stack, openForReading(path));
    return architectureOfKernel((offset, lengthBytes) => file.read(offset, lengthBytes))?.name;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function architectureOfKernel(read) {
  if (readBzImage(read) !== void 0) return architectureOf("x86_64");
  const head = bytesOf(headOf(read(0, headBytes)));
  const machine = readElfHeader(head)?.machine ?? readEntryImage(head)?.machine;
  return machine === void 0 ? void 0 : architectureOfElf(machine);
}
function configOf({ image }, release, modules) {
  const candidates = [
    join10(dirname2(image), `config-${release}`),
    join10(dirname2(image), ".config"),
    ...dirname2(image).endsWith("arch/x86/boot") ? [join10(dirname2(image), "../../../.config")] : [],
    ...modules === void 0 ? [] : [join10(modules, "build/.config"), join10(modules, "config")]
  ];
  return candidates.find((path) => kindOfFile(path) === "file");
}
async function releaseIn(file, spec, context) {
  const read = bytesOf(file);
  if (isElf(read)) {
    const release2 = bannerRelease(file);
    if (release2 !== void 0) return release2;
    throw new ProvisionError(`${spec.text}: expected a Linux kernel, found an ELF file without \u201CLinux version \u2026\u201D.`);
  }
  const image = readBzImage(read);
  if (image === void 0) return await releaseOfEntry(file, spec, context);
  const written = releaseOf(image);
  if (written !== void 0) return written;
  const unpacked = await unpackKernel(readPayload(read, image), spec.text, context);
  const release = unpacked && bannerRelease(unpacked);
  if (release === void 0)
    throw new ProvisionError(`${spec.text}: expected the kernel release in the image, found none.`);
  return release;
}
async function releaseOfEntry(file, { text }, context) {
  const entry = await unpackEntry(file, text, context);
  if (entry === void 0)
    throw new ProvisionError(
      `${text}: expected a bzImage, an Image or an ELF file, found none of them (no HdrS at 0x202, no magic at 0x38).`,
      { hint: `The kernel\u2019s build creates ${architectures.map(({ guest }) => guest.image.path).join(", ")}` }
    );
  const release = bannerRelease(entry.bytes);
  if (release !== void 0) return release;
  throw new ProvisionError(`${text}: expected a Linux kernel, found an Image without \u201CLinux version \u2026\u201D.`);
}
function elfBoot({ file, sha256, spec }, { store }) {
  if (!hasPvhEntry(file))
    throw new ProvisionError(`${spec.text}: this vmlinux has no PVH entry, so QEMU cannot start it.`, {
      hint: "Use the bzImage, or build with CONFIG_PVH=y"
    });
  const packedImage = builtBeside(file, spec);
  if (packedImage === void 0) return { bootImage: spec.image, bootFormat: "vmlinux" };
  return inKnownForm({ sha256, vmlinux: spec.image, packedImage }, store);
}
function builtBeside(vmlinux, { image }) {
  const path = join10(dirname2(image), "arch/x86/boot/bzImage");
  if (kindOfFile(path) !== "file") return void 0;
  const { versionText = "" } = readBzImage(bytesOf(readWholeFile(path))) ?? {};
  const build = versionText.indexOf("#");
  return build >= 0 && vmlinux.includes(versionText.slice(build), 0, "latin1") ? path : void 0;
}

// src/command/run-options.ts
function partOfPlan(whole, args, { cwd }) {
  const given = args.value("shard");
  const durations = args.value("durations");
  if (given === void 0) {
    if (durations !== void 0) throw new UsageError("--durations balances shards: it needs --shard I/N.");
    return { plan: whole, shard: void 0 };
  }
  const shard = parseShard(given);
  const shared = shardPlan(
    whole,
    shard,
    durations === void 0 ? void 0 : recordedDurations(resolve2(cwd, durations), durations)
  );
  if (shared.kind === "shard") return { plan: shared.plan, shard: shared.origin };
  throw new UsageError(
    `--shard ${given}: expected at most ${shared.tests} shards, one for each test: an empty shard proves nothing. list --format matrix prints valid shards.`
  );
}
function parseShard(given) {
  const [, index, count] = /^(\d{1,5})\/(\d{1,5})$/.exec(given) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (shard.index >= 1 && shard.index <= shard.count) return shard;
  throw new UsageError(
    `--shard: expected INDEX/COUNT, such as 1/4 for the first of four, found ${JSON.stringify(given)}.`
  );
}
function recordedDurations(path, name) {
  const text = readNamedText(path, bounds.results.bytes);
  if (text === void 0) throw new UsageError(`--durations: expected an earlier results.json, found no file ${name}.`);
  const parsed = parseResults(text, name);
  if (parsed.kind === "problem") throw new UsageError(`--durations: ${parsed.message}`);
  const known = new Map(
    parsed.results.tests.map(({ id, cell, durationMs: durationMs2 }) => [JSON.stringify([cell, id]), durationMs2])
  );
  return ({ id, cell }) => known.get(JSON.stringify([cell.id, id]));
}
function planOptions(args, cwd) {
  const diskImage = args.value("disk-image");
  const qemu = args.value("qemu");
  const [timeout, bootTimeout] = [args.value("timeout"), args.value("boot-timeout")];
  return {
    kernels: args.values("kernel").map((text) => expectSpec("--kernel", parseKernelSpec(text, cwd))),
    smokeKernels: smokeKernels(args, cwd),
    architectureOfFile,
    defaultKernel: expectSpec("The default kernel", parseKernelSpec(defaultKernelFor(hostSystem()), cwd)),
    machines: args.values("machine").map((text) => expectAllowed("--machine", expectSpec("--machine", parseMachineOption(text)))),
    qemu: qemu === void 0 ? void 0 : expectSpec("--qemu", parseQemuSpec(qemu, cwd)),
    diskImage: diskImage === void 0 ? void 0 : diskOption(diskImage, cwd),
    tests: args.values("test"),
    tags: args.values("tag"),
    timeoutMs: timeout === void 0 ? void 0 : durationMs("--timeout", timeout),
    bootTimeoutMs: bootTimeout === void 0 ? void 0 : durationMs("--boot-timeout", bootTimeout)
  };
}
function diskOption(text, cwd) {
  const spec = expectSpec("--disk-image", parseDiskSpec(text, cwd));
  if (spec.kind === "path") existingFile("--disk-image", spec.path);
  return spec;
}
function compilerChoice(args, cwd) {
  const given = args.value("compiler");
  return given === void 0 ? defaultCompiler : expectSpec("--compiler", parseCompilerSpec(given, cwd));
}
function smokeKernels(args, cwd) {
  if (args.values("smoke").length === 0 || args.values("kernel").length > 0) return [];
  return defaultSmokeKernels.map((text) => expectSpec("A kernel of smoke", parseKernelSpec(text, cwd)));
}
function runChoices(args, { invocation, cwd }) {
  const accel = oneOf("--accel", ["auto", "kvm", "tcg"], args.value("accel"));
  return {
    accel: accel ?? "auto",
    jobs: jobCount(args.value("jobs")),
    coverage: args.flag("coverage"),
    memoryDump: args.flag("memory-dump"),
    start: oneOf("--start", ["auto", "clone", "cold"], args.value("start")) ?? "auto",
    compiler: compilerChoice(args, cwd),
    templates: args.flag("fresh") ? "new" : "reused",
    repeat: repeatCount(args.value("repeat")),
    bail: bailLimit(args.value("bail")),
    shuffleSeed: shuffleSeed(args.value("shuffle"), randomSeed),
    reproduceWith: { invocation, ...optionsInForce(args, accel) }
  };
}
function oneOf(option, allowed, given) {
  if (given === void 0) return void 0;
  const found = allowed.find((value) => value === given);
  if (found === void 0)
    throw new UsageError(`${option}: expected ${allowed.join(", ")}, found ${JSON.stringify(given)}.`);
  return found;
}
function jobCount(given) {
  if (given === void 0 || given === "auto") return "auto";
  if (!/^[1-9]\d{0,3}$/.test(given))
    throw new UsageError(`--jobs: expected auto or a whole number from 1 to 9999, found ${JSON.stringify(given)}.`);
  return Number(given);
}
function repeatCount(given) {
  if (given === void 0) return 1;
  if (!/^[1-9]\d{0,3}$/.test(given))
    throw new UsageError(`--repeat: expected a whole number from 1 to 9999, found ${JSON.stringify(given)}.`);
  return Number(given);
}
function bailLimit(given) {
  if (given === void 0) return void 0;
  if (given === "") return 1;
  if (!/^[1-9]\d{0,5}$/.test(given))
    throw new UsageError(`--bail: expected a whole number from 1 to 999999, found ${JSON.stringify(given)}.`);
  return Number(given);
}
function shuffleSeed(given, anySeed) {
  if (given === void 0) return void 0;
  if (given === "") return anySeed();
  if (!/^\d{1,10}$/.test(given) || Number(given) >= seedLimit)
    throw new UsageError(`--shuffle: expected a whole number below ${seedLimit}, found ${JSON.stringify(given)}.`);
  return Number(given);
}
function durationMs(option, given) {
  const parsed = parseSeconds(given);
  if (parsed.kind === "problem") throw new UsageError(`${option}: ${parsed.reason}, found ${JSON.stringify(given)}.`);
  return parsed.durationMs;
}
function expectSpec(option, parsed) {
  if (parsed.kind === "problem") throw new UsageError(`${option}: ${formatPlanProblem(parsed.problem)}`);
  return parsed.spec;
}
function expectAllowed(option, machine) {
  const refusal = refuseMachine(machine);
  if (refusal !== void 0) throw new UsageError(`${option} ${machine.name}: ${refusal}`);
  return machine;
}
function existingFile(option, path) {
  const kind = kindOfFile(path);
  if (kind !== "file")
    throw new UsageError(
      `${option}: expected a file at ${path}, found ${kind === "nothing" ? "nothing" : `a ${kind === "other" ? "special file" : kind}`}.`
    );
  return path;
}
function optionsInForce(args, accel) {
  const [qemu, diskImage] = [args.value("qemu"), args.value("disk-image")];
  const [timeout, bootTimeout] = [args.value("timeout"), args.value("boot-timeout")];
  const compiler = args.value("compiler");
  return {
    ...qemu === void 0 ? {} : { qemu },
    ...diskImage === void 0 ? {} : { diskImage },
    ...compiler === void 0 ? {} : { compiler },
    ...timeout === void 0 ? {} : { timeoutSeconds: Number(timeout) },
    ...bootTimeout === void 0 ? {} : { bootTimeoutSeconds: Number(bootTimeout) },
    ...accel === void 0 || accel === "auto" ? {} : { accelerator: accel }
  };
}

export {
  loadAskedSuites,
  orderTests,
  loadSegmentType,
  readElfSegments,
  entryFails,
  asPacked,
  rememberPacked,
  refLifetimeMs,
  resolveRef,
  expireRef,
  lastAnswer,
  whileThereIsRoom,
  sideBySide,
  takeTurns,
  fetchPackages,
  packageAssetName,
  providePackages,
  readDescription,
  readPackageSet,
  releaseOf2 as releaseOf,
  withDistribution,
  knownPrograms,
  providePrograms,
  examineUnpacked,
  unpackedCommand,
  readUnpackedRoot,
  provideBusybox,
  toolSelection,
  provideTools,
  damaged,
  decompress,
  compressionOf,
  provideBootImage,
  provideEntryImage,
  provideKernelAtPath,
  releaseIn,
  partOfPlan,
  planOptions,
  compilerChoice,
  runChoices,
  oneOf
};
