import { resolve } from 'node:path';
import { bounds } from '../bounds/bounds.ts';
import { readNamedText } from '../host/read-text.ts';
import type { Plan, PlannedTest } from '../plan/plan.ts';
import type { Shard, ShardOrigin } from '../plan/shard-origin.ts';
import { shardPlan } from '../plan/shard.ts';
import { parseResults } from '../report/parse-results.ts';
import type { CommandHost } from './command-host.ts';
import { UsageError, type ParsedArguments } from './parse-arguments.ts';

export interface PlanPart {
  readonly plan: Plan;
  /** What it is a part of; undefined: it is all. */
  readonly shard: ShardOrigin | undefined;
}

/** What --shard leaves of a plan. @throws UsageError */
export function partOfPlan(whole: Plan, args: ParsedArguments, { cwd }: Pick<CommandHost, 'cwd'>): PlanPart {
  const given = args.value('shard');
  const durations = args.value('durations');
  if (given === undefined) {
    if (durations !== undefined) throw new UsageError('--durations says how to make shards: it needs --shard I/N.');
    return { plan: whole, shard: undefined };
  }
  const shard = parseShard(given);
  const shared = shardPlan(
    whole,
    shard,
    durations === undefined ? undefined : recordedDurations(resolve(cwd, durations), durations),
  );
  if (shared.kind === 'shard') return { plan: shared.plan, shard: shared.origin };
  throw new UsageError(
    `--shard ${given}: there are only ${shared.tests} tests, and an empty shard would prove nothing. Use at ` +
      `most ${shared.tests} shards; list --format matrix does.`,
  );
}

/** `2/3` @throws UsageError */
export function parseShard(given: string): Shard {
  const [, index, count] = /^(\d{1,5})\/(\d{1,5})$/.exec(given) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (shard.index >= 1 && shard.index <= shard.count) return shard;
  throw new UsageError(
    `--shard: expected INDEX/COUNT, such as 1/4 for the first of four, found ${JSON.stringify(given)}.`,
  );
}

/**
 * How long tests took, from an earlier results.json. Not from this machine's own record: shards of one run are made on
 * several machines, which have to agree.
 */
function recordedDurations(path: string, name: string): (planned: PlannedTest) => number | undefined {
  const text = readNamedText(path, bounds.results.bytes);
  if (text === undefined) throw new UsageError(`--durations: expected an earlier results.json, found no file ${name}.`);
  const parsed = parseResults(text, name);
  if (parsed.kind === 'problem') throw new UsageError(`--durations: ${parsed.message}`);
  const known = new Map(
    parsed.results.tests.map(({ id, cell, durationMs }) => [JSON.stringify([cell, id]), durationMs]),
  );
  return ({ id, cell }) => known.get(JSON.stringify([cell.id, id]));
}
