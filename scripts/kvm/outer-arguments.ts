import type { OuterArchitecture } from './outer-architectures.ts';

/** The machine in which KVM is tested on a host without it. All paths are absolute. */
export interface OuterMachine extends Pick<OuterArchitecture, 'machine' | 'cpu' | 'kernelParameters'> {
  /** The kernel's name for its serial console. */
  readonly console: string;
  readonly kernel: string;
  readonly initramfs: string;
  readonly cpus: number;
  readonly memoryMiB: number;
  /** Writable in the machine, and on the host when it ends. Everything else of the host is read-only. */
  readonly jobDirectory: string;
  /** What its init is told, as `qdt.KEY=VALUE` on the kernel's command line. */
  readonly settings: Readonly<Record<string, string>>;
}

/** QEMU's arguments. @throws Error when a path cannot stand on a kernel's command line */
export function outerArguments(machine: OuterMachine): readonly string[] {
  return [
    '-nodefaults',
    '-no-user-config',
    '-no-reboot',
    ...['-display', 'none'],
    ...['-accel', 'tcg,thread=multi'],
    ...['-machine', machine.machine],
    ...['-cpu', machine.cpu],
    ...['-smp', String(machine.cpus)],
    ...['-m', String(machine.memoryMiB)],
    ...['-kernel', machine.kernel],
    ...['-initrd', machine.initramfs],
    ...['-append', commandLine(machine)],
    ...['-serial', 'stdio'],
    // remap: a root has several file systems, whose inode numbers may be the same.
    ...shared('qdt.root', '/', 'readonly=on,multidevs=remap'),
    ...shared('qdt.job', machine.jobDirectory, 'multidevs=remap'),
  ];
}

function shared(id: string, path: string, options: string): readonly string[] {
  const fsdev = `local,id=${id},path=${path.replaceAll(',', ',,')},security_model=none,${options}`;
  return ['-fsdev', fsdev, '-device', `virtio-9p-pci,fsdev=${id},mount_tag=${id}`];
}

function commandLine({ console, kernelParameters, settings }: OuterMachine): string {
  const words = Object.entries(settings).map(([key, value]) => `qdt.${key}=${value}`);
  const odd = words.find((word) => /[\s"]/.test(word));
  if (odd !== undefined) throw new Error(`${odd}: a path with a space cannot be handed to the outer machine`);
  return [`console=${console}`, 'panic=-1', ...kernelParameters, 'random.trust_cpu=on', ...words].join(' ');
}
