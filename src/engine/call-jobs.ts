import { parseCallFault } from '../calls/call-fault.ts';
import { notTried } from '../calls/not-tried.ts';
import { asksForCalls } from '../plan/call-helper.ts';
import type { PlannedTest } from '../plan/plan.ts';
import type { CallsResult } from '../results/results.ts';
import type { TestJob } from '../run/agent/test-job.ts';
import { callFaults, knownFunctions } from './call-faults.ts';
import type { CellSupplies } from './supplies.ts';

/** What can fail in a test's machine; empty: nothing that it asks for. */
export function callsOf(planned: PlannedTest, { calls }: CellSupplies): Pick<TestJob, 'calls'> {
  const { suite, test } = planned;
  const modules = calls?.modules.get(suite);
  if (modules === undefined || !asksForCalls(suite, test)) return {};
  const faults = callFaults(test).map(({ text }) => parseCallFault(text));
  return { calls: { modules, functions: knownFunctions(suite), faults } };
}

/** What the modules of a cell call, of suites that ask for calls that fail. */
export function callResults({ calls }: CellSupplies): readonly CallsResult[] {
  return [...(calls?.modules ?? [])].flatMap(([suite, modules]) => {
    const known = knownFunctions(suite);
    return modules.map((module) => ({
      suite: suite.name,
      module: module.name,
      canFail: known
        .filter(({ symbol }) => module.imports.has(symbol))
        .map(({ symbol }) => symbol)
        .sort(),
      notTried: notTried(module, known),
    }));
  });
}

/** Why a test that asks for calls that fail cannot have them; undefined: it can, or does not ask. */
export function missingCalls({ suite, test }: PlannedTest, { calls }: CellSupplies): string | undefined {
  if (calls?.helper.kind !== 'missing' || !asksForCalls(suite, test)) return undefined;
  return calls.helper.reason;
}
