import { join } from 'node:path';
import { DeviceHostError } from '../device-host/device-host-error.ts';
import { faultsOf } from '../engine/machine-devices.ts';
import type { ModelPool } from '../engine/model-pool.ts';
import { createScratchDirectory } from '../host/files/scratch-directory.ts';
import type { BusName } from '../device/definition/model-base.ts';
import { crowdedOfTree } from '../device/tree/tree-nodes.ts';
import { devicesOf } from '../plan/device-args.ts';
import { crowdedOut, misnumberedBus, placeProblem, sharedAddress } from '../plan/device-place.ts';
import { type LineFacts, lineProblems, type MisplacedDevice } from '../plan/line-place.ts';
import { isInTree, type TreeModel } from '../plan/device-tree.ts';
import type { PlanModels } from '../plan/model-buses.ts';
import type { Plan, PlannedTest } from '../plan/plan.ts';
import { ProvisionError } from '../provision/provisioned.ts';
import type { ModelLease } from '../run/devices/model-device.ts';
import { createDevice } from '../run/devices/create-device.ts';
import { sortProblems } from '../suite/suite-problem.ts';
import type { DeviceLine, FaultLine, Suite, SuiteProblem, SuiteTest } from '../suite/suite.ts';
import { problemText, RunRefused } from './load-suites.ts';

/**
 * Creates every device of the tests once, before anything else. This finds models that do not load, and unknown
 * controls and registers. Returns what each model is. @throws RunRefused with every problem and its place in the
 * suite @throws ProvisionError when this host could not try the models @throws the signal's reason
 */
export async function refuseBrokenModels(
  plan: Plan,
  pool: ModelPool,
  { cwd, signal }: { readonly cwd: string; readonly signal: AbortSignal },
): Promise<Required<PlanModels>> {
  const buses = new Map<string, BusName>();
  const trees = new Map<string, TreeModel>();
  const problems = await modelProblems(plan.tests, { pool, signal, buses, trees, facts: new Map(), isAll: false });
  if (problems.length > 0) throw new RunRefused(problems.map((problem) => problemText(problem, cwd)).join('\n'));
  return { buses, trees };
}

/**
 * The same check for suites that are not going to run. Returns every problem. @throws ProvisionError @throws the
 * signal's reason
 */
export async function checkModels(
  suites: readonly Suite[],
  pool: ModelPool,
  signal: AbortSignal,
): Promise<readonly SuiteProblem[]> {
  return await modelProblems(
    suites.flatMap((suite) => suite.tests.map((test) => ({ suite, test }))),
    { pool, signal, buses: new Map(), trees: new Map(), facts: new Map(), isAll: true },
  );
}

interface ModelFacts extends LineFacts {
  /** On a bus where each device has one. */
  readonly address?: number;
}

interface Checking {
  readonly pool: ModelPool;
  readonly signal: AbortSignal;
  /** Receives the bus of each model, by its file. */
  readonly buses: Map<string, BusName>;
  /** Receives what a device tree can describe. */
  readonly trees: Map<string, TreeModel>;
  /** Receives what else decides where a device of a model can be. */
  readonly facts: Map<string, ModelFacts>;
  /** No models are needed afterwards. */
  readonly isAll: boolean;
}

async function modelProblems(
  tests: readonly CheckedTest[],
  { pool, signal, buses, trees, facts, isAll }: Checking,
): Promise<readonly SuiteProblem[]> {
  const byModel = new Map<string, TriedDevice[]>();
  for (const tried of distinctDevices(tests))
    byModel.set(tried.device.path, [...(byModel.get(tried.device.path) ?? []), tried]);
  if (byModel.size === 0) return [];
  using scratch = createScratchDirectory();
  const problems: SuiteProblem[] = [];
  for (const [index, devices] of [...byModel.values()].entries()) {
    const lend = (): ModelLease => pool.lend({ isLast: isAll && index === byModel.size - 1 });
    problems.push(...(await tryModel(devices, { socket: join(scratch.path, 'm'), lend, signal, buses, trees, facts })));
  }
  const together = distinct(tests.flatMap((test) => togetherProblems(test, { buses, trees, facts })));
  return sortProblems([...problems, ...together]);
}

/** Without a cell it is not known where the test will run. */
type CheckedTest = Pick<PlannedTest, 'suite' | 'test'> & Partial<Pick<PlannedTest, 'cell'>>;

/** The device for which there is no room in the device tree of a test's machine. */
function crowdedOfTest(test: CheckedTest, trees: Checking['trees']): MisplacedDevice | undefined {
  const { cell } = test;
  const devices = devicesOf(test).filter(({ path }) =>
    cell === undefined ? trees.get(path)?.isOnly === true : isInTree({ cell }, path, trees),
  );
  const inTree = devices.flatMap(({ id, path }) => {
    const model = trees.get(path);
    return model === undefined ? [] : [{ id, facts: model.facts }];
  });
  const crowded = crowdedOfTree(inTree);
  const device = devices.find(({ id }) => id === crowded?.id);
  if (crowded === undefined || device === undefined) return undefined;
  const hint = 'Move devices to the info/devices of the tests that need them.';
  return { device, complaint: { message: crowded.message, hint } };
}

