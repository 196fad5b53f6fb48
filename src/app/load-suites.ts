import { join, resolve } from 'node:path';
import { readTree } from '../host/read-tree.ts';
import { deviceProblems } from '../engine/machine-devices.ts';
import { refuseUserArguments } from '../machine/user-arguments.ts';
import type { MachineShape } from '../plan/plan.ts';
import { parseSuiteSpecs } from '../plan/suite-specs.ts';
import { parseSuiteAt } from '../suite/parse-suite.ts';
import type { Suite, SuiteProblem } from '../suite/suite.ts';

export type LoadedSuites =
  | { readonly kind: 'suites'; readonly suites: readonly Suite[] }
  | { readonly kind: 'problems'; readonly problems: readonly SuiteProblem[] };

/** Reads and checks suites: all that can be known to be wrong before anything runs, of all of them at once. */
export function loadSuites(paths: readonly string[], cwd: string): LoadedSuites {
  const loaded = paths.map((path) => loadSuite(resolve(cwd, path)));
  const problems = loaded.flatMap((result) => (result.kind === 'problems' ? result.problems : []));
  if (problems.length > 0) return { kind: 'problems', problems };
  return { kind: 'suites', suites: loaded.flatMap((result) => (result.kind === 'suites' ? result.suites : [])) };
}

/** Says what of a machine's arguments would take it out of our hands; undefined: nothing. */
export function refuseMachine({ args }: MachineShape): string | undefined {
  return refuseUserArguments(args);
}

function loadSuite(directory: string): LoadedSuites {
  const parsed = parseSuiteAt(directory, readTree, (suite) => [
    ...parseSuiteSpecs(suite).problems,
    ...refusedArguments(suite),
    ...deviceProblems(suite),
  ]);
  return parsed.kind === 'problems' ? parsed : { kind: 'suites', suites: [parsed.suite] };
}

function refusedArguments(suite: Suite): readonly SuiteProblem[] {
  return [suite, ...suite.tests].flatMap(({ directory, qemuArgs }) => {
    const message = refuseUserArguments(qemuArgs);
    return message === undefined
      ? []
      : [{ file: join(directory, 'info', 'qemu-args'), line: undefined, message, hint: undefined }];
  });
}
