import { now } from '../host/clock.ts';
import { readTextFile } from '../host/read-text.ts';
import { secretToken } from '../host/token.ts';
import { launchMachine } from '../machine/machine.ts';
import type { MachineSpec } from '../machine/machine-spec.ts';
import type { QemuInstall } from '../provision/provisioned.ts';
import { AgentSession } from './agent-session.ts';
import { collectEvidence, evidencePaths } from './evidence.ts';
import type { RunPorts } from './run-test.ts';
import type { Ending } from './run-record.ts';
import { watchMachine } from './watch-machine.ts';

/** A cell's machine, booted once on its own before any test: it tells whether the cell can work at all. */
export interface BootJob {
  readonly qemu: QemuInstall;
  readonly machine: MachineSpec;
  readonly bootDeadlineMs: number;
  /** For console.log and qemu.log, absolute. */
  readonly directory: string;
}

export interface BootRecord {
  readonly startedAt: Date;
  /** Launch until the agent was ready; undefined: it never was. */
  readonly readyMs: number | undefined;
  /** Launch until the machine was gone. */
  readonly durationMs: number;
  readonly ending: Ending;
  /** `uname -r` of the guest. */
  readonly release: string | undefined;
  readonly consoleText: string;
}

const maxConsoleBytes = 10 * 1024 * 1024;

/** Boots to the agent and powers off again. */
export async function bootCell(job: BootJob, { tripwire, signal }: RunPorts): Promise<BootRecord> {
  const startedAt = now();
  const launchedMs = performance.now();
  const { qemuLogPath } = evidencePaths(job.directory);
  const machine = launchMachine({ spec: job.machine, qemu: job.qemu, outputPath: qemuLogPath });
  const evidence = collectEvidence(machine, { directory: job.directory, tripwire });
  const session = new AgentSession(machine.channel('control'), secretToken());
  let readyMs: number | undefined;
  let release: string | undefined;
  const watched = await watchMachine({
    machine,
    session,
    evidence,
    bootDeadlineMs: job.bootDeadlineMs,
    timeoutMs: job.bootDeadlineMs,
    signal,
    converse: async () => {
      release = await session.ready;
      readyMs = performance.now() - launchedMs;
      await session.begin();
      await session.finish();
      return [];
    },
  });
  evidence.close();
  return {
    startedAt,
    readyMs,
    durationMs: performance.now() - launchedMs,
    ending: watched.ending,
    release,
    consoleText: readTextFile(evidence.consolePath, maxConsoleBytes),
  };
}
