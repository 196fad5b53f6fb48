import { bounds } from '../../bounds/bounds.ts';
import { deferred, type Deferred } from '../../host/deferred.ts';
import {
  type AgentLost,
  type AgentMessage,
  AgentRefusal,
  ImageFailed,
  imageReasonChars,
  printable,
} from './agent-message.ts';

interface AskedCommand {
  readonly command: string;
  readonly answer: Deferred<readonly string[]>;
  /** The lines of the answer to `tell`; undefined: the command has no such answer. */
  readonly told: string[] | undefined;
}

/** Commands that wait for ok or failed, in the order of sending. */
export class AskedCommands {
  readonly #waiting: AskedCommand[] = [];

  /** Resolves when it is done, with the lines that were told before. @throws AgentRefusal @throws AgentLost */
  add(line: string): Promise<readonly string[]> {
    const [command = ''] = line.split(' ', 1);
    const answer = deferred<readonly string[]>();
    this.#waiting.push({ command, answer, told: command === 'tell' ? [] : undefined });
    return answer.promise;
  }

  /** Returns what is wrong with the line; undefined: nothing. */
  hearTold(text: string): string | undefined {
    const told = this.#waiting[0]?.told;
    if (told === undefined) return 'a file of the kernel answered, which was not asked';
    if (told.length < bounds.control.toldLines) told.push(text);
    return undefined;
  }

  /** Returns what is wrong with the answer; undefined: nothing. */
  settle(message: Extract<AgentMessage, { kind: 'ok' | 'failed' }>): string | undefined {
    const [asked] = this.#waiting;
    // The command stays in the list, so that it is rejected with the session.
    // Some commands are answered only then, and what the agent can no longer do, it says by itself.
    if (asked?.command !== message.command && message.kind === 'failed')
      return `${printable(message.command)}: ${printable(message.reason)}`;
    if (asked?.command !== message.command)
      return `${printable(message.command)} was answered, but ${asked?.command ?? 'nothing'} was asked`;
    this.#waiting.shift();
    if (message.kind === 'ok') asked.answer.resolve(asked.told ?? []);
    else asked.answer.reject(refusalOf(message));
    return undefined;
  }

  /** Rejects everything that still waits. */
  lose(lost: AgentLost): void {
    for (const { answer } of this.#waiting) answer.reject(lost);
  }
}

/** What keeps the stages from the root of a disk image is said of the image, not of the agent. */
function refusalOf({ command, reason }: Extract<AgentMessage, { kind: 'failed' }>): Error {
  return command === 'root'
    ? new ImageFailed(printable(reason, imageReasonChars))
    : new AgentRefusal(`${command}: ${printable(reason)}`);
}
