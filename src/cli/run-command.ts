import { resolve } from 'node:path';
import { cancelOnSignals } from '../command/cancel-on-signals.ts';
import type { CommandHost } from '../command/command-host.ts';
import { type ParsedArguments, UsageError } from '../command/parse-arguments.ts';
import { narrowPlan } from '../command/narrowed-plan.ts';
import { oneOf, partOfPlan, runChoices } from '../command/run-options.ts';
import { keepHeapSmall } from '../host/resources.ts';
import { tapPieces } from '../report/tap/tap.ts';
import { jsonPieces } from '../results/json.ts';
import type { Results } from '../results/results.ts';
import { plainLine } from '../text/escape-text.ts';
import { readPlan } from './planned-suites.ts';
import { finalText, runWithReporter, startReporter } from './terminal-run.ts';

const formats = ['terminal', 'json', 'tap'] as const;
type Format = (typeof formats)[number];

/** `run SUITE…` */
export async function runCommand(args: ParsedArguments, host: CommandHost): Promise<number> {
  keepHeapSmall();
  const format = oneOf('--format', formats, args.value('format')) ?? 'terminal';
  if (args.flag('watch')) return await watch(args, host, format);
  const choices = runChoices(args, host);
  const outDirectory = resolve(host.cwd, args.value('out') ?? 'qdt-results');
  const narrowed = await narrowPlan(readPlan(args, host), args, host);
  if (narrowed.plan.tests.length === 0) return sayNothingToRun(narrowed.reasons, format, host);
  const { plan, shard } = partOfPlan(narrowed.plan, args, host);
  if (format === 'terminal') host.write(`qemu-driver-test ${host.installation.version}\n`);
  // Standard output carries only the report when a program reads it. Progress then goes to standard error.
  const isOurs = format === 'terminal';
  const reporter = startReporter(
    { write: isOurs ? host.write : host.complain, isTty: host.isTty && isOurs, verbose: args.flag('verbose') },
    host,
  );
  for (const text of narrowed.reasons) reporter.onEvent({ kind: 'fact', topic: 'tests', text });
  const signal = cancelOnSignals(host, reporter.onEvent);
  const results = await runWithReporter({ plan, shard, choices, outDirectory, signal }, reporter, host);
  for (const piece of render(results, format, { host, outDirectory })) host.write(piece);
  return results.exitStatus;
}

async function watch(args: ParsedArguments, host: CommandHost, format: Format): Promise<number> {
  if (format !== 'terminal')
    throw new UsageError(`--watch writes for a person: expected --format terminal, found ${format}.`);
  if (args.value('shard') !== undefined)
    throw new UsageError('--watch runs what a change concerns, so it cannot be one of several shards.');
  if (args.flag('failed') || args.value('changed') !== undefined)
    throw new UsageError(
      '--watch chooses the tests itself, by what you save, and has the key f for failed ones: ' +
        'leave out --failed and --changed.',
    );
  const { watchCommand } = await import('./watch/watch-command.ts');
  return await watchCommand(args, host);
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
      return [finalText(results, outDirectory, host)];
    case 'json':
      return jsonPieces(results);
    case 'tap':
      return tapPieces(results);
  }
}
