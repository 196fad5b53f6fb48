import type { ModelTrouble } from '../../device-host/model-trouble.ts';
import { deferred } from '../../host/deferred.ts';
import { isSystemError } from '../../host/system-error.ts';
import type { Machine } from '../../machine/machine.ts';
import { QmpError } from '../../machine/qmp/message.ts';
import { AgentLost, AgentRefusal, ImageFailed } from '../agent/agent-message.ts';
import type { AgentSession } from '../agent/agent-session.ts';
import type { WrittenBytes } from '../agent/agent-message.ts';
import type { Conversed, ConversationListener } from '../agent/conversation.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { CodeNamer } from '../evidence/code-windows.ts';
import { holdPostMortem, type PostMortem } from '../evidence/post-mortem.ts';
import type { Ending } from '../evidence/run-record.ts';
import type { BugWatch } from './bug-watch.ts';
import { type ControlPort, watchControlPort } from './control-port.ts';
import { atMost, pause, type StageDeadlines, startDeadlines } from './deadline.ts';
import { endingAtRest, endMachine, type Gone } from './end-machine.ts';
import { endingOfExit } from './ending-of-exit.ts';
import { type KvmWatch, watchForKvmFailure } from './kvm-failure.ts';
import { type LastLook, lookAndEnd } from './last-look.ts';
import type { WatchLimits } from './watch-limits.ts';

export interface Watch {
  readonly machine: Machine;
  readonly session: AgentSession;
  readonly evidence: Evidence;
  /** From the launch until the agent is ready, in milliseconds. */
  readonly bootDeadlineMs: number;
  /** A disk image starts by itself. */
  readonly imageStarts?: boolean;
  /** From the start of the first stage until the agent is done, in milliseconds. */
  readonly timeoutMs: number;
  readonly limits: WatchLimits;
  readonly signal: AbortSignal;
  /** Resolves when a device model breaks; absent: there is none. */
  readonly modelBroken?: Promise<ModelTrouble> | undefined;
  /** Watches the console; absent: the machine goes on after any bug. */
  readonly bugs?: BugWatch;
  /** Resolves with the excess when the machine exceeds its disk limits; absent: there are none. */
  readonly exceeded?: Promise<string>;
  /** The directory for the memory of a machine that hangs, absolute; absent: it is not kept. */
  readonly dumpDirectory?: string;
  /** Names places in the modules under test; absent: none is named. */
  readonly nameCode?: CodeNamer | undefined;
  /** Reads what is needed of a machine that is about to end; its memory is still there. Absent: nothing is. */
  readonly lastLook?: LastLook;
  /** Leads the agent until it is done. */
  readonly converse: (listener: ConversationListener) => Promise<Conversed>;
}

export interface Watched {
  readonly ending: Ending;
  /** When the first stage began, on the clock of `performance.now()`. */
  readonly firstStageMs: number | undefined;
  readonly leftOut: readonly string[];
  /** Evidence from a machine that hung or did not end. */
  readonly postMortem: PostMortem | undefined;
  readonly notes: readonly string[];
}

/**
 * Watches one machine from its launch until it is gone. The agent's conversation, the process, the deadlines and a
 * cancel race; the first one decides. The console is drained before any conclusion. An exception of code that serves
 * this machine ends it, and is rethrown when the machine is gone, so that nothing is left behind.
 */
export async function watchMachine(watch: Watch): Promise<Watched> {
  const { machine, session, evidence, limits } = watch;
  using clock = startDeadlines(session, evidence, watch);
  using cancellation = listenForAbort(watch.signal);
  using port = watchControlPort(machine, limits);
  using kvm = watchForKvmFailure(machine, evidence.qemuLogPath);
  const state: TalkState = { firstStageMs: undefined, leftOut: [] };
  const talk = talkTo(watch, clock, state);
  const conversation = talk.then(
    (written) => endMachine(watch, written),
    (error: unknown) => explainConversation(error, limits),
  );
  session.heard.then(clock.alive).catch(machine.fail);
  try {
    const first = await firstToDecide(watch, { conversation, clock, port, kvm, cancellation });
    clock.stop();
    const isCutOff = port.closedForMs() > limits.settleMs;
    const postMortem = await Promise.race([examine(watch, first, cancellation.aborted), machine.failed]);
    if (watch.lastLook !== undefined) await Promise.race([lookAndEnd(machine, watch.lastLook), machine.failed]);
    machine.kill();
    const exit = await machine.exited;
    const read = Promise.all([evidence.drained, machine.monitorRead, Promise.allSettled([talk])]);
    const drained = await atMost(read, limits.drainMs);
    const ending =
      first.kind === 'gone'
        ? ofExit(endingOfExit({ exit, machine, session, evidence }), isCutOff)
        : first.kind === 'completed'
          ? endingAtRest(machine)
          : first;
    return {
      ending: drained === 'late' ? incomplete(ending, limits) : ending,
      firstStageMs: state.firstStageMs,
      leftOut: state.leftOut,
      postMortem,
      notes: notesOn(session),
    };
  } catch (error) {
    machine.kill();
    await atMost(Promise.all([machine.exited, Promise.allSettled([talk])]), limits.drainMs);
    throw error;
  }
}

interface Deciders {
  readonly conversation: Promise<Ending | Gone>;
  readonly clock: StageDeadlines;
  readonly port: ControlPort;
  readonly kvm: KvmWatch;
  readonly cancellation: Cancellation;
}

