import { now, secretToken } from '../host/clock.ts';
import { isSystemError } from '../host/system-error.ts';
import type { MachineSpec } from '../machine/machine-spec.ts';
import { launchMachine, type Machine } from '../machine/machine.ts';
import type { QemuInstall } from '../provision/provisioned.ts';
import { AgentSession } from './agent/agent-session.ts';
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
  { afterBoot, launchedMs }: Boot,
): Promise<Omit<BootRecord, 'startedAt'>> {
  const { qemuLogPath } = evidencePaths(job.directory);
  using machine = launchMachine({ spec: job.machine, qemu: job.qemu, outputPath: qemuLogPath });
  const listener = listenForSigns();
  const recorder = listenForPlace();
  const clock = listenForClock(() => performance.now() - launchedMs);
  const onConsoleLine = (line: Buffer): void => {
    listener.hear(line);
    recorder.hear(line);
    clock.hear(line);
  };
  using evidence = collectEvidence(machine, { directory: job.directory, tripwire, onConsoleLine });
  using onDisk = watchDisk({ folder: undefined, qemuLog: qemuLogPath }, disk);
  const session = new AgentSession(machine.channel('control'), secretToken());
  let readyMs: number | undefined;
  let release: string | undefined;
  const fate = { isKilled: false };
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
    converse: async () => {
      release = await session.ready;
      readyMs = performance.now() - launchedMs;
      if ((await afterBoot(machine)) === 'kill') {
        fate.isKilled = true;
        machine.kill();
      } else {
        await session.begin();
        await session.finish();
      }
      return { leftOut: [], written: undefined };
    },
  });
  const durationMs = performance.now() - launchedMs;
  evidence.close();
  const coverageAt = recorder.place();
  const ending: Ending = fate.isKilled ? { kind: 'completed' } : watched.ending;
  return {
    readyMs,
    durationMs,
    ending: evidence.endingWith(ending),
    phase: evidence.bootPhase(),
    signs: listener.signs(),
    isClockAhead: clock.isAhead(),
    release,
    ...(coverageAt === undefined ? {} : { coverageAt }),
  };
}
