import { join } from 'node:path';
import { splitLines } from '../../bounds/line-splitter.ts';
import { secretToken } from '../../host/clock.ts';
import { withinTime } from '../../host/deferred.ts';
import { writeProgramAt } from '../../host/files/file-changes.ts';
import { realPath } from '../../host/files/file-facts.ts';
import { createScratchDirectory, makeDirectory } from '../../host/files/scratch-directory.ts';
import { NotCopied, type OwnOfCopy } from '../../host/process/process-copies.ts';
import { type ForkServer, launchForkServer } from '../../machine/fork-server.ts';
import { channelNames, type MachineSpec } from '../../machine/machine-spec.ts';
import type { Machine, RunningQemu } from '../../machine/machine.ts';
import { QmpError } from '../../machine/qmp/message.ts';
import type { QemuInstall } from '../../provision/provisioned.ts';
import { AgentLost, AgentRefusal, printable } from '../agent/agent-message.ts';
import { AgentSession } from '../agent/agent-session.ts';
import type { Tripwire } from '../evidence/evidence.ts';
import { folderParts } from '../folder/test-folder.ts';
import { originOfClone, restoreMachine, type Template } from '../template.ts';
import { rehearse, rehearsedStage } from './rehearsal.ts';

export interface ForksJob {
  readonly qemu: QemuInstall;
  /** The machine of all clones, without a folder. */
  readonly machine: Omit<MachineSpec, 'sharedFolder'>;
  readonly folderTransport: '9p' | 'tar';
  readonly template: Template;
  /** The library with the fork server. */
  readonly library: string;
}

/** Makes clones of a template by copying one that is there. Disposing ends it and all of them. */
export interface Forks extends Disposable {
  /** A clone whose guest stands still. @throws NotCopied */
  readonly copy: (own: OwnOfCopy) => Promise<RunningQemu>;
  /** What is copied is gone, and so are all clones that it has made. */
  readonly isLost: () => boolean;
}

/** Restoring and rehearsing takes about as long as a clone with a short test. */
const limitMs = 60_000;

export interface ForksPorts {
  /** Aborting it kills what is copied. */
  readonly signal: AbortSignal;
  /** Recognises a bug of the kernel in a line of the console. */
  readonly tripwire: Tripwire;
}

/**
 * Restores the template once, rehearses a test in it, and stops the guest: from then on it is copied. @throws NotCopied
 * @throws SystemError
 */
export async function prepareForks(job: ForksJob, { signal, tripwire }: ForksPorts): Promise<Forks> {
  const scratch = createScratchDirectory();
  // As the kernel names it.
  const place = realPath(scratch.path);
  let server: ForkServer | undefined;
  const dispose = (): void => {
    signal.removeEventListener('abort', dispose);
    server?.[Symbol.dispose]();
    scratch[Symbol.dispose]();
  };
  try {
    server = await launchForkServer({
      spec: specOf(job, place),
      qemu: job.qemu,
      outputPath: join(place, 'qemu.log'),
      library: job.library,
      directory: place,
    });
    signal.addEventListener('abort', dispose);
    signal.throwIfAborted();
    await prepare(server, job.template, { folder: join(place, 'folder'), tripwire });
    return { copy: server.copy, isLost: server.isLost, [Symbol.dispose]: dispose };
  } catch (error) {
    dispose();
    throw reasonOf(error);
  }
}

function specOf({ machine, folderTransport, template, qemu }: ForksJob, scratch: string): MachineSpec {
  const folder = join(scratch, 'folder');
  for (const part of ['', ...folderParts]) makeDirectory(join(folder, part));
  writeProgramAt(join(folder, 'run'), rehearsedStage);
  return {
    ...machine,
    origin: { ...originOfClone(template, qemu), isCopied: true },
    sharedFolder: folderTransport === '9p' ? folder : undefined,
  };
}

interface Prepared {
  readonly folder: string;
  readonly tripwire: Tripwire;
}

async function prepare(server: ForkServer, template: Template, { folder, tripwire }: Prepared): Promise<void> {
  const { machine } = server;
  const bugs = listenForBugs(machine, tripwire);
  // What else is said before the first copy is of no test.
  for (const name of channelNames) machine.channel(name).resume();
  const session = new AgentSession(machine.channel('control'), secretToken(), { readyRelease: template.release });
  const restore = (): Promise<void> => restoreMachine(machine, template.state);
  const rehearsed = Promise.race([
    Promise.all([server.loaded, rehearse({ machine, session, folder, restore })]),
    machine.exited.then(() => {
      throw new NotCopied('QEMU has ended');
    }),
    machine.failed,
  ]);
  if ((await withinTime(rehearsed, limitMs)) === 'late')
    throw new NotCopied(`a rehearsal did not end within ${limitMs / 1000} s`);
  await (await machine.monitor).execute('stop');
  await server.survey();
  const [bug] = bugs;
  if (bug !== undefined) throw new NotCopied(`the kernel reported a bug in the rehearsal: ${bug}`);
}

/** What a kernel reports only once, each test must be able to meet. */
function listenForBugs(machine: Machine, tripwire: Tripwire): readonly string[] {
  const bugs: string[] = [];
  splitLines(machine.channel('console'), {
    maxLength: maxConsoleLine,
    onLine: (line) => {
      const text = line.toString('latin1');
      if (bugs.length === 0 && tripwire(text)) bugs.push(printable(text));
    },
  });
  return bugs;
}

const maxConsoleLine = 4096;

/** Whatever keeps the guest from being prepared is why there are no copies. */
function reasonOf(error: unknown): unknown {
  const isExpected = error instanceof AgentLost || error instanceof AgentRefusal || error instanceof QmpError;
  return isExpected ? new NotCopied(error.message, { cause: error }) : error;
}
