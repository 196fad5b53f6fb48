import { type MergeInput, nameOfShard } from './merge-cells.ts';

/** A job that must have results. `list --format matrix` creates jobs, and a plan has at least one per cell. */
export interface ExpectedJob {
  readonly kernel: string;
  /** `NAME=ARGS` */
  readonly machine: string;
  /** `INDEX/COUNT`; undefined: any, because a shard itself tells which others exist. */
  readonly shard: string | undefined;
}

/** Missing shards, jobs and tests, in words. */
export function missingParts(inputs: readonly MergeInput[], expected: readonly ExpectedJob[]): readonly string[] {
  const shards = missingShards(inputs);
  const jobs = expected
    .filter((job) => !inputs.some((input) => isOf(input, job)))
    .map(
      ({ kernel, machine, shard }) =>
        `job ${kernel} · ${nameOfMachine(machine)}${shard === undefined ? '' : ` · shard ${shard}`}`,
    );
  return [...shards, ...jobs];
}

/** A part may claim anything about its plan. */
const maxNamed = 100;

function missingShards(inputs: readonly MergeInput[]): readonly string[] {
  const groups = new Map<string, MergeInput[]>();
  for (const input of inputs) {
    const { shard } = input.results;
    if (shard === undefined) continue;
    const key = JSON.stringify([shard.plan, shard.count]);
    groups.set(key, [...(groups.get(key) ?? []), input]);
  }
  return [...groups.values()].flatMap(missingOfGroup);
}

/** The missing shards of a plan; if none is missing, the tests that no shard has. */
function missingOfGroup(group: readonly MergeInput[]): readonly string[] {
  const origin = group[0]?.results.shard;
  if (origin === undefined) return [];
  const present = new Set(group.map(({ results }) => results.shard?.index));
  const cells = [...new Set(group.flatMap(({ results }) => results.cells.map(({ id }) => id)))];
  const absent = Array.from({ length: origin.count }, (_, index) => index + 1).filter((index) => !present.has(index));
  const tests = group.reduce((sum, { results }) => sum + results.tests.length, 0);
  const more = absent.length - maxNamed;
  if (absent.length > 0)
    return [
      ...absent.slice(0, maxNamed).map((index) => nameOfShard(index, origin.count, cells)),
      ...(more > 0 ? [`${more} more shards of ${origin.count}`] : []),
    ];
  return tests < origin.tests
    ? [
        `${origin.tests - tests} of ${origin.tests} tests are in no shard (${cells.join(', ')}): the ` +
          'shards come from different plans',
      ]
    : [];
}

function isOf({ results: { cells, shard } }: MergeInput, job: ExpectedJob): boolean {
  const own = shard === undefined ? '1/1' : `${shard.index}/${shard.count}`;
  return (
    (job.shard === undefined || job.shard === own) &&
    cells.some(({ kernel, machine }) => kernel.spec === job.kernel && machine.name === nameOfMachine(job.machine))
  );
}

function nameOfMachine(machine: string): string {
  return machine.split('=', 1)[0] ?? machine;
}
