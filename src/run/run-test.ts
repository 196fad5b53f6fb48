import { join, relative } from 'node:path';
import { now } from '../host/clock.ts';
import { copyUntrusted } from '../host/copy-tree.ts';
import { readTextFile } from '../host/read-text.ts';
import { createScratchDirectory } from '../host/scratch-directory.ts';
import { isSystemError } from '../host/system-error.ts';
import { secretToken } from '../host/token.ts';
import { launchMachine, type Machine } from '../machine/machine.ts';
import type { MachineSpec } from '../machine/machine-spec.ts';
import { mergeUserArguments } from '../machine/user-arguments.ts';
import type { PlannedTest } from '../plan/plan.ts';
import type { QemuInstall } from '../provision/provisioned.ts';
import { AgentSession } from './agent-session.ts';
import { converse, type Script, type StageTrace } from './conversation.ts';
import { collectEvidence, evidencePaths, maxLogBytes, type Tripwire } from './evidence.ts';
import { sharedFolder, tarFolder } from './folder-transport.ts';
import { recordPostMortem } from './record-post-mortem.ts';
import type { RunRecord, StageRecord } from './run-record.ts';
import type { PhaseListener } from './phase.ts';
import { restoreMachine } from './save-machine.ts';
import { plugDevices } from './plug-devices.ts';
import type { Template } from './template.ts';
import { stallSettings } from './stall-settings.ts';
import { fillFolder, stagesOf } from './test-folder.ts';
import { unstartedRecord } from './unstarted-record.ts';
import { watchLimits, type WatchLimits } from './watch-limits.ts';
import { watchMachine } from './watch-machine.ts';

/** One test, with everything it needs, ready to boot. Paths are absolute. */
export interface TestJob {
  readonly planned: PlannedTest;
  readonly qemu: QemuInstall;
  /** The machine without the test's folder. */
  readonly machine: Omit<MachineSpec, 'sharedFolder'>;
  readonly folderTransport: '9p' | 'tar';
  readonly modules: readonly string[];
  /** Absent: the machine boots for itself. */
  readonly clone?: CloneStart;
  readonly bootDeadlineMs: number;
  /** Whether a machine that hangs leaves its memory, too. */
  readonly memoryDump?: boolean;
  /** Results directory of the whole run, and of this test. */
  readonly resultsDirectory: string;
  readonly directory: string;
}

/** The saved machine to start from, and what is plugged into it. */
export interface CloneStart {
  readonly template: Template;
  /** Values of `-device`. */
  readonly devices: readonly string[];
  readonly hasSlots: boolean;
}

export interface RunPorts {
  readonly tripwire: Tripwire;
  /** Aborts when the run is cancelled. */
  readonly signal: AbortSignal;
  /** Absent: those that suit a real guest. */
  readonly limits?: WatchLimits;
  /** Told how far the machine has come. */
  readonly onPhase?: PhaseListener;
}

export const artifactLimits = { files: 1000, bytes: 64 * 1024 * 1024 };

/** Runs one test on a machine of its own and says what was seen. Expected failures are in the record, not thrown. */
export async function runTest(job: TestJob, ports: RunPorts): Promise<RunRecord> {
  try {
    return await runOnMachine(job, ports);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return unstartedRecord(job.planned, relative(job.resultsDirectory, job.directory), { kind: 'host-failed', detail: error.message });
  }
}

