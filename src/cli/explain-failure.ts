import { RunRefused } from '../app/run-refused.ts';
import { invocation } from '../host/invocation.ts';
import { isHostExhausted } from '../host/system-error.ts';
import { shellJoin } from '../report/shell-quote.ts';
import { ProvisionError } from '../provision/provisioned.ts';
import { Cancelled } from './cancel-on-signals.ts';
import { UsageError } from './parse-arguments.ts';

export interface Explanation {
  readonly message: string;
  readonly exitStatus: number;
}

/** EX_UNAVAILABLE of sysexits.h: the environment cannot test. */
const unavailable = 69;

/** Words for a command that could not do its work. Our own bugs keep their stack: it is what a report needs. */
export function explain(error: unknown): Explanation {
  if (error instanceof UsageError && error.helpOn !== undefined) {
    const help = shellJoin([...invocation(), ...error.helpOn, '--help']);
    return { message: `${error.message}\nSee ${help}`, exitStatus: 2 };
  }
  if (error instanceof UsageError || error instanceof RunRefused) return { message: error.message, exitStatus: 2 };
  if (error instanceof Cancelled) return { message: error.message, exitStatus: unavailable };
  if (isHostExhausted(error)) return { message: `This host could not do its part: ${error.message}`, exitStatus: unavailable };
  if (error instanceof ProvisionError) {
    return { message: error.hint === undefined ? error.message : `${error.message}\n${error.hint}`, exitStatus: unavailable };
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { message: `Internal error: ${detail.replace(/^(Error: )?(Internal error: )?/, '')}`, exitStatus: unavailable };
}
