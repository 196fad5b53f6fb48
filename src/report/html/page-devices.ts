import { cutLine, cutText } from '../cut-text.ts';
import { plainLine, plainText } from '../escape-text.ts';
import { faultWords } from '../hardware/fault-words.ts';
import type { DeviceResult } from '../results.ts';
import type { PageDevice, PageFault } from './page-data.ts';

const maxDevices = 16;
const maxFaults = 100;
const stackLimit = { lines: 60, columns: 500 };
const lineLength = 300;
const maxStack = 40_000;

/** A test's device models in bounded size. */
export function pageDevices(devices: readonly DeviceResult[]): readonly PageDevice[] {
  return devices.slice(0, maxDevices).map(({ id, model, faults, crash }) => ({
    id: shown(id),
    model: shown(model),
    faults: faults.slice(0, maxFaults).map(pageFault),
    ...(crash === undefined
      ? {}
      : {
          crash: {
            during: shown(crash.during),
            message: shown(crash.message),
            stack: cutText(plainText(crash.stack.slice(0, maxStack)), stackLimit),
          },
        }),
  }));
}

export function pageFault(fault: DeviceResult['faults'][number]): PageFault {
  return { text: shown(fault.text), said: shown(faultWords(fault)), hasFired: fault.fired > 0 };
}

function shown(text: string): string {
  return cutLine(plainLine(text.slice(0, 4 * lineLength)), lineLength);
}
