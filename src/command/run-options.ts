import { resolve } from 'node:path';
import { refuseMachine } from '../app/load-suites.ts';
import { defaultSmokeKernels } from '../app/smoke-suite.ts';
import { bounds } from '../bounds/bounds.ts';
import type { RunChoices } from '../engine/run-choices.ts';
import { randomSeed } from '../host/clock.ts';
import { kindOfFile } from '../host/files/file-facts.ts';
import { readNamedText } from '../host/files/read-text.ts';
import type { PlanRequest } from '../plan/build-plan.ts';
import { type CompilerSpec, defaultCompiler, parseCompilerSpec } from '../plan/compiler-spec.ts';
import { parseDiskSpec } from '../plan/disk-spec.ts';
import type { DiskSpec, KernelSpec, MachineShape, Plan, PlannedTest } from '../plan/plan.ts';
import { parseKernelSpec } from '../plan/kernel-spec.ts';
import { seedLimit } from '../plan/order.ts';
import { parseMachineOption } from '../plan/parse-machine-option.ts';
import { formatPlanProblem, type SpecParse } from '../plan/plan-problem.ts';
import { parseQemuSpec } from '../plan/qemu-spec.ts';
import type { Shard, ShardOrigin } from '../plan/shard-origin.ts';
import { shardPlan } from '../plan/shard.ts';
import { defaultKernelFor, hostSystem } from '../provision/apt/releases.ts';
import { architectureOfFile } from '../provision/kernel/kernel-at-path.ts';
import { parseResults } from '../results/parse-results.ts';
import { parseSeconds } from '../suite/field-values.ts';
import type { CommandHost } from './command-host.ts';
import { type ParsedArguments, UsageError } from './parse-arguments.ts';

export interface PlanPart {
  readonly plan: Plan;
  /** The whole plan of which this is a part; undefined: this is the whole plan. */
  readonly shard: ShardOrigin | undefined;
}

/** Applies --shard to a plan. @throws UsageError */
export function partOfPlan(whole: Plan, args: ParsedArguments, { cwd }: Pick<CommandHost, 'cwd'>): PlanPart {
  const given = args.value('shard');
  const durations = args.value('durations');
  if (given === undefined) {
    if (durations !== undefined) throw new UsageError('--durations balances shards: it needs --shard I/N.');
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
    `--shard ${given}: expected at most ${shared.tests} shards, one for each test: an empty shard proves nothing. ` +
      'list --format matrix prints valid shards.',
  );
}

/** Parses `2/3`. @throws UsageError */
export function parseShard(given: string): Shard {
  const [, index, count] = /^(\d{1,5})\/(\d{1,5})$/.exec(given) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (shard.index >= 1 && shard.index <= shard.count) return shard;
  throw new UsageError(
    `--shard: expected INDEX/COUNT, such as 1/4 for the first of four, found ${JSON.stringify(given)}.`,
  );
}

/**
 * The durations of tests from an earlier results.json. This machine's own record is not used: the shards of one run are
 * made on several machines and must agree.
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

/** Everything in a plan except the suites. @throws UsageError */
export function planOptions(args: ParsedArguments, cwd: string): Omit<PlanRequest, 'suites' | 'named'> {
  const diskImage = args.value('disk-image');
  const qemu = args.value('qemu');
  const [timeout, bootTimeout] = [args.value('timeout'), args.value('boot-timeout')];
  return {
    kernels: args.values('kernel').map((text) => expectSpec('--kernel', parseKernelSpec(text, cwd))),
    smokeKernels: smokeKernels(args, cwd),
    architectureOfFile,
    defaultKernel: expectSpec('The default kernel', parseKernelSpec(defaultKernelFor(hostSystem()), cwd)),
    machines: args
      .values('machine')
      .map((text) => expectAllowed('--machine', expectSpec('--machine', parseMachineOption(text)))),
    qemu: qemu === undefined ? undefined : expectSpec('--qemu', parseQemuSpec(qemu, cwd)),
    diskImage: diskImage === undefined ? undefined : diskOption(diskImage, cwd),
    tests: args.values('test'),
    tags: args.values('tag'),
    timeoutMs: timeout === undefined ? undefined : durationMs('--timeout', timeout),
    bootTimeoutMs: bootTimeout === undefined ? undefined : durationMs('--boot-timeout', bootTimeout),
  };
}

/** @throws UsageError also when a path leads nowhere */
function diskOption(text: string, cwd: string): DiskSpec {
  const spec = expectSpec('--disk-image', parseDiskSpec(text, cwd));
  if (spec.kind === 'path') existingFile('--disk-image', spec.path);
  return spec;
}

/** What builds the modules; by default, what fits the kernel. @throws UsageError */
export function compilerChoice(args: ParsedArguments, cwd: string): CompilerSpec {
  const given = args.value('compiler');
  return given === undefined ? defaultCompiler : expectSpec('--compiler', parseCompilerSpec(given, cwd));
}

/** Read only when they are needed. */
function smokeKernels(args: ParsedArguments, cwd: string): readonly KernelSpec[] {
  if (args.values('smoke').length === 0 || args.values('kernel').length > 0) return [];
  return defaultSmokeKernels.map((text) => expectSpec('A kernel of smoke', parseKernelSpec(text, cwd)));
}

