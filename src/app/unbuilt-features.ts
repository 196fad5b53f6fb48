import type { Plan } from '../plan/plan.ts';

/** What a plan asks for that the format has and this version does not do yet: said before anything runs. */
export function unbuiltFeatures(plan: Plan): readonly string[] {
  const suites = new Set(plan.tests.map(({ suite }) => suite));
  const tests = new Set(plan.tests.map(({ test }) => test));
  return [
    ...[...suites].filter(({ devices }) => devices.length > 0).map(({ directory }) => `${directory}/info/devices: hardware models are not built yet.`),
    ...[...tests].filter(({ devices }) => devices.length > 0).map(({ directory }) => `${directory}/info/devices: hardware models are not built yet.`),
    ...[...tests].filter(({ faults }) => faults.length > 0).map(({ directory }) => `${directory}/info/faults: faults are not built yet.`),
  ];
}
