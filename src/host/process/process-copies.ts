import { constants } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { splitLines } from '../../bounds/line-splitter.ts';
import { deferred, withinTime, type Deferred } from '../deferred.ts';
import { listenLocal, type LocalServer } from '../local-socket.ts';
import type { ProcessExit, SupervisedProcess } from './supervised-process.ts';

/** The process makes no copy of itself, now and later. */
export class NotCopied extends Error {
  override readonly name = 'NotCopied';
}

export interface CopiesOptions {
  /** The socket of the fork server in the process, in which it says what it does. */
  readonly control: Duplex;
  /** A private directory, for the socket to which copies connect their channels. */
  readonly directory: string;
  /** How many channels a process has, from descriptor 3 on. */
  readonly channelCount: number;
  /** How long to wait for an answer. Default: a copy takes some milliseconds, and more when the host is busy. */
  readonly answerMs?: number;
}

/** What a copy has of its own. Paths are absolute. */
export interface OwnOfCopy {
  /** The file for its output. */
  readonly outputPath: string;
  /** What it has in place of the folder that was named to `survey`; undefined: there was none. */
  readonly folder: string | undefined;
}

/** The words of fork-server/fork-server.c. */
const greeting = 'fork-server 1';
const maxLineBytes = 2048;
const defaultAnswerMs = 20_000;

interface Copy {
  readonly pid: number;
  readonly exited: Deferred<ProcessExit>;
}

/** What the fork server has been asked for. */
interface Request {
  /** Undefined: what was asked for is no copy. */
  readonly answer: Deferred<Copy | undefined>;
  copy: Copy | undefined;
  readonly channels: Duplex[];
  readonly connected: Deferred<undefined>;
}

/**
 * Copies of a running process, each with channels, output and a folder of its own. They are made by the fork server
 * that the process has loaded (fork-server/fork-server.c), one after the other. A copy dies with the process.
 */
export class ProcessCopies implements Disposable {
  readonly #options: CopiesOptions;
  readonly #listener: LocalServer;
  readonly #greeted = deferred<undefined>();
  /** The copies that have not ended, by their process. */
  readonly #running = new Map<number, Copy>();
  #request: Request | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  /** Why no more copies are made. */
  #refusal: NotCopied | undefined;
  #lost: NotCopied | undefined;

