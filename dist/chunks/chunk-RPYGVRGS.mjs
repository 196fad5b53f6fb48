import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  lastName,
  mainFile,
  shortKernelSpec
} from "./chunk-T6GTHSTU.mjs";
import {
  defaultQemu,
  isTag,
  labelOfFlavours,
  memoryOfFlavours,
  nearestName,
  nearestNames,
  parseSuiteSpecs,
  shellJoin
} from "./chunk-PP4HT45W.mjs";
import {
  architectureOf,
  usualArchitecture
} from "./chunk-X6ZZKZRR.mjs";

// src/plan/select-tests.ts
import { basename, dirname, join } from "node:path";

// src/plan/select-tags.ts
function parseTagWords(words) {
  return {
    wanted: words.filter((word) => !word.startsWith("!")),
    unwanted: words.filter((word) => word.startsWith("!")).map((word) => word.slice(1))
  };
}
function hasTags({ wanted, unwanted }, tags) {
  return (wanted.length === 0 || wanted.some((tag) => tags.includes(tag))) && !unwanted.some((tag) => tags.includes(tag));
}
function tagProblems(words, known) {
  return words.flatMap((word) => {
    const tag = word.replace(/^!/, "");
    if (!isTag(tag)) return [wordBadTag(word)];
    if (known.includes(tag)) return [];
    const near = nearestName(tag, known);
    return near === void 0 && word.startsWith("!") ? [] : [wordUnknownTag(tag, near, known)];
  });
}
function wordBadTag(word) {
  return {
    message: `--tag: expected NAME or !NAME, found ${JSON.stringify(word)}`,
    hint: 'A name has letters, digits, ".", "_" and "-". Give --tag once for each tag.'
  };
}
function wordUnknownTag(tag, near, known) {
  const message = `no test has the tag ${tag}`;
  if (near !== void 0) return { message, hint: `Did you mean ${near}?` };
  if (known.length === 0) return { message, hint: "No test has a tag. Tags are words in info/tags." };
  const more = known.length > maxShown ? ", \u2026" : "";
  return { message, hint: `The tags are ${known.toSorted().slice(0, maxShown).join(", ")}${more}.` };
}
var maxShown = 20;

// src/plan/select-tests.ts
function matchesGlob(glob, name) {
  const source = glob.replaceAll(/[\\^$.+()[\]{}|]/g, String.raw`\$&`).replaceAll(/\*+/g, "[^/]*").replaceAll("?", "[^/]");
  return new RegExp(`^${source}$`, "su").test(name);
}
function selectTests(suites, { named, tests: globs, tags }) {
  const known = suites.flatMap(
    (suite) => suite.tests.map((test) => ({ id: `${suite.name}/${test.name}`, suite, test }))
  );
  const missing = named.filter((path) => !known.some((one) => isAt(path, one)));
  const restricted = new Set(named.map((path) => dirname(path)));
  const all = known.filter((one) => !restricted.has(one.suite.directory) || named.some((path) => isAt(path, one)));
  const unmatched = globs.filter((glob) => !all.some((selected) => isMatched(glob, selected)));
  const problems = [
    ...missing.map((path) => wordMissing(path, known)),
    ...unmatched.length === 0 ? [] : [wordUnmatched(unmatched, all)],
    ...tagProblems(tags, [...new Set(all.flatMap(({ test }) => test.tags))])
  ];
  const filter = parseTagWords(tags);
  const matched = all.filter((one) => globs.length === 0 || globs.some((glob) => isMatched(glob, one)));
  const tests = matched.filter(({ test }) => hasTags(filter, test.tags));
  if (problems.length === 0 && tests.length === 0 && matched.length > 0)
    return { tests, problems: [wordNoneLeft(tags)] };
  return { tests, problems };
}
function isAt(path, { suite, test }) {
  return path === test.directory || path === join(suite.directory, test.name);
}
function wordMissing(path, known) {
  const own = known.filter(({ suite }) => suite.directory === dirname(path));
  const nearest = nearestNames(basename(path), namesOf(own), 3);
  return {
    message: `no test ${basename(dirname(path))}/${basename(path)}`,
    hint: nearest.length > 0 ? `Did you mean ${nearest.join(", ")}?` : `The tests are ${someIds(own)}.`
  };
}
function namesOf(tests, prefix = () => "") {
  return [
    ...new Set(
      tests.flatMap((one) => [basename(one.test.directory), one.test.name].map((name) => `${prefix(one)}${name}`))
    )
  ];
}
function wordNoneLeft(tags) {
  return {
    message: `no test is left by ${shellJoin(tags.flatMap((tag) => ["--tag", tag]))}`,
    hint: "The command list shows the tags of all tests."
  };
}
function isMatched(glob, { id, suite, test }) {
  const directory = basename(test.directory);
  const names = [id, test.name, ...test.row === void 0 ? [] : [`${suite.name}/${directory}`, directory]];
  return names.some((name) => matchesGlob(glob, name));
}
function wordUnmatched(globs, all) {
  const nearest = [...new Set(globs.flatMap((glob) => namesNear(glob, all)))].slice(0, 5);
  return {
    message: `no test matches ${globs.map((glob) => `--test ${glob}`).join(", nor ")}`,
    hint: nearest.length > 0 ? `Did you mean ${nearest.join(", ")}?` : `The tests are ${someIds(all)}; the command list shows all of them.`
  };
}
function namesNear(glob, all) {
  const literal = glob.replaceAll(/[*?]/g, "");
  return nearestNames(literal, glob.includes("/") ? namesOf(all, ({ suite }) => `${suite.name}/`) : namesOf(all), 3);
}
function someIds(all) {
  const first = all.slice(0, 5).map(({ id }) => id);
  return `${first.join(", ")}${all.length > first.length ? " \u2026" : ""}`;
}

