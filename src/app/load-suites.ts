import { join, resolve } from 'node:path';
import { architectures } from '../architecture/architectures.ts';
import { callProblems } from '../engine/call-faults.ts';
import { deviceProblems } from '../engine/machine-devices.ts';
import { kindOfFile, readWholeFile } from '../host/files/file-facts.ts';
import { readTree } from '../host/files/read-tree.ts';
import { listDirectory } from '../host/files/scratch-directory.ts';
import { refuseUserArguments } from '../machine/user-arguments.ts';
import { agentFile } from '../provision/initramfs/guest-files.ts';
import type { MachineShape } from '../plan/plan.ts';
import { parseSuiteSpecs } from '../plan/suite-specs.ts';
import { parseSuiteAt } from '../suite/parse-suite.ts';
import { formatProblem } from '../suite/suite-problem.ts';
import type { Suite, SuiteProblem } from '../suite/suite.ts';
import { plainLine, plainText } from '../text/escape-text.ts';

/** The request is invalid, and nothing was done. Ends the command with exit status 2. */
export class RunRefused extends Error {
  override readonly name = 'RunRefused';
}

/**
 * A problem as text for a terminal. File names are untrusted: escape sequences, line ends and direction marks in them
 * are escaped, so that no name looks like a problem of its own.
 */
export function problemText(problem: SuiteProblem, cwd: string): string {
  return formatProblem(problem, cwd, { path: plainLine, words: plainText });
}

/**
 * The files of `guest/` for the initramfs: its scripts, and the agent for each architecture. What is in its directories
 * is the source of something.
 */
export function readGuestFiles(directory: string): ReadonlyMap<string, Uint8Array> {
  const names = listDirectory(directory).filter(
    (name) => !name.endsWith('.md') && kindOfFile(join(directory, name)) === 'file',
  );
  return new Map([
    ...names.map((name): [string, Uint8Array] => [name, readWholeFile(join(directory, name))]),
    ...architectures.map(({ name }): [string, Uint8Array] => [
      agentFile(name),
      readWholeFile(join(directory, 'agent', agentFile(name))),
    ]),
  ]);
}

export type LoadedSuites =
  | { readonly kind: 'suites'; readonly suites: readonly Suite[] }
  | { readonly kind: 'problems'; readonly problems: readonly SuiteProblem[] };

/** Reads and checks suites. Reports all problems that can be found before anything runs. */
export function loadSuites(paths: readonly string[], cwd: string): LoadedSuites {
  const loaded = paths.map((path) => loadSuite(resolve(cwd, path)));
  const problems = loaded.flatMap((result) => (result.kind === 'problems' ? result.problems : []));
  if (problems.length > 0) return { kind: 'problems', problems };
  return { kind: 'suites', suites: loaded.flatMap((result) => (result.kind === 'suites' ? result.suites : [])) };
}

/** Why a machine's arguments would break our control over it; undefined: they would not. */
export function refuseMachine({ args }: MachineShape): string | undefined {
  return refuseUserArguments(args);
}

function loadSuite(directory: string): LoadedSuites {
  const parsed = parseSuiteAt(directory, readTree, (suite) => [
    ...parseSuiteSpecs(suite).problems,
    ...refusedArguments(suite),
    ...deviceProblems(suite),
    ...callProblems(suite),
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
