import type { Duplex } from 'node:stream';
import { deferred } from '../../host/deferred.ts';
import type { StageName } from '../evidence/run-record.ts';
import {
  AgentLost,
  type AgentMessage,
  parseAgentMessage,
  printable,
  protocolVersion,
  readControlLines,
  readGreeting,
  type WrittenBytes,
} from './agent-message.ts';
import { AskedCommands } from './asked-commands.ts';
import { AskedProgram } from './asked-program.ts';

export interface SessionOptions {
  /** The agent was ready, with this release, before the machine was saved. */
  readonly readyRelease?: string | undefined;
  /** Receives every message of the agent. */
  readonly onMessage?: (message: AgentMessage) => void;
}

/**
 * The host's side of guest/PROTOCOL.md: commands in order, each answered in order. Everything from the guest is
 * untrusted; the first message that our agent would not send ends the session.
 */
export class AgentSession {
  readonly #control: Duplex;
  readonly #onMessage: SessionOptions['onMessage'];
  /** The secret that marks the agent's lines. */
  readonly token: string;
  /** The guest was restored: it reported ready before it was saved. */
  readonly isRestored: boolean;
  readonly #ready = deferred<string>();
  readonly #done = deferred<WrittenBytes>();
  readonly #heard = deferred<undefined>();
  readonly #asked = new AskedCommands();
  readonly #program = new AskedProgram();
  #isReady = false;
  #isFinishing = false;
  #isDone = false;
  #isHeard = false;
  #lost: AgentLost | undefined;
  #lastHeardMs: number;
  #foreignLines = 0;

