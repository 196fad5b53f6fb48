import { type Answerers, type AttachedModels, type HwMonitor, HwRefusal } from './answerers.ts';

/** The time limit of one request. Disposing stops the timer. */
export class RequestDeadline implements Disposable {
  readonly #limitMs: number;
  readonly #waiting = new Set<() => void>();
  readonly #timer: NodeJS.Timeout;
  #hasPassed = false;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
    this.#timer = setTimeout(() => {
      this.#hasPassed = true;
      for (const giveUp of this.#waiting) giveUp();
    }, limitMs);
  }

  /**
   * Waits for an answer until the deadline. A later answer is ignored. @throws HwRefusal that says that `who` has not
   * answered
   */
  async wait<T>(answer: Promise<T>, who: string): Promise<T> {
    const waited = `${this.#limitMs / 1000} s`;
    const refusal = (): HwRefusal =>
      new HwRefusal(`${who} has not answered within ${waited}, so the request was given up`);
    return await new Promise<T>((resolve, reject) => {
      const giveUp = (): void => reject(refusal());
      if (this.#hasPassed) giveUp();
      this.#waiting.add(giveUp);
      answer.then(resolve, reject).finally(() => this.#waiting.delete(giveUp));
    });
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer);
  }
}

/** The same hardware, with all waits limited by the deadline. */
export function withinDeadline<Asked extends Answerers>(hardware: Asked, deadline: RequestDeadline): Asked {
  const { monitor, models } = hardware;
  return { ...hardware, monitor: boundMonitor(monitor, deadline), models: boundModels(models, deadline) };
}

/** Refuses every question to QEMU after the deadline. */
export function boundMonitor(monitor: HwMonitor, deadline: RequestDeadline): HwMonitor {
  return {
    execute: async (command, args) =>
      await deadline.wait(monitor.execute(command, args), `QEMU, asked for ${command},`),
  };
}

function boundModels(models: AttachedModels, deadline: RequestDeadline): AttachedModels {
  const who = 'the process of the device models';
  return { ...models, ask: async (request) => await deadline.wait(models.ask(request), who) };
}
