import { basename, dirname, join, resolve } from 'node:path';
import { filesIn, kindOfFile } from '../host/file-facts.ts';
import { formatPlanProblem } from '../plan/plan-problem.ts';
import { shellTarget, type ShellTarget } from '../plan/shell-target.ts';
import type { CommandHost } from './command-host.ts';
import { UsageError, type ParsedArguments } from './parse-arguments.ts';
import { readPlan } from './planned-suites.ts';

/** What `SUITE` or `SUITE/TEST` and the options make: one machine. @throws UsageError */
export function readShellTarget(args: ParsedArguments, host: CommandHost): ShellTarget {
  const [operand, ...others] = args.operands;
  if (operand === undefined || others.length > 0) throw new UsageError('Name one suite, or one test as SUITE/TEST.');
  const { suite, test } = splitOperand(resolve(host.cwd, operand));
  const globs = test === undefined ? [] : [`${basename(suite)}/${test}`];
  const plan = readPlan(
    { ...args, operands: [suite], values: (name) => (name === 'test' ? globs : args.values(name)) },
    host,
  );
  const found = shellTarget(plan, test === undefined);
  if (found.kind === 'problem') throw new UsageError(formatPlanProblem(found.problem));
  return found.target;
}

/**
 * A directory with a `run` is a test of the suite above it; what is not there beside such a one is a test's name,
 * mistyped.
 */
function splitOperand(path: string): { readonly suite: string; readonly test: string | undefined } {
  const isTest = kindOfFile(path) === 'nothing' ? holdsTests(dirname(path)) : isTestDirectory(path);
  return isTest ? { suite: dirname(path), test: basename(path) } : { suite: path, test: undefined };
}

function isTestDirectory(path: string): boolean {
  return kindOfFile(join(path, 'run')) === 'file';
}

function holdsTests(directory: string): boolean {
  return filesIn(directory).some(({ name, kind }) => kind === 'directory' && isTestDirectory(join(directory, name)));
}
