import type { Machine } from '../../machine/machine.ts';
import type { WrittenBytes } from '../agent/agent-message.ts';
import type { AgentSession } from '../agent/agent-session.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Ending } from '../evidence/run-record.ts';
import type { BugWatch } from './bug-watch.ts';
import { atMost } from './deadline.ts';
import type { WatchLimits } from './watch-limits.ts';

/** The process ended. The meaning is known once its output has been read. */
export interface Gone {
  readonly kind: 'gone';
}

export interface DoneMachine {
  readonly machine: Machine;
  readonly session: AgentSession;
  readonly evidence: Evidence;
  readonly bugs?: BugWatch | undefined;
  readonly limits: WatchLimits;
}

/**
 * The agent is done. A guest at rest has completed its test once everything is here that it said until then: the
 * console up to the agent's mark, and all output of the stages. If something of that does not come (the console is off,
 * or a flood), the guest powers off, which takes longer and needs no mark.
 *
 * @param written the bytes of output until the guest came to rest; undefined: it powers off anyway
 */
export async function endMachine(done: DoneMachine, written: WrittenBytes | undefined): Promise<Ending | Gone> {
  if (written === undefined) return await awaitPowerOff(done);
  const { evidence, limits, session } = done;
  if ((await atMost(evidence.complete(written), limits.restMs)) === 'settled') return { kind: 'completed' };
  session.powerOff();
  return await awaitPowerOff(done);
}

/** Only the power-off is left. After a bug it may wait for what a killed task held. */
async function awaitPowerOff({ machine, bugs, limits }: DoneMachine): Promise<Ending | Gone> {
  const { powerOffMs, bugPowerOffMs } = limits;
  const within = async (timeoutMs: number): Promise<Ending | Gone> =>
    (await atMost(machine.exited, timeoutMs)) === 'settled' ? { kind: 'gone' } : { kind: 'no-power-off', timeoutMs };
  return await Promise.race([
    within(powerOffMs),
    ...(bugs === undefined ? [] : [bugs.seen.then(() => within(Math.min(powerOffMs, bugPowerOffMs)))]),
  ]);
}

/** The ending of a machine that was ended at rest. What QEMU reports of the guest counts more. */
export function endingAtRest({ guestEnd }: Pick<Machine, 'guestEnd'>): Ending {
  const end = guestEnd();
  return end === undefined || end === 'guest-shutdown' ? { kind: 'completed' } : { kind: end };
}
