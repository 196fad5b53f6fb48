import { isCallFault } from '../calls/call-fault.ts';
import { type FaultSpec, FaultSyntaxError } from '../device/fault/fault-spec.ts';
import { parseFault } from '../device/fault/parse-fault.ts';
import { treePlace } from '../device-host/tree-place.ts';
import { devicesOf } from '../plan/device-args.ts';
import { isInTree, type TreeModels } from '../plan/device-tree.ts';
import type { PlannedTest } from '../plan/plan.ts';
import type { ModelDevice } from '../run/devices/model-device.ts';
import type { DeviceLine, FaultLine, Suite, SuiteProblem, SuiteTest } from '../suite/suite.ts';

/** The device models of a test's machine, each with the faults that are active from the start. */
export function machineDevices(
  planned: Pick<PlannedTest, 'cell' | 'suite' | 'test'>,
  trees: TreeModels = new Map(),
): readonly ModelDevice[] {
  return devicesOf(planned).map(({ id, path, place, nic, parameters }) => ({
    id,
    path,
    ...(isInTree(planned, path, trees) ? { place: treePlace } : place === undefined ? {} : { place }),
    ...(nic === undefined ? {} : { nic }),
    parameters: Object.fromEntries(parameters),
    faults: faultsOf(planned, id).map(({ text }) => text),
  }));
}

/** The faults of a test's device that are active from the start. */
export function faultsOf(planned: Pick<PlannedTest, 'suite' | 'test'>, id: string): readonly FaultLine[] {
  const devices = devicesOf(planned);
  return deviceFaults(planned.test).filter(({ text }) => ownerOf(parseFault(text), devices) === id);
}

/** Those of calls are another matter. */
function deviceFaults({ faults }: SuiteTest): readonly FaultLine[] {
  return faults.filter(({ text }) => !isCallFault(text));
}

/** A fault names its device unless there is only one. Undefined: no such device. */
function ownerOf({ device }: FaultSpec, devices: readonly DeviceLine[]): string | undefined {
  if (device === undefined) return devices.length === 1 ? devices[0]?.id : undefined;
  return devices.some(({ id }) => id === device) ? device : undefined;
}

/** Problems of a suite's devices and faults that can be found without loading a model. */
export function deviceProblems(suite: Suite): readonly SuiteProblem[] {
  const lines = new Set([suite, ...suite.tests].flatMap(({ devices }) => devices));
  return [
    ...[...lines].flatMap(modelProblems),
    ...suite.tests.flatMap((test) => deviceFaults(test).flatMap((fault) => faultProblems(fault, suite, test))),
  ];
}

const modelFile = /\.(ts|mts|mjs|js)$/;

function modelProblems({ path, file, line }: DeviceLine): readonly SuiteProblem[] {
  if (modelFile.test(path)) return [];
  return [
    {
      file,
      line,
      message: `expected a model, a file that ends in .ts or .mjs, found ${JSON.stringify(path)}`,
      hint: 'docs/device-models.md describes models; devices built into QEMU go into info/qemu-args.',
    },
  ];
}

/** Problems of a fault that is active from the start. */
export function faultProblems({ text, file, line }: FaultLine, suite: Suite, test: SuiteTest): readonly SuiteProblem[] {
  const devices = devicesOf({ suite, test });
  try {
    const spec = parseFault(text);
    if (ownerOf(spec, devices) !== undefined) return [];
    return [{ file, line, ...withoutTarget(spec, devices) }];
  } catch (error) {
    if (!(error instanceof FaultSyntaxError)) throw error;
    return [{ file, line, message: error.message, hint: 'docs/device-models.md lists the faults.' }];
  }
}

function withoutTarget(
  { text, device }: FaultSpec,
  devices: readonly DeviceLine[],
): Pick<SuiteProblem, 'message' | 'hint'> {
  const ids = devices.map(({ id }) => id);
  if (ids.length === 0)
    return {
      message: `fault "${text}": expected a device model for it, found none`,
      hint: 'Add one to info/devices of the suite or the test: ID PATH [key=value …].',
    };
  if (device === undefined)
    return {
      message: `fault "${text}": expected device=ID, because there are ${ids.length} devices`,
      hint: `Add device=${ids.join(' or device=')}.`,
    };
  return {
    message: `fault "${text}": no device ${device}`,
    hint: `The ${ids.length === 1 ? 'only device is' : 'devices are'} ${ids.join(', ')}.`,
  };
}
