import type { MachineCalls } from '../../calls/machine-calls.ts';
import { now } from '../../host/clock.ts';
import type { StageName, StageRecord } from '../evidence/run-record.ts';
import { askForCalls, setStartingCalls } from '../calls/calls-script.ts';
import type { FolderTransport } from '../folder/folder-transport.ts';
import type { MachineLedger } from '../ledger/machine-ledger.ts';
import type { WrittenBytes } from './agent-message.ts';
import type { AgentSession } from './agent-session.ts';
import type { KernelSetting } from './stall-settings.ts';

export interface Script {
  /** The stages of the test, in order. */
  readonly stages: readonly StageName[];
  readonly environment: Readonly<Record<string, string>>;
  readonly root: 'builtin' | 'disk' | 'image';
  /** For `/etc/machine-id` of the root; absent: what is there stays. */
  readonly machineId?: string;
  readonly transport: FolderTransport;
  /** Written before the first stage. */
  readonly settings: readonly KernelSetting[];
  /** Whether the kernel has kmemleak, which is asked after the last stage for memory that nothing points to. */
  readonly scansForLeaks: boolean;
  /** The calls that fail, or can; absent: the machine has no helper for calls. */
  readonly calls?: MachineCalls | undefined;
  /** What the modules under test leave behind is told by this; absent: nobody sees it. */
  readonly ledger?: MachineLedger | undefined;
  /** How the machine ends: the guest powers off, or it rests, after this mark in the kernel's log, and is ended. */
  readonly end: { readonly kind: 'power-off' } | { readonly kind: 'rest'; readonly mark: string };
  /** What a clone needs to become like any other machine; absent: it was booted. */
  readonly resumeStep?: ResumeStep;
  /** Waits until a machine that was booted has found the devices of its models. */
  readonly awaitDevices?: (session: AgentSession) => Promise<void>;
}

export interface ResumeStep {
  /** Hexadecimal; mixed into the kernel's random pool before anything else runs. */
  readonly seed: string;
  /** Starts the saved guest. */
  readonly restore: () => Promise<void>;
  /** Plugs in the devices of this test; absent: it has none. */
  readonly plug?: (session: AgentSession) => Promise<void>;
}

/** What is known of a stage during and after its run. */
export type StageTrace = Omit<StageRecord, 'log'>;

export interface ConversationListener {
  /** Called once, when the first stage begins. The deadline of the stages starts here. */
  readonly onFirstStage: () => void;
  /**
   * Called whenever the guest has received a piece of the test's folder. Its deadline starts anew, however large the
   * folder is.
   */
  readonly onProgress: () => void;
  /** Called after the last stage, before the kernel looks for leaks. That has a deadline of its own. */
  readonly onLeakScan: () => void;
}

/** What came of a conversation. */
export interface Conversed {
  /** Which artifacts were left out, and why. */
  readonly leftOut: readonly string[];
  /** The bytes of output until the guest came to rest; undefined: it powers off. */
  readonly written: WrittenBytes | undefined;
}

/**
 * Leads the agent from `ready` to its end. `traces` is up to date at any time, however this ends. @throws AgentLost
 * @throws AgentRefusal
 */
export async function converse(
  session: AgentSession,
  script: Script,
  traces: StageTrace[],
  listener: ConversationListener,
): Promise<Conversed> {
  await session.ready;
  const prepared = prepare(session, script, listener);
  // The first stage is in the batch, too. The agent runs none when it could not do what comes before.
  const mayFollow = needsPreparation(script) ? prepared : Promise.resolve();
  const stagesRan = mayFollow.then(() => runStages(session, script.stages, traces, listener));
  await Promise.all([prepared, stagesRan]).catch(async (error: unknown) => {
    // Why the guest could not be prepared is also why the agent did not run the stage.
    await prepared;
    throw error;
  });
  if (script.calls !== undefined) await askForCalls(session, script.calls);
  await script.ledger?.report(session);
  if (script.scansForLeaks) {
    listener.onLeakScan();
    await session.ask('leaks');
  }
  const leftOut = await script.transport.collect(session);
  if (script.end.kind === 'rest') return { leftOut, written: await session.rest(script.end.mark) };
  await session.finish();
  return { leftOut, written: undefined };
}

