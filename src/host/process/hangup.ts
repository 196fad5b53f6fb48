import { readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { isatty } from 'node:tty';
import { isSystemError } from '../system-error.ts';

/**
 * Whether we were started to outlive the terminal, as nohup(1) does by ignoring SIGHUP. Node resets the signal before
 * our code runs, so other signs are used: the name of the command that the shell started, the files that nohup uses
 * instead of a terminal, or a shell above us that ignores the signal.
 */
export function outlivesTerminal(environment: Readonly<Record<string, string | undefined>> = process.env): boolean {
  return basename(environment['_'] ?? '') === 'nohup' || hasStreamOfNohup() || ancestorIgnoresHangup();
}

/** Determined at the start: a terminal that is gone cannot be recognised. */
const hadTerminal = [0, 1, 2].some((descriptor) => isatty(descriptor));

/**
 * Called when the terminal is gone and all work is done: ends this process by the signal. Node cannot exit normally
 * then: it aborts when it cannot reset a terminal that it had (node::ResetStdio). Without a terminal, this does nothing
 * special.
 */
export function endByHangup(): void {
  if (!hadTerminal) return;
  process.on('exit', () => {
    process.removeAllListeners('SIGHUP');
    process.kill(process.pid, 'SIGHUP');
  });
}

/** Standard input that cannot be read, or output in `nohup.out`. */
function hasStreamOfNohup(): boolean {
  if ([1, 2].some((descriptor) => basename(targetOf(descriptor)) === 'nohup.out')) return true;
  const flags = Number.parseInt(/^flags:\s+([0-7]+)$/m.exec(textOf('/proc/self/fdinfo/0'))?.[1] ?? '0', 8);
  const isWriteOnly = (flags & 0o3) === 0o1;
  return isWriteOnly && targetOf(0) === '/dev/null';
}

const hangupBit = 1n;
const maxAncestors = 32;

/** `nohup script`, `trap '' HUP`: only within our session, for ancestors that are not a shell of ours. */
function ancestorIgnoresHangup(): boolean {
  const own = processFacts('self');
  let pid = own?.parent;
  for (let count = 0; count < maxAncestors && pid !== undefined && pid > 1; count++) {
    const facts = processFacts(String(pid));
    if (facts === undefined || facts.session !== own?.session) return false;
    const ignored = /^SigIgn:\s+([0-9a-f]+)$/m.exec(textOf(`/proc/${pid}/status`))?.[1];
    if (ignored !== undefined && (BigInt(`0x${ignored}`) & hangupBit) !== 0n) return true;
    pid = facts.parent;
  }
  return false;
}

/** proc(5): the program's name is in brackets and may contain anything. */
function processFacts(pid: string): { readonly parent: number; readonly session: number } | undefined {
  const text = textOf(`/proc/${pid}/stat`);
  const [, parent, , session] = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  return parent === undefined || session === undefined ? undefined : { parent, session };
}

function targetOf(descriptor: number): string {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch (error) {
    if (isSystemError(error)) return '';
    throw error;
  }
}

/** A process may disappear between two reads. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isSystemError(error)) return '';
    throw error;
  }
}
