import { relative, resolve } from 'node:path';
import { cancelOnSignals, Cancelled } from '../../command/cancel-on-signals.ts';
import type { CommandHost } from '../../command/command-host.ts';
import { explain } from '../../command/explain-failure.ts';
import type { ParsedArguments } from '../../command/parse-arguments.ts';
import { runChoices } from '../../command/run-options.ts';
import type { RunChoices } from '../../engine/run-choices.ts';
import { TreeWatch } from '../../host/files/watch-trees.ts';
import { type UserTerminal, userTerminal } from '../../host/process/user-terminal.ts';
import type { Plan } from '../../plan/plan.ts';
import {
  changeWords,
  chosenWords,
  watchHeading,
  watchPrompt,
  watchWaiting,
} from '../../report/terminal/watch-lines.ts';
import type { Results } from '../../results/results.ts';
import { plainText } from '../../text/escape-text.ts';
import { readPlan } from '../planned-suites.ts';
import { openShellOn } from '../shell-command.ts';
import { finalText, runWithReporter, startReporter, withoutKnownFacts } from '../terminal-run.ts';
import {
  chooseTests,
  emptyMemory,
  failedTests,
  isFailed,
  joinTriggers,
  remember,
  type Trigger,
} from './choose-tests.ts';
import { Inbox, type Message } from './inbox.ts';
import { listenToKeys } from './watch-keys.ts';
import { isIgnoredPath, type PlanSources, planSources } from './watched-paths.ts';

/** EX_UNAVAILABLE of sysexits.h: nothing was concluded before the end. */
const unavailable = 69;
/** 128 + SIGINT */
const interrupted = 130;

/**
 * `run --watch`: runs the tests, then again those that a change concerns, until `q`. Returns the exit status of the
 * last run that came to its end.
 */
export async function watchCommand(args: ParsedArguments, host: CommandHost): Promise<number> {
  using session = new WatchSession(args, host);
  return await session.run();
}

/** A run that is going on. */
interface OngoingRun {
  readonly plan: Plan;
  readonly sources: PlanSources;
  readonly stop: AbortController;
}

class WatchSession implements Disposable {
  readonly #args: ParsedArguments;
  readonly #host: CommandHost;
  readonly #choices: RunChoices;
  readonly #outDirectory: string;
  readonly #terminal: UserTerminal = userTerminal();
  readonly #inbox = new Inbox((message) => this.#onArrival(message));
  readonly #trees: TreeWatch;
  readonly #ended: AbortSignal;
  #memory = emptyMemory;
  #plan: Plan = { cells: [], tests: [] };
  /** What has asked for tests while the suites had problems. */
  #missed: Trigger | undefined;
  #ongoing: OngoingRun | undefined;
  /** The lines of the header that were shown last, by topic. */
  readonly #facts = new Map<string, string>();
  /** The pattern that is being typed. */
  #typed: string | undefined;
  #exitStatus = unavailable;
  #isQuitting = false;
  #releaseKeys: () => void = () => undefined;

