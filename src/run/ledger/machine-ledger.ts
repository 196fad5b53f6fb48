import { AgentRefusal } from '../agent/agent-message.ts';
import type { AgentSession } from '../agent/agent-session.ts';
import { type LedgerRefusal, type LedgerReport, parseLedgerAnswer } from './ledger-answer.ts';

/** Where the helper takes requests. */
const ledgerPath = '/proc/qdt-ledger';
/** A line of the agent's protocol has 4,096 bytes. */
const maxTextChars = 3500;

type Teller = Pick<AgentSession, 'tell'>;

/**
 * The ledger of one machine: what the modules under test acquire and nobody releases. What it finds stands in the
 * kernel's log, like any report of the kernel. A machine without it runs its test all the same, with a note.
 */
export class MachineLedger {
  readonly #modules: readonly string[];
  #answer: LedgerReport | LedgerRefusal | undefined;

  /** @param modules as the kernel names them */
  constructor(modules: readonly string[]) {
    this.#modules = modules;
  }

  /** Before the first stage. @throws AgentLost */
  async watch(session: Teller): Promise<void> {
    const answers = await Promise.all(this.#watchTexts().map((text) => ask(session, text)));
    this.#answer = answers.find((answer) => 'refusal' in answer);
  }

  /** When all stages are done: shows what is left. @throws AgentLost */
  async report(session: Teller): Promise<void> {
    if (this.#answer !== undefined) return;
    this.#answer = await ask(session, 'report');
  }

  /** What the modules left behind, as it was told to us, and not only to the console. Each is a report. */
  leaks(): readonly string[] {
    return this.#answer === undefined || 'refusal' in this.#answer ? [] : this.#answer.leaks;
  }

  /** What a reader of the findings must know. */
  notes(): readonly string[] {
    const answer = this.#answer;
    if (answer === undefined) return [];
    if ('refusal' in answer) return [`what the modules left behind is not known: the ledger: ${answer.refusal}`];
    return [
      ...(answer.lost === 0 ? [] : [`the ledger was full: ${answer.lost} acquisitions were not recorded`]),
      ...(answer.refused === 0
        ? []
        : [`the ledger does not watch ${answer.refused} calls: there are too many, or they are too far away`]),
    ];
  }

  #watchTexts(): readonly string[] {
    const texts: string[] = [];
    for (const name of this.#modules) {
      const last = texts.at(-1);
      if (last === undefined || last.length + name.length >= maxTextChars) texts.push(`watch ${name}`);
      else texts[texts.length - 1] = `${last} ${name}`;
    }
    return texts;
  }
}

async function ask(session: Teller, text: string): Promise<LedgerReport | LedgerRefusal> {
  try {
    return parseLedgerAnswer(await session.tell(ledgerPath, text));
  } catch (error) {
    if (!(error instanceof AgentRefusal)) throw error;
    return { refusal: error.message.slice(0, 300) };
  }
}
