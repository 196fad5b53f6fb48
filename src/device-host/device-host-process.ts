import type { Duplex } from 'node:stream';
import { bounds } from '../bounds/bounds.ts';
import { cutText } from '../bounds/cut-text.ts';
import { secretToken } from '../host/clock.ts';
import { deferred, withinTime } from '../host/deferred.ts';
import { readJsonLines } from '../host/files/json-file.ts';
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

/** What was asked of a device could not be done. The stack is the model's, when it was the model that failed. */
export class DeviceHostError extends Error {
  override readonly name = 'DeviceHostError';
  /** No model's doing: this host had too little memory, or too few processes or open files. */
  readonly isHostShort: boolean;

  constructor(message: string, isHostShort = false) {
    super(message);
    this.isHostShort = isHostShort;
  }
}

/** The process of the models, seen from the runner. Disposing of it kills it. */
export interface DeviceHostProcess extends Disposable {
  readonly pid: number | undefined;
  /**
   * Asks, and waits for the answer, but not for ever: a process that does not answer in time is killed.
   * @throws DeviceHostError when it cannot be done, or the process is gone.
   */
  readonly ask: <R extends HostRequest>(request: R) => Promise<HostAnswers[R['do']]>;
  /**
   * Settles when it is of no use any more: it has ended, or does not keep to the protocol and was killed. Its devices
   * then read all ones.
   */
  readonly broken: Promise<ModelTrouble>;
  readonly exited: Promise<ProcessExit>;
  /** Settles when nothing that was printed is on its way any more. */
  readonly outputEnded: Promise<void>;
}

export interface DeviceHostLaunch {
  /** `device-host.mjs` of our own distribution. */
  readonly program: string;
  /** Absent: the Node that we run on. */
  readonly node?: string;
  /** What models print, as it comes. */
  readonly onOutput: (chunk: Buffer) => void;
  readonly onEvent: (event: HostEvent) => void;
  readonly limits?: Partial<DeviceHostLimits>;
}

/**
 * Starts the process. One that cannot be started is one that breaks at once.
 * @throws SystemError when this process may not open as many files.
 */
export function startDeviceHost({
  program,
  node = process.execPath,
  onOutput,
  onEvent,
  limits: given = {},
}: DeviceHostLaunch): DeviceHostProcess {
  const limits = { ...deviceHostLimits, ...given };
  const key = secretToken();
  let printed = '';
  const child = startSupervised({
    argv: [node, program],
    env: {
      [settingNames.key]: key,
      [settingNames.hangLimitMs]: String(limits.hangMs),
      [settingNames.loadLimitMs]: String(limits.loadMs),
    },
    channelCount: 1,
    onOutput: (chunk) => {
      printed = `${printed}${chunk.subarray(-keptOutputBytes).toString('utf8')}`.slice(-keptOutputBytes);
      onOutput(chunk);
    },
  });
  const [control] = child.channels;
  if (control === undefined)
    throw new Error('Internal error: the process of the models was started without its channel');
  const connection = new Connection({ child, control, key, limits, onEvent, printed: () => printed });
  return {
    pid: child.pid,
    // The answer to each request has the type that the protocol gives it.
    ask: connection.ask as DeviceHostProcess['ask'],
    broken: connection.broken,
    exited: child.exited,
    outputEnded: child.outputEnded,
    [Symbol.dispose]: () =>
      connection.giveUp({ kind: 'model', detail: 'its process was ended, for nobody needs it any more' }),
  };
}

/** For the reason why it ended. */
const keptOutputBytes = 8 * 1024;
/** What a process that has ended had still to say is on its way for so long. */
const drainMs = 250;

interface ConnectionParts {
  readonly child: SupervisedProcess;
  readonly control: Duplex;
  readonly key: string;
  readonly limits: DeviceHostLimits;
  readonly onEvent: (event: HostEvent) => void;
  readonly printed: () => string;
}

/**
 * The runner's end of the control channel. Whatever goes wrong there gives the process up: nothing waits for it then.
 */
class Connection {
  readonly #parts: ConnectionParts;
  readonly #asks: PendingAsks;
  readonly #broken = deferred<ModelTrouble>();
  readonly #controlEnded = deferred<'ended'>();
  readonly #startTimer: NodeJS.Timeout;
  readonly #pulse: NodeJS.Timeout;
  #isReady = false;
  #isPinged = false;
  #gone: DeviceHostError | undefined;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    const { child, control, limits } = parts;
    this.#asks = new PendingAsks((complaint) =>
      this.giveUp({ kind: 'model', detail: `its process does not answer: ${complaint}` }),
    );
    this.#startTimer = setTimeout(() => setImmediate(() => this.#missStart()), limits.startMs);
    this.#pulse = setInterval(() => this.#ping(), limits.pulseMs).unref();
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

  /** The first reason counts. Safe to call again. */
  giveUp(trouble: ModelTrouble): void {
    if (this.#gone !== undefined) return;
    this.#gone = new DeviceHostError(trouble.detail, trouble.kind === 'host');
    clearTimeout(this.#startTimer);
    clearInterval(this.#pulse);
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
  }

  #pass(event: HostEvent): void {
    this.#parts.onEvent(event);
    if (event.event === 'hung') this.giveUp({ kind: 'model', detail: `no answer for ${event.afterMs / 1000} s` });
    if (event.event === 'threw') this.giveUp({ kind: 'model', detail: event.message });
  }

  /** Models can reach the descriptor, but none of them has anything to say there. */
  #refuse(found: string): void {
    this.giveUp({
      kind: 'model',
      detail: `something in its process wrote to descriptor 3, which belongs to the runner: ${found}`,
    });
  }

  /** Whether it still runs is asked all the time: a process that was stopped holds up its machine and says nothing. */
  #ping(): void {
    if (!this.#isReady || this.#isPinged) return;
    this.#isPinged = true;
    const pinged = (): void => {
      this.#isPinged = false;
    };
    this.ask({ do: 'ping' }).then(pinged, pinged);
  }

  #missStart(): void {
    if (!this.#isReady)
      this.giveUp({ kind: 'host', detail: `its process did not start within ${this.#parts.limits.startMs / 1000} s` });
  }

  async #whenExited(exit: ProcessExit): Promise<void> {
    await withinTime(Promise.all([this.#controlEnded.promise, this.#parts.child.outputEnded]), drainMs);
    this.giveUp(troubleOfExit({ exit, wasReady: this.#isReady, printed: this.#parts.printed() }));
  }

  /** It mostly means that the process ends, and how it did says more. */
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