  constructor(control: Duplex, token: string, { readyRelease, onMessage }: SessionOptions = {}) {
    this.#control = control;
    this.#onMessage = onMessage;
    this.token = token;
    this.isRestored = readyRelease !== undefined;
    if (readyRelease !== undefined) {
      this.#isReady = true;
      this.#ready.resolve(readyRelease);
    }
    this.#lastHeardMs = performance.now();
    readControlLines(control, (line) => this.#receive(line));
    control.on('close', () => this.#lose('the control port closed'));
    control.on('end', () => this.#lose('the control port closed'));
  }

  /** The guest's `uname -r`, once the agent waits for commands. @throws AgentLost */
  get ready(): Promise<string> {
    return this.#ready.promise;
  }

  /** Resolves when the agent of this machine is first heard. A restored guest that is never heard is dead. */
  get heard(): Promise<undefined> {
    return this.#heard.promise;
  }

  get isHeard(): boolean {
    return this.#isHeard;
  }

  /** When the agent was last heard, on the clock of `performance.now()`. */
  get lastHeardMs(): number {
    return this.#lastHeardMs;
  }

  /** The agent has reported that it has nothing more to do. */
  get isDone(): boolean {
    return this.#isDone;
  }

  /** Lines on the control port without the session's token. */
  get foreignLines(): number {
    return this.#foreignLines;
  }

  /** Begins the session. From here on, only lines with the token count. */
  begin(): Promise<void> {
    return this.ask(`session ${this.token}`);
  }

  /** Sends a command that is answered by ok or failed. @throws AgentRefusal @throws AgentLost */
  async ask(line: string): Promise<void> {
    this.#send(line);
    await this.#asked.add(line);
  }

  /** Sends a command that is answered only when it fails, which ends the session. @throws AgentLost */
  inform(line: string): Promise<void> {
    return new Promise((resolve) => {
      this.#send(line);
      resolve();
    });
  }

  /**
   * Writes a text to a file of the kernel in the guest, and returns the lines that it answers. @throws AgentRefusal
   * @throws AgentLost
   */
  async tell(path: string, text: string): Promise<readonly string[]> {
    const line = `tell ${path} ${text}`;
    this.#send(line);
    return await this.#asked.add(line);
  }

  /** Runs a stage to its end and returns its exit status. @throws AgentLost */
  runStage(name: StageName, onBegin: () => void): Promise<number> {
    return this.#program.run(name, onBegin, () => this.#send(`stage ${name}`));
  }

  /**
   * Runs a shell to its end and returns its exit status. `place`: `pipe`, or `terminal CONSOLE ROWS COLUMNS`. @throws
   * AgentLost
   */
  runShell(place: string): Promise<number> {
    return this.#program.run(
      'shell',
      () => undefined,
      () => this.#send(`shell ${place}`),
    );
  }

  /** Asks for the end. Resolves when the agent reports that the power goes off. @throws AgentLost */
  async finish(): Promise<void> {
    await this.#end('finish');
  }

  /**
   * Asks for the end without a power-off: the agent writes the mark to the kernel's log, as the last of all. Resolves
   * when it has, with the bytes of output until then. @throws AgentLost
   */
  async rest(mark: string): Promise<WrittenBytes> {
    return await this.#end(`rest ${mark}`);
  }

  /** Asks a guest that is not ready why its disk image is not up. Returns whether there is anything to ask. */
  late(): boolean {
    if (this.#lost !== undefined || this.#isReady) return false;
    this.#control.write('late\n');
    return true;
  }

  /** Has a guest at rest power off after all. There is no answer. */
  powerOff(): void {
    if (this.#lost === undefined) this.#send('finish');
  }

  async #end(command: string): Promise<WrittenBytes> {
    this.#send(command);
    this.#isFinishing = true;
    return await this.#done.promise;
  }

  #send(line: string): void {
    if (this.#lost !== undefined) throw this.#lost;
    this.#control.write(`${line}\n`);
  }

  #receive(line: string): void {
    if (this.#lost !== undefined || this.#isDone) return;
    if (!this.#isReady) {
      this.#greet(line);
      return;
    }
    const message = parseAgentMessage(line, this.token);
    if (message === 'foreign') this.#foreignLines++;
    else if (message === 'nonsense')
      this.#lose(`expected a line of protocol ${protocolVersion}, got: ${printable(line)}`);
    else this.#accept(message);
  }

  #greet(line: string): void {
    const greeting = readGreeting(line);
    switch (greeting?.kind) {
      case undefined:
        this.#foreignLines++;
        return;
      case 'lost':
        this.#lose(greeting.error);
        return;
      case 'ready':
        this.#isReady = true;
        this.#hear();
        this.#ready.resolve(greeting.release);
    }
  }

  #hear(): void {
    this.#lastHeardMs = performance.now();
    this.#isHeard = true;
    this.#heard.resolve(undefined);
  }

  #accept(message: AgentMessage): void {
    this.#hear();
    this.#onMessage?.(message);
    switch (message.kind) {
      case 'ok':
      case 'failed':
        this.#check(this.#asked.settle(message));
        return;
      case 'begin':
        this.#check(this.#program.hearBegin(message.program));
        return;
      case 'end':
        this.#check(this.#program.hearEnd(message.program, message.exitStatus));
        return;
      case 'done':
        this.#finish(message.written);
        return;
      case 'told':
        this.#check(this.#asked.hearTold(message.text));
        return;
      case 'beat':
    }
  }

  #check(complaint: string | undefined): void {
    if (complaint !== undefined) this.#lose(complaint);
  }

  #finish(written: WrittenBytes): void {
    if (!this.#isFinishing) {
      this.#lose('the agent said that it is done, which was not asked for');
      return;
    }
    this.#isDone = true;
    this.#done.resolve(written);
  }

  /** The first reason counts. Everything that still waits is rejected with it. */
  #lose(reason: string | AgentLost): void {
    if (this.#lost !== undefined) return;
    const lost = typeof reason === 'string' ? new AgentLost(reason) : reason;
    this.#lost = lost;
    this.#ready.reject(lost);
    this.#done.reject(lost);
    this.#program.lose(lost);
    this.#asked.lose(lost);
  }
}
