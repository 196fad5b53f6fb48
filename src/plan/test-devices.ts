import type { DeviceLine } from '../suite/suite.ts';
import type { PlannedTest } from './plan.ts';

/**
 * The device models in a test's machine: the suite's, each replaced where the test has one of the same id, then the
 * test's own.
 */
export function devicesOf({ suite, test }: Pick<PlannedTest, 'suite' | 'test'>): readonly DeviceLine[] {
  const own = new Map(test.devices.map((device) => [device.id, device]));
  const suites = suite.devices.map((device) => own.get(device.id) ?? device);
  return [...suites, ...test.devices.filter(({ id }) => !suites.some((device) => device.id === id))];
}
