import type { ArchitectureName } from '../../src/architecture/architecture.ts';

/** How TCG emulates a machine whose kernel has a `/dev/kvm`. */
export interface OuterArchitecture {
  readonly name: ArchitectureName;
  /** Of a kernel with KVM, 9p and overlayfs, which its own guests run, too. */
  readonly kernel: string;
  readonly machine: string;
  readonly cpu: string;
  /** What its init loads, with all that they need. A module that is built in is skipped. */
  readonly modules: readonly string[];
  readonly kernelParameters: readonly string[];
}

const shared = ['virtio_pci', '9pnet_virtio', '9p', 'overlay'];

const x86_64: OuterArchitecture = {
  name: 'x86_64',
  kernel: 'debian:6.12',
  machine: 'q35',
  // With AMD's virtualisation.
  cpu: 'max,+svm',
  modules: [...shared, 'kvm_amd'],
  kernelParameters: ['no_timer_check'],
};

/** KVM needs the level of a hypervisor (EL2), and is built into the kernel. */
const aarch64: OuterArchitecture = {
  name: 'aarch64',
  kernel: 'debian:6.12:arm64',
  machine: 'virt,virtualization=on,gic-version=3',
  // Its level of a hypervisor can run Linux itself (VHE), and it boots with the least work of those that have that.
  cpu: 'neoverse-n1',
  modules: shared,
  kernelParameters: [],
};

/** By dpkg's name. */
export const outerArchitectures: Readonly<Record<string, OuterArchitecture>> = { amd64: x86_64, arm64: aarch64 };