/** How the tests of a plan are run. `invocation` is the program's name in printed command lines. @throws UsageError */
export function runChoices(
  args: ParsedArguments,
  { invocation, cwd }: Pick<CommandHost, 'invocation' | 'cwd'>,
): RunChoices {
  const accel = oneOf('--accel', ['auto', 'kvm', 'tcg'], args.value('accel'));
  return {
    accel: accel ?? 'auto',
    jobs: jobCount(args.value('jobs')),
    coverage: args.flag('coverage'),
    memoryDump: args.flag('memory-dump'),
    start: oneOf('--start', ['auto', 'clone', 'cold'], args.value('start')) ?? 'auto',
    compiler: compilerChoice(args, cwd),
    templates: args.flag('fresh') ? 'new' : 'reused',
    repeat: repeatCount(args.value('repeat')),
    bail: bailLimit(args.value('bail')),
    shuffleSeed: shuffleSeed(args.value('shuffle'), randomSeed),
    reproduceWith: { invocation, ...optionsInForce(args, accel) },
  };
}

/** @throws UsageError */
export function oneOf<const T extends string>(
  option: string,
  allowed: readonly T[],
  given: string | undefined,
): T | undefined {
  if (given === undefined) return undefined;
  const found = allowed.find((value) => value === given);
  if (found === undefined)
    throw new UsageError(`${option}: expected ${allowed.join(', ')}, found ${JSON.stringify(given)}.`);
  return found;
}

/** `auto` or a positive whole number. @throws UsageError */
export function jobCount(given: string | undefined): number | 'auto' {
  if (given === undefined || given === 'auto') return 'auto';
  if (!/^[1-9]\d{0,3}$/.test(given))
    throw new UsageError(`--jobs: expected auto or a whole number from 1 to 9999, found ${JSON.stringify(given)}.`);
  return Number(given);
}

/** The number of repetitions; 1 by default. @throws UsageError */
export function repeatCount(given: string | undefined): number {
  if (given === undefined) return 1;
  if (!/^[1-9]\d{0,3}$/.test(given))
    throw new UsageError(`--repeat: expected a whole number from 1 to 9999, found ${JSON.stringify(given)}.`);
  return Number(given);
}

/**
 * After how many failures no more tests are started; undefined: never. `--bail` without a value means 1. @throws
 * UsageError
 */
export function bailLimit(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (given === '') return 1;
  if (!/^[1-9]\d{0,5}$/.test(given))
    throw new UsageError(`--bail: expected a whole number from 1 to 999999, found ${JSON.stringify(given)}.`);
  return Number(given);
}

/**
 * The seed for random order; undefined: the given order. `--shuffle` without a value picks a seed. @throws UsageError
 */
export function shuffleSeed(given: string | undefined, anySeed: () => number): number | undefined {
  if (given === undefined) return undefined;
  if (given === '') return anySeed();
  if (!/^\d{1,10}$/.test(given) || Number(given) >= seedLimit)
    throw new UsageError(`--shuffle: expected a whole number below ${seedLimit}, found ${JSON.stringify(given)}.`);
  return Number(given);
}

function durationMs(option: string, given: string): number {
  const parsed = parseSeconds(given);
  if (parsed.kind === 'problem') throw new UsageError(`${option}: ${parsed.reason}, found ${JSON.stringify(given)}.`);
  return parsed.durationMs;
}

function expectSpec<T>(option: string, parsed: SpecParse<T>): T {
  if (parsed.kind === 'problem') throw new UsageError(`${option}: ${formatPlanProblem(parsed.problem)}`);
  return parsed.spec;
}

function expectAllowed(option: string, machine: MachineShape): MachineShape {
  const refusal = refuseMachine(machine);
  if (refusal !== undefined) throw new UsageError(`${option} ${machine.name}: ${refusal}`);
  return machine;
}

function existingFile(option: string, path: string): string {
  const kind = kindOfFile(path);
  if (kind !== 'file')
    throw new UsageError(
      `${option}: expected a file at ${path}, found ` +
        `${kind === 'nothing' ? 'nothing' : `a ${kind === 'other' ? 'special file' : kind}`}.`,
    );
  return path;
}

/** Only the options that the user gave, in the user's words. */
function optionsInForce(
  args: ParsedArguments,
  accel: 'auto' | 'kvm' | 'tcg' | undefined,
): Omit<RunChoices['reproduceWith'], 'invocation'> {
  const [qemu, diskImage] = [args.value('qemu'), args.value('disk-image')];
  const [timeout, bootTimeout] = [args.value('timeout'), args.value('boot-timeout')];
  const compiler = args.value('compiler');
  return {
    ...(qemu === undefined ? {} : { qemu }),
    ...(diskImage === undefined ? {} : { diskImage }),
    ...(compiler === undefined ? {} : { compiler }),
    ...(timeout === undefined ? {} : { timeoutSeconds: Number(timeout) }),
    ...(bootTimeout === undefined ? {} : { bootTimeoutSeconds: Number(bootTimeout) }),
    ...(accel === undefined || accel === 'auto' ? {} : { accelerator: accel }),
  };
}
