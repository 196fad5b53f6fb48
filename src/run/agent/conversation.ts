import { now } from '../../host/clock.ts';
import type { StageName, StageRecord } from '../evidence/run-record.ts';
import type { FolderTransport } from '../folder/test-folder.ts';
import type { AgentSession } from './agent-session.ts';
import type { KernelSetting } from './stall-settings.ts';

export interface Script {
  /** The stages that the test has, in their order. */
  readonly stages: readonly StageName[];
  readonly environment: Readonly<Record<string, string>>;
  readonly root: 'builtin' | 'disk';
  readonly transport: FolderTransport;
  /** Written before the first stage. */
  readonly settings: readonly KernelSetting[];
  /** What a clone needs before it is like any other machine; absent: it was booted. */
  readonly resumeStep?: ResumeStep;
}

export interface ResumeStep {
  /** Hexadecimal; mixed into the kernel's random pool before anything else runs. */
  readonly seed: string;
  /** Makes the saved guest run. */
  readonly restore: () => Promise<void>;
  /** Plugs in what belongs to this test. */
  readonly plug: (session: AgentSession) => Promise<void>;
}

/** What is known of a stage while it runs and after. */
export type StageTrace = Omit<StageRecord, 'log'>;

export interface ConversationListener {
  /** Called once, when the first stage begins: the deadline of the stages counts from here. */
  readonly onFirstStage: () => void;
  /**
   * Called whenever a piece of the test's folder has gone to the guest: however much there is, its deadline counts from
   * here.
   */
  readonly onProgress: () => void;
}

/**
 * Leads the agent from `ready` to power-off, and returns which artifacts were left out. What it has learned stands in
 * `traces` at any time, however it ends.
 * @throws AgentLost, AgentRefusal
 */
export async function converse(
  session: AgentSession,
  script: Script,
  traces: StageTrace[],
  listener: ConversationListener,
): Promise<readonly string[]> {
  await session.ready;
  await prepare(session, script, listener);
  const failed = new Set<StageName>();
  for (const stage of script.stages) {
    if (!shouldRun(stage, failed)) continue;
    const exitStatus = await runStage(session, stage, traces, listener);
    if (exitStatus !== 0) failed.add(stage);
  }
  const leftOut = await script.transport.collect(session);
  await session.finish();
  return leftOut;
}

/**
 * Makes a guest whose agent waits ready for a test: clock, environment, root, devices, folder. @throws AgentLost,
 * AgentRefusal
 */
export async function prepare(
  session: AgentSession,
  { stages, environment, root, transport, settings, resumeStep }: Script,
  { onProgress }: Pick<ConversationListener, 'onProgress'>,
): Promise<void> {
  // One batch: the agent reads on while we wait for all its answers. They are sent in the order in which they stand
  // here.
  await Promise.all([
    session.begin(),
    ...(resumeStep === undefined ? [] : [session.ask(`seed ${resumeStep.seed}`)]),
    session.ask(`clock ${Math.floor(now().getTime() / 1000)}`),
    ...(settings.length === 0
      ? []
      : [session.ask(`tune ${settings.map(({ path, value }) => `${path}=${value}`).join(' ')}`)]),
    ...Object.entries(environment).map(([name, value]) => session.ask(`env ${name}=${value}`)),
    session.ask(`root ${root}`),
    resumeStep?.restore().then(() => resumeStep.plug(session)),
    bringFolder(session, { transport, onProgress }, stages),
  ]);
}

/** A stage that is the only one has no later one that could read its log. */
async function bringFolder(
  session: AgentSession,
  { transport, onProgress }: { readonly transport: FolderTransport; readonly onProgress: () => void },
  stages: readonly StageName[],
): Promise<void> {
  await transport.bring(session, onProgress);
  if (stages.length > 1) await session.ask('logs');
}

/** A setup that fails skips what depends on it; both teardowns run always. */
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

async function runStage(
  session: AgentSession,
  name: StageName,
  traces: StageTrace[],
  listener: ConversationListener,
): Promise<number> {
  let beganMs = performance.now();
  const place = traces.push({ name, exitStatus: undefined, durationMs: 0 }) - 1;
  let exitStatus: number | undefined;
  try {
    exitStatus = await session.runStage(name, () => {
      beganMs = performance.now();
      if (place === 0) listener.onFirstStage();
    });
    return exitStatus;
  } finally {
    // Also of a stage that did not end it is known how long it ran.
    traces[place] = { name, exitStatus, durationMs: performance.now() - beganMs };
  }
}
