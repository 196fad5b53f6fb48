import {
  channelNames,
  type ChannelName,
  type DiskImage,
  type MachineOrigin,
  type MachineSpec,
} from './machine-spec.ts';
import { memoryBytes } from './memory-size.ts';
import { mergeUserArguments, type UserArguments } from './user-arguments.ts';

/** QEMU's arguments for a machine. A pure function, so that the printed command line is the one that runs. */
export function qemuArguments(spec: MachineSpec): string[] {
  const user = mergeUserArguments(spec.userArgs);
  return [
    ...containment(spec),
    ...shape(spec, user),
    ...kernel(spec, user),
    ...channels(),
    ...panicDevice(spec, user),
    ...folder(spec),
    ...moduleTree(spec),
    ...disk(spec),
    ...user.others,
    ...origin(spec, user),
    ...slots(spec, user),
    ...(spec.ownDevices?.args ?? []),
    ...(spec.origin?.kind === 'clone' ? ['-incoming', 'defer'] : []),
  ];
}

/** A heap that grows in smaller steps begins each huge page before it is there as a whole, in small ones. */
const heapStepBytes = 16 * 1024 ** 2;

/**
 * The whole environment of QEMU's process; nothing of our own is in it. The C library asks for huge pages for QEMU's
 * heap, where the host gives them on request: that saves 4,700 of 9,400 page faults of a clone.
 */
export function qemuEnvironment(own: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return { GLIBC_TUNABLES: `glibc.malloc.hugetlb=1:glibc.malloc.top_pad=${heapStepBytes}`, ...own };
}

/** Only what was requested: no default devices, no network, no user configuration, a sandboxed process. */
function containment({ origin }: MachineSpec): string[] {
  const isCopied = origin?.kind === 'clone' && origin.isCopied === true;
  return [
    '-nodefaults',
    '-no-user-config',
    '-no-reboot',
    // After a panic report, the kernel runs on until it resets, so that all of its output arrives.
    '-action',
    'panic=none',
    '-display',
    'none',
    '-sandbox',
    `on,obsolete=deny,elevateprivileges=deny,${isCopied ? '' : 'spawn=deny,'}resourcecontrol=deny`,
    // A sound card cannot be plugged in without a place for its sound, and none can be added later.
    '-audiodev',
    'none,id=qdt.audio',
  ];
}

function shape(spec: MachineSpec, user: UserArguments): string[] {
  return [
    '-accel',
    spec.accelerator,
    '-machine',
    `${machineType(spec, user)}${spec.origin === undefined ? '' : ',memory-backend=qdt.ram'}`,
    '-cpu',
    user.cpu ?? spec.arch.guest.cpu[spec.accelerator],
    ...(user.memory === undefined ? [] : ['-m', user.memory]),
    ...(user.smp === undefined ? [] : ['-smp', user.smp]),
  ];
}

/** A clone's kernel is already in its memory. */
function kernel(spec: MachineSpec, user: UserArguments): string[] {
  if (spec.origin?.kind === 'clone') return [];
  const parameters = [`console=${spec.arch.guest.console}`, ...spec.kernelParameters, ...user.kernelParameters];
  const tree = spec.deviceTree === undefined ? [] : ['-dtb', spec.deviceTree];
  return ['-kernel', spec.bootImage, '-initrd', spec.initramfs, '-append', parameters.join(' '), ...tree];
}

/** Every channel is a socket that QEMU inherits. `log.run` becomes the guest's port `qdt.log.run`. */
function channels(): string[] {
  const ports = channelNames.filter((name) => name !== 'monitor' && name !== 'console');
  return [
    ...channelNames.flatMap((name) => ['-chardev', `socket,id=${chardevId(name)},fd=${channelDescriptor(name)}`]),
    '-qmp',
    'chardev:qdt.monitor',
    '-serial',
    'chardev:qdt.console',
    '-device',
    `virtio-serial-pci,id=qdt.serial,max_ports=${ports.length + 1}`,
    ...ports.flatMap((name, index) => [
      '-device',
      `virtserialport,id=${portId(name)},bus=qdt.serial.0,nr=${index + 1},chardev=qdt.${name},name=qdt.${name}`,
    ]),
  ];
}

/** The id of the guest's end of a channel in QEMU's events. */
export function portId(name: ChannelName): string {
  return `qdt.port.${name}`;
}

/** The id of our end of a channel in QEMU's commands. */
export function chardevId(name: ChannelName): string {
  return `qdt.${name}`;
}

/** The file descriptor of a channel in QEMU. */
export function channelDescriptor(name: ChannelName): number {
  return 3 + (name === 'state' ? channelNames.length : channelNames.indexOf(name));
}

/**
 * Memory in a file, which the template maps shared and a clone maps privately, so that saving and restoring transfers
 * only device state.
 */
