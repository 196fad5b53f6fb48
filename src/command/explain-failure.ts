import { RunRefused } from '../app/load-suites.ts';
import { spaceLeftWords } from '../host/files/disk-use.ts';
import { LockUnavailable } from '../host/files/file-lock.ts';
import { CommandNotStarted } from '../host/process/command.ts';
import { isHostExhausted, shortageOf, type SystemError } from '../host/system-error.ts';
import { InputRefused, ProvisionError } from '../provision/provisioned.ts';
import { programMissing } from '../provision/required-program.ts';
import { plainText } from '../text/escape-text.ts';
import { shellJoin } from '../text/shell-quote.ts';
import { Cancelled } from './cancel-on-signals.ts';
import { invocation } from './invocation.ts';
import { UsageError } from './parse-arguments.ts';

export interface Explanation {
  readonly message: string;
  readonly exitStatus: number;
}

/** EX_UNAVAILABLE of sysexits.h: the environment cannot test. */
const unavailable = 69;

/**
 * The message and exit status for a command that failed, safe to print on a terminal. Our own bugs keep their stack,
 * because a bug report needs it.
 */
export function explain(error: unknown): Explanation {
  const { message, exitStatus } = wordsFor(error);
  return { message: plainText(message), exitStatus };
}

/**
 * The exit status for `git bisect run`, which takes 1 to 124 as a bad commit, 125 as one that cannot be tested, and 128
 * and more as the end of the bisection. A mistake on the command line is the same at every commit.
 */
export function statusForGit(exitStatus: number): number {
  return exitStatus === unavailable ? 125 : 128 + exitStatus;
}

function wordsFor(error: unknown): Explanation {
  if (error instanceof UsageError && error.helpOn !== undefined) {
    const help = shellJoin([...invocation(), ...error.helpOn, '--help']);
    return { message: `${error.message}\nSee ${help}`, exitStatus: 2 };
  }
  if (error instanceof UsageError || error instanceof RunRefused) return { message: error.message, exitStatus: 2 };
  if (error instanceof Cancelled) return { message: error.message, exitStatus: unavailable };
  if (isHostExhausted(error)) return { message: shortageMessage(error), exitStatus: unavailable };
  if (error instanceof LockUnavailable)
    return {
      message:
        `${error.message}\nUse another file system: ` +
        '--out sets the directory for results, QDT_STORE the store of downloads.',
      exitStatus: unavailable,
    };
  if (error instanceof CommandNotStarted) return explain(programMissing(error));
  if (error instanceof ProvisionError) {
    return {
      message: error.hint === undefined ? error.message : `${error.message}\n${error.hint}`,
      exitStatus: error instanceof InputRefused ? 2 : unavailable,
    };
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    message: `Internal error: ${detail.replace(/^(Error: )?(Internal error: )?/, '')}`,
    exitStatus: unavailable,
  };
}

/** The system's error message, what is missing where, and what to do. */
function shortageMessage(error: SystemError): string {
  const shortage = shortageOf(error.code);
  const room =
    error.code === 'ENOSPC' && 'path' in error && typeof error.path === 'string'
      ? ` (${spaceLeftWords(error.path)})`
      : '';
  const first = `The host failed: ${error.message}`;
  return shortage === undefined
    ? first
    : `${first}\n${shortage.meaning.slice(0, 1).toUpperCase()}${shortage.meaning.slice(1)}${room}. ${shortage.advice}`;
}
