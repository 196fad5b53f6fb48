import type { DeviceLine } from '../suite/suite.ts';
import type { PlannedTest } from './plan.ts';

/**
 * The device models of a test's machine: those of the suite, replaced by the test's where ids are equal, then the
 * test's others.
 */
export function devicesOf({ suite, test }: Pick<PlannedTest, 'suite' | 'test'>): readonly DeviceLine[] {
  const own = new Map(test.devices.map((device) => [device.id, device]));
  const suites = suite.devices.map((device) => own.get(device.id) ?? device);
  return [...suites, ...test.devices.filter(({ id }) => !suites.some((device) => device.id === id))];
}

/** QEMU arguments, split by whether a clone can have them plugged in. */
export interface DeviceArgs {
  /** Values of `-device`, in order. */
  readonly plugged: readonly string[];
  /** Arguments that the machine needs from the start. */
  readonly staying: readonly string[];
}

/**
 * A `-device` can be plugged in. Other arguments may be connected with it, so if there are any, only devices that must
 * be plugged in are. `stays`: the driver belongs to the template, because its state is saved.
 */
export function splitDeviceArgs(args: readonly string[], stays: (driver: string) => boolean): DeviceArgs {
  const plugged: string[] = [];
  const staying: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const option = args[index] ?? '';
    const value = args[index + 1];
    if (isDevice(option) && value !== undefined) {
      index++;
      if (stays(driverOf(value))) staying.push(option, value);
      else plugged.push(value);
    } else {
      staying.push(option);
    }
  }
  return { plugged, staying };
}

function isDevice(option: string): boolean {
  return option === '-device' || option === '--device';
}

/** `edu,dma_mask=0xfff` and `driver=edu` name the same driver; JSON has a key for it. */
function driverOf(value: string): string {
  if (value.startsWith('{')) return /"driver"\s*:\s*"([^"]*)"/.exec(value)?.[1] ?? '';
  return (value.split(',', 1)[0] ?? '').replace(/^driver=/, '');
}
