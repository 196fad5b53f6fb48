import { exchangeFaults } from './catalogue/exchange-faults.ts';
import type { FaultDescription, FaultTarget } from './catalogue/fault-description.ts';
import { frameFaults } from './catalogue/frame-faults.ts';
import { registerFaults } from './catalogue/register-faults.ts';
import type { FaultKind } from './fault-spec.ts';
import { triggerSettings } from './trigger.ts';

/** All faults. A fault with a required setting throws a FaultSyntaxError without it. */
export const faultCatalogue: Readonly<Record<FaultKind, FaultDescription>> = {
  ...registerFaults,
  ...exchangeFaults,
  ...frameFaults,
  'device-remove': {
    targets: ['any'],
    about: 'the device is pulled out, for good',
    settings: [],
    effect: () => ({ kind: 'device-remove' }),
  },
  'link-down': {
    targets: ['any'],
    about: 'nothing passes between device and machine until the fault is cleared',
    settings: [],
    effect: () => ({ kind: 'link-down' }),
  },
};

/** The settings of every fault. */
export const commonSettings: readonly string[] = ['id', 'device', ...triggerSettings];

/** Filters for the accesses that a fault counts, by target. */
export const filterSettings: Readonly<Record<FaultTarget, readonly string[]>> = {
  interrupt: ['vector'],
  dma: ['direction'],
  read: ['register', 'bar', 'range'],
  write: ['register', 'bar', 'range'],
  transfer: ['endpoint', 'request', 'direction'],
  message: ['register', 'direction'],
  exchange: ['command', 'register'],
  line: ['line', 'direction'],
  frame: ['direction'],
  'can-frame': ['direction'],
  any: ['register', 'bar', 'range', 'endpoint', 'request', 'command', 'line'],
};

/** The faults of a device that has these kinds of accesses. */
export function faultsOn(accesses: readonly FaultTarget[]): readonly FaultKind[] {
  return (Object.keys(faultCatalogue) as FaultKind[]).filter((kind) =>
    faultCatalogue[kind].targets.some((target) => target === 'any' || accesses.includes(target)),
  );
}
