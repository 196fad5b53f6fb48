import { openShell, type OpenedShell } from '../app/open-shell.ts';
import type { ReadyShell, ShellChoices, ShellRun } from '../app/shell-opening.ts';
import { cancelOnSignals } from '../command/cancel-on-signals.ts';
import type { CommandHost } from '../command/command-host.ts';
import { type ParsedArguments, UsageError } from '../command/parse-arguments.ts';
import { compilerChoice, oneOf } from '../command/run-options.ts';
import { suiteOperand } from '../command/suite-operands.ts';
import { describeEnding } from '../diagnose/describe-ending.ts';
import { findBugs } from '../diagnose/find-bugs.ts';
import { userTerminal } from '../host/process/user-terminal.ts';
import { formatPlanProblem } from '../plan/plan-problem.ts';
import { shellTarget, type ShellTarget } from '../plan/shell-target.ts';
import { lastOfConsole, shellBanner } from '../report/terminal/shell-banner.ts';
import { plainLine, plainText } from '../text/escape-text.ts';
import { readPlan } from './planned-suites.ts';
import { withFaults } from './shell-faults.ts';
import { startReporter } from './terminal-run.ts';

/** Plans one machine from `SUITE` or `SUITE/TEST` and the options. @throws UsageError */
export function readShellTarget(args: ParsedArguments, host: CommandHost): ShellTarget {
  const [operand, ...others] = args.operands;
  if (args.values('smoke').length > 0) return readSmokeTarget(args, host);
  if (operand === undefined || others.length > 0) throw new UsageError('Name one suite, or one test as SUITE/TEST.');
  const found = shellTarget(readPlan(args, host), suiteOperand(operand, host.cwd).test === undefined);
  if (found.kind === 'problem') throw new UsageError(formatPlanProblem(found.problem));
  return found.target;
}

/** With --smoke the operand is a test of the program's own suite; none: its machine. */
function readSmokeTarget(args: ParsedArguments, host: CommandHost): ShellTarget {
  const [name, ...others] = args.operands;
  if (others.length > 0) throw new UsageError('With --smoke, name one test, such as smoke/bind.');
  const tests = name === undefined ? [] : [name];
  const values = (option: string): readonly string[] => (option === 'test' ? tests : args.values(option));
  const found = shellTarget(readPlan({ ...args, operands: [], values }, host), name === undefined);
  if (found.kind === 'problem') throw new UsageError(formatPlanProblem(found.problem));
  return found.target;
}

/** EX_UNAVAILABLE of sysexits.h: no shell could be opened, or its machine was lost. */
const unavailable = 69;

/** `shell SUITE[/TEST]`: exits with the shell's exit status. */
export async function shellCommand(args: ParsedArguments, host: CommandHost): Promise<number> {
  const choices: ShellChoices = {
    accel: oneOf('--accel', ['auto', 'kvm', 'tcg'], args.value('accel')) ?? 'auto',
    start: oneOf('--start', ['auto', 'clone', 'cold'], args.value('start')) ?? 'auto',
    templates: args.flag('fresh') ? 'new' : 'reused',
    compiler: compilerChoice(args, host.cwd),
    isDebugged: args.flag('gdb'),
  };
  const target = withFaults(readShellTarget(args, host), args.values('fault'));
  return await openShellOn(target, { choices, signal: cancelOnSignals(host, () => undefined, 'ends') }, host);
}

/** Opens a shell on the terminal of this process, and returns its exit status when it has ended. */
export async function openShellOn(
  target: ShellTarget,
  { choices, signal }: Pick<ShellRun, 'choices' | 'signal'>,
  host: CommandHost,
): Promise<number> {
  const terminal = userTerminal();
  const isTerminal = terminal.kind === 'terminal';
  // Standard output belongs to the shell.
  const reporter = startReporter({ write: host.complain, isTty: host.isTty && isTerminal, verbose: false }, host);
  try {
    const outcome = await openShell({
      target,
      choices,
      installation: host.installation,
      cwd: host.cwd,
      listener: reporter.onEvent,
      terminal,
      onReady: (ready) => {
        reporter.close();
        announce(ready, { target, host, isTerminal });
      },
      signal,
    });
    reporter.close();
    return conclude(outcome, host);
  } finally {
    reporter.close();
  }
}

interface Announcement {
  readonly target: ShellTarget;
  readonly host: CommandHost;
  readonly isTerminal: boolean;
}

/** Prints the welcome for a person. When commands come from a pipe, prints only what they must wait for. */
function announce(ready: ReadyShell, { target, host, isTerminal }: Announcement): void {
  const banner = shellBanner({ ...ready, ...target, version: host.installation.version });
  const lines = [...(isTerminal ? banner.welcome : []), ...banner.debugger];
  if (lines.length > 0) host.complain(`${lines.join('\n')}\n\n`);
}

function conclude(outcome: OpenedShell, host: CommandHost): number {
  switch (outcome.kind) {
    case 'exited':
      return outcome.exitStatus;
    case 'left':
      host.complain('\nThe machine was stopped.\n');
      return 0;
    case 'lost':
      return explainLoss(outcome, host);
  }
}

/** Powering off is a normal way to leave the shell. Every other ending of the machine is a loss. */
function explainLoss(
  { ending, hadBegun, consoleText, failure }: Extract<OpenedShell, { kind: 'lost' }>,
  host: CommandHost,
): number {
  if (hadBegun && ending.kind === 'guest-shutdown') return 0;
  const [bug] = findBugs(consoleText);
  const words =
    ending.kind === 'cancelled'
      ? 'it was cancelled'
      : failure !== undefined
        ? plainText(failure.message)
        : [...(bug === undefined ? [] : [plainLine(bug.title)]), plainText(describeEnding(ending))].join('; ');
  // Whoever had a shell has already seen the console.
  const console = hadBegun ? [] : lastOfConsole(consoleText);
  const hint = failure?.hint === undefined ? [] : [plainText(failure.hint)];
  const ended = hadBegun ? `The shell has ended: ${words}.` : `No shell could be opened: ${words}.`;
  host.complain(`${['', ended, ...hint, ...console].join('\n')}\n`);
  return unavailable;
}