// src/plan/cell-id.ts
import { basename as basename2 } from "node:path";

// src/plan/fetched-kernel-id.ts
function fetchedTitle({ text }) {
  return shortKernelSpec(text);
}
function fetchedSlug(kernel) {
  switch (kernel.kind) {
    case "packages":
      return mainFile(kernel.files.map(fileName)).replace(/(_amd64|\.x86_64)?\.(deb|rpm)$/, "");
    case "image":
      return fileName(kernel.file);
    case "container": {
      const { repository, tag, digest } = kernel.image;
      const name = repository.slice(repository.lastIndexOf("/") + 1);
      return `${name}-${tag ?? digest?.slice("sha256:".length, "sha256:".length + 12) ?? ""}`;
    }
  }
}
function localPath({ url }) {
  const { protocol, pathname } = new URL(url);
  if (protocol !== "file:") return void 0;
  return pathname.split("/").map(lastName).join("/");
}
function fileName({ url }) {
  return lastName(new URL(url).pathname);
}

// src/plan/cell-id.ts
function cellIds(cells) {
  let ids = cells.map((cell) => `${kernelSlug(cell)}-${cell.machine.name}`);
  for (const qualified of [withQemu, withKernelPath]) {
    ids = ids.map((id, index) => qualifiedId(qualified, { id, index, ids, cells }));
  }
  return numberRepeated(ids);
}
function cellIdentity({ kernel, machine, qemu }) {
  return JSON.stringify([kernel.kind, kernelIdentity(kernel), machine.name, machine.args, qemuIdentity({ qemu })]);
}
function kernelIdentity(kernel) {
  switch (kernel.kind) {
    case "distribution":
      return [kernel.distribution, kernel.series, kernel.flavour, kernel.arch];
    case "path":
      return [kernel.image, kernel.modules];
    case "packages":
      return [kernel.format, kernel.files];
    case "image":
      return [kernel.file];
    case "container":
      return [kernel.image];
    case "source":
      return [kernel.source, kernel.flavours];
  }
}
function qualifiedId(qualify, { id, index, ids, cells }) {
  const sharing = cells.filter((_, other) => sameName(ids[other] ?? "", id));
  const own = cells[index];
  if (own === void 0 || new Set(sharing.map(qualify)).size < 2) return id;
  const part = qualify(own);
  return part === "" ? id : `${id}-${part}`;
}
function withQemu({ qemu }) {
  switch (qemu.kind) {
    case "distribution":
      return `qemu-${slug(`${qemu.distribution}-${qemu.suite}`)}`;
    case "default":
      return "qemu-default";
    case "host":
      return "qemu-host";
    case "path":
      return `qemu-${slug(qemu.text)}`;
  }
}
function withKernelPath({ kernel }) {
  return kernel.kind === "distribution" ? "" : slug(kernel.text);
}
function numberRepeated(ids) {
  const taken = /* @__PURE__ */ new Set();
  return ids.map((id) => {
    let unique = id;
    for (let number = 2; taken.has(unique.toLowerCase()); number++) unique = `${id}-${number}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
function kernelSlug({ kernel }) {
  switch (kernel.kind) {
    case "distribution":
      return [kernel.distribution, kernel.series, ...flavourPart(kernel.flavour), ...archPart(kernel.arch)].join("-");
    case "path":
      return slug(basename2(kernel.image)) || "kernel";
    case "packages":
    case "image":
    case "container":
      return slug(fetchedSlug(kernel)) || "kernel";
    case "source":
      return sourceSlug(kernel);
  }
}
function flavourPart(flavour) {
  return flavour === "generic" ? [] : [flavour];
}
function archPart(arch) {
  return arch === usualArchitecture ? [] : [architectureOf(arch).debian];
}
function sourceSlug({ source, flavours }) {
  const name = source.kind === "tree" ? basename2(source.path) : `${source.distribution}-${source.series}`;
  return `${slug(name) || "kernel"}-${labelOfFlavours(flavours)}`;
}
function slug(text) {
  return text.replaceAll(/[^A-Za-z0-9._-]+/g, "-").slice(-60).replace(/^[.-]+/, "");
}
function qemuIdentity({ qemu }) {
  switch (qemu.kind) {
    case "distribution":
      return [qemu.kind, qemu.distribution, qemu.suite];
    case "default":
    case "host":
      return [qemu.kind];
    case "path":
      return [qemu.kind, qemu.path];
  }
}
function sameName(a, b) {
  return a.toLowerCase() === b.toLowerCase();
}

// src/plan/build-plan.ts
var defaultMachine = { name: "default", args: ["-m", "256M", "-smp", "1"] };
function buildPlan(request) {
  const cellsOf = cellsBySuite(request);
  const selected = selectTests(request.suites, request);
  const problems = [
    ...suiteProblems(request.suites),
    ...imageProblems(request),
    ...machineProblems(request.machines),
    ...selected.problems
  ];
  if (problems.length > 0) return { kind: "problems", problems };
  const allCells = [...new Set([...cellsOf.values()].flat())];
  const tests = allCells.flatMap(
    (cell) => selected.tests.filter(({ suite }) => cellsOf.get(suite)?.includes(cell)).map((test) => plannedTest(test, cell, request))
  );
  const cells = allCells.filter((cell) => tests.some((test) => test.cell === cell));
  return { kind: "plan", plan: { cells, tests } };
}
function cellsBySuite(request) {
  const unnamed = /* @__PURE__ */ new Map();
  const identities = /* @__PURE__ */ new Map();
  for (const suite of request.suites) {
    const wanted = cellsOfSuite(suite, request);
    identities.set(suite, [...new Set(wanted.map(cellIdentity))]);
    for (const cell of wanted) if (!unnamed.has(cellIdentity(cell))) unnamed.set(cellIdentity(cell), cell);
  }
  const ids = cellIds([...unnamed.values()]);
  const named = new Map(
    [...unnamed].map(([identity, cell], index) => [identity, { id: ids[index] ?? "", ...cell }])
  );
  return new Map([...identities].map(([suite, own]) => [suite, own.flatMap((identity) => named.get(identity) ?? [])]));
}
function cellsOfSuite(suite, request) {
  const specs = parseSuiteSpecs(suite);
  const own = suite.smokeOf === void 0 ? [specs.kernel ?? request.defaultKernel] : request.smokeKernels;
  const kernels = request.kernels.length > 0 ? request.kernels : own;
  const isOurChoice = request.machines.length === 0;
  const machines = isOurChoice ? [defaultMachine] : request.machines;
  const qemu = request.qemu ?? specs.qemu ?? defaultQemu;
  return kernels.flatMap(
    (kernel) => machines.map((machine) => ({
      kernel,
      machine: withMemoryFor(kernel, machine, isOurChoice),
      qemu,
      arch: architectureOfSpec(kernel, request)
    }))
  );
}
function architectureOfSpec(kernel, { architectureOfFile }) {
  switch (kernel.kind) {
    case "distribution":
      return kernel.arch;
    case "path":
      return architectureOfFile?.(kernel.image) ?? usualArchitecture;
    case "packages":
    case "image":
    case "container":
    case "source":
      return usualArchitecture;
  }
}
function withMemoryFor(kernel, { name, args }, isOurChoice) {
  const needed = kernel.kind === "source" ? memoryOfFlavours(kernel.flavours) : void 0;
  if (needed === void 0) return { name, args };
  if (isOurChoice) return { name, args: args.map((arg, index) => args[index - 1] === "-m" ? `${needed}M` : arg) };
  return args.some((arg) => /^--?m$/.test(arg)) ? { name, args } : { name, args: ["-m", `${needed}M`, ...args] };
}
function plannedTest({ id, suite, test }, cell, request) {
  return {
    id,
    cell,
    suite,
    test,
    timeoutMs: request.timeoutMs ?? test.timeoutMs,
    bootTimeoutMs: request.bootTimeoutMs ?? suite.bootTimeoutMs,
    // The suite of `smoke` uses the programs of the built-in root.
    diskImage: suite.smokeOf === void 0 ? request.diskImage ?? parseSuiteSpecs(suite).diskImage : void 0,
    ...suite.imageInit === void 0 ? {} : { imageInit: suite.imageInit }
  };
}
function suiteProblems(suites) {
  if (suites.length === 0)
    return [
      { message: "expected at least one suite, found none", hint: "Give the path of a suite, for example: run tests/" }
    ];
  const byName = /* @__PURE__ */ new Map();
  return suites.flatMap((suite) => {
    const other = byName.get(suite.name.toLowerCase());
    byName.set(suite.name.toLowerCase(), suite);
    const ownProblems = parseSuiteSpecs(suite).problems.map(({ file, message, hint }) => ({
      message: `${file}: ${message}`,
      hint
    }));
    return other === void 0 ? ownProblems : [...ownProblems, wordSameName(suite, other)];
  });
}
function wordSameName(suite, other) {
  if (suite.directory === other.directory)
    return { message: `the suite ${suite.directory} is given twice`, hint: "Name it once." };
  return {
    message: `two suites are called ${suite.name}: ${other.directory} and ${suite.directory}`,
    hint: "Rename one, or run them separately: results are stored under the name of the suite."
  };
}
function imageProblems({ suites, diskImage }) {
  if (diskImage !== void 0) return [];
  return suites.filter((suite) => suite.imageInit !== void 0 && suite.diskImage === void 0).map(({ name }) => ({
    message: `${name}: info/init says that the disk image starts by itself, and there is no disk image`,
    hint: "Name one in info/disk-image, or with --disk-image."
  }));
}
function machineProblems(machines) {
  return machines.flatMap(({ name, args }, index) => {
    const other = machines.slice(0, index).find((earlier) => earlier.name.toLowerCase() === name.toLowerCase());
    if (other === void 0 || other.name === name && JSON.stringify(other.args) === JSON.stringify(args)) return [];
    return [
      {
        message: `two machines are called ${name}: their arguments are different`,
        hint: "Give each --machine a name of its own."
      }
    ];
  });
}

export {
  fetchedTitle,
  localPath,
  fileName,
  matchesGlob,
  buildPlan
};