  private constructor(options: CopiesOptions, listen: (onConnection: (channel: Duplex) => void) => LocalServer) {
    this.#options = options;
    this.#listener = listen((channel) => this.#take(channel));
    const { control } = options;
    splitLines(control, { maxLength: maxLineBytes, onLine: (line) => this.#hear(line.toString('latin1')) });
    control.on('error', () => undefined);
    control.on('close', () => this.#lose(new NotCopied('the process is gone')));
  }

  /** @throws SystemError when the directory's path is too long for a socket (107 bytes) */
  static async of(options: CopiesOptions): Promise<ProcessCopies> {
    let onConnection: (channel: Duplex) => void = () => undefined;
    const listener = await listenLocal(join(options.directory, 'f'), (channel) => onConnection(channel));
    return new ProcessCopies(options, (take) => {
      onConnection = take;
      return listener;
    });
  }

  /** Resolves when the process has loaded its fork server. @throws NotCopied when it is gone before */
  get loaded(): Promise<unknown> {
    return this.#greeted.promise;
  }

  /** The process makes no more copies, and those that it has made are dead. */
  get isLost(): boolean {
    return this.#lost !== undefined;
  }

  /**
   * Prepares the process, as it is now, for copies. `folder`: a directory that it has open and that each copy has its
   * own of. @throws NotCopied when copies would share something that must not be shared
   */
  async survey(folder: string | undefined): Promise<void> {
    await this.#inTurn(['survey', String(this.#options.channelCount), folder ?? ''], () => undefined);
  }

  /** @throws NotCopied */
  async copy({ outputPath, folder }: OwnOfCopy): Promise<SupervisedProcess> {
    const words = ['fork', this.#listener.path, outputPath, folder ?? ''];
    return await this.#inTurn(words, async (copy, { channels, connected }) => {
      if (copy === undefined) throw this.#lose(new NotCopied('its fork server answered something else'));
      await this.#promptly(connected);
      const { pid, exited } = copy;
      return {
        pid,
        channels,
        exited: exited.promise,
        outputEnded: Promise.resolve(),
        kill: () => this.#kill(pid),
      };
    });
  }

  /** One request at a time, so that it is known whose the channels are. */
  async #inTurn<T>(
    words: readonly string[],
    finish: (copy: Copy | undefined, request: Request) => T | Promise<T>,
  ): Promise<T> {
    const mine = this.#turn.then(async () => {
      if (this.#refusal !== undefined) throw this.#refusal;
      const request: Request = { answer: deferred(), copy: undefined, channels: [], connected: deferred() };
      this.#request = request;
      this.#options.control.write(words.map((word) => `${word}\0`).join(''));
      return await finish(await this.#promptly(request.answer), request);
    });
    this.#turn = mine.catch(() => undefined);
    return await mine;
  }

  /** Whoever does not answer in time is not asked again. The copies that there are go on. */
  async #promptly<T>({ promise }: Deferred<T>): Promise<T> {
    const { answerMs = defaultAnswerMs } = this.#options;
    const found = await withinTime(promise, answerMs);
    if (found !== 'late') return found;
    this.#refusal ??= new NotCopied(`the process did not answer within ${answerMs / 1000} s`);
    if (this.#request?.copy !== undefined) this.#kill(this.#request.copy.pid);
    throw this.#refusal;
  }

  /** What connects itself without being asked to is nobody's. */
  #take(channel: Duplex): void {
    channel.on('error', () => undefined);
    if (this.#request === undefined || this.#request.channels.length === this.#options.channelCount) {
      channel.destroy();
      return;
    }
    const { channels, connected } = this.#request;
    channels.push(channel);
    if (channels.length === this.#options.channelCount) connected.resolve(undefined);
  }

  #hear(line: string): void {
    const [word = '', ...rest] = line.split(' ');
    if (line === greeting) this.#greeted.resolve(undefined);
    else if (word === 'surveyed') this.#request?.answer.resolve(undefined);
    else if (word === 'forked') this.#begin(Number(rest[0]));
    else if (word === 'refused') this.#refuse(new NotCopied(rest.join(' ')));
    else if (word === 'ended') this.#end(Number(rest[0]), Number(rest[1]));
    else this.#lose(new NotCopied(`its fork server said: ${line.slice(0, 200)}`));
  }

  /** What could not be done once is not tried again. */
  #refuse(reason: NotCopied): void {
    this.#refusal ??= reason;
    this.#request?.answer.reject(reason);
  }

  #begin(pid: number): void {
    const copy = { pid, exited: deferred<ProcessExit>() };
    this.#running.set(pid, copy);
    if (this.#request === undefined) return;
    this.#request.copy = copy;
    this.#request.answer.resolve(copy);
  }

  #end(pid: number, status: number): void {
    const copy = this.#running.get(pid);
    this.#running.delete(pid);
    copy?.exited.resolve(exitOf(status));
    // For a copy that has all its channels, this changes nothing.
    if (this.#request?.copy === copy) this.#request?.connected.reject(new NotCopied('the copy ended at once'));
  }

  #kill(pid: number): void {
    if (this.#running.has(pid)) killProcess(pid);
  }

  /** The first reason counts. The copies are dead with the process, or are killed now. */
  #lose(reason: NotCopied): NotCopied {
    if (this.#lost !== undefined) return this.#lost;
    this.#lost = reason;
    this.#refusal ??= reason;
    this.#greeted.reject(reason);
    this.#request?.answer.reject(reason);
    this.#request?.connected.reject(reason);
    for (const { pid, exited } of this.#running.values()) {
      killProcess(pid);
      exited.resolve({ kind: 'signalled', signal: 'SIGKILL' });
    }
    this.#running.clear();
    return reason;
  }

  [Symbol.dispose](): void {
    this.#listener[Symbol.dispose]();
  }
}

/** It may be gone without our having read of it. */
function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause;
  }
}

/** Source: wait(2). */
function exitOf(status: number): ProcessExit {
  const signal = status & 0x7f;
  if (signal === 0) return { kind: 'exited', exitCode: (status >> 8) & 0xff };
  const [name] = Object.entries(constants.signals).find(([, number]) => number === signal) ?? [`signal ${signal}`];
  return { kind: 'signalled', signal: name };
}
