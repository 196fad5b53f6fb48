import { ledgerHelper, wantsLedger } from './ledger.ts';
import type { Suite, SuiteTest } from '../suite/suite.ts';

/** The module that makes calls fail (guest/calls), as the kernel names it. */
const callHelper = 'qdt_calls';

/** Whether calls of the suite's modules fail in a test's machine, or may fail there because the suite says so. */
export function asksForCalls({ failable }: Suite, { faults }: SuiteTest): boolean {
  return failable !== undefined || faults.some(({ text }) => /^call-fail(\s|$)/.test(text));
}

/**
 * The modules that a test's machine loads before it is saved, in this order. `forBuses`: those that its devices need.
 */
export function loadedModules(suite: Suite, test: SuiteTest, forBuses: readonly string[]): readonly string[] {
  // The helper for calls asks the ledger where calls lead, so that comes first.
  return [
    ...new Set([...suite.kernelModules, ...forBuses]),
    ...(wantsLedger(suite) ? [ledgerHelper] : []),
    ...(asksForCalls(suite, test) ? [callHelper] : []),
  ];
}
