import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  countTotals,
  coverageSources,
  cutLine,
  mergeCoverage,
  prepareResultsDirectory,
  replayRecord,
  sumHardware,
  writeResults
} from "./chunk-VZ3XNEFQ.mjs";
import {
  RecordDamaged,
  hasRecord,
  recordName
} from "./chunk-LWVAITKD.mjs";
import {
  parseResults
} from "./chunk-T6GTHSTU.mjs";
import {
  RunRefused
} from "./chunk-PP4HT45W.mjs";
import {
  copyUntrusted
} from "./chunk-SX6AYEAE.mjs";
import {
  directoriesInside,
  readWholeInside
} from "./chunk-DZ5U262N.mjs";
import {
  realPlace
} from "./chunk-42EG7RIT.mjs";
import {
  bounds,
  isSystemError
} from "./chunk-PC3WFA6B.mjs";

// src/app/merge-directories.ts
import { dirname, join } from "node:path";

// src/results/merge/merge-cells.ts
function nameOfShard(index, count2, cells) {
  const named = [...cells.slice(0, 3), ...cells.length > 3 ? ["\u2026"] : []].join(", ");
  return `shard ${index} of ${count2}${named === "" ? "" : ` (${named})`}`;
}
function placeOf({ id, cell }) {
  return `${cell}/${id}`;
}
function mergeCells(inputs) {
  const sharing = /* @__PURE__ */ new Map();
  for (const input of inputs) {
    for (const cell of input.results.cells) {
      const same = sharing.get(cell.id);
      if (same === void 0) sharing.set(cell.id, [{ cell, input }]);
      else same.push({ cell, input });
    }
  }
  const cells = [];
  const notes = [];
  const bootFrom = /* @__PURE__ */ new Map();
  for (const [id, all] of sharing) {
    const [first] = all;
    if (first === void 0) continue;
    const described = all.find(({ cell }) => cell.boot.outcome === "failed") ?? all.find(({ cell }) => cell.boot.outcome === "ok") ?? first;
    bootFrom.set(id, described.input);
    const builds = mergeBuilds(all.map(({ cell }) => cell));
    const calls = mergeCalls(all.map(({ cell }) => cell));
    cells.push({
      ...first.cell,
      kernel: (all.find(({ cell }) => cell.kernel.release !== void 0) ?? first).cell.kernel,
      boot: withFindings(described.cell.boot),
      ...builds.length === 0 ? {} : { builds },
      ...calls.length === 0 ? {} : { calls }
    });
    for (const other of all)
      notes.push(
        ...differences(first.cell, other.cell).map(
          (what) => `${id}: ${what} in ${first.input.name} is not that in ${other.input.name}`
        )
      );
  }
  return { cells, notes, bootFrom };
}
function mergeBuilds(cells) {
  const merged = /* @__PURE__ */ new Map();
  for (const build of cells.flatMap(({ builds = [] }) => builds)) {
    const known = merged.get(build.suite);
    if (known === void 0 || known.outcome === "built" && build.outcome === "failed")
      merged.set(build.suite, build);
  }
  return [...merged.values()];
}
function mergeCalls(cells) {
  const all = cells.flatMap(({ calls = [] }) => calls);
  return [...new Map(all.toReversed().map((one) => [`${one.suite} ${one.module}`, one])).values()].toReversed();
}
function withFindings({ outcome, durationMs, findings }) {
  return { outcome, durationMs, findings };
}
function differences(one, other) {
  const facts = [
    ["the kernel", ({ kernel }) => kernel.sha256],
    ["QEMU", ({ qemu }) => qemu.sha256],
    ["the machine", ({ machine, arch }) => JSON.stringify([machine.name, machine.args, arch])]
  ];
  return facts.filter(([, of]) => of(one) !== void 0 && of(other) !== void 0 && of(one) !== of(other)).map(([what]) => what);
}
function dropReruns(inputs) {
  const groups = /* @__PURE__ */ new Map();
  for (const input of inputs) {
    const key = identityOf(input);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [input]);
    else group.push(input);
  }
  const kept = /* @__PURE__ */ new Set();
  const notes = [];
  for (const group of groups.values()) {
    const last = group.reduce(
      (latest, input) => Date.parse(input.results.startedAt) > Date.parse(latest.results.startedAt) ? input : latest
    );
    kept.add(last);
    for (const earlier of group)
      if (earlier !== last)
        notes.push(
          `${last.name} is a later run of the tests in ${earlier.name} and replaces it; there, ${said(earlier)}.`
        );
  }
  return { inputs: inputs.filter((input) => kept.has(input)), notes };
}
function identityOf({ results: { shard, tests } }) {
  if (shard !== void 0) return JSON.stringify([shard.plan, shard.count, shard.index]);
  return JSON.stringify(tests.map(placeOf).sort());
}
function said({ results: { totals } }) {
  return totals.notOk === 0 ? `all ${totals.tests} tests were as expected` : `${totals.notOk} of ${totals.tests} tests were not as expected`;
}

