import type { Ending } from '../run/run-record.ts';
import type { Finding } from './finding.ts';

/** What can be said of a machine that went away without a word from its kernel. Titles as syzbot has them. */
export function findingWithoutReport(ending: Ending, consoleText: string): Finding | undefined {
  const line = consoleText.trimEnd().split('\n').length;
  switch (ending.kind) {
    case 'guest-reset':
      return { kind: 'reboot', title: 'unexpected kernel reboot', fingerprint: 'reboot', line, report: '' };
    case 'guest-shutdown':
      return { kind: 'lost', title: 'unexpected power-off', fingerprint: 'lost:power-off', line, report: '' };
    case 'guest-panicked':
      return { kind: 'panic', title: 'kernel panic without a message', fingerprint: 'panic', line, report: '' };
    case 'qemu-exited':
      return diedByItself(ending.signal)
        ? { kind: 'lost', title: `QEMU died of ${ending.signal ?? ''}`, fingerprint: `lost:${ending.signal ?? ''}`, line, report: '' }
        : undefined;
    case 'completed':
    case 'deadline':
    case 'no-power-off':
    case 'boot-deadline':
    case 'agent-lost':
    case 'after-bug':
    case 'model-broke':
    case 'over-limit':
    case 'host-failed':
    case 'internal-error':
    case 'not-started':
    case 'cancelled':
      return undefined;
  }
}

/** Signals that a process brings on itself; SIGKILL and SIGTERM come from outside and say nothing of the guest. */
function diedByItself(signal: string | undefined): boolean {
  return signal !== undefined && ['SIGSEGV', 'SIGABRT', 'SIGBUS', 'SIGILL', 'SIGFPE', 'SIGTRAP'].includes(signal);
}