/** What is wrong with the devices of a test only because they are in one machine. */
function togetherProblems(
  test: CheckedTest,
  { buses, trees, facts }: Pick<Checking, 'buses' | 'trees' | 'facts'>,
): readonly SuiteProblem[] {
  const devices = devicesOf(test);
  const found = [
    crowdedOut(devices, ({ path }) => buses.get(path)),
    sharedAddress(devices, ({ path }) => facts.get(path)?.address),
    misnumberedBus(devices, ({ path }) => buses.get(path)),
    ...lineProblems(devices, ({ path }) => facts.get(path)),
    crowdedOfTest(test, trees),
  ];
  return found.flatMap((one) =>
    one === undefined ? [] : [{ file: one.device.file, line: one.device.line, ...one.complaint }],
  );
}

/** The tests of a suite have their devices, and so their problems, in common. */
function distinct(problems: readonly SuiteProblem[]): readonly SuiteProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

interface Trials extends Pick<Checking, 'signal' | 'buses' | 'trees' | 'facts'> {
  readonly socket: string;
  readonly lend: () => ModelLease;
}

/**
 * Tries all devices of one model in a separate process, with a fresh process after each failure, so that devices do not
 * affect each other.
 */
async function tryModel(
  devices: readonly TriedDevice[],
  { lend, ...trials }: Trials,
): Promise<readonly SuiteProblem[]> {
  const left = [...devices];
  const problems: SuiteProblem[] = [];
  while (left.length > 0) {
    trials.signal.throwIfAborted();
    using lease = lend();
    for (let isSound = true; isSound; ) {
      const device = left.shift();
      if (device === undefined) break;
      const wrong = await tryDevice(device, { ...trials, lease });
      problems.push(...wrong);
      isSound = wrong.length === 0 && !lease.events.some(({ event }) => event === 'crashed');
    }
  }
  return problems;
}

interface TriedDevice {
  readonly device: DeviceLine;
  readonly faults: readonly FaultLine[];
}

/** Most tests have exactly the devices of their suite. */
function distinctDevices(
  tests: readonly { readonly suite: Suite; readonly test: SuiteTest }[],
): readonly TriedDevice[] {
  const distinct = new Map<string, TriedDevice>();
  for (const { suite, test } of new Map(tests.map((one) => [one.test, one])).values()) {
    for (const device of devicesOf({ suite, test })) {
      const faults = faultsOf({ suite, test }, device.id);
      distinct.set(JSON.stringify([device.file, device.line, faults.map(({ file, line }) => [file, line])]), {
        device,
        faults,
      });
    }
  }
  return [...distinct.values()];
}

interface Trial extends Omit<Trials, 'lend'> {
  readonly lease: ModelLease;
}

async function tryDevice(tried: TriedDevice, trial: Trial): Promise<readonly SuiteProblem[]> {
  const { lease, signal } = trial;
  const end = (): void => lease[Symbol.dispose]();
  signal.addEventListener('abort', end, { once: true });
  const problems = await problemsOf(tried, trial).finally(() => signal.removeEventListener('abort', end));
  // A failure because the process was stopped on purpose is not a problem.
  signal.throwIfAborted();
  return problems;
}

async function problemsOf(
  { device, faults }: TriedDevice,
  { socket, lease, buses, trees, facts }: Trial,
): Promise<readonly SuiteProblem[]> {
  const { id, path, place, parameters, file, line } = device;
  const created = await complaintOf(
    createDevice(lease, {
      device: id,
      model: path,
      place,
      socketFor: () => socket,
      controls: Object.fromEntries(parameters),
      faults: [],
    }).then(({ bus, tree, isForTree, ...found }) => {
      facts.set(path, found);
      if (tree !== undefined) trees.set(path, { facts: tree, isOnly: isForTree === true });
      return buses.set(path, bus);
    }),
  );
  if (created !== undefined) return [{ file, line, message: `${id}: ${created}`, hint: undefined }];
  const bus = buses.get(path);
  const misplaced = bus === undefined ? undefined : placeProblem(device, bus);
  const problems: SuiteProblem[] = misplaced === undefined ? [] : [{ file, line, ...misplaced }];
  for (const fault of faults) {
    const complaint = await complaintOf(lease.ask({ do: 'set-fault', device: id, text: fault.text }));
    if (complaint !== undefined)
      problems.push({ file: fault.file, line: fault.line, message: complaint, hint: undefined });
  }
  const left = await complaintOf(lease.ask({ do: 'destroy', device: id }));
  return left === undefined || problems.length > 0
    ? problems
    : [{ file, line, message: `${id}: ${left}`, hint: undefined }];
}

/** Undefined: it worked. @throws ProvisionError when this host could not do it */
async function complaintOf(asked: Promise<object>): Promise<string | undefined> {
  try {
    await asked;
    return undefined;
  } catch (error) {
    if (!(error instanceof DeviceHostError)) throw error;
    if (error.isHostShort) throw new ProvisionError(`This host could not try the device models: ${error.message}`);
    return error.message;
  }
}
