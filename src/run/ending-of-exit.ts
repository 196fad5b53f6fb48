import { bounds } from '../bounds/bounds.ts';
import { readTextTail } from '../host/read-text.ts';
import type { ProcessExit } from '../host/supervised-process.ts';
import type { Machine } from '../machine/machine.ts';
import type { AgentSession } from './agent-session.ts';
import type { Evidence } from './evidence.ts';
import { shortageIn, shortageOf } from './host-shortage.ts';
import type { Ending } from './run-record.ts';

export interface Departed {
  readonly exit: ProcessExit;
  readonly machine: Machine;
  readonly session: AgentSession;
  readonly evidence: Evidence;
}

/** What it means that a machine's process is gone, once all it said has been read. */
export function endingOfExit({ exit, machine, session, evidence }: Departed): Ending {
  const guestEnd = machine.guestEnd();
  if (session.isDone && guestEnd === 'guest-shutdown') return { kind: 'completed' };
  if (guestEnd !== undefined) return { kind: guestEnd };
  if (exit.kind === 'not-started') {
    const shortage = shortageOf(exit.error);
    return shortage === undefined
      ? { kind: 'qemu-exited', exitCode: undefined, signal: undefined, lastOutput: exit.error.message }
      : { kind: 'host-failed', detail: shortage };
  }
  const lastOutput = lastWords(evidence.qemuLogPath);
  // A QEMU that may have no thread aborts, and one that was not started properly ends: neither says anything of the
  // guest.
  const shortage = shortageIn(lastOutput);
  if (shortage !== undefined) return { kind: 'host-failed', detail: shortage };
  return exit.kind === 'exited'
    ? { kind: 'qemu-exited', exitCode: exit.exitCode, signal: undefined, lastOutput }
    : { kind: 'qemu-exited', exitCode: undefined, signal: exit.signal, lastOutput };
}

/** Of QEMU's own output, the end. A guest can provoke as much of it as it likes. */
function lastWords(path: string): string {
  const { quotedLines, quotedLineChars } = bounds.qemuLog;
  const lines = (readTextTail(path, 64 * 1024) ?? '').trimEnd().split('\n').slice(-quotedLines);
  return lines
    .map((line) => (line.length <= quotedLineChars ? line : `${line.slice(0, quotedLineChars - 1)}…`))
    .join('\n');
}
