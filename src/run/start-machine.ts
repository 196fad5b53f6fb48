import { secretToken } from '../host/clock.ts';
import type { CopiedSize } from '../host/files/copy-tree.ts';
import type { MachineSpec } from '../machine/machine-spec.ts';
import { launchMachine, type Machine, type MachineLaunch, machineOfQemu } from '../machine/machine.ts';
import { hasSlots } from '../machine/qemu-arguments.ts';
import { mergeUserArguments } from '../machine/user-arguments.ts';
import { AgentSession, type SessionOptions } from './agent/agent-session.ts';
import type { ResumeStep, Script } from './agent/conversation.ts';
import type { CloneStart, TestJob } from './agent/test-job.ts';
import type { MachineModels } from './devices/machine-models.ts';
import { awaitDevices } from './devices/await-devices.ts';
import { attachedTo, ownDevices } from './devices/own-devices.ts';
import { plugDevices } from './devices/plug-devices.ts';
import { evidencePaths } from './evidence/evidence.ts';
import { artifactLimits } from './evidence/keep-record.ts';
import { type FolderTransport, isSmall, sentFolder, sharedFolder, tarFolder } from './folder/folder-transport.ts';
import { originOfClone, restoreMachine } from './template.ts';

/** The machine of a test, for its run or for a person's shell. */
export type MachineJob = Omit<TestJob, 'resultsDirectory' | 'directory' | 'memoryDump'>;

/** Where a machine works, and what is there for it. Paths are absolute. */
export interface MachinePlace {
  /** A private directory of this machine. */
  readonly scratch: string;
  /** The test's folder, as the guest sees it. */
  readonly folder: string;
  readonly folderSize: CopiedSize;
  /** For the logs. */
  readonly directory: string;
  readonly models: MachineModels | undefined;
}

/**
 * Starts QEMU with the machine as a test wants it: booting by itself, or waiting to go on as a clone. @throws NotCopied
 */
export async function startMachine(
  job: MachineJob,
  { folder, directory, models }: MachinePlace,
  onEvent?: MachineLaunch['onEvent'],
): Promise<Machine> {
  const outputPath = evidencePaths(directory).qemuLogPath;
  if (job.clone?.forks !== undefined)
    return machineOfQemu(await job.clone.forks.copy({ outputPath, folder }), 'has-greeted', onEvent);
  return launchMachine({
    spec: {
      ...withModels(job, models),
      ...originOf(job),
      sharedFolder: job.folderTransport === '9p' ? folder : undefined,
    },
    qemu: job.qemu,
    outputPath,
    ...(onEvent === undefined ? {} : { onEvent }),
  });
}

/** A machine that boots for itself has its device models from the start; into a clone they are plugged. */
function withModels(
  { machine, clone }: Pick<MachineJob, 'machine' | 'clone'>,
  models: MachineModels | undefined,
): MachineJob['machine'] {
  if (models === undefined || clone !== undefined) return machine;
  return { ...machine, ownDevices: ownDevices(attachedTo(machine, models.attached), slotsOf(machine)) };
}

function slotsOf(machine: MachineJob['machine']): boolean {
  return hasSlots(machine, mergeUserArguments(machine.userArgs));
}

function originOf({ clone, qemu }: MachineJob): Pick<MachineSpec, 'origin'> {
  if (clone === undefined) return {};
  return { origin: originOfClone(clone.template, qemu) };
}

function rootOf({ diskImage }: Pick<MachineSpec, 'diskImage'>): Script['root'] {
  if (diskImage === undefined) return 'builtin';
  return diskImage.startsItself === true ? 'image' : 'disk';
}

/** Speaks to the machine's agent. */
export function openSession(
  machine: Machine,
  { clone }: MachineJob,
  onMessage?: SessionOptions['onMessage'],
): AgentSession {
  return new AgentSession(machine.channel('control'), secretToken(), {
    readyRelease: clone?.template.release,
    ...(onMessage === undefined ? {} : { onMessage }),
  });
}

/** What the agent is asked for before the first stage, with what the caller wants to be run in it. */
export function scriptFor(
  job: MachineJob,
  machine: Machine,
  place: MachinePlace,
  wanted: Pick<Script, 'stages' | 'environment' | 'settings' | 'scansForLeaks' | 'calls' | 'ledger' | 'end'>,
): Script {
  const { planned, machine: spec, clone } = job;
  const { models } = place;
  return {
    ...wanted,
    root: rootOf(spec),
    ...(planned.imageInit?.machineId === 'own' ? { machineId: secretToken() } : {}),
    transport: transportFor(job, machine, place),
    ...(clone === undefined
      ? models && { awaitDevices: (session) => awaitAttached(machine, spec, models, session) }
      : { resumeStep: resumeStepOf(clone, machine, { spec, models }) }),
  };
}

function resumeStepOf(
  clone: CloneStart,
  machine: Machine,
  { spec, models }: { readonly spec: MachineJob['machine']; readonly models: MachineModels | undefined },
): ResumeStep {
  const devices = [...clone.devices, ...(models?.attached ?? [])];
  const plugging = {
    machine,
    hasSlots: clone.hasSlots,
    announces: spec.announces !== false,
    devices,
    faulty: models?.faulty ?? new Set<string>(),
  };
  return {
    seed: secretToken(),
    restore: () => (clone.forks === undefined ? restoreMachine(machine, clone.template.state) : goOn(machine)),
    ...(devices.length === 0 ? {} : { plug: (session) => plugDevices(plugging, session) }),
  };
}

/** A copy's guest was stopped before it was copied. @throws QmpError */
async function goOn(machine: Machine): Promise<void> {
  await (await machine.monitor).execute('cont');
}

/** A disk image may be small and have no room for the folder, so it is mounted there. */
function transportFor(
  { machine: spec, folderTransport }: MachineJob,
  machine: Machine,
  { folder, folderSize }: MachinePlace,
): FolderTransport {
  const files = machine.channel('files');
  if (folderTransport === 'tar') return tarFolder({ folder, files, limits: artifactLimits });
  return rootOf(spec) === 'builtin' && isSmall(folderSize) ? sentFolder({ folder, files }) : sharedFolder;
}

/** A machine that booted has had its devices from the start, but for those that come now. */
async function awaitAttached(
  machine: Machine,
  spec: MachineJob['machine'],
  models: MachineModels,
  session: AgentSession,
): Promise<void> {
  const { first, later } = attachedTo(spec, models.attached);
  const signed = first.filter(({ sign }) => sign !== undefined);
  const { faulty } = models;
  if (signed.length > 0) await awaitDevices(signed, { monitor: await machine.monitor, session, faulty });
  const slotsTaken = first.filter(({ place }) => place === 'slot').length;
  const plugging = { machine, devices: later, hasSlots: slotsOf(spec), slotsTaken, faulty };
  await plugDevices({ ...plugging, announces: spec.announces !== false }, session);
}
