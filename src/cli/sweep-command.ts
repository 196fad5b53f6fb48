import { relative, resolve } from 'node:path';
import { logReader } from '../app/results-directory.ts';
import { runSweep, type SweepOutcome, type WantedPoint } from '../app/sweep/run-sweep.ts';
import { separateFaults } from '../app/sweep/separate-faults.ts';
import { cancelOnSignals } from '../command/cancel-on-signals.ts';
import type { CommandHost } from '../command/command-host.ts';
import { type ParsedArguments, UsageError } from '../command/parse-arguments.ts';
import { oneOf, runChoices } from '../command/run-options.ts';
import { keepHeapSmall } from '../host/resources.ts';
import type { PlannedTest } from '../plan/plan.ts';
import { renderFinal } from '../report/terminal/final.ts';
import { renderSweep } from '../report/terminal/render-sweep.ts';
import { createTerminalReporter } from '../report/terminal/terminal.ts';
import { readShellTarget } from './shell-command.ts';

/** Reads `SUITE/TEST` and plans this test in one cell. @throws UsageError */
function readOneTest(args: ParsedArguments, host: CommandHost): { readonly planned: PlannedTest } {
  const { planned, hasTest } = readShellTarget(args, host);
  if (!hasTest) throw new UsageError('Name one test: SUITE/TEST.');
  return { planned };
}

const tickMs = 250;
const defaultMaxPoints = 500;

/** `sweep SUITE/TEST`: runs the test once per access or call, with a fault there. */
export async function sweepCommand(args: ParsedArguments, host: CommandHost): Promise<number> {
  keepHeapSmall();
  const format = oneOf('--format', ['terminal', 'json'], args.value('format')) ?? 'terminal';
  const wanted = { ...readOneTest(args, host), device: args.value('device'), ...readFaults(args) };
  const outDirectory = resolve(host.cwd, args.value('out') ?? 'qdt-sweep');
  const write = format === 'terminal' ? host.write : host.complain;
  const reporter = createTerminalReporter({
    write,
    columns: host.columns,
    isTty: host.isTty && format === 'terminal',
    color: host.color,
    now: () => performance.now(),
    verbose: args.flag('verbose'),
  });
  const ticking = setInterval(reporter.tick, tickMs);
  const signal = cancelOnSignals(host, reporter.onEvent);
  try {
    const outcome = await runSweep({
      choices: runChoices(args, host),
      ...wanted,
      outDirectory,
      cwd: host.cwd,
      installation: host.installation,
      listener: reporter.onEvent,
      signal,
    });
    reporter.close();
    host.write(
      format === 'json'
        ? `${JSON.stringify(outcome.kind === 'swept' ? outcome.sweep : { reason: outcome.reason }, undefined, 2)}\n`
        : render(outcome, host, outDirectory),
    );
    return outcome.results.exitStatus;
  } finally {
    clearInterval(ticking);
    reporter.close();
  }
}

function render(outcome: SweepOutcome, { color, columns, cwd }: CommandHost, outDirectory: string): string {
  const options = {
    color,
    columns: columns(),
    resultsDirectory: relative(cwd, outDirectory) || '.',
    readLog: logReader(outDirectory),
  };
  if (outcome.kind === 'swept') return renderSweep(outcome.sweep, outcome.results, options);
  return `${renderFinal(outcome.results, options)}\n${outcome.reason}\n`;
}

function readFaults(args: ParsedArguments): {
  readonly faults: readonly string[];
  readonly points: readonly WantedPoint[];
  readonly maxPoints: number;
  readonly all: boolean;
} {
  const faults = args.values('fault').flatMap(separateFaults);
  if (faults.length === 0)
    throw new UsageError(
      'sweep needs --fault, for example --fault call-fail or --fault dma-fail,irq-drop,read-ones. ' +
        'docs/device-models.md lists the faults, docs/error-paths.md those of calls.',
    );
  const points = args.values('point').map((value) => readPoint(value));
  if (points.length > 0 && faults.length > 1)
    throw new UsageError('--point needs exactly one --fault, because each fault counts for itself.');
  return {
    faults,
    points,
    maxPoints: wholeNumber('--max-points', args.value('max-points') ?? String(defaultMaxPoints)),
    all: args.flag('all'),
  };
}

/** `3`, or `3.2`: the second time at the third place that calls. */
function readPoint(given: string): WantedPoint {
  const [, nth, time] = /^([1-9]\d{0,6})(?:\.([1-9]\d{0,6}))?$/.exec(given) ?? [];
  if (nth === undefined)
    throw new UsageError(`--point: expected the number of a point, such as 3 or 3.2, found ${JSON.stringify(given)}.`);
  return { nth: Number(nth), time: time === undefined ? undefined : Number(time) };
}

function wholeNumber(option: string, given: string): number {
  if (!/^[1-9]\d{0,6}$/.test(given))
    throw new UsageError(`${option}: expected a whole number of at least 1, found ${JSON.stringify(given)}.`);
  return Number(given);
}