/** Of what happens at once, the first one in this list counts. */
async function firstToDecide(
  watch: Watch,
  { conversation, clock, port, kvm, cancellation }: Deciders,
): Promise<Ending | Gone> {
  const { machine, evidence } = watch;
  return await Promise.race([
    conversation,
    whenGone(machine),
    whenHalted(watch),
    clock.passed,
    whenPanicked(watch),
    whenPortCloses(watch, port),
    whenLost(evidence),
    whenModelBreaks(watch),
    whenExceeded(watch),
    whenBugIsTold(watch),
    kvm.failed,
    cancellation.aborted,
    machine.failed,
  ]);
}

interface TalkState {
  firstStageMs: number | undefined;
  readonly leftOut: string[];
}

/** Resolves when the agent is done: only the machine's end is left. */
async function talkTo({ converse }: Watch, clock: StageDeadlines, state: TalkState): Promise<WrittenBytes | undefined> {
  const { leftOut, written } = await converse({
    onFirstStage: () => {
      state.firstStageMs = performance.now();
      clock.stagesBegin();
    },
    onProgress: clock.progress,
    onLeakScan: clock.leakScanBegins,
  });
  clock.stop();
  state.leftOut.push(...leftOut);
  return written;
}

/** Asks only a machine that should have ended but still runs. Any other has reported everything. */
async function examine(
  { machine, evidence, limits, dumpDirectory, nameCode }: Watch,
  first: Ending | Gone,
  aborted: Promise<unknown>,
): Promise<PostMortem | undefined> {
  return first.kind === 'deadline' || first.kind === 'no-power-off'
    ? await holdPostMortem({ machine, evidence, limits, dumpDirectory, nameCode, aborted })
    : undefined;
}

async function whenGone(machine: Machine): Promise<Gone> {
  await machine.exited;
  return { kind: 'gone' };
}

async function whenHalted({ lastLook }: Watch): Promise<Gone> {
  await (lastLook?.halted ?? new Promise<never>(() => undefined));
  return { kind: 'gone' };
}

/** A session is also lost when the machine dies. The process then reports more, a moment later. */
async function explainConversation(error: unknown, { settleMs }: WatchLimits): Promise<Ending> {
  if (error instanceof AgentRefusal) return { kind: 'agent-lost', detail: error.message };
  if (error instanceof ImageFailed) return { kind: 'image-failed', detail: error.message };
  if (isSystemError(error)) return { kind: 'host-failed', detail: error.message };
  if (!(error instanceof AgentLost || error instanceof QmpError)) throw error;
  await pause(settleMs);
  return { kind: 'agent-lost', detail: error.message };
}

/** Only the agent has the port open. If it closes early, the agent is gone or was cut off. */
async function whenPortCloses({ session, limits }: Watch, port: ControlPort): Promise<Ending> {
  await port.closed;
  await pause(limits.settleMs);
  if (session.isDone) return new Promise(() => undefined);
  return cutOff;
}

/** A guest that powers off after its agent was cut off says nothing about the test. */
function ofExit(ending: Ending, isCutOff: boolean): Ending {
  return ending.kind === 'guest-shutdown' && isCutOff ? cutOff : ending;
}

const cutOff: Ending = { kind: 'agent-lost', detail: 'its control port was closed inside the guest' };

/** A panic ends with a reset, unless the suite disabled that (`panic=0`). Then nothing more would come. */
async function whenPanicked({ machine, limits }: Watch): Promise<Ending | Gone> {
  await machine.panicked;
  return (await atMost(machine.exited, limits.panicMs)) === 'settled' ? { kind: 'gone' } : { kind: 'guest-panicked' };
}

/** A machine that is ending by itself reports more: a panic, a reset. */
async function whenBugIsTold({ machine, bugs }: Watch): Promise<Ending> {
  const bug = await (bugs?.unexpected ?? new Promise<never>(() => undefined));
  return machine.guestEnd() === undefined ? { kind: 'after-bug', bug } : new Promise(() => undefined);
}

/** Stops the machine before the disk is full, because all other machines need it for their logs. */
async function whenExceeded({ exceeded }: Watch): Promise<Ending> {
  return { kind: 'over-limit', detail: await (exceeded ?? new Promise<never>(() => undefined)) };
}

/** A machine whose output cannot be kept is useless. */
async function whenLost(evidence: Evidence): Promise<Ending> {
  return { kind: 'host-failed', detail: await evidence.lost };
}

/** A read that the model never answers blocks the whole machine, for as long as QEMU waits. */
async function whenModelBreaks({ modelBroken }: Watch): Promise<Ending> {
  const { kind, detail } = await (modelBroken ?? new Promise<never>(() => undefined));
  return kind === 'host'
    ? { kind: 'host-failed', detail: `a device model was lost: ${detail}` }
    : { kind: 'model-broke', detail };
}

interface Cancellation extends Disposable {
  readonly aborted: Promise<Ending>;
}

/** One signal serves thousands of machines, so each removes its listener. */
function listenForAbort(signal: AbortSignal): Cancellation {
  const { promise, resolve } = deferred<Ending>();
  const cancelled = (): void => resolve({ kind: 'cancelled' });
  if (signal.aborted) cancelled();
  else signal.addEventListener('abort', cancelled, { once: true });
  return { aborted: promise, [Symbol.dispose]: () => signal.removeEventListener('abort', cancelled) };
}

/** Unread output may contain a kernel report, so nothing good can be concluded. */
function incomplete(ending: Ending, { drainMs }: WatchLimits): Ending {
  return ending.kind === 'completed'
    ? { kind: 'host-failed', detail: `the machine's channels were not read to their end within ${drainMs / 1000} s` }
    : ending;
}

function notesOn(session: AgentSession): readonly string[] {
  return session.foreignLines === 0
    ? []
    : [`${session.foreignLines} lines on the control port did not come from the agent and were ignored`];
}
