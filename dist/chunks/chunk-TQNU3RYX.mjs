import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  defaultKernelFor,
  hostSystem
} from "./chunk-FEUI54CN.mjs";
import {
  readNamedText
} from "./chunk-PK6VEPSI.mjs";
import {
  parseResults
} from "./chunk-PBOXS6DZ.mjs";
import {
  formatPlanProblem,
  loadSuites,
  parseKernelSpec,
  parseModuleWords,
  parseQemuSpec,
  parseSeconds,
  readTree,
  refuseMachine,
  specProblem,
  splitShellWords
} from "./chunk-NNEUJRZA.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import {
  bounds
} from "./chunk-UE56YTIM.mjs";
import {
  kindOfFile
} from "./chunk-42EG7RIT.mjs";
import {
  randomSeed
} from "./chunk-OY4GEF45.mjs";

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
  const places = tests.map(({ id, cell }) => JSON.stringify([cell.id, id])).sort();
  return createHash("sha256").update(places.join("\n")).digest("hex");
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
    defaultKernel: expectSpec("The default kernel", parseKernelSpec(defaultKernelFor(hostSystem()), cwd)),
    machines: args.values("machine").map((text) => expectAllowed("--machine", expectSpec("--machine", parseMachineOption(text)))),
    qemu: qemu === void 0 ? void 0 : expectSpec("--qemu", parseQemuSpec(qemu, cwd)),
    diskImage: diskImage === void 0 ? void 0 : existingFile("--disk-image", resolve2(cwd, diskImage)),
    tests: args.values("test"),
    tags: args.values("tag"),
    timeoutMs: timeout === void 0 ? void 0 : durationMs("--timeout", timeout),
    bootTimeoutMs: bootTimeout === void 0 ? void 0 : durationMs("--boot-timeout", bootTimeout)
  };
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
  partOfPlan,
  planOptions,
  compilerChoice,
  runChoices,
  oneOf
};