/** Whether the host does something between the batch and the first stage. */
function needsPreparation({ resumeStep, awaitDevices, calls, ledger }: Script): boolean {
  return [resumeStep?.plug, awaitDevices, calls, ledger].some((step) => step !== undefined);
}

/**
 * Prepares a guest with a waiting agent for a test: clock, environment, root, devices, folder. @throws AgentLost
 * @throws AgentRefusal
 */
export async function prepare(
  session: AgentSession,
  { stages, environment, root, machineId, transport, settings, calls, ledger, resumeStep, awaitDevices }: Script,
  { onProgress }: Pick<ConversationListener, 'onProgress'>,
): Promise<void> {
  // Sent as one batch, in this order: the agent goes on reading while we wait for all answers.
  await Promise.all([
    session.begin(),
    ...(resumeStep === undefined ? [] : [session.ask(`seed ${resumeStep.seed}`)]),
    session.ask(`clock ${Math.floor(now().getTime() / 1000)}`),
    ...(settings.length === 0
      ? []
      : [session.ask(`tune ${settings.map(({ path, value }) => `${path}=${value}`).join(' ')}`)]),
    ...(calls === undefined ? [] : [setStartingCalls(session, calls)]),
    ...(ledger === undefined ? [] : [ledger.watch(session)]),
    ...Object.entries(environment).map(([name, value]) => session.inform(`env ${name}=${value}`)),
    session.ask(`root ${root}`),
    ...(machineId === undefined ? [] : [session.ask(`machine-id ${machineId}`)]),
    resumeStep?.restore().then(() => resumeStep.plug?.(session)),
    awaitDevices?.(session),
    bringFolder(session, { transport, onProgress }, stages),
  ]);
}

/** If there is only one stage, no later stage could read its log. */
async function bringFolder(
  session: AgentSession,
  { transport, onProgress }: { readonly transport: FolderTransport; readonly onProgress: () => void },
  stages: readonly StageName[],
): Promise<void> {
  await Promise.all([transport.bring(session, onProgress), ...(stages.length > 1 ? [session.ask('logs')] : [])]);
}

/** A failed setup skips what depends on it. Both teardowns always run. */
function shouldRun(stage: StageName, failed: ReadonlySet<StageName>): boolean {
  switch (stage) {
    case 'suite-setup':
    case 'teardown':
    case 'suite-teardown':
      return true;
    case 'setup':
      return !failed.has('suite-setup');
    case 'run':
      return !failed.has('suite-setup') && !failed.has('setup');
  }
}

async function runStages(
  session: AgentSession,
  stages: readonly StageName[],
  traces: StageTrace[],
  listener: ConversationListener,
): Promise<void> {
  const failed = new Set<StageName>();
  for (const stage of stages) {
    if (!shouldRun(stage, failed)) continue;
    const exitStatus = await runStage(session, stage, traces, listener);
    if (exitStatus !== 0) failed.add(stage);
  }
}

/** A stage has a trace from when it begins. */
async function runStage(
  session: AgentSession,
  name: StageName,
  traces: StageTrace[],
  listener: ConversationListener,
): Promise<number> {
  let begun: { readonly place: number; readonly atMs: number } | undefined;
  let exitStatus: number | undefined;
  try {
    exitStatus = await session.runStage(name, () => {
      begun = { place: traces.push({ name, exitStatus: undefined, durationMs: 0 }) - 1, atMs: performance.now() };
      if (begun.place === 0) listener.onFirstStage();
    });
    return exitStatus;
  } finally {
    // The duration is known even if the stage did not end.
    if (begun !== undefined) traces[begun.place] = { name, exitStatus, durationMs: performance.now() - begun.atMs };
  }
}
