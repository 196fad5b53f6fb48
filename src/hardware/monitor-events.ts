import { deferred } from '../host/deferred.ts';
import type { Machine } from '../machine/machine.ts';
import type { QmpEvent } from '../machine/qmp/message.ts';

/** QEMU's events, for code that waits for the effect of a request. */
export interface MonitorEvents {
  /**
   * The next event that `pick` accepts. Call it before the command that causes the event. Undefined: it did not come in
   * time, or the machine ended.
   */
  readonly next: <T>(pick: (event: QmpEvent) => T | undefined, limitMs: number) => AwaitedEvent<T>;
}

/** Nothing of it is left when it has happened, or cannot any more. Disposing gives it up before. */
export interface AwaitedEvent<T> extends Disposable {
  readonly happened: Promise<T | undefined>;
}

export function monitorEvents(machine: Pick<Machine, 'listen' | 'exited'>): MonitorEvents {
  return {
    next: <T>(pick: (event: QmpEvent) => T | undefined, limitMs: number): AwaitedEvent<T> => {
      const { promise, resolve } = deferred<T | undefined>();
      const settle = (picked?: T): void => {
        listening[Symbol.dispose]();
        clearTimeout(timer);
        resolve(picked);
      };
      const listening = machine.listen((event) => {
        const picked = pick(event);
        if (picked !== undefined) settle(picked);
      });
      const timer = setTimeout(settle, limitMs);
      void machine.exited.then(() => settle());
      return { happened: promise, [Symbol.dispose]: () => settle() };
    },
  };
}