async function runOnMachine(job: TestJob, { tripwire, signal, limits = watchLimits, onPhase = () => undefined }: RunPorts): Promise<RunRecord> {
  using scratch = createScratchDirectory();
  const folder = join(scratch.path, 'folder');
  fillFolder(folder, job.planned, job.modules);
  onPhase({ kind: 'folder-filled' });
  const startedAt = now();
  const launchedMs = performance.now();
  using machine = launchFor(job, folder, onPhase);
  using evidence = collectEvidence(machine, { directory: job.directory, tripwire });
  const session = new AgentSession(machine.channel('control'), secretToken(), { readyRelease: job.clone?.template.release, onMessage: (message) => onPhase({ kind: 'agent', message }) });
  const traces: StageTrace[] = [];
  const script = scriptOf(job, { folder, scratch: scratch.path, machine });
  const watched = await watchMachine({
    machine,
    session,
    evidence,
    bootDeadlineMs: job.bootDeadlineMs,
    timeoutMs: job.planned.timeoutMs,
    limits,
    signal,
    ...(job.memoryDump === true ? { dumpDirectory: join(job.directory, 'postmortem') } : {}),
    converse: (listener) => converse(session, script, traces, listener),
  });
  const durationMs = performance.now() - launchedMs;
  onPhase({ kind: 'gone' });
  for (const { name } of traces) evidence.stageRan(name);
  const cutLogs = evidence.close();
  const artifacts = copyUntrusted(join(folder, 'artifacts'), join(job.directory, 'artifacts'), artifactLimits);
  const consoleText = readTextFile(evidence.consolePath, maxLogBytes);
  const postMortem = watched.postMortem && (await recordPostMortem(watched.postMortem, consoleText, job));
  const inResults = (path: string): string => relative(job.resultsDirectory, path);
  return {
    planned: job.planned,
    start: job.clone === undefined ? 'cold' : 'clone',
    startedAt,
    startMs: watched.firstStageMs === undefined ? undefined : watched.firstStageMs - launchedMs,
    durationMs,
    isHeard: session.isHeard,
    ending: evidence.endingWith(watched.ending),
    stages: traces.map((trace): StageRecord => ({ ...trace, log: inResults(evidence.stageLogPath(trace.name)) })),
    directory: inResults(job.directory),
    consolePath: inResults(evidence.consolePath),
    consoleText,
    runOutput: traces.some((trace) => trace.name === 'run') ? readTextFile(evidence.stageLogPath('run'), maxLogBytes) : '',
    artifacts: artifacts.copied.map((path) => inResults(join(job.directory, 'artifacts', path))),
    ...(postMortem === undefined ? {} : { postMortem: postMortem.record }),
    notes: [...watched.notes, ...(postMortem?.notes ?? []), ...cutLogs, ...[...watched.leftOut, ...artifacts.leftOut].map((what) => `artifact left out: ${what}`)],
  };
}

function launchFor(job: TestJob, folder: string, onPhase: PhaseListener): Machine {
  const machine = launchMachine({
    spec: { ...job.machine, ...originOf(job), sharedFolder: job.folderTransport === '9p' ? folder : undefined },
    qemu: job.qemu,
    outputPath: evidencePaths(job.directory).qemuLogPath,
    onEvent: ({ name }) => onPhase({ kind: 'event', name }),
  });
  onPhase({ kind: 'launched', pid: machine.pid });
  machine.monitor.then(() => onPhase({ kind: 'monitor-ready' }), () => undefined);
  return machine;
}

function originOf({ clone }: TestJob): Pick<MachineSpec, 'origin'> {
  return clone === undefined ? {} : { origin: { kind: 'clone', ramPath: clone.template.ramPath, slots: clone.template.slots } };
}

interface ScriptPlace {
  readonly folder: string;
  readonly scratch: string;
  readonly machine: Machine;
}

function scriptOf({ planned, machine: spec, folderTransport, clone }: TestJob, { folder, scratch, machine }: ScriptPlace): Script {
  return {
    stages: stagesOf(planned).map(({ name }) => name),
    environment: guestEnvironment(planned),
    settings: stallSettings(planned.timeoutMs, mergeUserArguments(spec.userArgs).kernelParameters),
    root: spec.diskImage === undefined ? 'builtin' : 'disk',
    transport: folderTransport === '9p' ? sharedFolder : tarFolder({ folder, scratch, files: machine.channel('files'), limits: artifactLimits }),
    ...(clone === undefined ? {} : { awakening: { seed: secretToken(), restore: () => restoreMachine(machine, clone.template.state), plug: (session) => plugDevices({ machine, ...clone }, session) } }),
  };
}

/** All that a stage sees of the outside; nothing of the host's own environment is in it. */
export function guestEnvironment({ suite, test, cell }: PlannedTest): Readonly<Record<string, string>> {
  return {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: '/root',
    TERM: 'dumb',
    QDT_SUITE: suite.name,
    QDT_TEST: test.name,
    QDT_CELL: cell.id,
    QDT_KERNEL: cell.kernel.text,
    QDT_ARTIFACTS: '/test/artifacts',
    QDT_MODULES: '/test/modules',
  };
}
