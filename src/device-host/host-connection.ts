import type { Duplex } from 'node:stream';
import { bounds } from '../bounds/bounds.ts';
import { cutText } from '../bounds/cut-text.ts';
import { deferred, withinTime } from '../host/deferred.ts';
import { readJsonLines } from '../host/json-lines.ts';
import { type DebuggerNotice, isStopped, stackOfNode } from '../host/process/stack-of-node.ts';
import type { ProcessExit, SupervisedProcess } from '../host/process/supervised-process.ts';
import {
  type DeviceHostLimits,
  type HostEvent,
  type HostLine,
  type HostRequest,
  readHostLine,
} from './control-protocol.ts';
import { DeviceHostError, errorOf } from './device-host-error.ts';
import { type ModelTrouble, troubleOfExit } from './model-trouble.ts';
import { PendingAsks } from './pending-asks.ts';
import { Pulse } from './pulse.ts';

/** How long the last output of an ended process may take. */
const drainMs = 250;
const shownChars = 100;

export interface ConnectionParts {
  readonly child: SupervisedProcess;
  readonly control: Duplex;
  readonly key: string;
  readonly limits: DeviceHostLimits;
  readonly onEvent: (event: HostEvent) => void;
  readonly notice: DebuggerNotice;
  readonly printed: () => string;
}

/**
 * The runner's end of the control channel. After any problem there, the process is given up, and nothing waits for it.
 */
export class HostConnection {
  readonly #parts: ConnectionParts;
  readonly #asks: PendingAsks;
  readonly #broken = deferred<ModelTrouble>();
  readonly #controlEnded = deferred<'ended'>();
  readonly #startTimer: NodeJS.Timeout;
  #pulse: Pulse | undefined;
  #isReady = false;
  #gone: DeviceHostError | undefined;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    const { child, control, limits } = parts;
    this.#asks = new PendingAsks((complaint) =>
      this.giveUp({ kind: 'model', detail: `its process does not answer: ${complaint}` }),
    );
    this.#startTimer = setTimeout(() => setImmediate(() => this.#missStart()), limits.startMs);
    readJsonLines(control, {
      maxBytes: bounds.models.lineBytes,
      onValue: (value) => this.#receive(value),
      onEnd: (end) => {
        this.#controlEnded.resolve('ended');
        if (end.kind === 'nonsense') this.#refuse(end.found);
        else void this.#whenHungUp();
      },
    });
    void child.exited.then((exit) => this.#whenExited(exit));
  }

  get broken(): Promise<ModelTrouble> {
    return this.#broken.promise;
  }

  readonly ask = async (request: HostRequest): Promise<object> => {
    if (this.#gone !== undefined) throw this.#gone;
    const { limits, control } = this.#parts;
    const isLoading = request.do === 'create' || request.do === 'examine';
    const { id, answer } = this.#asks.add(request.do, isLoading ? limits.createMs : limits.answerMs);
    control.write(`${JSON.stringify({ id, ...request })}\n`);
    return await answer;
  };

  /** The first reason counts. May be called repeatedly. */
  giveUp(trouble: ModelTrouble): void {
    if (this.#gone !== undefined) return;
    this.#gone = new DeviceHostError(trouble.detail, trouble.kind === 'host');
    clearTimeout(this.#startTimer);
    this.#pulse?.[Symbol.dispose]();
    this.#parts.child.kill();
    this.#asks.rejectAll(this.#gone);
    this.#broken.resolve(trouble);
  }

  #receive(value: unknown): void {
    const line = readHostLine(value, this.#parts.key);
    if (line === undefined) this.#refuse(cutText(JSON.stringify(value), shownChars));
    else if (this.#gone === undefined) this.#take(line);
  }

  #take(line: HostLine): void {
    if (!('event' in line)) this.#asks.settle(line.id, 'ok' in line ? line : { error: errorOf(line.error) });
    else if (line.event === 'ready') this.#start();
    else this.#pass(line);
  }

  #start(): void {
    this.#isReady = true;
    clearTimeout(this.#startTimer);
    this.#asks.startClock();
    const { pulseMs, hangMs } = this.#parts.limits;
    this.#pulse = new Pulse({
      everyMs: pulseMs,
      silenceMs: hangMs,
      ask: () => this.ask({ do: 'ping' }),
      onSilence: () => void this.#tellHang(),
    });
  }

  #pass(event: HostEvent): void {
    this.#parts.onEvent(event);
    if (event.event === 'hung') this.giveUp({ kind: 'model', detail: `no answer for ${event.afterMs / 1000} s` });
    if (event.event === 'threw') this.giveUp({ kind: 'model', detail: event.message });
  }

  /** Models can access the descriptor, but must not use it. */
  #refuse(found: string): void {
    this.giveUp({
      kind: 'model',
      detail: `something in its process wrote to descriptor 3, which belongs to the runner: ${found}`,
    });
  }

  /** It runs and does not answer: a model is stuck in one call. One that somebody has stopped is late, and no more. */
  async #tellHang(): Promise<void> {
    const { child, limits, notice } = this.#parts;
    if (this.#isGone() || child.pid === undefined || isStopped(child.pid)) return;
    const stack = await stackOfNode(child.pid, notice);
    if (!this.#isGone()) this.#pass({ event: 'hung', afterMs: limits.hangMs, stack });
  }

  #isGone(): boolean {
    return this.#gone !== undefined;
  }

  #missStart(): void {
    if (!this.#isReady)
      this.giveUp({ kind: 'host', detail: `its process did not start within ${this.#parts.limits.startMs / 1000} s` });
  }

  async #whenExited(exit: ProcessExit): Promise<void> {
    await withinTime(Promise.all([this.#controlEnded.promise, this.#parts.child.outputEnded]), drainMs);
    this.giveUp(troubleOfExit({ exit, wasReady: this.#isReady, printed: this.#parts.printed() }));
  }

  /** Usually the process ends, and its exit says more. */
  async #whenHungUp(): Promise<void> {
    const { child } = this.#parts;
    if ((await withinTime(child.exited, 2 * drainMs)) === 'late')
      this.giveUp({
        kind: 'model',
        detail: 'something in its process closed descriptor 3, which belongs to the runner',
      });
  }
}
