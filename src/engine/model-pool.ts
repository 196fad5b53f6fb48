import { dirname, join } from 'node:path';
import type { HostEvent } from '../device-host/control-protocol.ts';
import { describeExit, startDeviceHost, type DeviceHostProcess } from '../device-host/device-host-process.ts';
import { deferred } from '../host/deferred.ts';
import { readTextFrom, sizeOfFile } from '../host/read-text.ts';
import { createScratchDirectory, type ScratchDirectory } from '../host/scratch-directory.ts';
import type { ModelLease } from '../run/model-device.ts';

/** A process of the models. */
interface PooledProcess {
  readonly process: DeviceHostProcess;
  readonly outputPath: string;
  /** Whoever has it at the moment listens. */
  onEvent: (event: HostEvent) => void;
  hasEnded: boolean;
}

/**
 * Processes that serve device models, each lent to one machine at a time and to the next one after it. So a model that hangs, or takes
 * its process down, costs the test that has it and no other. Disposing of it ends all of them.
 */
export class ModelPool implements Disposable {
  readonly #program: string;
  readonly #lineRelay: ModelLease['lineRelay'];
  readonly #idle: PooledProcess[] = [];
  readonly #all = new Set<PooledProcess>();
  #scratch: ScratchDirectory | undefined;
  #started = 0;

  /** `program`: `device-host.mjs` of our own distribution. */
  constructor(program: string, lineRelay: ModelLease['lineRelay']) {
    this.#program = program;
    this.#lineRelay = lineRelay;
  }

  /** A process that waits, or else a new one. It starts while its first question is on the way. */
  lend(): ModelLease {
    const pooled = this.#takeIdle() ?? this.#start();
    const events: HostEvent[] = [];
    const broken = deferred<string>();
    pooled.onEvent = (event) => {
      events.push(event);
      if (event.event === 'crashed') broken.resolve(`${event.device}: ${event.crash.message}`);
      if (event.event === 'hung') broken.resolve(`no answer for ${event.afterMs / 1000} s`);
    };
    void pooled.process.exited.then((exit) => broken.resolve(`its process has ended: ${describeExit(exit)}`));
    const from = sizeOfFile(pooled.outputPath);
    return {
      ask: pooled.process.ask,
      lineRelay: this.#lineRelay,
      events,
      broken: broken.promise,
      output: () => readTextFrom(pooled.outputPath, from, maxOutputBytes),
      release: (isTrusted) => {
        if (isTrusted && !pooled.hasEnded) this.#idle.push(pooled);
        else this.#end(pooled);
      },
    };
  }

  [Symbol.dispose](): void {
    for (const pooled of this.#all) this.#end(pooled);
    this.#scratch?.[Symbol.dispose]();
    this.#scratch = undefined;
  }

  #takeIdle(): PooledProcess | undefined {
    for (let pooled = this.#idle.pop(); pooled !== undefined; pooled = this.#idle.pop()) if (!pooled.hasEnded) return pooled;
    return undefined;
  }

  #start(): PooledProcess {
    this.#scratch ??= createScratchDirectory();
    const outputPath = join(this.#scratch.path, `models-${++this.#started}.log`);
    const process = startDeviceHost({ program: this.#program, outputPath, onEvent: (event) => pooled.onEvent(inModelsWords(event, dirname(this.#program))) });
    const pooled: PooledProcess = { process, outputPath, onEvent: () => undefined, hasEnded: false };
    this.#all.add(pooled);
    void process.exited.then(() => {
      pooled.hasEnded = true;
    });
    return pooled;
  }

  #end(pooled: PooledProcess): void {
    this.#all.delete(pooled);
    pooled.process[Symbol.dispose]();
  }
}

const maxOutputBytes = 1024 * 1024;

/** A stack as the model's author knows it: without our own frames and Node's below it. */
function inModelsWords(event: HostEvent, ownDirectory: string): HostEvent {
  switch (event.event) {
    case 'crashed':
      return { ...event, crash: { ...event.crash, stack: authorsFrames(event.crash.stack, ownDirectory) } };
    case 'hung':
      return { ...event, stack: authorsFrames(event.stack, ownDirectory) };
    case 'removed':
    case 'disconnected':
      return event;
  }
}

function authorsFrames(stack: string, ownDirectory: string): string {
  return stack.split('\n').filter((line) => !/^\s+at /.test(line) || !(line.includes(`${ownDirectory}/`) || /\(?node:/.test(line))).join('\n');
}
