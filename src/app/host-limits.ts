import type { ContainerKind } from '../host/container.ts';
import { roomForMiB, sharedMemory } from '../host/files/memory-file.ts';

/** The result of one check. `poor`: tests run, but slower or with less information; `missing`: they do not run. */
export interface HostFinding {
  readonly topic: string;
  readonly state: 'good' | 'poor' | 'missing';
  readonly found: string;
  readonly advice?: string;
}

const names: Readonly<Record<ContainerKind, string>> = {
  docker: 'Docker, or a container like it',
  podman: 'Podman',
  'rootless-podman': 'Podman without root',
  kubernetes: 'a pod of Kubernetes',
  other: 'a container of another kind',
};

/** Where the other findings are from. */
export function judgeContainer(container: ContainerKind): HostFinding {
  return { topic: 'container', state: 'good', found: names[container] };
}

/** The memory of a machine that has no options of its own. */
const usualMemoryMiB = 256;

/** How a container gets more shared memory. */
const enlarging: Readonly<Record<ContainerKind, string>> = {
  docker: 'Start the container with --shm-size 2g.',
  podman: 'Start the container with --shm-size 2g.',
  'rootless-podman': 'Start the container with --shm-size 2g.',
  kubernetes: 'Mount an emptyDir with medium: Memory at /dev/shm; docs/ci.md shows it.',
  other: 'Give the container more room in /dev/shm.',
};

export interface SharedMemory {
  /** Undefined: there is none. */
  readonly freeMiB: number | undefined;
  readonly container: ContainerKind | undefined;
}

/** The memory of a booted machine is a file there, of which the machines of the tests are clones. */
export function judgeSharedMemory({ freeMiB, container }: SharedMemory): HostFinding {
  const needed = roomForMiB(usualMemoryMiB);
  const found = freeMiB === undefined ? `no ${sharedMemory}` : `${sharedMemory}: ${freeMiB} MiB free`;
  if (freeMiB !== undefined && freeMiB >= needed) return { topic: 'shared memory', state: 'good', found };
  return {
    topic: 'shared memory',
    state: 'poor',
    found:
      `${found}; a booted machine of ${usualMemoryMiB} MiB needs ${needed}, and is kept in the directory for ` +
      'temporary files instead, which can be slow',
    advice: container === undefined ? `sudo mount -o remount,size=2g ${sharedMemory}` : enlarging[container],
  };
}

export interface Refusal {
  readonly program: string;
  /** What it printed. */
  readonly output: string;
  readonly container: ContainerKind | undefined;
}

/** A program that this host has, and that it does not let work. */
export function judgeRefusal({ program, output, container }: Refusal): HostFinding {
  const said = output.trim().split('\n').at(-1) ?? '';
  return {
    topic: program,
    state: 'missing',
    found: `does not work here${said === '' ? '' : `: ${said}`}`,
    advice:
      container === undefined
        ? 'A security module or a seccomp filter of this service forbids it: allow prctl(PR_SET_PDEATHSIG).'
        : 'The seccomp profile of the container forbids it: use the default profile, which allows ' +
          'prctl(PR_SET_PDEATHSIG).',
  };
}

/** A store that cannot be written to or locked, as on some network and shared folders. */
export function judgeStoreError({ message }: Error): HostFinding {
  return {
    topic: 'store',
    state: 'missing',
    found: message,
    advice: 'Set QDT_STORE to a directory of this user on a local disk, or on a volume of the container.',
  };
}
