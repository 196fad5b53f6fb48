import type { Duplex } from 'node:stream';
import { bounds } from '../bounds/bounds.ts';
import { cutText } from '../bounds/cut-text.ts';
import { secretToken } from '../host/clock.ts';
import { deferred, withinTime } from '../host/deferred.ts';
import { readJsonLines } from '../host/json-lines.ts';
import { keepGroup, letGroupGo } from '../host/process/process-keeper.ts';
import { nodeWithDebugger, DebuggerNotice, isStopped, stackOfNode } from '../host/process/stack-of-node.ts';
import { type ProcessExit, startSupervised, type SupervisedProcess } from '../host/process/supervised-process.ts';
import {
  deviceHostLimits,
  type DeviceHostLimits,
  type HostAnswers,
  type HostEvent,
  type HostFailure,
  type HostLine,
  type HostRequest,
  readHostLine,
  settingNames,
} from './control-protocol.ts';
import { type ModelTrouble, troubleOfExit } from './model-trouble.ts';
import { PendingAsks } from './pending-asks.ts';
import { Pulse } from './pulse.ts';

/** A request about a device failed. The stack is the model's, if the model failed. */
export class DeviceHostError extends Error {
  override readonly name = 'DeviceHostError';
  /** Not a model's fault: this host had too little memory, or too few processes or open files. */
  readonly isHostShort: boolean;

  constructor(message: string, isHostShort = false) {
    super(message);
    this.isHostShort = isHostShort;
  }
}

/** The process of the models, as the runner sees it. Disposing kills it. */
export interface DeviceHostProcess extends Disposable {
  readonly pid: number | undefined;
  /**
   * Sends a request and waits for the answer, up to a time limit, after which the process is killed.
   * @throws DeviceHostError when the request fails or the process is gone
   */
  readonly ask: <R extends HostRequest>(request: R) => Promise<HostAnswers[R['do']]>;
  /**
   * Resolves when it becomes unusable: it has ended, or violated the protocol and was killed. Its devices then read all
   * ones.
   */
  readonly broken: Promise<ModelTrouble>;
  readonly exited: Promise<ProcessExit>;
  /** Resolves when all of its output has arrived. */
  readonly outputEnded: Promise<void>;
}

export interface DeviceHostLaunch {
  /** `device-host.mjs` of our distribution. */
  readonly program: string;
  /** Absent: our version of Node. */
  readonly node?: string;
  /** Receives the output of models. */
  readonly onOutput: (chunk: Buffer) => void;
  readonly onEvent: (event: HostEvent) => void;
  readonly limits?: Partial<DeviceHostLimits>;
  /** Where the processes of a run keep the texts of models without types for each other. */
  readonly texts?: string;
}

/**
 * Starts the process. A process that cannot be started counts as one that breaks at once. @throws SystemError when this
 * process may not open enough files
 */
export function startDeviceHost({
  program,
  node = process.execPath,
  onOutput,
  onEvent,
  limits: given = {},
  texts,
}: DeviceHostLaunch): DeviceHostProcess {
  const limits = { ...deviceHostLimits, ...given };
  const key = secretToken();
  let printed = '';
  const notice = new DebuggerNotice();
  const child = startSupervised({
    argv: [node, ...nodeWithDebugger, program],
    env: {
      [settingNames.key]: key,
      [settingNames.loadLimitMs]: String(limits.loadMs),
      ...(texts === undefined ? {} : { [settingNames.texts]: texts }),
    },
    channelCount: 1,
    onOutput: (chunk) => {
      printed = `${printed}${chunk.subarray(-keptOutputBytes).toString('utf8')}`.slice(-keptOutputBytes);
      notice.push(chunk);
      onOutput(chunk);
    },
  });
  keepUntilExit(child);
  const [control] = child.channels;
  if (control === undefined)
    throw new Error('Internal error: the process of the models was started without its channel');
  const connection = new Connection({ child, control, key, limits, onEvent, notice, printed: () => printed });
  return {
    pid: child.pid,
    // The protocol defines the type of the answer to each request.
    ask: connection.ask as DeviceHostProcess['ask'],
    broken: connection.broken,
    exited: child.exited,
    outputEnded: child.outputEnded,
    [Symbol.dispose]: () =>
      connection.giveUp({ kind: 'model', detail: 'its process was stopped, because it is no longer needed' }),
  };
}

/** A process that is stuck does not notice that we are gone. */
function keepUntilExit({ pid, exited }: SupervisedProcess): void {
  if (pid === undefined) return;
  keepGroup(pid);
  void exited.then(() => letGroupGo(pid));
}

/** For the reason of its end. */
const keptOutputBytes = 8 * 1024;
/** How long the last output of an ended process may take. */
const drainMs = 250;

interface ConnectionParts {
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
class Connection {
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

const shownChars = 100;

function errorOf({ message, stack, isHostShort }: HostFailure): DeviceHostError {
  const error = new DeviceHostError(message, isHostShort);
  if (stack !== undefined) error.stack = stack;
  return error;
}
