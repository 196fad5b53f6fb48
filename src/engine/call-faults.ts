import { catalogue } from '../calls/catalogue.ts';
import { isCallFault, parseCallFault } from '../calls/call-fault.ts';
import { type FailableFunction, parseFailable } from '../calls/failable.ts';
import { selectCalls } from '../calls/select-calls.ts';
import { FaultSyntaxError } from '../device/fault/fault-spec.ts';
import type { FailableLine, FaultLine, Suite, SuiteProblem, SuiteTest } from '../suite/suite.ts';

/** Problems of a suite's faults of calls, and of its `info/failable`. */
export function callProblems(suite: Suite): readonly SuiteProblem[] {
  const lines = suite.failable ?? [];
  return [
    ...lines.flatMap(failableProblem),
    ...repeatedLines(lines),
    ...suite.tests.flatMap((test) => callFaults(test).flatMap((fault) => callFaultProblems(fault, suite))),
    ...withoutModules(suite),
  ];
}

/** The faults of a test that are about calls. */
export function callFaults({ faults }: SuiteTest): readonly FaultLine[] {
  return faults.filter(({ text }) => isCallFault(text));
}

function failableProblem({ text, file, line }: FailableLine): readonly SuiteProblem[] {
  const parsed = parseFailable(text, ownGroup);
  return 'message' in parsed ? [{ file, line, ...parsed }] : [];
}

function repeatedLines(lines: readonly FailableLine[]): readonly SuiteProblem[] {
  const first = new Map<string, number>();
  return lines.flatMap(({ text, file, line }): readonly SuiteProblem[] => {
    const [symbol = ''] = text.split(/\s+/, 1);
    const earlier = first.get(symbol);
    if (earlier === undefined) first.set(symbol, line);
    return earlier === undefined
      ? []
      : [{ file, line, message: `${symbol} is in line ${earlier}, too`, hint: 'Say in one line how it fails.' }];
  });
}

/** Problems of a fault of calls that is active from the start. */
export function callFaultProblems({ text, file, line }: FaultLine, suite: Suite): readonly SuiteProblem[] {
  try {
    selectCalls(parseCallFault(text), knownFunctions(suite));
    return [];
  } catch (error) {
    if (!(error instanceof FaultSyntaxError)) throw error;
    return [{ file, line, message: error.message, hint: 'docs/error-paths.md describes faults of calls.' }];
  }
}

/** Only calls of modules that the suite builds can fail. */
function withoutModules(suite: Suite): readonly SuiteProblem[] {
  if (suite.moduleDirectories.length > 0) return [];
  const lines = [...(suite.failable ?? []).slice(0, 1), ...suite.tests.flatMap((test) => callFaults(test).slice(0, 1))];
  return lines.map(({ file, line }) => ({
    file,
    line,
    message: "the calls of the suite's own modules can fail, and it builds none",
    hint: 'Add info/modules to the suite: the directories of its drivers, one in each line.',
  }));
}

/** The group of functions of the suite that name none. */
const ownGroup = 'suite';

/** The catalogue, and before it the suite's own functions: they replace those with the same name. */
export function knownFunctions({ failable = [] }: Suite): readonly FailableFunction[] {
  const own = failable.flatMap(({ text }) => {
    const parsed = parseFailable(text, ownGroup);
    return 'message' in parsed ? [] : [parsed];
  });
  const names = new Set(own.map(({ symbol }) => symbol));
  return [...own, ...catalogue.filter(({ symbol }) => !names.has(symbol))];
}
