import { closeSync, constants, openSync, statSync } from 'node:fs';
import { type ContainerKind, containerHere, textOf } from './container.ts';

/** Whether KVM looks usable on this host. Only booting a guest on it proves that it works. */
export type KvmState =
  | { readonly kind: 'promising' }
  | { readonly kind: 'unusable'; readonly reason: string; readonly advice: string };

export interface KvmPlaces {
  readonly device: string;
  readonly cpuInfo: string;
  /** The drivers that the kernel has without a device of its own; absent: they are not known. */
  readonly misc?: string;
}

const linuxPlaces: KvmPlaces = { device: '/dev/kvm', cpuInfo: '/proc/cpuinfo', misc: '/proc/misc' };

export interface KvmFacts {
  readonly places: KvmPlaces;
  /** The system's error when the device was opened; undefined: it could be opened. */
  readonly error: string | undefined;
  /** The host's kernel has KVM, whether its device is here or not. */
  readonly kernelHasKvm: boolean;
  /** The processor offers virtualisation to this host. */
  readonly processorHasIt: boolean;
  readonly container: ContainerKind | undefined;
}

/** Checks the device, its permissions, the kernel and the processor's flags, where it has any. */
export function probeKvm(
  places: KvmPlaces = linuxPlaces,
  container: ContainerKind | undefined = containerHere(),
): KvmState {
  const error = openError(places.device);
  return judgeKvm({
    places,
    error,
    kernelHasKvm: places.misc !== undefined && /^\s*\d+ kvm$/m.test(textOf(places.misc)),
    processorHasIt: flagOfVirtualisation(textOf(places.cpuInfo)) ?? error === undefined,
    container,
  });
}

/**
 * Undefined: this is no PC, and its processors do not say it. A kernel for arm64 or riscv64 has the device only where
 * it was started at the level of a hypervisor.
 */
function flagOfVirtualisation(cpuInfo: string): boolean | undefined {
  const [, flags] = /^flags\s*:(.*)$/m.exec(cpuInfo) ?? [];
  return flags === undefined ? undefined : /\b(vmx|svm)\b/.test(flags);
}

/** What the facts mean, and the next move. */
export function judgeKvm(facts: KvmFacts): KvmState {
  const { places, error } = facts;
  switch (error) {
    case undefined:
      return facts.processorHasIt ? { kind: 'promising' } : withoutFlags(places);
    case 'ENOENT':
      return absent(facts);
    case 'EPERM':
      return {
        kind: 'unusable',
        reason: `${places.device} is here, but the rules of the container for devices forbid it`,
        advice: 'A bind mount or mknod is not enough: pass the device with --device /dev/kvm.',
      };
    case 'ENODEV':
    case 'ENXIO':
      return {
        kind: 'unusable',
        reason: `${places.device} is here, but the kernel has no KVM behind it`,
        advice: `${onTheHost(facts)}${loadModule}`,
      };
    case 'EBUSY':
    case 'EIO':
    case 'ENOMEM':
      return {
        kind: 'unusable',
        reason: `${places.device} is here, but cannot be opened (${error})`,
        advice: `${onTheHost(facts)}dmesg may say why. Another hypervisor can hold the processor’s virtualisation.`,
      };
    default:
      return {
        kind: 'unusable',
        reason: `${places.device} may not be opened by this user (${error})`,
        advice: permission(facts.container),
      };
  }
}

const loadModule = 'sudo modprobe kvm_intel, or kvm_amd.';
const enableIt = 'Enable virtualisation in the firmware, or nested virtualisation for this machine.';

function onTheHost({ container }: KvmFacts): string {
  return container === undefined ? '' : 'On the host of the container: ';
}

function withoutFlags({ device, cpuInfo }: KvmPlaces): KvmState {
  return {
    kind: 'unusable',
    reason: `${device} exists, but the processor offers no virtualisation (no vmx or svm in ${cpuInfo})`,
    advice: 'Enable nested virtualisation for this machine, or use a host with virtualisation.',
  };
}

/** The device is missing because the container has not got it, or because the host has none. */
function absent(facts: KvmFacts): KvmState {
  const { places, kernelHasKvm, processorHasIt, container } = facts;
  const passIt = container === undefined ? '' : ` ${passing[container]}`;
  if (kernelHasKvm && container !== undefined)
    return {
      kind: 'unusable',
      reason: `the host has KVM, but ${places.device} is not in this container`,
      advice: passing[container],
    };
  if (kernelHasKvm)
    return {
      kind: 'unusable',
      reason: `no ${places.device}, although the kernel has KVM`,
      advice: 'Let udev make it: sudo udevadm trigger --name-match=kvm.',
    };
  return {
    kind: 'unusable',
    reason: processorHasIt ? `no ${places.device}: the host’s kernel has no KVM loaded` : `no ${places.device}`,
    advice: `${onTheHost(facts)}${processorHasIt ? loadModule : enableIt}${passIt}`,
  };
}

/** How a container gets the device. */
const passing: Readonly<Record<ContainerKind, string>> = {
  docker: 'Start the container with --device /dev/kvm.',
  podman: 'Start the container with --device /dev/kvm.',
  'rootless-podman':
    'Start the container with --device /dev/kvm --group-add keep-groups, as a user who may open it on the host.',
  kubernetes:
    'A pod gets it from a device plugin of the cluster, for example KubeVirt’s (devices.kubevirt.io/kvm: 1); without ' +
    'one, it stays on TCG.',
  other: 'Pass the device to the container.',
};

/** How this user gets the permission. */
function permission(container: ContainerKind | undefined): string {
  switch (container) {
    case 'docker':
    case 'podman':
      return 'Start the container with --group-add "$(stat -c %g /dev/kvm)", or run as its root.';
    case 'rootless-podman':
      return 'Start the container with --group-add keep-groups, as a user who is in the group kvm on the host.';
    case 'kubernetes':
      return 'Add the group of the device (stat -c %g /dev/kvm) to securityContext.supplementalGroups of the pod.';
    case 'other':
      return 'Add the user to the group of the device (stat -c %g /dev/kvm).';
    case undefined:
      return (
        `On a hosted runner: echo 'KERNEL=="kvm", GROUP="kvm", MODE="0666", OPTIONS+="static_node=kvm"' | sudo ` +
        'tee /etc/udev/rules.d/99-kvm.rules && sudo udevadm control --reload-rules && sudo udevadm trigger ' +
        '--name-match=kvm. Elsewhere: add the user to the group kvm.'
      );
  }
}

/** Changes when the device is made anew, by another driver or for other users; empty: there is none. */
export function kvmIdentity(path = linuxPlaces.device): string {
  const info = statSync(path, { throwIfNoEntry: false, bigint: true });
  return info === undefined
    ? ''
    : [info.dev, info.ino, info.rdev, info.mode, info.uid, info.gid, info.ctimeNs].join(' ');
}

function openError(path: string): string | undefined {
  try {
    closeSync(openSync(path, constants.O_RDWR | constants.O_NONBLOCK));
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  }
}
