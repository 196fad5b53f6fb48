import type { Duplex } from 'node:stream';
import { splitLines } from '../../bounds/line-splitter.ts';
import { deferred, type Deferred } from '../../host/deferred.ts';
import { encodeExactJson, parseQmpMessage, QmpError, type QmpEvent, type QmpMessage } from './message.ts';

/** QMP answers are small. A longer message does not come from QEMU. */
const maxMessageLength = 16 * 1024 * 1024;

interface PendingCommand {
  readonly command: string;
  readonly answer: Deferred<unknown>;
}

/**
 * QEMU's monitor over an open stream: commands with answers, and events to one listener. States: `greeting` → `running`
 * → `closed`. When the stream ends, every pending command is rejected as `interrupted`.
 */
export class QmpClient {
  readonly #stream: Duplex;
  readonly #onEvent: (event: QmpEvent) => void;
  readonly #pending = new Map<number, PendingCommand>();
  readonly #greeted = deferred<string>();
  #nextId = 1;
  #isGreeted = false;
  #closed: QmpError | undefined;

  private constructor(stream: Duplex, onEvent: (event: QmpEvent) => void) {
    this.#stream = stream;
    this.#onEvent = onEvent;
    splitLines(stream, { maxLength: maxMessageLength, onLine: (line) => this.#receive(line.toString('utf8')) });
    stream.on('error', (error) => this.#close(`the monitor's connection broke: ${error.message}`));
    stream.on('close', () => this.#close("the monitor's connection closed"));
    stream.on('end', () => this.#close("the monitor's connection ended"));
  }

  /**
   * Waits for the greeting and negotiates capabilities. @throws QmpError of phase `greeting`, `negotiation` or
   * `interrupted`
   */
  static async connect(stream: Duplex, onEvent: (event: QmpEvent) => void): Promise<QmpClient> {
    const client = new QmpClient(stream, onEvent);
    await client.#greeted.promise;
    try {
      await client.execute('qmp_capabilities');
    } catch (error) {
      if (error instanceof QmpError && error.phase === 'execute')
        throw new QmpError('negotiation', error.message, error.errorClass);
      throw error;
    }
    return client;
  }

  /** A monitor that has greeted somebody else already, who has negotiated, too. */
  static takeOver(stream: Duplex, onEvent: (event: QmpEvent) => void): QmpClient {
    const client = new QmpClient(stream, onEvent);
    client.#isGreeted = true;
    return client;
  }

  /**
   * Sends a command and waits for its answer. Values are sent as JSON, a bigint as a whole number; no text is built
   * that QEMU parses again. @throws QmpError of phase `execute` (QEMU refused) or `interrupted` (QEMU is gone)
   */
  async execute(command: string, args: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    if (this.#closed !== undefined) throw this.#closed;
    const id = this.#nextId++;
    const answer = deferred<unknown>();
    this.#pending.set(id, { command, answer });
    this.#stream.write(`${encodeExactJson({ execute: command, arguments: args, id })}\n`);
    return answer.promise;
  }

  #receive(line: string): void {
    const message = parseQmpMessage(line);
    if (message === undefined) {
      this.#close(`expected a QMP message, got: ${line.slice(0, 200)}`);
      return;
    }
    this.#dispatch(message);
  }

  #dispatch(message: QmpMessage): void {
    switch (message.kind) {
      case 'greeting':
        this.#isGreeted = true;
        this.#greeted.resolve(message.version);
        return;
      case 'event':
        this.#onEvent(message.event);
        return;
      case 'return':
        this.#take(message.id)?.answer.resolve(message.value);
        return;
      case 'error': {
        const pending = this.#take(message.id);
        pending?.answer.reject(
          new QmpError('execute', `QEMU refused ${pending.command}: ${message.description}`, message.errorClass),
        );
      }
    }
  }

  #take(id: number | undefined): PendingCommand | undefined {
    if (id === undefined) return undefined;
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    return pending;
  }

  /** Before the greeting, the greeting has failed; afterwards, pending commands are interrupted. */
  #close(reason: string): void {
    if (this.#closed !== undefined) return;
    const phase = this.#isGreeted ? 'interrupted' : 'greeting';
    this.#closed = new QmpError(phase, reason);
    this.#greeted.reject(this.#closed);
    for (const { command, answer } of this.#pending.values())
      answer.reject(new QmpError(phase, `${command}: ${reason}`));
    this.#pending.clear();
  }
}