// src/results/merge/missing-parts.ts
function missingParts(inputs, expected) {
  const shards = missingShards(inputs);
  const jobs = expected.filter((job) => !inputs.some((input) => isOf(input, job))).map(
    ({ kernel, machine, shard }) => `job ${kernel} \xB7 ${nameOfMachine(machine)}${shard === void 0 ? "" : ` \xB7 shard ${shard}`}`
  );
  return [...shards, ...jobs];
}
var maxNamed = 100;
function missingShards(inputs) {
  const groups = /* @__PURE__ */ new Map();
  for (const input of inputs) {
    const { shard } = input.results;
    if (shard === void 0) continue;
    const key = JSON.stringify([shard.plan, shard.count]);
    groups.set(key, [...groups.get(key) ?? [], input]);
  }
  return [...groups.values()].flatMap(missingOfGroup);
}
function missingOfGroup(group) {
  const origin = group[0]?.results.shard;
  if (origin === void 0) return [];
  const present = new Set(group.map(({ results }) => results.shard?.index));
  const cells = [...new Set(group.flatMap(({ results }) => results.cells.map(({ id }) => id)))];
  const absent = Array.from({ length: origin.count }, (_, index) => index + 1).filter((index) => !present.has(index));
  const tests = group.reduce((sum, { results }) => sum + results.tests.length, 0);
  const more = absent.length - maxNamed;
  if (absent.length > 0)
    return [
      ...absent.slice(0, maxNamed).map((index) => nameOfShard(index, origin.count, cells)),
      ...more > 0 ? [`${more} more shards of ${origin.count}`] : []
    ];
  return tests < origin.tests ? [
    `${origin.tests - tests} of ${origin.tests} tests are in no shard (${cells.join(", ")}): the shards come from different plans`
  ] : [];
}
function isOf({ results: { cells, shard } }, job) {
  const own = shard === void 0 ? "1/1" : `${shard.index}/${shard.count}`;
  return (job.shard === void 0 || job.shard === own) && cells.some(({ kernel, machine }) => kernel.spec === job.kernel && machine.name === nameOfMachine(job.machine));
}
function nameOfMachine(machine) {
  return machine.split("=", 1)[0] ?? machine;
}

