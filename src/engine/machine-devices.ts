import { type FaultSpec, FaultSyntaxError } from '../device/fault/fault-spec.ts';
import { parseFault } from '../device/fault/parse-fault.ts';
import { devicesOf } from '../plan/device-args.ts';
import type { PlannedTest } from '../plan/plan.ts';
import type { ModelDevice } from '../run/devices/model-device.ts';
import type { DeviceLine, FaultLine, Suite, SuiteProblem, SuiteTest } from '../suite/suite.ts';

/** The device models of a test's machine, each with the faults that are in force from the start. */
export function machineDevices(planned: Pick<PlannedTest, 'suite' | 'test'>): readonly ModelDevice[] {
  return devicesOf(planned).map(({ id, path, parameters }) => ({
    id,
    path,
    parameters: Object.fromEntries(parameters),
    faults: faultsOf(planned, id).map(({ text }) => text),
  }));
}

/** The faults that a test's device has from the start. */
export function faultsOf(planned: Pick<PlannedTest, 'suite' | 'test'>, id: string): readonly FaultLine[] {
  const devices = devicesOf(planned);
  return planned.test.faults.filter(({ text }) => ownerOf(parseFault(text), devices) === id);
}

/** A fault says whose it is, but where there is one device only. Undefined: nobody's. */
function ownerOf({ device }: FaultSpec, devices: readonly DeviceLine[]): string | undefined {
  if (device === undefined) return devices.length === 1 ? devices[0]?.id : undefined;
  return devices.some(({ id }) => id === device) ? device : undefined;
}

/** What can be known to be wrong with a suite's devices and faults without loading a model. */
export function deviceProblems(suite: Suite): readonly SuiteProblem[] {
  const lines = new Set([suite, ...suite.tests].flatMap(({ devices }) => devices));
  return [
    ...[...lines].flatMap(modelProblems),
    ...suite.tests.flatMap((test) => test.faults.flatMap((fault) => faultProblems(fault, suite, test))),
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
      hint: 'docs/device-models.md describes models; a device of QEMU belongs into info/qemu-args.',
    },
  ];
}

function faultProblems({ text, file, line }: FaultLine, suite: Suite, test: SuiteTest): readonly SuiteProblem[] {
  const devices = devicesOf({ suite, test });
  try {
    const spec = parseFault(text);
    if (ownerOf(spec, devices) !== undefined) return [];
    return [{ file, line, ...nobodys(spec, devices) }];
  } catch (error) {
    if (!(error instanceof FaultSyntaxError)) throw error;
    return [{ file, line, message: error.message, hint: 'docs/device-models.md has the table of faults.' }];
  }
}

function nobodys({ text, device }: FaultSpec, devices: readonly DeviceLine[]): Pick<SuiteProblem, 'message' | 'hint'> {
  const ids = devices.map(({ id }) => id);
  if (ids.length === 0)
    return {
      message: `fault "${text}": there is no device model that could have it`,
      hint: 'Name one in info/devices of the suite or the test: ID PATH [key=value …].',
    };
  if (device === undefined)
    return {
      message: `fault "${text}": there are ${ids.length} devices, and it does not say whose it is`,
      hint: `Add device=${ids.join(' or device=')}.`,
    };
  return {
    message: `fault "${text}": there is no device ${device}`,
    hint: `There ${ids.length === 1 ? 'is' : 'are'} ${ids.join(', ')}.`,
  };
}
