import { relative, resolve } from 'node:path';
import { logReader } from '../app/results-directory.ts';
import { runSuites } from '../app/run-suites.ts';
import { cancelOnSignals } from '../command/cancel-on-signals.ts';
import type { CommandHost } from '../command/command-host.ts';
import type { ParsedArguments } from '../command/parse-arguments.ts';
import { narrowPlan } from '../command/narrowed-plan.ts';
import { oneOf, partOfPlan, runChoices } from '../command/run-options.ts';
import { keepHeapSmall } from '../host/resources.ts';
import { tapPieces } from '../report/tap/tap.ts';
import { renderFinal } from '../report/terminal/final.ts';
import { createTerminalReporter } from '../report/terminal/terminal.ts';
import { jsonPieces } from '../results/json.ts';
import type { Results } from '../results/results.ts';
import { plainLine } from '../text/escape-text.ts';
import { readPlan } from './planned-suites.ts';

const tickMs = 250;
const formats = ['terminal', 'json', 'tap'] as const;
type Format = (typeof formats)[number];

/** `run SUITE…` */
export async function runCommand(args: ParsedArguments, host: CommandHost): Promise<number> {
  const format = oneOf('--format', formats, args.value('format')) ?? 'terminal';
  const choices = runChoices(args, host.invocation);
  const outDirectory = resolve(host.cwd, args.value('out') ?? 'qdt-results');
  const narrowed = await narrowPlan(readPlan(args, host), args, host);
  if (narrowed.plan.tests.length === 0) return sayNothingToRun(narrowed.reasons, format, host);
  const { plan, shard } = partOfPlan(narrowed.plan, args, host);
  keepHeapSmall();
  // Standard output carries only the report when a program reads it. Progress then goes to standard error.
  const reporter = createTerminalReporter({
    write: format === 'terminal' ? host.write : host.complain,
    columns: host.columns,
    isTty: host.isTty && format === 'terminal',
    color: host.color,
    now: () => performance.now(),
    verbose: args.flag('verbose'),
  });
  if (format === 'terminal') host.write(`qemu-driver-test ${host.installation.version}\n`);
  for (const text of narrowed.reasons) reporter.onEvent({ kind: 'fact', topic: 'tests', text });
  const ticking = setInterval(reporter.tick, tickMs);
  const signal = cancelOnSignals(host, reporter.onEvent);
  try {
    const results = await runSuites({
      plan,
      shard,
      choices,
      outDirectory,
      cwd: host.cwd,
      installation: host.installation,
      listener: reporter.onEvent,
      signal,
    });
    reporter.close();
    for (const piece of render(results, format, { host, outDirectory })) host.write(piece);
    return results.exitStatus;
  } finally {
    clearInterval(ticking);
    reporter.close();
  }
}

/**
 * What --failed and --changed ask for is done, so the exit status is 0; that nothing was tested is said. The results of
 * the last run stay.
 */
function sayNothingToRun(reasons: readonly string[], format: Format, { write, complain }: CommandHost): number {
  const message = plainLine(`Nothing to run: ${reasons.join('; ')}. Nothing was tested.`);
  if (format === 'tap') write(`TAP version 14\n1..0 # SKIP ${message}\n`);
  else if (format === 'json') complain(`${message}\n`);
  else write(`${message}\n`);
  return 0;
}

interface Place {
  readonly host: CommandHost;
  readonly outDirectory: string;
}

function render(results: Results, format: Format, { host, outDirectory }: Place): Iterable<string> {
  switch (format) {
    case 'terminal':
      return [
        renderFinal(results, {
          color: host.color,
          columns: host.columns(),
          resultsDirectory: relative(host.cwd, outDirectory) || '.',
          readLog: logReader(outDirectory),
        }),
      ];
    case 'json':
      return jsonPieces(results);
    case 'tap':
      return tapPieces(results);
  }
}