// src/results/merge/merge-results.ts
function mergeResults({ inputs: all, expected, unreadable }) {
  const { inputs, notes } = dropReruns(all);
  const problems = [...doubles(inputs), ...unsafeNames(inputs)];
  const [first] = inputs;
  if (first === void 0 || problems.length > 0)
    return { kind: "problems", problems: first === void 0 ? ["there are no results to merge"] : problems };
  const { cells, notes: cellNotes, bootFrom } = mergeCells(inputs);
  const tests = inputs.flatMap(({ results: results2 }) => results2.tests);
  const missing = withinBounds([
    ...missingParts(inputs, expected),
    ...unreadable,
    ...inputs.flatMap(({ results: { merged } }) => merged?.missing ?? [])
  ]);
  const hardware = sumHardware(inputs.flatMap(({ results: { hardware: part = [] } }) => part));
  const coverage = mergeCoverage(inputs.flatMap(({ results: { coverage: part } }) => part ?? []));
  const results = {
    schema: first.results.schema,
    tool: first.results.tool,
    startedAt: earliest(inputs),
    durationMs: Math.max(...inputs.map(({ results: { durationMs } }) => durationMs)),
    exitStatus: exitStatusOf(inputs, missing),
    host: mergeHosts(inputs.map(({ results: { host } }) => host)),
    cells,
    tests: inReportOrder(
      tests,
      cells.map(({ id }) => id)
    ),
    totals: countTotals(tests),
    merged: {
      from: inputs.length,
      missing,
      notes: withinBounds([
        ...notes,
        ...cellNotes,
        ...versionNotes(inputs),
        ...inputs.flatMap(({ results: { merged } }) => merged?.notes ?? [])
      ])
    },
    ...hardware === void 0 ? {} : { hardware },
    ...coverage === void 0 ? {} : { coverage },
    ...mergeBails(inputs)
  };
  return { kind: "merged", results, inputs, bootFrom };
}
function mergeBails(inputs) {
  const bails = inputs.flatMap(({ results: { bail } }) => bail ?? []);
  if (bails.length === 0) return {};
  return {
    bail: {
      failures: bails.reduce((sum, { failures }) => sum + failures, 0),
      notRun: bails.flatMap(({ notRun }) => notRun)
    }
  };
}
function withinBounds(lines) {
  const { count: count2, chars } = bounds.mergedLines;
  const shown = lines.slice(0, count2).map((line) => cutLine(line, chars));
  return lines.length > count2 ? [...shown, `and ${lines.length - count2} more`] : shown;
}
function exitStatusOf(inputs, missing) {
  const statuses = inputs.map(({ results: { exitStatus } }) => exitStatus);
  if (statuses.every((status) => status === 69)) return 69;
  if (inputs.some(({ results: { tests } }) => tests.some(({ ok }) => !ok)) || statuses.some((status) => status === 1 || status === 2))
    return 1;
  return missing.length > 0 || statuses.includes(69) ? 69 : 0;
}
function doubles(inputs) {
  const owners = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Map();
  for (const input of inputs) {
    for (const test of input.results.tests) {
      const owner = owners.get(placeOf(test));
      if (owner === void 0) owners.set(placeOf(test), input);
      else count(seen, JSON.stringify([owner.name, input.name, whyApart([owner, input], test)]), placeOf(test));
    }
  }
  return [...seen].map(([pair, { place, count: times }]) => {
    const [one = "", other = "", why = ""] = JSON.parse(pair);
    return `${place}${times > 1 ? ` and ${times - 1} more tests are` : " is"} in ${one} and in ${other}, ${why}.`;
  });
}
function whyApart(both, { id }) {
  const sweep = both.find(({ results: { tests } }) => tests.some(({ point }) => point?.of === id));
  return sweep === void 0 ? "which are not runs of the same shard: merge only one of them" : `and ${sweep.name} is a sweep of it, which ran it, too: merge sweeps with sweeps of other tests only`;
}
function count(seen, key, place) {
  const entry = seen.get(key);
  if (entry === void 0) seen.set(key, { place, count: 1 });
  else entry.count++;
}
function unsafeNames(inputs) {
  const isSafe = (name) => /^[A-Za-z0-9._-]+$/.test(name) && !/^\.\.?$/.test(name);
  return inputs.flatMap(
    (input) => input.results.cells.filter(({ id }) => !isSafe(id)).map(({ id }) => `${input.name}/results.json: ${JSON.stringify(id)} cannot be the name of a cell.`)
  );
}
function earliest(inputs) {
  return inputs.map(({ results: { startedAt } }) => startedAt).reduce((a, b) => Date.parse(b) < Date.parse(a) ? b : a);
}
function mergeHosts(hosts) {
  const slower = hosts.filter(({ accelerator }) => accelerator === "tcg");
  const telling = slower.length > 0 ? slower : hosts;
  return {
    accelerator: slower.length > 0 ? "tcg" : "kvm",
    acceleratorReason: [...new Set(telling.map(({ acceleratorReason }) => acceleratorReason))].join("; "),
    cpus: Math.min(...hosts.map(({ cpus }) => cpus)),
    memoryMiB: Math.min(...hosts.map(({ memoryMiB }) => memoryMiB))
  };
}
function inReportOrder(tests, cells) {
  const order = new Map(cells.map((id, index) => [id, index]));
  return [...tests].sort(
    (a, b) => (order.get(a.cell) ?? 0) - (order.get(b.cell) ?? 0) || suiteOf(a).localeCompare(suiteOf(b), "en") || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
function suiteOf({ id }) {
  return id.slice(0, id.indexOf("/"));
}
function versionNotes(inputs) {
  const versions = [...new Set(inputs.map(({ results: { tool } }) => tool.version))];
  return versions.length < 2 ? [] : [`made by different versions of qemu-driver-test: ${versions.join(", ")}`];
}

// src/app/merge-directories.ts
function readResults(directory, name, maxBytes = bounds.results.bytes) {
  return hasRecord(directory) ? replayed(directory, name) : parsedFile(directory, name, maxBytes);
}
function replayed(directory, name) {
  try {
    return { parsed: { kind: "results", results: replayRecord({ directory, name, unwritten: [] }).results }, bytes: 0 };
  } catch (error) {
    if (error instanceof RecordDamaged) return { parsed: { kind: "problem", message: error.message }, bytes: 0 };
    if (!isSystemError(error)) throw error;
    return {
      parsed: {
        kind: "problem",
        message: `${join(name, recordName)}: expected the record of a run, found ${error.code}`
      },
      bytes: 0
    };
  }
}
function parsedFile(directory, name, maxBytes) {
  const file = join(name, "results.json");
  const read = readWholeInside({ directory, path: "results.json" }, maxBytes);
  const problem = (found) => ({
    parsed: { kind: "problem", message: `${file}: expected the results of a run, found ${found}` },
    bytes: 0
  });
  switch (read.kind) {
    case "text":
      return { parsed: parseResults(read.text, file), bytes: read.bytes };
    case "nothing":
      return problem("no such file");
    case "refused":
      return problem(read.reason);
  }
}
var maxLeftOut = 200;
async function mergeDirectories({ from, outDirectory, expected }) {
  const read = readParts(from);
  const inputs = read.flatMap(
    ({ name, parsed }) => parsed.kind === "results" ? [{ name, results: parsed.results }] : []
  );
  const unreadable = read.flatMap(({ parsed }) => parsed.kind === "problem" ? [parsed.message] : []);
  const merged = mergeResults({ inputs, expected, unreadable });
  if (merged.kind === "problems") throw new RunRefused([...unreadable, ...merged.problems].join("\n"));
  const out = realPlace(outDirectory);
  const overlapping = from.find(
    ({ directory }) => isInside(realPlace(directory), out) || isInside(out, realPlace(directory))
  );
  if (overlapping !== void 0)
    throw new RunRefused(
      `--out must not be inside ${overlapping.name} or contain it: the results to merge would be overwritten.`
    );
  const refusal = prepareResultsDirectory(outDirectory);
  if (refusal !== void 0) throw new RunRefused(refusal);
  const directories = new Map(read.map(({ name, directory }) => [name, directory]));
  const leftOut = [];
  for (const [index, input] of merged.inputs.entries()) {
    leftOut.push(
      ...await copyCells(input, {
        source: directories.get(input.name) ?? "",
        target: outDirectory,
        number: index + 1,
        bootFrom: merged.bootFrom
      })
    );
  }
  leftOut.push(...await copySources(merged, directories, outDirectory));
  writeResults(outDirectory, merged.results);
  const more = leftOut.length - maxLeftOut;
  return {
    results: merged.results,
    leftOut: more > 0 ? [...leftOut.slice(0, maxLeftOut), `and ${more} more`] : leftOut
  };
}
async function copySources({ results, inputs }, directories, outDirectory) {
  const leftOut = [];
  if (results.coverage === void 0) return leftOut;
  for (const { name } of inputs) {
    const from = { directory: directories.get(name) ?? "", path: coverageSources };
    if (directoriesInside({ ...from, path: dirname(coverageSources) }).length === 0) continue;
    const copied = await copyUntrusted(from, join(outDirectory, coverageSources), bounds.parts);
    leftOut.push(...copied.leftOut.map((what) => join(name, coverageSources, what)));
  }
  return leftOut;
}
async function copyCells(input, { source, target, number, bootFrom }) {
  const leftOut = [];
  for (const { id } of input.results.cells) {
    for (const name of directoriesInside({ directory: source, path: id })) {
      if (name.includes("\uFFFD")) leftOut.push(`${join(input.name, id, name)}: its name is not UTF-8`);
      const newName = name === "boot" && bootFrom.get(id) !== input ? `boot-${number}` : name;
      const copied = await copyUntrusted(
        { directory: source, path: `${id}/${name}` },
        join(target, id, newName),
        bounds.parts
      );
      leftOut.push(...copied.leftOut.map((what) => join(input.name, id, name, what)));
    }
  }
  return leftOut;
}
function readParts(from) {
  let bytesLeft = bounds.results.mergedBytes;
  return from.map(({ name, directory }) => {
    const { parsed, bytes } = readResults(directory, name, Math.min(bounds.results.bytes, bytesLeft));
    bytesLeft -= bytes;
    return { name, directory, parsed };
  });
}
function isInside(path, directory) {
  return path === directory || path.startsWith(`${directory}/`);
}

export {
  readResults,
  mergeDirectories
};
