import { now, secretToken } from '../host/clock.ts';
import { isSystemError } from '../host/system-error.ts';
import type { MachineSpec } from '../machine/machine-spec.ts';
import { launchMachine, type Machine } from '../machine/machine.ts';
import type { QemuInstall } from '../provision/provisioned.ts';
import { AgentSession } from './agent/agent-session.ts';
import type { Conversed } from './agent/conversation.ts';
import type { RunPorts } from './run-ports.ts';
import { collectEvidence, evidencePaths } from './evidence/evidence.ts';
import { type CoveragePlace, listenForPlace } from './evidence/coverage-place.ts';
import { type BootProgress, type Ending, notStarted } from './evidence/run-record.ts';
import { listenForClock } from './watch/boot-clock.ts';
import { listenForSigns } from './watch/boot-signs.ts';
import { diskLimits, watchDisk } from './watch/disk-limits.ts';
import { watchLimits } from './watch/watch-limits.ts';
import { watchMachine } from './watch/watch-machine.ts';

/** A cell's machine, booted once before any test. It shows whether the cell works at all. */
export interface BootJob {
  readonly qemu: QemuInstall;
  readonly machine: MachineSpec;
  readonly bootDeadlineMs: number;
  /** For console.log and qemu.log; absolute. */
  readonly directory: string;
}

export interface BootRecord extends BootProgress {
  readonly startedAt: Date;
  /** From the launch until the agent was ready; undefined: it never was. */
  readonly readyMs: number | undefined;
  /** From the launch until the machine was gone. */
  readonly durationMs: number;
  readonly ending: Ending;
  /** The guest's `uname -r`. */
  readonly release: string | undefined;
  /** Its clock ran ahead of ours, so its timeouts are too short. */
  readonly isClockAhead: boolean;
  /** Where the guest records what runs; absent: it does not. */
  readonly coverageAt?: CoveragePlace;
}

/** What happens to a machine whose agent is ready: it powers off, or is killed because it is no longer needed. */
export type AfterBoot = (machine: Machine) => Promise<'power-off' | 'kill'>;

const powerOff: AfterBoot = () => Promise.resolve('power-off');

/** Boots until the agent is ready, and ends the machine. */
export async function bootCell(job: BootJob, ports: RunPorts, afterBoot: AfterBoot = powerOff): Promise<BootRecord> {
  const startedAt = now();
  const launchedMs = performance.now();
  try {
    return { startedAt, ...(await bootOnMachine(job, ports, { afterBoot, launchedMs })) };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const ending = { kind: 'host-failed', detail: error.message } as const;
    const durationMs = performance.now() - launchedMs;
    return {
      startedAt,
      readyMs: undefined,
      durationMs,
      ending,
      ...notStarted,
      isClockAhead: false,
      release: undefined,
    };
  }
}

interface Boot {
  readonly afterBoot: AfterBoot;
  readonly launchedMs: number;
}

async function bootOnMachine(
  job: BootJob,
  { tripwire, signal, limits = watchLimits, disk = diskLimits }: RunPorts,
  boot: Boot,
): Promise<Omit<BootRecord, 'startedAt'>> {
  const { qemuLogPath } = evidencePaths(job.directory);
  using machine = launchMachine({ spec: job.machine, qemu: job.qemu, outputPath: qemuLogPath });
  const console = listenToBoot(boot.launchedMs);
  using evidence = collectEvidence(machine, { directory: job.directory, tripwire, onConsoleLine: console.hear });
  using onDisk = watchDisk({ folder: undefined, qemuLog: qemuLogPath }, disk);
  const session = new AgentSession(machine.channel('control'), secretToken());
  const reached: Reached = { readyMs: undefined, release: undefined, isKilled: false };
  const watched = await watchMachine({
    machine,
    session,
    evidence,
    bootDeadlineMs: job.bootDeadlineMs,
    imageStarts: job.machine.diskImage?.startsItself === true,
    timeoutMs: job.bootDeadlineMs,
    limits,
    signal,
    exceeded: onDisk.exceeded,
    converse: () => bootAndEnd(machine, session, boot, reached),
  });
  const durationMs = performance.now() - boot.launchedMs;
  evidence.close();
  const ending: Ending = reached.isKilled ? { kind: 'completed' } : watched.ending;
  return {
    readyMs: reached.readyMs,
    durationMs,
    ending: evidence.endingWith(ending),
    phase: evidence.bootPhase(),
    release: reached.release,
    ...console.told(),
  };
}

/** How far the boot came, whatever ended it. */
interface Reached {
  readyMs: number | undefined;
  release: string | undefined;
  /** By us, because it is no longer needed. */
  isKilled: boolean;
}

async function bootAndEnd(
  machine: Machine,
  session: AgentSession,
  { afterBoot, launchedMs }: Boot,
  reached: Reached,
): Promise<Conversed> {
  reached.release = await session.ready;
  reached.readyMs = performance.now() - launchedMs;
  if ((await afterBoot(machine)) === 'kill') {
    reached.isKilled = true;
    machine.kill();
  } else {
    await session.begin();
    await session.finish();
  }
  return { leftOut: [], written: undefined };
}

interface BootConsole {
  readonly hear: (line: Buffer) => void;
  readonly told: () => Pick<BootRecord, 'signs' | 'isClockAhead' | 'coverageAt'>;
}

/** Reads from a boot's console what its record says of it. */
function listenToBoot(launchedMs: number): BootConsole {
  const signs = listenForSigns();
  const place = listenForPlace();
  const clock = listenForClock(() => performance.now() - launchedMs);
  return {
    hear: (line) => {
      for (const listener of [signs, place, clock]) listener.hear(line);
    },
    told: () => {
      const coverageAt = place.place();
      return {
        signs: signs.signs(),
        isClockAhead: clock.isAhead(),
        ...(coverageAt === undefined ? {} : { coverageAt }),
      };
    },
  };
}
