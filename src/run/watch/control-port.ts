import { deferred } from '../../host/deferred.ts';
import type { Machine } from '../../machine/machine.ts';
import { portId } from '../../machine/qemu-arguments.ts';
import type { QmpEvent } from '../../machine/qmp/message.ts';
import { type Deadline, startDeadline } from './deadline.ts';
import type { WatchLimits } from './watch-limits.ts';

export interface ControlPort extends Disposable {
  /** Resolves when the guest has closed its end of the control port for good. Our agent does that only when it dies. */
  readonly closed: Promise<void>;
  /** How long it has been closed, in milliseconds; 0: it is open, or was never opened. */
  readonly closedForMs: () => number;
}

/**
 * Watches the guest's end of the control port. A guest that suspends resets the port's device, which closes the port,
 * and opens it again when it resumes.
 */
export function watchControlPort(
  machine: Pick<Machine, 'listen'>,
  { suspendMs }: Pick<WatchLimits, 'suspendMs'>,
): ControlPort {
  const { promise, resolve } = deferred<undefined>();
  let closing: Deadline<undefined> | undefined;
  let closedAtMs: number | undefined;
  const hear = (event: QmpEvent): void => {
    const isOpen = controlPortState(event);
    if (isOpen === undefined) return;
    closing?.cancel();
    closedAtMs = isOpen ? undefined : performance.now();
    closing = isOpen ? undefined : startDeadline(suspendMs, () => undefined);
    closing?.passed.then(resolve, () => undefined);
  };
  const listening = machine.listen(hear);
  return {
    closed: promise,
    closedForMs: () => (closedAtMs === undefined ? 0 : performance.now() - closedAtMs),
    [Symbol.dispose]: () => {
      closing?.cancel();
      listening[Symbol.dispose]();
    },
  };
}

/** Whether the event opens or closes the control port; undefined: neither. Source: QEMU's qapi/char.json. */
function controlPortState({ name, data }: QmpEvent): boolean | undefined {
  if (name !== 'VSERPORT_CHANGE' || data['id'] !== portId('control')) return undefined;
  return data['open'] === true;
}
