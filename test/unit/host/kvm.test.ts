import { describe, expect, it } from 'vitest';
import { type ContainerFacts, containerOf } from '../../../src/host/container.ts';
import { judgeKvm, type KvmFacts, type KvmState } from '../../../src/host/kvm.ts';

const nothing: ContainerFacts = {
  hasDockerFile: false,
  hasPodmanFile: false,
  hasKubernetes: false,
  variable: undefined,
  cgroup: '0::/init.scope\n',
  uidMap: '         0          0 4294967295\n',
};
const mapped = '         0       1000          1\n         1     100000      65536\n';

describe('the container of a process', () => {
  it.each<[string | undefined, Partial<ContainerFacts>]>([
    [undefined, {}],
    ['docker', { hasDockerFile: true }],
    ['docker', { cgroup: '12:pids:/docker/0123abcd\n' }],
    ['podman', { hasPodmanFile: true, variable: 'podman' }],
    ['podman', { cgroup: '0::/machine.slice/libpod-0123.scope\n' }],
    ['rootless-podman', { hasPodmanFile: true, uidMap: mapped }],
    ['kubernetes', { hasKubernetes: true, hasDockerFile: true }],
    ['kubernetes', { cgroup: '0::/kubepods.slice/kubepods-besteffort.slice/cri-containerd-0123.scope\n' }],
    ['other', { variable: 'lxc' }],
    ['other', { cgroup: '1:name=systemd:/lxc/guest\n' }],
    // A user namespace alone is no container.
    [undefined, { uidMap: mapped }],
    [undefined, { cgroup: '', uidMap: '' }],
  ])('is %s with %j', (kind, facts) => expect(containerOf({ ...nothing, ...facts })).toBe(kind));
});

const works: KvmFacts = {
  places: { device: '/dev/kvm', cpuInfo: '/proc/cpuinfo', misc: '/proc/misc' },
  error: undefined,
  kernelHasKvm: true,
  processorHasIt: true,
  container: undefined,
};
const enable = 'Enable virtualisation in the firmware, or nested virtualisation for this machine.';
const load = 'sudo modprobe kvm_intel, or kvm_amd.';
const unusable = (reason: string, advice: string): KvmState => ({ kind: 'unusable', reason, advice });

describe('KVM', () => {
  it('looks usable when the device opens and the processor has it', () => {
    expect(judgeKvm(works)).toEqual({ kind: 'promising' });
    expect(judgeKvm({ ...works, processorHasIt: false })).toMatchObject({ kind: 'unusable' });
  });

  const inContainer = 'the host has KVM, but /dev/kvm is not in this container';
  it.each<[Partial<KvmFacts>, KvmState]>([
    [{ container: 'docker' }, unusable(inContainer, 'Start the container with --device /dev/kvm.')],
    [
      { container: 'rootless-podman' },
      unusable(
        inContainer,
        'Start the container with --device /dev/kvm --group-add keep-groups, as a user who may open it on the host.',
      ),
    ],
    [
      { container: 'kubernetes' },
      unusable(
        inContainer,
        'A pod gets it from a device plugin of the cluster, for example KubeVirt’s (devices.kubevirt.io/kvm: 1); ' +
          'without one, it stays on TCG.',
      ),
    ],
    [
      { container: undefined },
      unusable('no /dev/kvm, although the kernel has KVM', 'Let udev make it: sudo udevadm trigger --name-match=kvm.'),
    ],
    [
      { container: 'docker', kernelHasKvm: false },
      unusable(
        'no /dev/kvm: the host’s kernel has no KVM loaded',
        `On the host of the container: ${load} Start the container with --device /dev/kvm.`,
      ),
    ],
    [{ kernelHasKvm: false }, unusable('no /dev/kvm: the host’s kernel has no KVM loaded', load)],
    [{ kernelHasKvm: false, processorHasIt: false }, unusable('no /dev/kvm', enable)],
    [
      { kernelHasKvm: false, processorHasIt: false, container: 'podman' },
      unusable('no /dev/kvm', `On the host of the container: ${enable} Start the container with --device /dev/kvm.`),
    ],
  ])('without a device, %j', (facts, state) =>
    expect(judgeKvm({ ...works, error: 'ENOENT', ...facts })).toEqual(state),
  );

  it.each<[Partial<KvmFacts>, RegExp]>([
    [{ container: undefined }, /On a hosted runner: .* add the user to the group kvm\.$/],
    [{ container: 'docker' }, /--group-add "\$\(stat -c %g \/dev\/kvm\)"/],
    [{ container: 'rootless-podman' }, /--group-add keep-groups/],
    [{ container: 'kubernetes' }, /supplementalGroups/],
    [{ container: 'other' }, /the group of the device/],
  ])('without a permission, %j: %s', (facts, advice) => {
    expect(judgeKvm({ ...works, error: 'EACCES', ...facts })).toEqual({
      kind: 'unusable',
      reason: '/dev/kvm may not be opened by this user (EACCES)',
      advice: expect.stringMatching(advice) as string,
    });
  });

  it('is forbidden by a container that has only the file of the device', () => {
    expect(judgeKvm({ ...works, error: 'EPERM', container: 'docker' })).toEqual(
      unusable(
        '/dev/kvm is here, but the rules of the container for devices forbid it',
        'A bind mount or mknod is not enough: pass the device with --device /dev/kvm.',
      ),
    );
  });

  it('may be there and not open for a reason that has nothing to do with permissions', () => {
    expect(judgeKvm({ ...works, error: 'EBUSY' })).toEqual(
      unusable(
        '/dev/kvm is here, but cannot be opened (EBUSY)',
        'dmesg may say why. Another hypervisor can hold the processor’s virtualisation.',
      ),
    );
  });

  it.each(['ENODEV', 'ENXIO'])('is not behind a device that answers %s', (error) => {
    expect(judgeKvm({ ...works, error, container: 'docker' })).toEqual(
      unusable('/dev/kvm is here, but the kernel has no KVM behind it', `On the host of the container: ${load}`),
    );
  });
});
