import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  readNamedText
} from "./chunk-CAAXT2UB.mjs";
import {
  parseResults
} from "./chunk-WLYXCBTZ.mjs";
import {
  UsageError
} from "./chunk-LOPOJU6Y.mjs";
import {
  bounds
} from "./chunk-4PORZPZM.mjs";

// src/cli/shard-options.ts
import { resolve } from "node:path";

// src/plan/shard.ts
import { createHash } from "node:crypto";
function shardPlan(whole, shard, durationOf = () => void 0) {
  const { tests } = whole;
  if (tests.length < shard.count) return { kind: "too-many", tests: tests.length };
  const known = tests.map(durationOf).filter((durationMs) => durationMs !== void 0);
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

// src/cli/shard-options.ts
function partOfPlan(whole, args, { cwd }) {
  const given = args.value("shard");
  const durations = args.value("durations");
  if (given === void 0) {
    if (durations !== void 0) throw new UsageError("--durations says how to make shards: it needs --shard I/N.");
    return { plan: whole, shard: void 0 };
  }
  const shard = parseShard(given);
  const shared = shardPlan(
    whole,
    shard,
    durations === void 0 ? void 0 : recordedDurations(resolve(cwd, durations), durations)
  );
  if (shared.kind === "shard") return { plan: shared.plan, shard: shared.origin };
  throw new UsageError(
    `--shard ${given}: there are only ${shared.tests} tests, and an empty shard would prove nothing. Use at most ${shared.tests} shards; list --format matrix does.`
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
    parsed.results.tests.map(({ id, cell, durationMs }) => [JSON.stringify([cell, id]), durationMs])
  );
  return ({ id, cell }) => known.get(JSON.stringify([cell.id, id]));
}

export {
  partOfPlan
};
