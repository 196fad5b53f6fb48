import type { Machine } from '../../machine/machine.ts';
import { QmpError } from '../../machine/qmp/message.ts';
import { atMost } from './deadline.ts';

/** For machines that stay when their guest has ended. */
export interface LastLook {
  /** Resolves when the guest has ended, and the process has not. */
  readonly halted: Promise<void>;
  readonly look: () => Promise<void>;
}

/**
 * Where the guest has ended by itself, QEMU is asked to end, and not killed: what the guest wrote last may still be on
 * its way through it.
 */
export async function lookAndEnd(machine: Machine, { look }: LastLook): Promise<void> {
  await look();
  if (machine.guestEnd() === undefined) return;
  const quitting = machine.monitor
    .then((monitor) => monitor.execute('quit'))
    .catch((error: unknown) => {
      if (!(error instanceof QmpError)) throw error;
    });
  await atMost(Promise.all([quitting, machine.exited]), quitMs);
}

const quitMs = 2000;