  constructor(args: ParsedArguments, host: CommandHost) {
    this.#args = args;
    this.#host = host;
    this.#choices = runChoices(args, host);
    this.#outDirectory = resolve(host.cwd, args.value('out') ?? 'qdt-results');
    this.#trees = new TreeWatch({
      onChange: (paths) => this.#inbox.put({ kind: 'changed', paths }),
      onProblem: (message) => host.complain(`${plainText(message)}\n`),
      isIgnored: (path) => path === this.#outDirectory || isIgnoredPath(path),
    });
    this.#ended = cancelOnSignals(host, () => undefined, 'ends');
    this.#ended.addEventListener('abort', () => this.#inbox.put({ kind: 'quit' }));
  }

  async run(): Promise<number> {
    this.#host.write(`qemu-driver-test ${this.#host.installation.version}\n`);
    // Also suites that cannot be read yet are watched.
    this.#watch();
    this.#takeKeys();
    for (let message: Message = { kind: 'all' }; message.kind !== 'quit'; message = await this.#inbox.take())
      await this.#handle(message);
    return this.#exitStatus;
  }

  [Symbol.dispose](): void {
    this.#releaseKeys();
    this.#trees[Symbol.dispose]();
  }

  async #handle(message: Exclude<Message, { kind: 'quit' }>): Promise<void> {
    if (message.kind === 'shell') await this.#openShell();
    else if (message.kind === 'prompt') this.#host.write(watchPrompt(this.#typed));
    else await this.#choose(joinTriggers(this.#missed, message));
  }

  /** Reads the suites again, because any of their files may have changed, and runs what the trigger asks for. */
  async #choose(trigger: Trigger): Promise<void> {
    try {
      this.#plan = readPlan(this.#args, this.#host);
      this.#missed = undefined;
    } catch (error) {
      this.#missed = trigger;
      this.#complain(error);
      this.#showWaiting();
      return;
    }
    const sources = this.#watch();
    if (trigger.kind === 'name') this.#memory = { ...this.#memory, pattern: trigger.pattern };
    const plan = chooseTests(this.#plan, trigger, this.#memory, sources.dependsOn);
    if (plan.tests.length > 0) await this.#runTests({ plan, sources, stop: new AbortController() }, trigger);
    // Nothing depends on the file that was changed.
    else if (trigger.kind === 'changed') return;
    else this.#host.write(`\n${noTests[trigger.kind]}\n`);
    this.#showWaiting();
  }

  #watch(): PlanSources {
    const sources = planSources(this.#plan);
    const suites = this.#args.operands.map((operand) => resolve(this.#host.cwd, operand));
    this.#trees.setRoots([...suites, ...sources.roots]);
    return sources;
  }

  async #runTests(ongoing: OngoingRun, trigger: Trigger): Promise<void> {
    const { plan, stop } = ongoing;
    const { write, color, isTty } = this.#host;
    write(watchHeading(`${this.#causeOf(trigger)}: ${chosenWords(plan.tests.length, this.#plan.tests.length)}`, color));
    const reporter = withoutKnownFacts(
      startReporter({ write, isTty, verbose: this.#args.flag('verbose') }, this.#host),
      this.#facts,
    );
    this.#ongoing = ongoing;
    try {
      const results = await runWithReporter(
        {
          plan,
          shard: undefined,
          choices: this.#choices,
          outDirectory: this.#outDirectory,
          isUrgent: isFailed(this.#memory),
          signal: AbortSignal.any([stop.signal, this.#ended]),
        },
        reporter,
        this.#host,
      );
      this.#conclude(ongoing, results);
    } catch (error) {
      this.#memory = remember(this.#memory, plan, { kind: 'nothing' });
      if (!(error instanceof Cancelled)) this.#complain(error);
    } finally {
      this.#ongoing = undefined;
    }
  }

  #conclude({ plan, stop }: OngoingRun, results: Results): void {
    const isStopped = stop.signal.aborted;
    this.#memory = remember(this.#memory, plan, { kind: isStopped ? 'stopped' : 'ended', results });
    if (isStopped) return;
    this.#exitStatus = results.exitStatus;
    this.#host.write(finalText(results, this.#outDirectory, this.#host));
  }

  /** Whatever makes the results of the current run out of date stops it. */
  #onArrival(message: Message): void {
    if (message.kind === 'quit' && this.#isQuitting) this.#host.exit(interrupted);
    this.#isQuitting ||= message.kind === 'quit';
    if (this.#ongoing === undefined) return;
    const { plan, sources, stop } = this.#ongoing;
    const isOutdated =
      message.kind !== 'changed' ||
      plan.tests.some((planned) => [...message.paths].some((path) => sources.dependsOn(planned, path)));
    if (isOutdated) stop.abort(new Cancelled('a change'));
  }

  async #openShell(): Promise<void> {
    const [planned] = failedTests(this.#plan, this.#memory);
    if (planned === undefined) {
      this.#host.write('\nNo test has failed, so there is no machine to look at.\n');
    } else {
      this.#host.write(watchHeading(`shell in ${planned.id}`, this.#host.color));
      this.#releaseKeys();
      const { accel, compiler, start, templates } = this.#choices;
      await openShellOn(
        { cell: planned.cell, planned, hasTest: true },
        { choices: { accel, compiler, start, templates, isDebugged: false }, signal: this.#ended },
        this.#host,
      ).catch((error: unknown) => this.#complain(error));
      this.#takeKeys();
    }
    this.#showWaiting();
  }

  #takeKeys(): void {
    this.#releaseKeys = listenToKeys(this.#terminal, {
      onCommand: (command) => this.#inbox.put(command),
      onPrompt: (pattern) => {
        this.#typed = pattern;
        this.#inbox.put({ kind: 'prompt' });
      },
    });
  }

  #causeOf(trigger: Trigger): string {
    if (trigger.kind === 'changed')
      return changeWords([...trigger.paths].map((path) => relative(this.#host.cwd, path) || '.'));
    return trigger.kind === 'name' && trigger.pattern !== '' ? `tests named ${trigger.pattern}` : trigger.kind;
  }

  #showWaiting(): void {
    if (this.#isQuitting || this.#inbox.hasMore) return;
    this.#host.write(
      watchWaiting({
        failed: failedTests(this.#plan, this.#memory).length,
        pending: this.#memory.pending.size,
        pattern: this.#memory.pattern,
        hasKeys: this.#terminal.kind === 'terminal',
        color: this.#host.color,
      }),
    );
  }

  #complain(error: unknown): void {
    this.#host.complain(`\n${explain(error).message}\n`);
  }
}

const noTests: Readonly<Record<Exclude<Trigger['kind'], 'changed'>, string>> = {
  all: 'There is no test.',
  failed: 'No test has failed.',
  name: 'No test has such a name.',
};
