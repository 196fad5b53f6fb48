import type { Ending } from '../run/run-record.ts';
import type { Finding } from './finding.ts';

/** What can be said of a machine that went away without a word from its kernel. Titles as syzbot has them. */
export function findingWithoutReport(ending: Ending, consoleText: string): Finding | undefined {
  const line = lastLineOf(consoleText);
  switch (ending.kind) {
    case 'guest-reset':
      return { kind: 'reboot', title: 'unexpected kernel reboot', fingerprint: 'reboot', line, report: '' };
    case 'guest-shutdown':
      return { kind: 'lost', title: 'unexpected power-off', fingerprint: 'lost:power-off', line, report: '' };
    case 'guest-panicked':
      return { kind: 'panic', title: 'kernel panic without a message', fingerprint: 'panic', line, report: '' };
    // QEMU's own end, by whatever signal, is its own trouble or this host's: nothing is known of the driver.
    case 'qemu-exited':
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

/** The number of a console's last line that says something. */
export function lastLineOf(consoleText: string): number {
  const said = consoleText.trimEnd();
  let line = 1;
  for (let at = said.indexOf('\n'); at >= 0; at = said.indexOf('\n', at + 1)) line += 1;
  return line;
}
