import { deferred } from '../host/deferred.ts';
import { readTextFile } from '../host/read-text.ts';
import type { ProcessExit } from '../host/supervised-process.ts';
import type { Machine } from '../machine/machine.ts';
import { AgentLost, AgentRefusal, type AgentSession } from './agent-session.ts';
import type { ConversationListener } from './conversation.ts';
import { atMost, startDeadline, type Deadline } from './deadline.ts';
import type { Evidence } from './evidence.ts';
import type { Ending } from './run-record.ts';

export interface Watch {
  readonly machine: Machine;
  readonly session: AgentSession;
  readonly evidence: Evidence;
  /** Launch until the agent is ready, milliseconds. */
  readonly bootDeadlineMs: number;
  /** First stage's begin until the agent says it is done, milliseconds. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Leads the agent; returns which artifacts were left out. */
  readonly converse: (listener: ConversationListener) => Promise<readonly string[]>;
}

export interface Watched {
  readonly ending: Ending;
  /** When the first stage began, on the clock of `performance.now()`. */
  readonly firstStageMs: number | undefined;
  readonly leftOut: readonly string[];
  readonly notes: readonly string[];
}

/** Between ready and the first stage the guest mounts a folder and no more. */
const prepareDeadlineMs = 60_000;
const powerOffDeadlineMs = 20_000;
/** The heartbeat comes once a second; a busy host may delay it. */
const heartbeatGraceMs = 5_000;
/** A machine that dies loses its agent first: this long the process may take to say more. */
const settleMs = 1_000;
/** After the process has ended, what it wrote is on its way to us at most this long. */
const drainLimitMs = 5_000;

/**
 * Watches one machine from its launch until it is gone, whatever happens: the agent's conversation, the process, the
 * deadlines and a cancel race, the first decides, and the console is drained before anybody draws a conclusion.
 */
export async function watchMachine(watch: Watch): Promise<Watched> {
  const { machine, session, evidence, signal } = watch;
  const clock = startDeadlines(watch);
  const leftOut: string[] = [];
  let firstStageMs: number | undefined;
  const conversation = watch
    .converse({
      onFirstStage: () => {
        firstStageMs = performance.now();
        clock.stagesBegin();
      },
    })
    .then((left) => {
      clock.stop();
      leftOut.push(...left);
    })
    .then(() => awaitPowerOff(machine), explainConversation);
  void session.ready.then(() => clock.booted(), () => undefined);
  const cancellation = listenForAbort(signal);
  const first = await Promise.race([conversation, whenGone(machine), clock.passed, whenPortCloses(watch), cancellation.aborted]);
  cancellation.stop();
  clock.stop();
  machine.kill();
  const exit = await machine.exited;
  await atMost(evidence.drained, drainLimitMs);
  const ending = first.kind === 'gone' ? endingOfExit({ exit, machine, session, evidence }) : first;
  return { ending, firstStageMs, leftOut, notes: notesOn(session) };
}

/** The process ended; what that means is known once all it said has been read. */
interface Gone {
  readonly kind: 'gone';
}

async function whenGone(machine: Machine): Promise<Gone> {
  await machine.exited;
  return { kind: 'gone' };
}

/** The agent has said `done`: only the power-off is left. */
async function awaitPowerOff(machine: Machine): Promise<Ending | Gone> {
  const settled = await atMost(machine.exited, powerOffDeadlineMs);
  return settled === 'settled' ? { kind: 'gone' } : { kind: 'no-power-off', timeoutMs: powerOffDeadlineMs };
}

/** A session is lost when the machine dies, too: then the process says more, a moment later. */
async function explainConversation(error: unknown): Promise<Ending> {
  if (error instanceof AgentRefusal) return { kind: 'agent-lost', detail: error.message };
  if (!(error instanceof AgentLost)) throw error;
  await pause(settleMs);
  return { kind: 'agent-lost', detail: error.message };
}

/** Nobody but the agent has the port open. That it closes before the end means that the agent is gone, or cut off. */
async function whenPortCloses({ machine, session }: Watch): Promise<Ending> {
  await machine.controlPortClosed;
  await pause(settleMs);
  if (session.isDone) return new Promise(() => undefined);
  return { kind: 'agent-lost', detail: 'its control port was closed inside the guest' };
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}

/** One signal serves thousands of machines: each takes its listener away again. */
function listenForAbort(signal: AbortSignal): { readonly aborted: Promise<Ending>; readonly stop: () => void } {
  const { promise, resolve } = deferred<Ending>();
  const cancelled = (): void => resolve({ kind: 'cancelled' });
  if (signal.aborted) cancelled();
  else signal.addEventListener('abort', cancelled, { once: true });
  return { aborted: promise, stop: () => signal.removeEventListener('abort', cancelled) };
}

interface Deadlines {
  readonly passed: Promise<Ending>;
  readonly booted: () => void;
  readonly stagesBegin: () => void;
  readonly stop: () => void;
}

/** One deadline at a time: boot, then the preparation, then the stages. */
function startDeadlines({ session, evidence, bootDeadlineMs, timeoutMs }: Watch): Deadlines {
  let pass: (ending: Ending) => void = () => undefined;
  const passed = new Promise<Ending>((resolve) => {
    pass = resolve;
  });
  let current: Deadline<Ending> | undefined;
  const start = (afterMs: number, ending: () => Ending | Promise<Ending>): void => {
    current?.cancel();
    current = startDeadline(afterMs, ending);
    void current.passed.then(pass);
  };
  start(bootDeadlineMs, () => ({ kind: 'boot-deadline', timeoutMs: bootDeadlineMs, phase: evidence.bootPhase() }));
  return {
    passed,
    booted: () => start(prepareDeadlineMs, () => ({ kind: 'agent-lost', detail: `no answer to the first commands within ${prepareDeadlineMs / 1000} s` })),
    stagesBegin: () => start(timeoutMs, async () => ({ kind: 'deadline', timeoutMs, answering: await isAnswering(session) })),
    stop: () => current?.cancel(),
  };
}

/** A guest that is alive beats once a second; one that is only slow gets a moment more. */
async function isAnswering(session: AgentSession): Promise<boolean> {
  const askedMs = performance.now();
  while (performance.now() - askedMs < heartbeatGraceMs) {
    if (session.lastHeardMs > askedMs) return true;
    await pause(50);
  }
  return false;
}

interface Remains {
  readonly exit: ProcessExit;
  readonly machine: Machine;
  readonly session: AgentSession;
  readonly evidence: Evidence;
}

function endingOfExit({ exit, machine, session, evidence }: Remains): Ending {
  const guestEnd = machine.guestEnd();
  if (session.isDone && guestEnd === 'guest-shutdown') return { kind: 'completed' };
  if (guestEnd !== undefined) return { kind: guestEnd };
  const lastOutput = readTextFile(evidence.qemuLogPath, 64 * 1024).trimEnd().split('\n').slice(-5).join('\n');
  switch (exit.kind) {
    case 'exited':
      return { kind: 'qemu-exited', exitCode: exit.exitCode, signal: undefined, lastOutput };
    case 'signalled':
      return { kind: 'qemu-exited', exitCode: undefined, signal: exit.signal, lastOutput };
    case 'not-started':
      return { kind: 'qemu-exited', exitCode: undefined, signal: undefined, lastOutput: exit.error.message };
  }
}

function notesOn(session: AgentSession): readonly string[] {
  return session.foreignLines === 0
    ? []
    : [`${session.foreignLines} lines on the control port did not come from the agent and were ignored`];
}
