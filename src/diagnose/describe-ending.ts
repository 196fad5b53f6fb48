import type { BootPhase, Ending, NotStartedCause } from '../run/evidence/run-record.ts';

/** Describes an ending in one sentence for people: what happened, and what to look at. All wording is here. */
export function describeEnding(ending: Ending): string {
  switch (ending.kind) {
    case 'completed':
      return 'all stages ended';
    case 'deadline':
      return ending.answering
        ? `no end after ${seconds(ending.timeoutMs)}, but the guest still answers`
        : `no end after ${seconds(ending.timeoutMs)}, and the guest stopped answering`;
    case 'no-power-off':
      return `all stages ended, but the guest did not power off within ${seconds(ending.timeoutMs)}`;
    case 'boot-deadline':
      return (
        `the boot did not reach the test agent within ${seconds(ending.timeoutMs)}: ` + describePhase(ending.phase)
      );
    case 'guest-shutdown':
      return 'the machine powered off before the test ended';
    case 'guest-reset':
      return 'the machine rebooted by itself';
    case 'guest-panicked':
      return 'the kernel panicked';
    case 'qemu-exited':
      return describeQemuExit(ending);
    case 'kvm-failed':
      return `KVM gave up on the guest: ${ending.detail}`;
    case 'image-failed':
      return `the disk image did not come up: ${ending.detail}`;
    case 'agent-lost':
      return `the test agent in the guest was lost: ${ending.detail}`;
    case 'after-bug':
      return `the machine was stopped after a bug in which its kernel killed a task: ${ending.bug}`;
    case 'model-broke':
      return `a device model broke: ${ending.detail}`;
    case 'over-limit':
      return `the machine was stopped because it wrote ${ending.detail}`;
    case 'host-failed':
      return `the host failed: ${ending.detail}`;
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
      return `${cause.error === undefined ? '' : `${cause.error}\n`}the modules in ${cause.directory} did not build`;
    case 'kernel-config':
      return `the kernel's configuration is not what the suite needs: ${cause.detail}`;
    case 'boot-failed':
      return `the cell did not boot: ${cause.detail}`;
    case 'model-failed':
      return `a device model could not be started: ${cause.detail}`;
    case 'no-calls':
      return `no call can be made to fail: ${cause.detail}`;
    case 'no-bus':
      return `a device has no bus: ${cause.detail}`;
    case 'no-disk':
      return `there is no disk image: ${cause.detail}`;
  }
}

function describePhase(phase: BootPhase): string {
  switch (phase) {
    case 'kernel-silent':
      return 'the kernel printed nothing on its console';
    case 'kernel-started':
      return 'the kernel started, but did not run the agent';
    case 'init-started':
      return 'the agent started, but its port did not come up';
    case 'port-missing':
      return 'the agent started, but found no port to the host';
  }
}

function describeQemuExit({ exitCode, signal, lastOutput }: Extract<Ending, { kind: 'qemu-exited' }>): string {
  if (signal !== undefined && ownSignals.has(signal))
    return withLastLine(
      `QEMU itself crashed with ${signal}, which is a fault of QEMU or this host, not of the guest`,
      lastOutput,
    );
  if (signal !== undefined) return withLastLine(`QEMU was killed by ${signal}`, lastOutput);
  // QEMU's own words when it obeys a signal; it exits with 0 then.
  const [, number] = /\bterminating on signal (\d+)\b/.exec(lastOutput) ?? [];
  if (exitCode === 0 && number !== undefined)
    return withLastLine(`QEMU was ended from outside, by signal ${number}`, lastOutput);
  const how = exitCode !== undefined ? `ended by itself with exit status ${exitCode}` : 'could not be started';
  return lastOutput === '' ? `QEMU ${how}` : `QEMU ${how}: ${lastOutput}`;
}

/**
 * Signals that a process causes itself: an assertion, a bad pointer, a thread that the host refused. Others are sent by
 * somebody else.
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

/** The last line of qemu.log says what failed. */
function withLastLine(sentence: string, lastOutput: string): string {
  const line = lastOutput.trimEnd().split('\n').at(-1)?.trim() ?? '';
  return line === '' ? sentence : `${sentence}: ${line}`;
}

function seconds(milliseconds: number): string {
  return `${Number((milliseconds / 1000).toFixed(1))} s`;
}
