import { basename, dirname, relative, resolve } from 'node:path';
import { type BisectedTest, type BisectRun, locateTest, runBisect } from '../app/bisect/run-bisect.ts';
import { runStep, type TestAtCommits } from '../app/bisect/run-step.ts';
import { cancelOnSignals } from '../command/cancel-on-signals.ts';
import type { CommandHost } from '../command/command-host.ts';
import { type ParsedArguments, UsageError } from '../command/parse-arguments.ts';
import { oneOf, planOptions, runChoices } from '../command/run-options.ts';
import type { RunListener } from '../event/event.ts';
import { keepHeapSmall } from '../host/resources.ts';
import { bisectStepBegin, bisectStepEnd, renderBisect, verdictWords } from '../report/terminal/render-bisect.ts';
import type { BisectResult, StepVerdict } from '../results/bisect-result.ts';
import { plainJson } from '../text/escape-text.ts';
import { finalText, startReporter } from './terminal-run.ts';

/** `bisect SUITE/TEST`: finds the first commit at which a test fails. */
export async function bisectCommand(args: ParsedArguments, host: CommandHost): Promise<number> {
  const [path, ...others] = args.operands;
  if (path === undefined || others.length > 0) throw new UsageError('Name one test: SUITE/TEST.');
  for (const name of ['kernel', 'machine'])
    if (args.values(name).length > 1) throw new UsageError(`--${name}: a bisection runs one test in one cell.`);
  keepHeapSmall();
  return args.flag('step')
    ? await stepCommand(args, host, resolve(host.cwd, path))
    : await searchCommand(args, host, path);
}

/** What a search writes, and where it keeps its results. */
interface SearchLook {
  readonly write: (text: string) => void;
  readonly outDirectory: string;
  /** The results directory as a path for the user. */
  readonly directory: string;
  readonly color: boolean;
}

async function searchCommand(args: ParsedArguments, host: CommandHost, path: string): Promise<number> {
  const format = oneOf('--format', ['terminal', 'json'], args.value('format')) ?? 'terminal';
  const write = format === 'terminal' ? host.write : host.complain;
  const outDirectory = resolve(host.cwd, args.value('out') ?? 'qdt-bisect');
  const look = { write, outDirectory, directory: relative(host.cwd, outDirectory) || '.', color: host.color };
  const reporter = args.flag('verbose') ? startReporter({ write, isTty: false, verbose: true }, host) : undefined;
  const signal = cancelOnSignals(host, (event) => {
    if (event.kind === 'cancelling') write(`\nstopping: ${event.reason}. Press Ctrl-C again to quit now.\n`);
  });
  try {
    const located = await locateTest(resolve(host.cwd, path), signal);
    const own = { test: located.test, listener: reporter?.onEvent ?? ignore, signal };
    const search = { located, tested: testAtCommits(args, host, own), isVerbose: reporter !== undefined };
    const result = await runBisect(bisectRun(args, host, search, look));
    host.write(format === 'json' ? `${plainJson(result, 2)}\n` : renderBisect(result, look));
    return exitStatuses[result.outcome];
  } catch (error) {
    if (!signal.aborted) throw error;
    host.complain(`Stopped. If there is a log so far, it is ${look.directory}/bisect.log, for git bisect replay.\n`);
    return exitStatuses.unfinished;
  } finally {
    reporter?.close();
  }
}

interface SearchedTest {
  readonly located: BisectedTest;
  readonly tested: TestAtCommits;
  readonly isVerbose: boolean;
}

function bisectRun(
  args: ParsedArguments,
  host: CommandHost,
  { located, tested, isVerbose }: SearchedTest,
  look: SearchLook,
): BisectRun {
  return {
    located,
    asked: { good: args.values('good'), bad: args.value('bad') },
    runTest: (place) => runStep(tested, place),
    withCurrentSuite: args.flag('current-suite'),
    outDirectory: look.outDirectory,
    cwd: host.cwd,
    version: host.installation.version,
    onBegin: ({ from }) => {
      if (from === 'state') look.write('The ends are those of the bisection in progress.\n');
    },
    listener: {
      onStepBegin: (step, about) => look.write(`${bisectStepBegin(step, about)}${isVerbose ? '\n' : ''}`),
      onStepEnd: (step) => look.write(bisectStepEnd(step, look)),
    },
    signal: tested.signal,
  };
}

const exitStatuses: Readonly<Record<BisectResult['outcome'], number>> = {
  found: 0,
  'only-skipped': 1,
  'not-good': 1,
  'not-bad': 1,
  'merge-base-bad': 1,
  'unknown-end': 69,
  unfinished: 69,
};

/** What `git bisect run` expects of its command. 125: the commit cannot be tested. */
const stepStatuses: Readonly<Record<StepVerdict, number>> = { good: 0, bad: 1, skip: 125 };

/** It ends a `git bisect run`. */
const interrupted = 130;

/** `bisect --step SUITE/TEST`: runs the test of what is checked out, for `git bisect run`. */
async function stepCommand(args: ParsedArguments, host: CommandHost, path: string): Promise<number> {
  for (const name of ['good', 'bad'])
    if (args.value(name) !== undefined) throw new UsageError(`--step runs what is checked out: it takes no --${name}.`);
  const outDirectory = resolve(host.cwd, args.value('out') ?? 'qdt-results');
  const reporter = startReporter({ write: host.write, isTty: host.isTty, verbose: args.flag('verbose') }, host);
  const signal = cancelOnSignals(host, reporter.onEvent);
  try {
    const asked = testAtCommits(args, host, { test: basename(path), listener: reporter.onEvent, signal });
    const place = { suiteDirectory: dirname(path), outDirectory, cwd: host.cwd };
    const { judgement, results } = await runStep(asked, place);
    reporter.close();
    if (results !== undefined) host.write(finalText(results, outDirectory, host));
    host.write(`${verdictWords(judgement)}\n`);
    return stepStatuses[judgement.verdict];
  } catch (error) {
    if (!signal.aborted) throw error;
    return interrupted;
  } finally {
    reporter.close();
  }
}

function testAtCommits(
  args: ParsedArguments,
  host: CommandHost,
  own: Pick<TestAtCommits, 'test' | 'listener' | 'signal'>,
): TestAtCommits {
  const skipOrBad = (name: string): 'skip' | 'bad' => oneOf(`--${name}`, ['skip', 'bad'], args.value(name)) ?? 'skip';
  return {
    ...own,
    planOptions: planOptions(args, host.cwd),
    choices: runChoices(args, host),
    rules: { buildFailure: skipOrBad('build-failure'), setupFailure: skipOrBad('setup-failure') },
    installation: host.installation,
  };
}

const ignore: RunListener = () => undefined;