function origin(spec: MachineSpec, user: UserArguments): string[] {
  if (spec.origin === undefined) return [];
  const { kind, ramPath } = spec.origin;
  const size = memoryBytes(user.memory);
  if (size === undefined) throw new Error(`Internal error: a machine with -m ${user.memory ?? ''} was made a ${kind}`);
  const ram = `memory-backend-file,id=qdt.ram,size=${size},mem-path=${escapeCommas(ramPath)},${access(spec.origin)}`;
  return ['-object', ram];
}

function access(origin: MachineOrigin): string {
  if (origin.kind === 'template') return 'share=on';
  return origin.isFileKept ? 'share=off,readonly=on,rom=off' : 'share=off';
}

/** Reports panics, even those that a broken console or `panic=0` would hide. */
function panicDevice(spec: TypedMachine, user: UserArguments): string[] {
  const { driver, fits, present } = spec.arch.guest.panicDevice;
  const hasPlace = fits.test(machineType(spec, user));
  return hasPlace && !user.others.some((argument) => present.test(argument)) ? ['-device', driver] : [];
}

/**
 * The number of devices that a test can plug in with `hw`, beyond those plugged in before. Each costs a boot about 25
 * ms under TCG.
 */
export const spareSlots = 2;

/** Slots for plugging devices in, which the root buses of q35 and virt do not have. */
function slots(spec: MachineSpec, user: UserArguments): string[] {
  if (!hasSlots(spec, user)) return [];
  const taken = spec.origin?.slots ?? spec.ownDevices?.slots ?? 0;
  return Array.from({ length: taken + spareSlots }, (_, index) => slot(index)).flat();
}

/** Numbers that a user's own root ports are unlikely to use. */
const firstChassis = 200;

function slot(index: number): string[] {
  return ['-device', `pcie-root-port,id=${slotId(index)},bus=pcie.0,chassis=${firstChassis + index}`];
}

/** The bus for a plugged-in device. */
export function slotId(index: number): string {
  return `qdt.slot${index}`;
}

/** The number of a slot, from 0; undefined: the device is none of these slots. */
export function slotNumber(id: string): number | undefined {
  const digits = /^qdt\.slot(\d+)$/.exec(id)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Other machine types accept devices on their root bus. */
export function hasSlots({ arch }: Pick<MachineSpec, 'arch'>, user: Pick<UserArguments, 'machine'>): boolean {
  // The default types of both accelerators are of one kind.
  return arch.guest.slotted.test(user.machine ?? arch.guest.machineType.tcg);
}

type TypedMachine = Pick<MachineSpec, 'arch' | 'accelerator'>;

export function machineType({ arch, accelerator }: TypedMachine, user: Pick<UserArguments, 'machine'>): string {
  return user.machine ?? arch.guest.machineType[accelerator];
}

/** mapped-file: a link made by the guest is a plain file on the host, so the host can never follow it. */
function folder({ sharedFolder }: MachineSpec): string[] {
  if (sharedFolder === undefined) return [];
  return [
    '-fsdev',
    `local,id=qdt.folder,path=${escapeCommas(sharedFolder)},security_model=mapped-file`,
    '-device',
    'virtio-9p-pci,fsdev=qdt.folder,mount_tag=qdt',
  ];
}

/** The guest mounts it when a module is first wanted that is not in its memory. */
function moduleTree({ moduleTree: path }: MachineSpec): string[] {
  if (path === undefined) return [];
  return [
    '-fsdev',
    `local,id=qdt.modules,path=${escapeCommas(path)},security_model=none,readonly=on`,
    '-device',
    'virtio-9p-pci,fsdev=qdt.modules,mount_tag=qdt.modules',
  ];
}

function disk(spec: MachineSpec): string[] {
  if (spec.diskImage === undefined) return [];
  return [
    '-drive',
    `if=none,id=qdt.disk,${diskFile(spec.diskImage, spec.origin)}`,
    '-device',
    'virtio-blk-pci,drive=qdt.disk',
  ];
}

/**
 * snapshot=on: writes go to a temporary file that QEMU has already unlinked. What a template writes while it boots
 * stays in an overlay, below the temporary files of its clones.
 */
function diskFile({ path, format, isKept }: DiskImage, origin: MachineOrigin | undefined): string {
  if (isKept === true) return `cache=unsafe,discard=unmap,format=${format},file=${escapeCommas(path)}`;
  if (origin?.diskPath === undefined) return `snapshot=on,format=${format},file=${escapeCommas(path)}`;
  const file = `format=qcow2,file=${escapeCommas(origin.diskPath)}`;
  return origin.kind === 'template' ? `cache=unsafe,${file}` : `snapshot=on,${file}`;
}

/** QEMU's option lists double commas inside values. */
function escapeCommas(value: string): string {
  return value.replaceAll(',', ',,');
}
