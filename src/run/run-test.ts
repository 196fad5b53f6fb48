import { join, relative } from 'node:path';
import { now } from '../host/clock.ts';
import { copyUntrusted } from '../host/copy-tree.ts';
import { readTextFile } from '../host/read-text.ts';
import { createScratchDirectory } from '../host/scratch-directory.ts';
import { secretToken } from '../host/token.ts';
import { launchMachine, type Machine } from '../machine/machine.ts';
import type { MachineSpec } from '../machine/machine-spec.ts';
import type { PlannedTest } from '../plan/plan.ts';
import type { QemuInstall } from '../provision/provisioned.ts';
import { AgentSession } from './agent-session.ts';
import { converse, type Script, type StageTrace } from './conversation.ts';
import { collectEvidence, evidencePaths, type Tripwire } from './evidence.ts';
import { sharedFolder, tarFolder } from './folder-transport.ts';
import type { RunRecord, StageRecord } from './run-record.ts';
import { fillFolder, stagesOf } from './test-folder.ts';
import { watchMachine } from './watch-machine.ts';

/** One test, with everything it needs, ready to boot. Paths are absolute. */
export interface TestJob {
  readonly planned: PlannedTest;
  readonly qemu: QemuInstall;
  /** The machine without the test's folder. */
  readonly machine: Omit<MachineSpec, 'sharedFolder'>;
  readonly folderTransport: '9p' | 'tar';
  readonly modules: readonly string[];
  readonly bootDeadlineMs: number;
  /** Results directory of the whole run, and of this test. */
  readonly resultsDirectory: string;
  readonly directory: string;
}

export interface RunPorts {
  readonly tripwire: Tripwire;
  /** Aborts when the run is cancelled. */
  readonly signal: AbortSignal;
}

const artifactLimits = { files: 1000, bytes: 64 * 1024 * 1024 };
const maxTextBytes = 10 * 1024 * 1024;

/** Runs one test on a machine of its own and says what was seen. Expected failures are in the record, not thrown. */
export async function runTest(job: TestJob, ports: RunPorts): Promise<RunRecord> {
  using scratch = createScratchDirectory();
  const folder = join(scratch.path, 'folder');
  fillFolder(folder, job.planned, job.modules);
  const startedAt = now();
  const launchedMs = performance.now();
  const machine = launchMachine({
    spec: { ...job.machine, sharedFolder: job.folderTransport === '9p' ? folder : undefined },
    qemu: job.qemu,
    outputPath: evidencePaths(job.directory).qemuLogPath,
  });
  const evidence = collectEvidence(machine, { directory: job.directory, tripwire: ports.tripwire });
  const session = new AgentSession(machine.channel('control'), secretToken());
  const traces: StageTrace[] = [];
  const script = scriptOf(job, { folder, scratch: scratch.path, machine });
  const watched = await watchMachine({
    machine,
    session,
    evidence,
    bootDeadlineMs: job.bootDeadlineMs,
    timeoutMs: job.planned.timeoutMs,
    signal: ports.signal,
    converse: (listener) => converse(session, script, traces, listener),
  });
  const durationMs = performance.now() - launchedMs;
  for (const { name } of traces) evidence.stageRan(name);
  const cutLogs = evidence.close();
  const artifacts = copyUntrusted(join(folder, 'artifacts'), join(job.directory, 'artifacts'), artifactLimits);
  const inResults = (path: string): string => relative(job.resultsDirectory, path);
  return {
    planned: job.planned,
    start: 'cold',
    startedAt,
    startMs: watched.firstStageMs === undefined ? undefined : watched.firstStageMs - launchedMs,
    durationMs,
    ending: watched.ending,
    stages: traces.map((trace): StageRecord => ({ ...trace, log: inResults(evidence.stageLogPath(trace.name)) })),
    directory: inResults(job.directory),
    consolePath: inResults(evidence.consolePath),
    consoleText: readTextFile(evidence.consolePath, maxTextBytes),
    runOutput: traces.some((trace) => trace.name === 'run') ? readTextFile(evidence.stageLogPath('run'), maxTextBytes) : '',
    artifacts: artifacts.copied.map((path) => inResults(join(job.directory, 'artifacts', path))),
    notes: [...watched.notes, ...cutLogs, ...[...watched.leftOut, ...artifacts.leftOut].map((what) => `artifact left out: ${what}`)],
  };
}

interface ScriptPlace {
  readonly folder: string;
  readonly scratch: string;
  readonly machine: Machine;
}

function scriptOf({ planned, machine: spec, folderTransport }: TestJob, { folder, scratch, machine }: ScriptPlace): Script {
  return {
    stages: stagesOf(planned).map(({ name }) => name),
    environment: guestEnvironment(planned),
    root: spec.diskImage === undefined ? 'builtin' : 'disk',
    transport: folderTransport === '9p' ? sharedFolder : tarFolder({ folder, scratch, files: machine.channel('files'), limits: artifactLimits }),
  };
}

/** All that a stage sees of the outside; nothing of the host's own environment is in it. */
function guestEnvironment({ suite, test, cell }: PlannedTest): Readonly<Record<string, string>> {
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
