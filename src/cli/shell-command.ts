import { openShell, type ReadyShell, type ShellOutcome } from '../app/open-shell.ts';
import { describeEnding } from '../diagnose/describe-ending.ts';
import { findBugs } from '../diagnose/find-bugs.ts';
import { userTerminal } from '../host/user-terminal.ts';
import type { ShellTarget } from '../plan/shell-target.ts';
import { plainLine, plainText } from '../report/escape-text.ts';
import { shellBanner } from '../report/shell-banner.ts';
import { lastOfConsole } from '../report/last-of-console.ts';
import { createTerminalReporter } from '../report/terminal.ts';
import { cancelOnSignals } from './cancel-on-signals.ts';
import type { CommandHost } from './command-host.ts';
import type { ParsedArguments } from './parse-arguments.ts';
import { oneOf } from './run-options.ts';
import { readShellTarget } from './shell-operand.ts';

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
      ...target,
      accel,
      start,
      isDebugged: args.flag('gdb'),
      guestDirectory: host.guestDirectory,
      deviceHostProgram: host.deviceHostProgram,
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
  const banner = shellBanner({ ...ready, ...target, version: host.version });
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
