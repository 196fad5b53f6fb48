import { checkModels } from '../app/model-check.ts';
import { lineRelayFrom } from '../app/model-programs.ts';
import { checkTrees } from '../app/tree-check.ts';
import { cancelOnSignals } from '../command/cancel-on-signals.ts';
import type { CommandHost } from '../command/command-host.ts';
import { type ParsedArguments, UsageError } from '../command/parse-arguments.ts';
import { ModelPool } from '../engine/model-pool.ts';
import { createProvisionContext } from '../provision/provision-context.ts';
import type { ProgressListener } from '../provision/provisioned.ts';
import { plainLine, plainText } from '../text/escape-text.ts';
import { problemsText, readSuites } from './planned-suites.ts';

/**
 * `check SUITE…`: prints problems on standard error and exits with 2, or prints the test count on standard output.
 * Device models are loaded, and sources of device trees parsed, too.
 */
export async function checkCommand(args: ParsedArguments, host: CommandHost): Promise<number> {
  const { suites } = readSuites(args, host);
  const signal = cancelOnSignals(host, () => undefined);
  const context = createProvisionContext({ progress: warningsTo(host), signal });
  using pool = new ModelPool(host.installation.deviceHostProgram, lineRelayFrom(context));
  const problems = [...(await checkModels(suites, pool, signal)), ...(await checkTrees(suites, context))];
  if (problems.length > 0) throw new UsageError(problemsText(problems, host.cwd));
  for (const { name, tests } of suites)
    host.write(`${plainLine(name)}: ${tests.length} ${tests.length === 1 ? 'test' : 'tests'}, no problems\n`);
  return 0;
}

function warningsTo({ complain }: CommandHost): ProgressListener {
  return (progress) => {
    if (progress.kind === 'warning') complain(`${plainText(progress.message)}\n`);
  };
}
