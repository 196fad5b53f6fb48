import { secretToken } from '../host/clock.ts';
import { isSystemError } from '../host/system-error.ts';
import type { MachineSpec } from '../machine/machine-spec.ts';
import { launchMachine } from '../machine/machine.ts';
import type { QemuInstall } from '../provision/provisioned.ts';
import { AgentSession } from './agent/agent-session.ts';
import { collectEvidence, evidencePaths } from './evidence/evidence.ts';
import type { Ending } from './evidence/run-record.ts';
import type { RunPorts } from './run-ports.ts';
import { originOfClone, restoreMachine, type Template } from './template.ts';
import { diskLimits, watchDisk } from './watch/disk-limits.ts';
import { watchLimits } from './watch/watch-limits.ts';
import { watchMachine } from './watch/watch-machine.ts';

export interface ProofJob {
  readonly qemu: QemuInstall;
  /** As it was when the template was made. */
  readonly machine: MachineSpec;
  readonly template: Template;
  /** For console.log and qemu.log; absolute. */
  readonly directory: string;
}

/**
 * Restores a template once, until its agent answers. That a guest answers shows that the accelerator works now, as a
 * boot would, in a fraction of its time. Undefined: it answers; otherwise how its clone ended.
 */
export async function proveTemplate(job: ProofJob, ports: RunPorts): Promise<Ending | undefined> {
  try {
    return await prove(job, ports);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { kind: 'host-failed', detail: error.message };
  }
}

async function prove(
  { qemu, machine: spec, template, directory }: ProofJob,
  { tripwire, signal, limits = watchLimits, disk = diskLimits }: RunPorts,
): Promise<Ending | undefined> {
  const origin = originOfClone(template, qemu);
  const { qemuLogPath } = evidencePaths(directory);
  using machine = launchMachine({ spec: { ...spec, origin }, qemu, outputPath: qemuLogPath });
  using evidence = collectEvidence(machine, { directory, tripwire });
  using onDisk = watchDisk({ folder: undefined, qemuLog: qemuLogPath }, disk);
  const session = new AgentSession(machine.channel('control'), secretToken(), { readyRelease: template.release });
  const proof = { isGiven: false };
  const { ending } = await watchMachine({
    machine,
    session,
    evidence,
    bootDeadlineMs: limits.restoreMs,
    timeoutMs: limits.restoreMs,
    limits,
    signal,
    exceeded: onDisk.exceeded,
    converse: async () => {
      await Promise.all([session.begin(), restoreMachine(machine, template.state)]);
      proof.isGiven = true;
      machine.kill();
      return { leftOut: [], written: undefined };
    },
  });
  evidence.close();
  return proof.isGiven ? undefined : evidence.endingWith(ending);
}
