import { basename, dirname, join, resolve } from 'node:path';
import { openShell, type ReadyShell, type ShellOutcome } from '../app/open-shell.ts';
import { cancelOnSignals } from '../command/cancel-on-signals.ts';
import type { CommandHost } from '../command/command-host.ts';
import { type ParsedArguments, UsageError } from '../command/parse-arguments.ts';
import { oneOf } from '../command/run-options.ts';
import { describeEnding } from '../diagnose/describe-ending.ts';
import { findBugs } from '../diagnose/find-bugs.ts';
import { filesIn, kindOfFile } from '../host/files/file-facts.ts';
import { userTerminal } from '../host/process/user-terminal.ts';
import { formatPlanProblem } from '../plan/plan-problem.ts';
import { shellTarget, type ShellTarget } from '../plan/shell-target.ts';
import { lastOfConsole, shellBanner } from '../report/terminal/shell-banner.ts';
import { createTerminalReporter } from '../report/terminal/terminal.ts';
import { plainLine, plainText } from '../text/escape-text.ts';
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

const tickMs = 250;
/** EX_UNAVAILABLE of sysexits.h: there was no shell, or its machine was lost. */
const unavailable = 69;

/** `shell SUITE[/TEST]`: its exit status is the shell's. */
export async function shellCommand(args: ParsedArguments, host: CommandHost): Promise<number> {
  const accel = oneOf('--accel', ['auto', 'kvm', 'tcg'], args.value('accel')) ?? 'auto';
  const start = oneOf('--start', ['auto', 'clone', 'cold'], args.value('start')) ?? 'auto';
  const target = readShellTarget(args, host);
  const terminal = userTerminal();
  // Standard output is the shell's alone.
  const reporter = createTerminalReporter({
    write: host.complain,
    columns: host.columns,
    isTty: host.isTty && terminal.kind === 'terminal',
    color: host.color,
    now: () => performance.now(),
    verbose: false,
  });
  const ticking = setInterval(reporter.tick, tickMs);
  const close = (): void => {
    clearInterval(ticking);
    reporter.close();
  };
  try {
    const signal = cancelOnSignals(host, () => undefined, 'ends');
    const onReady = (ready: ReadyShell): void => {
      close();
      announce(ready, { target, host, isTerminal: terminal.kind === 'terminal' });
    };
    const outcome = await openShell({
      target,
      choices: {
        accel,
        start,
        templates: args.flag('fresh') ? 'new' : 'reused',
        isDebugged: args.flag('gdb'),
      },
      installation: host.installation,
      cwd: host.cwd,
      listener: reporter.onEvent,
      terminal,
      onReady,
      signal,
    });
    close();
    return conclude(outcome, host);
  } finally {
    close();
  }
}

interface Announcement {
  readonly target: ShellTarget;
  readonly host: CommandHost;
  readonly isTerminal: boolean;
}

/** For a person; commands that come from a pipe need no welcome, only what they wait for. */
function announce(ready: ReadyShell, { target, host, isTerminal }: Announcement): void {
  const banner = shellBanner({ ...ready, ...target, version: host.installation.version });
  const lines = [...(isTerminal ? banner.welcome : []), ...banner.debugger];
  if (lines.length > 0) host.complain(`${lines.join('\n')}\n\n`);
}

function conclude(outcome: ShellOutcome, host: CommandHost): number {
  switch (outcome.kind) {
    case 'exited':
      return outcome.exitStatus;
    case 'left':
      host.complain('\nThe machine was ended.\n');
      return 0;
    case 'lost':
      return explainLoss(outcome, host);
  }
}

/** Powering off is a way to leave; everything else took the shell away. */
function explainLoss(
  { ending, hadBegun, consoleText }: Extract<ShellOutcome, { kind: 'lost' }>,
  host: CommandHost,
): number {
  if (hadBegun && ending.kind === 'guest-shutdown') return 0;
  const [bug] = findBugs(consoleText);
  const words =
    ending.kind === 'cancelled'
      ? 'it was cancelled'
      : [...(bug === undefined ? [] : [plainLine(bug.title)]), plainText(describeEnding(ending))].join('; ');
  // Who had a shell has seen the console.
  const console = hadBegun ? [] : lastOfConsole(consoleText);
  host.complain(
    `${['', hadBegun ? `The shell has ended: ${words}.` : `There is no shell: ${words}.`, ...console].join('\n')}\n`,
  );
  return unavailable;
}
