import type { BootPhase, Ending, NotStartedCause } from '../run/evidence/run-record.ts';

/** One sentence for a person: what happened, and what to look at. The only place that words an ending. */
export function describeEnding(ending: Ending): string {
  switch (ending.kind) {
    case 'completed':
      return 'all stages ended';
    case 'deadline':
      return ending.answering
        ? `no end after ${seconds(ending.timeoutMs)}, though the guest still answers`
        : `no end after ${seconds(ending.timeoutMs)}, and the guest stopped answering`;
    case 'no-power-off':
      return `all stages ended, but the guest did not power off within ${seconds(ending.timeoutMs)}`;
    case 'boot-deadline':
      return (
        `the boot did not reach the test agent within ${seconds(ending.timeoutMs)}: ` + describePhase(ending.phase)
      );
    case 'guest-shutdown':
      return 'the machine powered off before the test had ended';
    case 'guest-reset':
      return 'the machine rebooted by itself';
    case 'guest-panicked':
      return 'the kernel panicked';
    case 'qemu-exited':
      return describeQemuExit(ending);
    case 'agent-lost':
      return `the test agent in the guest was lost: ${ending.detail}`;
    case 'after-bug':
      return `the machine was ended after a bug in which its kernel killed a task: ${ending.bug}`;
    case 'model-broke':
      return `a device model broke: ${ending.detail}`;
    case 'over-limit':
      return `the machine was ended because it wrote ${ending.detail}`;
    case 'host-failed':
      return `this host could not do its part: ${ending.detail}`;
    case 'internal-error':
      return (
        `Internal error: ${ending.detail}; ${ending.log} has the stack. This is a bug of qemu-driver-test: ` +
        'please report it'
      );
    case 'not-started':
      return describeCause(ending.cause);
    case 'cancelled':
      return 'the run was cancelled';
  }
}

function describeCause(cause: NotStartedCause): string {
  switch (cause.kind) {
    case 'module-build':
      return `the modules in ${cause.directory} did not build`;
    case 'boot-failed':
      return `the cell did not boot: ${cause.detail}`;
    case 'model-failed':
      return `a device model could not be started: ${cause.detail}`;
  }
}

function describePhase(phase: BootPhase): string {
  switch (phase) {
    case 'kernel-silent':
      return 'the kernel said nothing on its console';
    case 'kernel-started':
      return 'the kernel started, but did not run the agent';
    case 'init-started':
      return 'the agent started, but its port did not come up';
  }
}

function describeQemuExit({ exitCode, signal, lastOutput }: Extract<Ending, { kind: 'qemu-exited' }>): string {
  if (signal !== undefined && ownSignals.has(signal))
    return withLastLine(
      `QEMU itself died of ${signal}, which is its fault or this host's, not the guest's`,
      lastOutput,
    );
  if (signal !== undefined) return withLastLine(`QEMU was ended by ${signal}`, lastOutput);
  const how = exitCode !== undefined ? `ended by itself with exit status ${exitCode}` : 'could not be started';
  return lastOutput === '' ? `QEMU ${how}` : `QEMU ${how}: ${lastOutput}`;
}

/**
 * Signals that a process brings on itself: an assertion, a bad pointer, a thread that the host did not grant. Others
 * are sent by somebody.
 */
const ownSignals: ReadonlySet<string> = new Set([
  'SIGABRT',
  'SIGSEGV',
  'SIGBUS',
  'SIGILL',
  'SIGFPE',
  'SIGTRAP',
  'SIGSYS',
]);

/** Of qemu.log: there it stands what failed. */
function withLastLine(sentence: string, lastOutput: string): string {
  const line = lastOutput.trimEnd().split('\n').at(-1)?.trim() ?? '';
  return line === '' ? sentence : `${sentence}: ${line}`;
}

function seconds(milliseconds: number): string {
  return `${Number((milliseconds / 1000).toFixed(1))} s`;
}
