import { join, relative } from 'node:path';
import { type MachineCalls, openCalls } from '../calls/machine-calls.ts';
import { monotonicUs, now, secretToken } from '../host/clock.ts';
import { CannotCopy } from '../host/files/copy-tree.ts';
import { isSystemError } from '../host/system-error.ts';
import type { Machine } from '../machine/machine.ts';
import { mergeUserArguments } from '../machine/user-arguments.ts';
import { converse, type Script, type StageTrace } from './agent/conversation.ts';
import { settingsAfterBoot } from './agent/stall-settings.ts';
import type { TestJob } from './agent/test-job.ts';
import { stageEnvironment } from './agent/stage-environment.ts';
import type { PhaseListener, RunPorts } from './run-ports.ts';
import { recordCalls } from './calls/call-records.ts';
import { connectHardware } from './devices/connect-hardware.ts';
import { MachineModels, ModelNotAttached, type NotAttached } from './devices/machine-models.ts';
import { keepMemoryAtEnd, readCoverage, whenHalted } from './evidence/coverage-evidence.ts';
import { listenForPlace } from './evidence/coverage-place.ts';
import { collectEvidence } from './evidence/evidence.ts';
import { keepRecord, type UnstartedEnding, unstartedRecord } from './evidence/keep-record.ts';
import { recordTimeline, type TimelineRecorder } from './evidence/record-timeline.ts';
import type { CoverageEvidence } from './evidence/covered-lines.ts';
import type { DeviceRecord } from './evidence/device-record.ts';
import type { Ending, RunRecord } from './evidence/run-record.ts';
import { fillFolder, stagesOf } from './folder/test-folder.ts';
import { MachineLedger } from './ledger/machine-ledger.ts';
import { createOwnScratch } from './own-scratch.ts';
import { type MachinePlace, openSession, scriptFor, startMachine } from './start-machine.ts';
import { type BugWatch, watchForBug } from './watch/bug-watch.ts';
import { diskLimits, watchDisk } from './watch/disk-limits.ts';
import { watchLimits, type WatchLimits } from './watch/watch-limits.ts';
import type { LastLook } from './watch/last-look.ts';
import { type Watch, watchMachine } from './watch/watch-machine.ts';

/**
 * Runs one test on its own machine and returns the evidence. Expected failures are recorded, not thrown. @throws
 * NotCopied when its machine was to be a copy
 */
export async function runTest(job: TestJob, ports: RunPorts): Promise<RunRecord> {
  const unstarted = (ending: UnstartedEnding): RunRecord =>
    unstartedRecord(relative(job.resultsDirectory, job.directory), ending);
  const calls = job.calls && openCalls(job.calls);
  if (calls !== undefined && 'problem' in calls)
    return unstarted({ kind: 'not-started', cause: { kind: 'no-calls', detail: calls.problem } });
  try {
    const scratch = createOwnScratch();
    let left: string | undefined;
    const ledger = job.ledger && new MachineLedger(job.ledger);
    const record = await runInScratch(job, { ...ports, calls, ledger }, scratch.path).finally(async () => {
      left = await scratch.remove();
    });
    return left === undefined ? record : { ...record, notes: [...record.notes, left] };
  } catch (error) {
    if (error instanceof ModelNotAttached) return unstarted(endingWithoutModels(error.why));
    if (!isSystemError(error) && !(error instanceof CannotCopy)) throw error;
    return unstarted({ kind: 'host-failed', detail: error.message });
  }
}

interface HelperPorts extends RunPorts {
  /** Undefined: no call fails. */
  readonly calls: MachineCalls | undefined;
  /** Undefined: nobody sees what modules leave behind. */
  readonly ledger: MachineLedger | undefined;
}

