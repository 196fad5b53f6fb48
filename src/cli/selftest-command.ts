import { relative, resolve } from 'node:path';
import type { SelftestRow, SelftestVerdict } from '../app/selftest/compare.ts';
import { judgeSelftest, selftestExitStatus, selftestSuites } from '../app/selftest/selftest-suites.ts';
import { cancelOnSignals } from '../command/cancel-on-signals.ts';
import type { CommandHost } from '../command/command-host.ts';
import { type ParsedArguments, UsageError } from '../command/parse-arguments.ts';
import { runChoices } from '../command/run-options.ts';
import { keepHeapSmall } from '../host/resources.ts';
import type { TerminalReporter } from '../report/terminal/terminal.ts';
import type { Results } from '../results/results.ts';
import { formatDuration } from '../text/duration.ts';
import { plainLine } from '../text/escape-text.ts';
import { alignColumns } from '../text/text-width.ts';
import { readPlan } from './planned-suites.ts';
import { runWithReporter, startReporter } from './terminal-run.ts';

/**
 * `selftest`: runs tests with known verdicts on this host, and compares. Exits with 0 if every verdict is the expected
 * one, with 1 if not, and with 69 where nothing can be concluded. @throws UsageError @throws ProvisionError
 */
export async function selftestCommand(args: ParsedArguments, host: CommandHost): Promise<number> {
  if (args.operands.length > 0) throw new UsageError('selftest brings its own tests, and takes no suite.');
  keepHeapSmall();
  const { selftestDirectory } = host.installation;
  const operands = selftestSuites(selftestDirectory);
  const plan = readPlan({ ...args, operands }, host);
  const outDirectory = resolve(host.cwd, args.value('out') ?? 'qdt-selftest');
  host.write(`qemu-driver-test ${host.installation.version} selftest\n`);
  const reporter = withoutTests(startReporter({ write: host.complain, isTty: false, verbose: false }, host));
  const signal = cancelOnSignals(host, reporter.onEvent);
  const choices = runChoices(args, host);
  const results = await runWithReporter({ plan, shard: undefined, choices, outDirectory, signal }, reporter, host);
  const verdict = judgeSelftest(results, selftestDirectory, signal);
  for (const line of report(verdict, results, relative(host.cwd, outDirectory) || '.')) host.write(`${line}\n`);
  return selftestExitStatus(verdict);
}

/** Half of the tests fail on purpose, which their own lines would not say. */
function withoutTests(reporter: TerminalReporter): TerminalReporter {
  return {
    ...reporter,
    onEvent: (event) => {
      if (event.kind !== 'test-begin' && event.kind !== 'test-end') reporter.onEvent(event);
    },
  };
}

function report(verdict: SelftestVerdict, { durationMs, host }: Results, directory: string): readonly string[] {
  if (verdict.kind === 'undecided') return ['', plainLine(`Nothing can be concluded: ${verdict.reason}`)];
  const { rows } = verdict;
  const wrong = rows.filter(({ differences }) => differences.length > 0);
  const how = `${host.accelerator.toUpperCase()}, ${formatDuration(durationMs)}`;
  const end =
    wrong.length === 0
      ? `All ${rows.length} verdicts are as expected (${how}).`
      : `${wrong.length} of ${rows.length} verdicts are not as expected (${how}). Their logs are in ${directory}.`;
  return ['', ...table(rows), '', plainLine(end)];
}

function table(rows: readonly SelftestRow[]): readonly string[] {
  const cells = rows.map(({ differences, shows, start, found, id }) => [
    differences.length === 0 ? 'ok' : 'WRONG',
    shows,
    start,
    found,
    id,
  ]);
  const lines = alignColumns([['', 'SHOWS', 'START', 'VERDICT', 'TEST'], ...cells]);
  return lines.flatMap((line, index) => [
    line,
    ...(rows[index - 1]?.differences ?? []).map((difference) => `       ${plainLine(difference)}`),
  ]);
}
