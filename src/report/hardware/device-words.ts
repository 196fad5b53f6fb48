import type { DeviceResult, TestResult } from '../results.ts';
import { faultWords } from './fault-words.ts';

/** What is to be said of a device model in a test, as plain text that is not escaped. */
export interface DeviceWords {
  readonly about: 'model' | 'fault';
  readonly text: string;
}

/** Bugs of models first, then each fault. */
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
 * Only what a reader of a test that is as expected should know: bugs of models, and faults that never fired though the
 * test was not skipped.
 */
export function deviceWarnings({ devices = [], outcome }: TestResult): readonly DeviceWords[] {
  return deviceWords(
    devices.map((device) => ({
      ...device,
      faults: device.faults.filter(({ fired }) => fired === 0 && outcome !== 'skip'),
    })),
  );
}