async function runInScratch(job: TestJob, ports: HelperPorts, scratch: string): Promise<RunRecord> {
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

interface MachinePorts extends HelperPorts {
  /** A private directory of this machine. */
  readonly scratch: string;
  readonly models: MachineModels | undefined;
}

async function runOnMachine(
  job: TestJob,
  { scratch, models, calls, ledger, ...ports }: MachinePorts,
): Promise<RunRecord> {
  const { tripwire, signal, limits = watchLimits, disk = diskLimits, onPhase = () => undefined, bugsIn } = ports;
  const folder = join(scratch, 'folder');
  const folderSize = await fillFolder(folder, job.planned, job.modules);
  const place = { scratch, folder, folderSize, directory: job.directory, models };
  onPhase({ kind: 'folder-filled' });
  const startedAt = now();
  const launchedMs = performance.now();
  const recorder = recordTimeline({ isCopy: job.clone?.forks !== undefined });
  using machine = await launchFor(job, place, { recorder, onPhase });
  const coverage = coverageOf(job, machine, scratch);
  using bugs = watchForBug({ planned: job.planned, limits, bugsIn });
  const onConsoleLine = hearAll({ recorder, calls, bugs, coverage });
  const mark = secretToken();
  using evidence = collectEvidence(machine, { directory: job.directory, tripwire, onConsoleLine, mark });
  using onDisk = watchDisk({ folder, qemuLog: evidence.qemuLogPath }, disk);
  connectHardware(machine, { job, scratch, models: models?.port, calls, listener: recorder.hwRequest });
  const session = openSession(machine, job, (message) => {
    recorder.agentMessage(message);
    onPhase({ kind: 'agent', message });
  });
  const traces: StageTrace[] = [];
  const script = scriptFor(job, machine, place, { ...stagesWanted(job, mark), calls, ledger });
  const watched = await watchMachine({
    ...watchSettings(job, { limits, signal, models }),
    machine,
    session,
    evidence,
    exceeded: onDisk.exceeded,
    bugs,
    nameCode: ports.nameCode,
    ...(coverage === undefined ? {} : { lastLook: coverage }),
    converse: (listener) => converse(session, script, traces, listener),
  });
  const durationMs = performance.now() - launchedMs;
  onPhase({ kind: 'gone' });
  recorder.timeline.add('machine', 'the machine is gone');
  const told = await askDevices(recorder, { models, calls, ...ports }, watched.firstStageMs !== undefined);
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
    devices: told,
    models,
    helperNotes: [calls, ledger].flatMap((helper) => helper?.notes() ?? []),
    leaks: ledger?.leaks() ?? [],
    timeline: recorder.timeline,
    coverage: coverage?.evidence(),
  });
}

/** What device models and the helper that fails calls have seen of a machine that is gone. */
async function askDevices(
  { timeline }: TimelineRecorder,
  { models, calls, locateCalls }: Pick<MachinePorts, 'models' | 'calls' | 'locateCalls'>,
  hadStages: boolean,
): Promise<readonly DeviceRecord[]> {
  const devices = (await models?.finish(timeline, hadStages)) ?? [];
  const modules = calls === undefined ? [] : await recordCalls(calls, timeline, locateCalls);
  return [...devices, ...modules];
}

interface ConsoleListeners {
  readonly recorder: TimelineRecorder;
  readonly calls: MachineCalls | undefined;
  readonly bugs: Pick<BugWatch, 'hear'>;
  readonly coverage: MachineCoverage | undefined;
}

function hearAll({ recorder, calls, bugs, coverage }: ConsoleListeners): (line: Buffer) => void {
  return (line) => {
    recorder.consoleLine(line);
    calls?.hear(line.subarray(0, maxCallLine).toString('latin1'), monotonicUs());
    bugs.hear(line);
    coverage?.hear(line);
  };
}

interface MachineCoverage extends LastLook {
  readonly hear: (line: Buffer) => void;
  /** Undefined: the machine was gone before it could be read. */
  readonly evidence: () => CoverageEvidence | undefined;
}

/** Reads which code ran when the machine ends. Undefined: nothing records it. */
function coverageOf(
  { coverage: read, clone }: TestJob,
  machine: Machine,
  scratch: string,
): MachineCoverage | undefined {
  if (read === undefined) return undefined;
  const listener = listenForPlace();
  let evidence: CoverageEvidence | undefined;
  keepMemoryAtEnd(machine).catch(machine.fail);
  return {
    hear: listener.hear,
    halted: whenHalted(machine),
    look: async () => {
      const place = clone === undefined ? listener.place() : clone.template.coverageAt;
      evidence = await readCoverage(machine, place, { scratch, read });
    },
    evidence: () => evidence,
  };
}

/** Enough of a line of the helper. */
const maxCallLine = 600;

function stagesWanted(
  { planned, machine }: TestJob,
  mark: string,
): Pick<Script, 'stages' | 'environment' | 'settings' | 'scansForLeaks' | 'end'> {
  const { kernel } = planned.cell;
  return {
    stages: stagesOf(planned).map(({ name }) => name),
    environment: stageEnvironment(planned),
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
): Pick<Watch, 'bootDeadlineMs' | 'imageStarts' | 'timeoutMs' | 'limits' | 'signal' | 'modelBroken' | 'dumpDirectory'> {
  return {
    bootDeadlineMs: job.bootDeadlineMs,
    imageStarts: job.machine.diskImage?.startsItself === true,
    timeoutMs: job.planned.timeoutMs,
    limits,
    signal,
    modelBroken: models?.broken,
    ...(job.memoryDump === true ? { dumpDirectory: join(job.directory, 'postmortem') } : {}),
  };
}

async function launchFor(job: TestJob, place: MachinePlace, { recorder, onPhase }: Telling): Promise<Machine> {
  const machine = await startMachine(job, place, (event) => {
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
