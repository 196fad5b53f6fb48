import { join } from 'node:path';
import { secretToken } from '../host/clock.ts';
import { writeProgramAt } from '../host/files/file-changes.ts';
import { readTextIfThere } from '../host/files/file-facts.ts';
import { makeDirectory } from '../host/files/scratch-directory.ts';
import { isSystemError } from '../host/system-error.ts';
import { LineSplitter } from '../bounds/line-splitter.ts';
import type { MachineSpec } from '../machine/machine-spec.ts';
import { launchMachine, type Machine } from '../machine/machine.ts';
import type { QemuInstall } from '../provision/provisioned.ts';
import { AgentSession } from './agent/agent-session.ts';
import { converse, type StageTrace } from './agent/conversation.ts';
import { collectEvidence } from './evidence/evidence.ts';
import type { Ending } from './evidence/run-record.ts';
import { sharedFolder } from './folder/folder-transport.ts';
import type { RunPorts } from './run-ports.ts';
import { diskLimits, watchDisk } from './watch/disk-limits.ts';
import { watchLimits } from './watch/watch-limits.ts';
import { watchMachine } from './watch/watch-machine.ts';

/** A script that works in the root of a disk image, which is kept. */
export interface DiskJob {
  readonly qemu: QemuInstall;
  /** Its kernel has 9p, and its disk image keeps what is written. */
  readonly machine: Omit<MachineSpec, 'sharedFolder'>;
  readonly script: string;
  readonly bootDeadlineMs: number;
  readonly timeoutMs: number;
  /** For the logs and the script; a new directory of this machine alone. */
  readonly directory: string;
  /** Receives each line of the script. */
  readonly onLine: (line: string) => void;
}

export interface DiskWork {
  readonly ending: Ending;
  /** Of the script; undefined: it did not end. */
  readonly exitStatus: number | undefined;
  /** What the script has written. */
  readonly output: string;
}

/** Runs a script as the one stage of a machine. Expected failures are its ending, and are not thrown. */
export async function workOnDisk(job: DiskJob, ports: RunPorts): Promise<DiskWork> {
  try {
    return await work(job, ports);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { ending: { kind: 'host-failed', detail: error.message }, exitStatus: undefined, output: '' };
  }
}

async function work(
  { qemu, machine: spec, script, bootDeadlineMs, timeoutMs, directory, onLine }: DiskJob,
  { tripwire, signal, limits = watchLimits, disk = diskLimits }: RunPorts,
): Promise<DiskWork> {
  const folder = join(directory, 'folder');
  for (const part of ['artifacts', 'logs']) makeDirectory(join(folder, part));
  writeProgramAt(join(folder, 'run'), script);
  const outputPath = join(directory, 'qemu.log');
  using machine = launchMachine({ spec: { ...spec, sharedFolder: folder }, qemu, outputPath });
  using evidence = collectEvidence(machine, { directory, tripwire });
  using onDisk = watchDisk({ folder, qemuLog: evidence.qemuLogPath }, disk);
  hearLines(machine, onLine);
  const session = new AgentSession(machine.channel('control'), secretToken());
  const traces: StageTrace[] = [];
  const watched = await watchMachine({
    ...{ machine, session, evidence, bootDeadlineMs, timeoutMs, limits, signal },
    exceeded: onDisk.exceeded,
    converse: (listener) => converse(session, oneStage, traces, listener),
  });
  evidence.close();
  return {
    ending: evidence.endingWith(watched.ending),
    exitStatus: traces[0]?.exitStatus,
    output: readTextIfThere(evidence.stageLogPath('run')) ?? '',
  };
}

const oneStage = {
  stages: ['run'],
  environment: { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/root', TERM: 'dumb' },
  root: 'disk',
  transport: sharedFolder,
  settings: [],
  scansForLeaks: false,
  end: { kind: 'power-off' },
} as const;

const maxLineLength = 1000;

function hearLines(machine: Machine, onLine: (line: string) => void): void {
  const lines = new LineSplitter({
    maxLength: maxLineLength,
    onLine: (line) => onLine(line.toString('utf8')),
  });
  machine.channel('log.run').on('data', (chunk: Buffer) => lines.push(chunk));
}
