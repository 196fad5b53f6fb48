import { join, relative } from 'node:path';
import type { Readable } from 'node:stream';
import { LineSplitter } from '../../bounds/line-splitter.ts';
import { deferred } from '../../host/deferred.ts';
import { CappedLog, largestLog, type LogLimits } from '../../host/files/capped-log.ts';
import { makeDirectory } from '../../host/files/scratch-directory.ts';
import type { Machine } from '../../machine/machine.ts';
import type { WrittenBytes } from '../agent/agent-message.ts';
import { AwaitedCount } from './awaited-count.ts';
import { PostMortemConsole } from './post-mortem-console.ts';
import { type BootPhase, type Ending, type StageName, stageNames } from './run-record.ts';

/** Decides from one line whether something is wrong. It must be cheap, because every console line passes through it. */
export type Tripwire = (line: string) => boolean;

const mebibyte = 1024 * 1024;
const consoleLimits: LogLimits = { headBytes: 8 * mebibyte, tailBytes: mebibyte, extraBytes: 8 * mebibyte };
const stageLimits: LogLimits = { headBytes: 8 * mebibyte, tailBytes: mebibyte, extraBytes: 0 };
/** How much of the console is kept after the tripwire fired in a flood; more than any report. */
const reportGrantBytes = mebibyte;
const maxConsoleLine = 64 * 1024;

/** The kernel begins its log with them. */
const firstKernelWords = 'Linux version ';

/** The maximum size of a log file. */
export const maxLogBytes = largestLog(consoleLimits);

/** Everything that a machine says, written to files, with limits on memory and disk. */
export interface Evidence extends Disposable {
  readonly consolePath: string;
  readonly qemuLogPath: string;
  readonly stageLogPath: (stage: StageName) => string;
  /** This stage began; it has a log from now on. */
  readonly stageRan: (stage: StageName) => void;
  /** Whether the console has said anything, and the last boot step seen on it. */
  readonly bootPhase: () => BootPhase;
  /** From now on, console output is not part of the test. It goes to a separate listener. */
  readonly divertConsole: () => PostMortemConsole;
  /** Resolves when the console has shown the mark, and each stage's output has so many bytes. */
  readonly complete: (written: WrittenBytes) => Promise<void>;
  /** Resolves when every channel that carries evidence has been read to its end. */
  readonly drained: Promise<void>;
  /** Resolves with the reason when evidence cannot be kept. From then on it is incomplete. */
  readonly lost: Promise<string>;
  /** The ending that counts. If evidence is incomplete, it is the reason for that. */
  readonly endingWith: (ending: Ending) => Ending;
  /** Closes the files and returns notes on cuts. */
  readonly close: () => readonly string[];
}

export interface EvidencePlace {
  readonly directory: string;
  readonly tripwire: Tripwire;
  /** Receives every console line of the test. */
  readonly onConsoleLine?: (line: Buffer) => void;
  /** A secret that the guest writes to its console when it has nothing more to say. */
  readonly mark?: string;
}

export function evidencePaths(directory: string): { readonly consolePath: string; readonly qemuLogPath: string } {
  makeDirectory(directory);
  return { consolePath: join(directory, 'console.log'), qemuLogPath: join(directory, 'qemu.log') };
}

