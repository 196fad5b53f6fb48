import { bounds } from '../../bounds/bounds.ts';
import { readTextTail } from '../../host/files/read-text.ts';
import type { ProcessExit } from '../../host/process/supervised-process.ts';
import { isHostExhausted } from '../../host/system-error.ts';
import type { Machine } from '../../machine/machine.ts';
import type { AgentSession } from '../agent/agent-session.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Ending } from '../evidence/run-record.ts';

/** Error messages of QEMU and its launcher about exhausted resources of this host, and advice. */
const shortages: readonly (readonly [code: string, sign: RegExp, words: string])[] = [
  [
    'EAGAIN',
    /Resource temporarily unavailable/,
    'this user has reached the limit of processes and threads (ulimit -u)',
  ],
  [
    'ENOMEM',
    /Cannot allocate memory|cannot set up guest memory|Out of memory/i,
    'there is not enough memory; run fewer tests at a time (--jobs), or give the machine less (-m)',
  ],
  ['EMFILE', /Too many open files/, 'too many files are open (ulimit -n)'],
  ['ENFILE', /Too many open files in system/, 'too many files are open on this host'],
  ['ENOSPC', /No space left on device/, 'a disk is full'],
];

/** The exhausted resource that the last output of a process names; undefined: none. */
function shortageIn(words: string): string | undefined {
  const found = shortages.find(([, sign]) => sign.test(words));
  return found && `${found[2]} (${words})`;
}

/** The same for an error from starting a process. */
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

/** The ending of a machine whose process is gone and whose output has been read. */
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
  // A QEMU that cannot create a thread aborts, and one that was not started properly exits. Neither says anything about
  // the guest.
  const shortage = shortageIn(lastOutput);
  if (shortage !== undefined) return { kind: 'host-failed', detail: shortage };
  return exit.kind === 'exited'
    ? { kind: 'qemu-exited', exitCode: exit.exitCode, signal: undefined, lastOutput }
    : { kind: 'qemu-exited', exitCode: undefined, signal: exit.signal, lastOutput };
}

/** The end of QEMU's own output. A guest can provoke any amount of it. */
function lastWords(path: string): string {
  const { quotedLines, quotedLineChars } = bounds.qemuLog;
  const lines = (readTextTail(path, 64 * 1024) ?? '').trimEnd().split('\n').slice(-quotedLines);
  return lines
    .map((line) => (line.length <= quotedLineChars ? line : `${line.slice(0, quotedLineChars - 1)}…`))
    .join('\n');
}
