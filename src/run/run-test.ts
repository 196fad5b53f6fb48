import { join, relative } from 'node:path';
import { now, secretToken } from '../host/clock.ts';
import { CannotCopy } from '../host/files/copy-tree.ts';
import { isSystemError } from '../host/system-error.ts';
import type { Machine } from '../machine/machine.ts';
import { mergeUserArguments } from '../machine/user-arguments.ts';
import { converse, type Script, type StageTrace } from './agent/conversation.ts';
import { settingsAfterBoot } from './agent/stall-settings.ts';
import type { TestJob } from './agent/test-job.ts';
import type { PhaseListener, RunPorts } from './run-ports.ts';
import { connectHardware } from './devices/connect-hardware.ts';
import { MachineModels, ModelNotAttached, type NotAttached } from './devices/machine-models.ts';
import { collectEvidence } from './evidence/evidence.ts';
import { keepRecord, type UnstartedEnding, unstartedRecord } from './evidence/keep-record.ts';
import { recordTimeline, type TimelineRecorder } from './evidence/record-timeline.ts';
import type { Ending, RunRecord } from './evidence/run-record.ts';
import { fillFolder, stagesOf } from './folder/test-folder.ts';
import { createOwnScratch } from './own-scratch.ts';
import { guestEnvironment, type MachinePlace, openSession, scriptFor, startMachine } from './start-machine.ts';
import { watchForBug } from './watch/bug-watch.ts';
import { diskLimits, watchDisk } from './watch/disk-limits.ts';
import { watchLimits, type WatchLimits } from './watch/watch-limits.ts';
import { type Watch, watchMachine } from './watch/watch-machine.ts';

/** Runs one test on its own machine and returns the evidence. Expected failures are recorded, not thrown. */
export async function runTest(job: TestJob, ports: RunPorts): Promise<RunRecord> {
  const unstarted = (ending: UnstartedEnding): RunRecord =>
    unstartedRecord(relative(job.resultsDirectory, job.directory), ending);
  try {
    const scratch = createOwnScratch();
    let left: string | undefined;
    const record = await runInScratch(job, ports, scratch.path).finally(async () => {
      left = await scratch.remove();
    });
    return left === undefined ? record : { ...record, notes: [...record.notes, left] };
  } catch (error) {
    if (error instanceof ModelNotAttached) return unstarted(endingWithoutModels(error.why));
    if (!isSystemError(error) && !(error instanceof CannotCopy)) throw error;
    return unstarted({ kind: 'host-failed', detail: error.message });
  }
}

async function runInScratch(job: TestJob, ports: RunPorts, scratch: string): Promise<RunRecord> {
  using models =
    job.models &&
    (await MachineModels.attach(job.models, { sockets: scratch, directory: job.directory, signal: ports.signal }));
  return await runOnMachine(job, { ...ports, scratch, models });
}

/** The ending of a machine that could not get its device models. */
export function endingWithoutModels(
  why: NotAttached,
): Extract<Ending, { kind: 'not-started' | 'cancelled' | 'host-failed' }> {
  switch (why.kind) {
    case 'model':
      return { kind: 'not-started', cause: { kind: 'model-failed', detail: why.detail } };
    case 'host':
      return { kind: 'host-failed', detail: `a device model could not be started: ${why.detail}` };
    case 'cancelled':
      return { kind: 'cancelled' };
  }
}

interface MachinePorts extends RunPorts {
  /** A private directory of this machine. */
  readonly scratch: string;
  readonly models: MachineModels | undefined;
}

async function runOnMachine(job: TestJob, { scratch, models, ...ports }: MachinePorts): Promise<RunRecord> {
  const { tripwire, signal, limits = watchLimits, disk = diskLimits, onPhase = () => undefined, bugsIn } = ports;
  const folder = join(scratch, 'folder');
  const place = { scratch, folder, directory: job.directory, models };
  await fillFolder(folder, job.planned, job.modules);
  onPhase({ kind: 'folder-filled' });
  const startedAt = now();
  const launchedMs = performance.now();
  const recorder = recordTimeline();
  using machine = launchFor(job, place, { recorder, onPhase });
  using bugs = watchForBug({ planned: job.planned, limits, bugsIn });
  const onConsoleLine = (line: Buffer): void => {
    recorder.consoleLine(line);
    bugs.hear(line);
  };
  const mark = secretToken();
  using evidence = collectEvidence(machine, { directory: job.directory, tripwire, onConsoleLine, mark });
  using onDisk = watchDisk({ folder, qemuLog: evidence.qemuLogPath }, disk);
  connectHardware(machine, { job, scratch, models: models?.port, listener: recorder.hwRequest });
  const session = openSession(machine, job, (message) => {
    recorder.agentMessage(message);
    onPhase({ kind: 'agent', message });
  });
  const traces: StageTrace[] = [];
  const script = scriptFor(job, machine, place, stagesWanted(job, mark));
  const watched = await watchMachine({
    ...watchSettings(job, { limits, signal, models }),
    machine,
    session,
    evidence,
    exceeded: onDisk.exceeded,
    bugs,
    converse: (listener) => converse(session, script, traces, listener),
  });
  const durationMs = performance.now() - launchedMs;
  onPhase({ kind: 'gone' });
  recorder.timeline.add('machine', 'the machine is gone');
  const devices =
    models === undefined ? [] : await models.finish(recorder.timeline, watched.firstStageMs !== undefined);
  for (const { name } of traces) evidence.stageRan(name);
  return await keepRecord(job, {
    startedAt,
    launchedMs,
    durationMs,
    isHeard: session.isHeard,
    watched,
    traces,
    evidence,
    folder,
    devices,
    models,
    timeline: recorder.timeline,
  });
}

function stagesWanted(
  { planned, machine }: TestJob,
  mark: string,
): Pick<Script, 'stages' | 'environment' | 'settings' | 'scansForLeaks' | 'end'> {
  const { kernel } = planned.cell;
  return {
    stages: stagesOf(planned).map(({ name }) => name),
    environment: guestEnvironment(planned),
    settings: settingsAfterBoot(planned.timeoutMs, mergeUserArguments(machine.userArgs).kernelParameters),
    scansForLeaks: kernel.kind === 'source' && kernel.flavours.includes('kmemleak'),
    end: planned.test.shutdown === 'run' ? { kind: 'power-off' } : { kind: 'rest', mark },
  };
}

interface Telling {
  readonly recorder: TimelineRecorder;
  readonly onPhase: PhaseListener;
}

function watchSettings(
  job: TestJob,
  { limits, signal, models }: Pick<MachinePorts, 'models' | 'signal'> & { readonly limits: WatchLimits },
): Pick<Watch, 'bootDeadlineMs' | 'timeoutMs' | 'limits' | 'signal' | 'modelBroken' | 'dumpDirectory'> {
  return {
    bootDeadlineMs: job.bootDeadlineMs,
    timeoutMs: job.planned.timeoutMs,
    limits,
    signal,
    modelBroken: models?.broken,
    ...(job.memoryDump === true ? { dumpDirectory: join(job.directory, 'postmortem') } : {}),
  };
}

function launchFor(job: TestJob, place: MachinePlace, { recorder, onPhase }: Telling): Machine {
  const machine = startMachine(job, place, (event) => {
    recorder.monitorEvent(event);
    onPhase({ kind: 'event', name: event.name });
  });
  onPhase({ kind: 'launched', pid: machine.pid });
  machine.monitor
    .then(
      () => onPhase({ kind: 'monitor-ready' }),
      () => undefined,
    )
    .catch(machine.fail);
  return machine;
}
