import { bounds } from '../../bounds/bounds.ts';
import { readTextTail } from '../../host/files/read-text.ts';
import type { ProcessExit } from '../../host/process/supervised-process.ts';
import { isHostExhausted } from '../../host/system-error.ts';
import type { Machine } from '../../machine/machine.ts';
import type { AgentSession } from '../agent/agent-session.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Ending } from '../evidence/run-record.ts';

/** What QEMU, and whoever starts it, says of a resource that this host has no more of, and what to look at. */
const shortages: readonly (readonly [code: string, sign: RegExp, words: string])[] = [
  [
    'EAGAIN',
    /Resource temporarily unavailable/,
    'this user may have no more processes and threads; ulimit -u says how many',
  ],
  [
    'ENOMEM',
    /Cannot allocate memory|cannot set up guest memory|Out of memory/i,
    'there is not enough memory; run fewer tests at a time (--jobs), or give the machine less (-m)',
  ],
  ['EMFILE', /Too many open files/, 'too many files are open; ulimit -n says how many there may be'],
  ['ENFILE', /Too many open files in system/, 'too many files are open on this host'],
  ['ENOSPC', /No space left on device/, 'a disk is full'],
];

/** What the last words of a process that could not go on say of this host; undefined: nothing. */
function shortageIn(words: string): string | undefined {
  const found = shortages.find(([, sign]) => sign.test(words));
  return found && `${found[2]} (${words})`;
}

/** The same of an error with which a process could not be started. */
function shortageOf(error: Error): string | undefined {
  if (!isHostExhausted(error)) return undefined;
  const found = shortages.find(([code]) => code === error.code);
  return found && `${found[2]} (${error.message})`;
}

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
