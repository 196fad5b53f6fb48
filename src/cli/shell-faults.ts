import { isCallFault } from '../calls/call-fault.ts';
import { UsageError } from '../command/parse-arguments.ts';
import { callFaultProblems } from '../engine/call-faults.ts';
import { faultProblems } from '../engine/machine-devices.ts';
import type { ShellTarget } from '../plan/shell-target.ts';

/** The same machine with these faults set from its start, besides those of the test. @throws UsageError */
export function withFaults(target: ShellTarget, texts: readonly string[]): ShellTarget {
  const { suite, test } = target.planned;
  const faults = texts.map((text) => ({ text, file: '--fault', line: 0 }));
  const [problem] = faults.flatMap((fault) =>
    isCallFault(fault.text) ? callFaultProblems(fault, suite) : faultProblems(fault, suite, test),
  );
  if (problem !== undefined)
    throw new UsageError([`--fault: ${problem.message}`, problem.hint ?? ''].filter((part) => part !== '').join('\n'));
  return {
    ...target,
    planned: { ...target.planned, test: { ...test, faults: [...test.faults, ...faults] } },
  };
}
