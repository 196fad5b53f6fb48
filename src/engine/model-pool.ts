import { dirname } from 'node:path';
import { bounds } from '../bounds/bounds.ts';
import type { DeviceHostLimits, HostEvent, HostRequest } from '../device-host/control-protocol.ts';
import { type DeviceHostProcess, startDeviceHost } from '../device-host/device-host-process.ts';
import type { LineRelay } from '../device-host/line-relay.ts';
import type { ModelTrouble } from '../device-host/model-trouble.ts';
import { deferred, withinTime } from '../host/deferred.ts';
import { createScratchDirectory, type ScratchDirectory } from '../host/files/scratch-directory.ts';
import { isSystemError } from '../host/system-error.ts';
import type { ModelLease } from '../run/devices/model-device.ts';

/** A stack as the model's author needs it, without our frames and Node's. */
function inModelsWords(event: HostEvent, ownDirectory: string): HostEvent {
  switch (event.event) {
    case 'crashed':
      return { ...event, crash: { ...event.crash, stack: authorsFrames(event.crash.stack, ownDirectory) } };
    case 'hung':
    case 'threw':
      return { ...event, stack: authorsFrames(event.stack, ownDirectory) };
    case 'ready':
    case 'connected':
    case 'removed':
    case 'disconnected':
      return event;
  }
}

function authorsFrames(stack: string, ownDirectory: string): string {
  return stack
    .split('\n')
    .filter((line) => !/^\s+at /.test(line) || !(line.includes(`${ownDirectory}/`) || /\(?node:/.test(line)))
    .join('\n');
}

/** A process that serves models. */
interface PooledProcess {
  readonly process: DeviceHostProcess;
  /** Called by the process; set by its current user. */
  onEvent: (event: HostEvent) => void;
  onOutput: (chunk: Buffer) => void;
}

export interface Lending {
  /** Receives the output of its models. */
  readonly onOutput?: (chunk: Buffer) => void;
  /** No further process is needed, so none is started ahead. */
  readonly isLast?: boolean;
}

export interface PoolOptions {
  readonly limits?: Partial<DeviceHostLimits>;
}

/** How long to wait for the last output of a process. */
const drainMs = 1000;

/**
 * Processes that serve device models, one per machine. Each ends with its machine, so that no state of a model outlives
 * its test. The next one is started while a test runs, so that no test waits for it. Disposing ends all of them.
 */
export class ModelPool implements Disposable {
  readonly #program: string;
  readonly #lineRelay: ModelLease['lineRelay'];
  readonly #limits: Partial<DeviceHostLimits>;
  readonly #all = new Set<PooledProcess>();
  readonly #triedRelays = new Set<string>();
  #spare: PooledProcess | undefined;
  /** What one process has made of a model's text, for the later ones. */
  #texts: ScratchDirectory | undefined;
  #isOpen = true;

  /** `program`: `device-host.mjs` of our distribution. */
  constructor(program: string, lineRelay: ModelLease['lineRelay'], { limits = {} }: PoolOptions = {}) {
    this.#program = program;
    this.#lineRelay = lineRelay;
    this.#limits = limits;
  }

  /**
   * Returns the process that was started ahead, or a new one. @throws SystemError when this host has no room for one
   */
  lend({ onOutput = () => undefined, isLast = false }: Lending = {}): ModelLease {
    const lent = this.#spare ?? this.#start();
    this.#spare = undefined;
    const { process } = lent;
    const events: HostEvent[] = [];
    const broken = deferred<ModelTrouble>();
    lent.onOutput = onOutput;
    lent.onEvent = (event) => {
      if (events.length < bounds.models.events) events.push(event);
      if (event.event === 'crashed')
        broken.resolve({ kind: 'model', detail: `${event.device}: ${event.crash.message}` });
    };
    void process.broken.then(broken.resolve);
    const ask = async (request: HostRequest): Promise<object> => {
      try {
        const answer = await process.ask(request);
        this.#noteRelay(request);
        return answer;
      } finally {
        // Not earlier: the machine that waits for this process needs the processor first.
        if (!isLast) this.#prepare();
      }
    };
    const end = (): void => this.#end(lent);
    return {
      // The protocol defines the type of the answer to each request.
      ask: ask as ModelLease['ask'],
      lineRelay: () => this.#relay(),
      events,
      broken: broken.promise,
      end: async () => {
        end();
        await withinTime(process.outputEnded, drainMs);
      },
      [Symbol.dispose]: end,
    };
  }

  [Symbol.dispose](): void {
    this.#isOpen = false;
    for (const pooled of this.#all) this.#end(pooled);
    this.#texts?.[Symbol.dispose]();
  }

  async #relay(): Promise<LineRelay> {
    const relay = await this.#lineRelay();
    return relay.kind === 'ready' && this.#triedRelays.has(relay.program) ? { ...relay, isTried: true } : relay;
  }

  /** Each process would check it again, which takes a process of its own. */
  #noteRelay(done: HostRequest): void {
    if (done.do === 'create' && done.lineRelay?.kind === 'ready') this.#triedRelays.add(done.lineRelay.program);
  }

  /** Starts a process for the next machine. If there is no room now, that machine will report it. */
  #prepare(): void {
    if (!this.#isOpen || this.#spare !== undefined) return;
    try {
      this.#spare = this.#start();
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }

  #start(): PooledProcess {
    this.#texts ??= createScratchDirectory();
    const pooled: PooledProcess = {
      process: startDeviceHost({
        program: this.#program,
        limits: this.#limits,
        texts: this.#texts.path,
        onOutput: (chunk) => pooled.onOutput(chunk),
        onEvent: (event) => pooled.onEvent(inModelsWords(event, dirname(this.#program))),
      }),
      onEvent: () => undefined,
      onOutput: () => undefined,
    };
    this.#all.add(pooled);
    void pooled.process.broken.then(() => {
      this.#all.delete(pooled);
      if (this.#spare === pooled) this.#spare = undefined;
    });
    return pooled;
  }

  #end(pooled: PooledProcess): void {
    this.#all.delete(pooled);
    pooled.process[Symbol.dispose]();
  }
}