/** Attaches to a machine right after its launch. No output is lost from here on. */
export function collectEvidence(machine: Machine, place: EvidencePlace): Evidence {
  const { directory } = place;
  const paths = evidencePaths(directory);
  const stageLogPath = (stage: StageName): string => join(directory, 'logs', `${stage}.log`);
  const lost = deferred<string>();
  let failure: string | undefined;
  const placeOf = (path: string): LogPlace => ({
    path,
    onFailure: (error) => {
      failure ??= `${relative(directory, path)}: ${error.message}`;
      lost.resolve(failure);
    },
  });
  const console = collectConsole(machine.channel('console'), placeOf(paths.consolePath), place);
  const stages = new Map(
    stageNames.map((stage) => [stage, collectLazily(machine.channel(`log.${stage}`), placeOf(stageLogPath(stage)))]),
  );
  const logs = [console, ...stages.values()];
  // The last messages of the monitor and the agent decide what an ending means.
  const speakers = [machine.channel('monitor'), machine.channel('control')].map(ended);
  const close = (): readonly string[] => logs.flatMap((log) => log.close());
  return {
    ...paths,
    stageLogPath,
    stageRan: (stage) => stages.get(stage)?.open(),
    bootPhase: console.bootPhase,
    divertConsole: console.divert,
    complete: async (written) => {
      const stagesHeard = [...written].map(([stage, bytes]) => stages.get(stage)?.received.reaches(bytes));
      await Promise.all([console.marked, ...stagesHeard]);
    },
    drained: Promise.all([...speakers, ...logs.map((log) => log.ended)]).then(() => undefined),
    lost: lost.promise,
    endingWith: (ending) => (failure === undefined ? ending : { kind: 'host-failed', detail: failure }),
    close,
    [Symbol.dispose]: () => void close(),
  };
}

interface LogPlace {
  readonly path: string;
  readonly onFailure: (error: Error) => void;
}

interface CollectedLog {
  readonly ended: Promise<void>;
  readonly close: () => readonly string[];
}

type CollectedConsole = CollectedLog & {
  readonly bootPhase: Evidence['bootPhase'];
  readonly divert: Evidence['divertConsole'];
  readonly marked: Promise<undefined>;
};

function collectConsole(
  stream: Readable,
  { path, onFailure }: LogPlace,
  { tripwire, onConsoleLine, mark }: EvidencePlace,
): CollectedConsole {
  const log = new CappedLog(path, consoleLimits, onFailure);
  let phase: BootPhase = 'kernel-silent';
  const marked = deferred<undefined>();
  const lines = new LineSplitter({
    maxLength: maxConsoleLine,
    onLine: (bytes) => {
      onConsoleLine?.(bytes);
      const line = bytes.toString('latin1');
      if (tripwire(line)) log.grant(reportGrantBytes);
      if (phase === 'kernel-silent' && line.includes(firstKernelWords)) phase = 'kernel-started';
      if (line.includes('qdt: init started')) phase = 'init-started';
      if (mark !== undefined && line.includes(mark)) marked.resolve(undefined);
      if (line.includes('qdt: no port named qdt.control')) phase = 'port-missing';
    },
  });
  let answers: PostMortemConsole | undefined;
  stream.on('data', (chunk: Buffer) => {
    if (answers !== undefined) {
      answers.push(chunk);
      return;
    }
    lines.push(chunk);
    log.write(chunk);
  });
  return {
    ended: ended(stream),
    close: () => closeAndTell(log, 'console.log'),
    bootPhase: () => phase,
    marked: marked.promise,
    divert: () => (answers ??= new PostMortemConsole()),
  };
}

/** A stage that ran has a log, even an empty one; a stage that did not run has none. */
function collectLazily(
  stream: Readable,
  { path, onFailure }: LogPlace,
): CollectedLog & { readonly open: () => unknown; readonly received: AwaitedCount } {
  let log: CappedLog | undefined;
  const openLog = (): CappedLog => (log ??= new CappedLog(path, stageLimits, onFailure));
  const received = new AwaitedCount();
  stream.on('data', (chunk: Buffer) => {
    openLog().write(chunk);
    received.add(chunk.length);
  });
  const name = path.slice(path.lastIndexOf('/logs/') + 1);
  return {
    open: openLog,
    received,
    ended: ended(stream),
    close: () => (log === undefined ? [] : closeAndTell(log, name)),
  };
}

function closeAndTell(log: CappedLog, name: string): readonly string[] {
  log.close();
  return log.leftOutBytes === 0 ? [] : [`${name}: ${log.leftOutBytes} bytes were left out of the middle`];
}

function ended(stream: Readable): Promise<void> {
  return new Promise((resolve) => {
    stream.once('end', () => resolve());
    stream.once('close', () => resolve());
  });
}
