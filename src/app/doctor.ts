import { join } from 'node:path';
import { readerAdvice } from '../engine/finding-locator.ts';
import { type ContainerKind, containerHere } from '../host/container.ts';
import { environmentVariable, findProgram, homeDirectory, isExecutableFile } from '../host/environment.ts';
import { freeMiB } from '../host/files/disk-use.ts';
import { LockUnavailable, withFreeFileLock } from '../host/files/file-lock.ts';
import { kindOfFile } from '../host/files/file-facts.ts';
import { sharedMemory } from '../host/files/memory-file.ts';
import { removeTree } from '../host/files/scratch-directory.ts';
import { probeKvm } from '../host/kvm.ts';
import { runCommand } from '../host/process/command.ts';
import { hostResources } from '../host/resources.ts';
import { isSystemError } from '../host/system-error.ts';
import { checkArchitecture } from '../provision/apt/host-architecture.ts';
import { probeMirrors } from '../provision/apt/mirror.ts';
import { storeRoot } from '../provision/store/store-root.ts';
import { findDebugReader } from '../symbols/run-reader.ts';
import { type HostFinding, judgeContainer, judgeRefusal, judgeSharedMemory, judgeStoreError } from './host-limits.ts';

/** Programs that tests need, and the packages that contain them. */
const requiredPrograms: readonly (readonly [program: string, purpose: string, packageName: string])[] = [
  ['setpriv', 'stops machines when their parent dies', 'util-linux'],
  ['flock', 'locks the store between runs', 'util-linux'],
  ['apt-get', 'downloads QEMU and kernels', 'apt'],
  ['dpkg-deb', 'reads packages', 'dpkg'],
  ['tar', 'unpacks packages', 'tar'],
];
const buildPrograms: readonly (readonly [program: string, purpose: string, packageName: string])[] = [
  ['make', 'builds info/modules; fetched if it is missing', 'make'],
  ['gcc', 'builds info/modules, where it is fetched if it is missing, and the relay for interrupt lines', 'gcc'],
];

/** The size of QEMU, two kernels and their headers, unpacked. */
const storeNeedMiB = 2048;

export async function examineHost(): Promise<readonly HostFinding[]> {
  const container = containerHere();
  return [
    architecture(),
    ...(container === undefined ? [] : [judgeContainer(container)]),
    accelerator(),
    processors(),
    judgeSharedMemory({ freeMiB: sharedMemoryMiB(), container }),
    ...programs(requiredPrograms, 'missing'),
    ...(await refusedPrograms(container)),
    ...programs(buildPrograms, 'poor'),
    debugReader(),
    mirrors(),
    space(),
    ...(await unusableStore()),
  ];
}

function architecture(): HostFinding {
  const { host, problem, advice } = checkArchitecture();
  return problem === undefined
    ? { topic: 'processor', state: 'good', found: host }
    : { topic: 'processor', state: 'missing', found: `${host}: ${problem}`, advice };
}

function accelerator(): HostFinding {
  const kvm = probeKvm();
  if (kvm.kind === 'promising')
    return { topic: 'accelerator', state: 'good', found: 'KVM (a run proves it by booting on it)' };
  return { topic: 'accelerator', state: 'poor', found: `TCG, software emulation: ${kvm.reason}`, advice: kvm.advice };
}

function processors(): HostFinding {
  const { cpus, memoryMiB, availableMemoryMiB } = hostResources();
  return {
    topic: 'size',
    state: 'good',
    found: `${cpus} processors, ${availableMemoryMiB} of ${memoryMiB} MiB memory available`,
  };
}

function programs(wanted: typeof requiredPrograms, whenAbsent: 'missing' | 'poor'): readonly HostFinding[] {
  return wanted.map(([program, purpose, packageName]): HostFinding => {
    const path = findProgram(program);
    if (path !== undefined && isExecutableFile(path))
      return { topic: program, state: 'good', found: `${path} (${purpose})` };
    return {
      topic: program,
      state: whenAbsent,
      found: `not found (${purpose})`,
      advice: `sudo apt-get install ${packageName}`,
    };
  });
}

/** Undefined: there is no such file system. */
function sharedMemoryMiB(): number | undefined {
  return kindOfFile(sharedMemory) === 'directory' ? freeMiB(sharedMemory) : undefined;
}

/** Programs that are there, and that the container does not allow to do their work. */
async function refusedPrograms(container: ContainerKind | undefined): Promise<readonly HostFinding[]> {
  if (findProgram('setpriv') === undefined) return [];
  const { exitCode, output } = await runCommand(['setpriv', '--pdeathsig', 'KILL', '--', 'true']);
  return exitCode === 0 ? [] : [judgeRefusal({ program: 'setpriv', output, container })];
}

function debugReader(): HostFinding {
  const purpose = 'finds the source lines of kernel reports';
  const reader = findDebugReader();
  if (reader !== undefined) return { topic: 'debug info', state: 'good', found: `${reader.path} (${purpose})` };
  return {
    topic: 'debug info',
    state: 'poor',
    found: `neither addr2line nor llvm-symbolizer found (${purpose})`,
    advice: readerAdvice,
  };
}

function mirrors(): HostFinding {
  const { found, absent } = probeMirrors();
  if (found.length === 0)
    return {
      topic: 'mirror',
      state: 'missing',
      found: `this host's apt sources have no mirror for ${absent.join(', ')}`,
      advice: 'docs/provisioning.md shows how to set one.',
    };
  return {
    topic: 'mirror',
    state: absent.length === 0 ? 'good' : 'poor',
    found: `${found.join(', ')}${absent.length === 0 ? '' : `; no mirror for ${absent.join(', ')}`}`,
  };
}

function space(): HostFinding {
  const root = storeRoot({ variable: environmentVariable, home: homeDirectory() });
  const free = freeMiB(root);
  const found = `${root}: ${free} MiB free`;
  return free >= storeNeedMiB
    ? { topic: 'store', state: 'good', found }
    : {
        topic: 'store',
        state: 'poor',
        found,
        advice: `A first run needs about ${storeNeedMiB} MiB. Set QDT_STORE to use another file system.`,
      };
}

/** Tried where there is a store, as on a volume of a container: whether this user can write to it and lock it. */
async function unusableStore(): Promise<readonly HostFinding[]> {
  const root = storeRoot({ variable: environmentVariable, home: homeDirectory() });
  if (kindOfFile(root) !== 'directory' || findProgram('flock') === undefined) return [];
  const lock = join(root, 'doctor.lock');
  try {
    await withFreeFileLock(lock, new AbortController().signal, () => undefined);
    removeTree(lock);
    return [];
  } catch (error) {
    if (!(error instanceof LockUnavailable) && !isSystemError(error)) throw error;
    return [judgeStoreError(error)];
  }
}
