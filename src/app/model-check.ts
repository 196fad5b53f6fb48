import { join } from 'node:path';
import { DeviceHostError } from '../device-host/device-host-process.ts';
import { createScratchDirectory } from '../host/scratch-directory.ts';
import type { Plan, PlannedTest } from '../plan/plan.ts';
import { devicesOf } from '../plan/test-devices.ts';
import { createDevice } from '../run/create-device.ts';
import { formatProblem, sortProblems } from '../suite/suite-problem.ts';
import type { DeviceLine, FaultLine, Suite, SuiteProblem, SuiteTest } from '../suite/suite.ts';
import { faultsOf } from '../engine/machine-devices.ts';
import type { ModelPool } from '../engine/model-pool.ts';
import { RunRefused } from './run-refused.ts';

/**
 * Makes every device that the tests will have, once, before anything else is done: a model that cannot be loaded, a control or a register
 * that it does not have.
 * @throws RunRefused with every problem, and its place in the suite.
 */
export async function refuseBrokenModels(plan: Plan, pool: ModelPool, cwd: string): Promise<void> {
  const problems = await modelProblems(plan.tests, pool);
  if (problems.length > 0) throw new RunRefused(problems.map((problem) => formatProblem(problem, cwd)).join('\n'));
}

/** The same for suites of which nothing is to be run: every problem. */
export async function checkModels(suites: readonly Suite[], pool: ModelPool): Promise<readonly SuiteProblem[]> {
  return await modelProblems(suites.flatMap((suite) => suite.tests.map((test) => ({ suite, test }))), pool);
}

async function modelProblems(tests: readonly Pick<PlannedTest, 'suite' | 'test'>[], pool: ModelPool): Promise<readonly SuiteProblem[]> {
  const devices = distinctDevices(tests);
  if (devices.length === 0) return [];
  using scratch = createScratchDirectory();
  const problems: SuiteProblem[] = [];
  for (const [index, device] of devices.entries()) problems.push(...(await tryDevice(device, join(scratch.path, `m${index}`), pool)));
  return sortProblems(problems);
}

interface TriedDevice {
  readonly device: DeviceLine;
  readonly faults: readonly FaultLine[];
}

/** Most tests have the very devices of their suite. */
function distinctDevices(tests: readonly { readonly suite: Suite; readonly test: SuiteTest }[]): readonly TriedDevice[] {
  const distinct = new Map<string, TriedDevice>();
  for (const { suite, test } of new Map(tests.map((one) => [one.test, one])).values()) {
    for (const device of devicesOf({ suite, test })) {
      const faults = faultsOf({ suite, test }, device.id);
      distinct.set(JSON.stringify([device.file, device.line, faults.map(({ file, line }) => [file, line])]), { device, faults });
    }
  }
  return [...distinct.values()];
}

/** In a process that is used again only if all was well: the next one is not to suffer from what this model does. */
async function tryDevice({ device: { id, path, parameters, file, line }, faults }: TriedDevice, socket: string, pool: ModelPool): Promise<readonly SuiteProblem[]> {
  const lease = pool.lend();
  const created = await complaintOf(createDevice(lease, { device: id, model: path, socket, controls: Object.fromEntries(parameters), faults: [] }));
  const problems: SuiteProblem[] = created === undefined ? [] : [{ file, line, message: `${id}: ${created}`, hint: undefined }];
  for (const fault of created === undefined ? faults : []) {
    const complaint = await complaintOf(lease.ask({ do: 'set-fault', device: id, text: fault.text }));
    if (complaint !== undefined) problems.push({ file: fault.file, line: fault.line, message: complaint, hint: undefined });
  }
  if (created === undefined) await complaintOf(lease.ask({ do: 'destroy', device: id }));
  lease.release(problems.length === 0 && !lease.events.some(({ event }) => event === 'crashed'));
  return problems;
}

/** Undefined: it was done. */
async function complaintOf(asked: Promise<object>): Promise<string | undefined> {
  try {
    await asked;
    return undefined;
  } catch (error) {
    if (!(error instanceof DeviceHostError)) throw error;
    return error.message;
  }
}
