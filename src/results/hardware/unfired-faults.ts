import type { FaultReport } from '../../device/fault/fault-spec.ts';
import { neverNth } from '../../device/fault/trigger.ts';
import type { DeviceResult, TestResult } from '../results.ts';

/** What a fault did: `fired at 1 of 3 accesses, first at read of STATUS`, `never fired; it counted 4 accesses`. */
export function faultWords({ text, fired, counted, first, isCleared }: FaultReport): string {
  const [one, several] = /^call-fail\b/.test(text) ? ['call', 'calls'] : ['access', 'accesses'];
  const all = `${counted} ${counted === 1 ? one : several}`;
  if (fired > 0) return `fired at ${fired} of ${all}${first === undefined ? '' : `, first at ${first.access}`}`;
  return (
    `never fired${isCleared ? ' before it was cleared' : ''}; ` +
    (counted === 0 ? `it counted no ${one}` : `it counted ${all}`)
  );
}

/** A sentence about a device model in a test, as plain text that is not escaped. */
export interface DeviceWords {
  readonly about: 'model' | 'fault';
  readonly text: string;
}

/** Crashes of models first, then each fault. */
export function deviceWords(devices: readonly DeviceResult[]): readonly DeviceWords[] {
  const crashes = devices.flatMap(({ id, crash }): readonly DeviceWords[] =>
    crash === undefined
      ? []
      : [
          {
            about: 'model',
            text: `${id} crashed at ${crash.during}, a bug of the model and not of the driver: ${crash.message}`,
          },
        ],
  );
  const faults = devices.flatMap(({ id, faults: set }) =>
    set.map((fault): DeviceWords => ({ about: 'fault', text: `${fault.text} on ${id}: ${faultWords(fault)}` })),
  );
  return [...crashes, ...faults];
}

/**
 * What matters even in a test that is as expected: crashes of models, and faults that never fired although the test was
 * not skipped.
 */
export function deviceWarnings(test: TestResult): readonly DeviceWords[] {
  return deviceWords(
    (test.devices ?? []).map((device) => ({
      ...device,
      faults: device.faults.filter((fault) => isUnfired(fault, test)),
    })),
  );
}

/**
 * A fault that should have fired. In a sweep, some only count accesses, and a point that was missed says so itself. A
 * skipped test is not expected to fire faults.
 */
function isUnfired({ fired, text }: FaultReport, { outcome, point }: TestResult): boolean {
  return fired === 0 && outcome !== 'skip' && point === undefined && !text.includes(neverFires);
}

/** As in the faults of a sweep that only count. */
const neverFires = ` nth=${neverNth} `;

/** A fault that a test set and that never fired, so its error path was not tested. */
export interface UnfiredFault {
  /** The test's id. */
  readonly test: string;
  /** The device's. */
  readonly device: string;
  readonly fault: FaultReport;
  /** Ids of the cells concerned. */
  readonly cells: readonly string[];
}

/** Without repetitions, in the order of the results. */
export function unfiredFaults(tests: readonly TestResult[]): readonly UnfiredFault[] {
  const found = new Map<string, UnfiredFault>();
  for (const test of tests) {
    for (const device of test.devices ?? []) {
      for (const fault of device.faults.filter((one) => isUnfired(one, test))) {
        const key = JSON.stringify([test.id, device.id, fault.id, fault.text]);
        const before = found.get(key);
        found.set(
          key,
          before === undefined
            ? { test: test.id, device: device.id, fault, cells: [test.cell] }
            : { ...before, cells: [...before.cells, test.cell] },
        );
      }
    }
  }
  return [...found.values()];
}
