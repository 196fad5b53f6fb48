import type { Architecture } from '../architecture/architecture.ts';

export type Accelerator = 'kvm' | 'tcg';

/** Everything that determines the machine that QEMU creates. Paths are absolute. */
export interface MachineSpec {
  readonly arch: Architecture;
  readonly accelerator: Accelerator;
  /** The user's arguments, from the least to the most specific: the cell's machine, the suite, the test. */
  readonly userArgs: readonly (readonly string[])[];
  readonly bootImage: string;
  readonly initramfs: string;
  readonly kernelParameters: readonly string[];
  /** Whether the kernel hears of a device that is plugged in; absent: it does. Otherwise it has to look. */
  readonly announces?: boolean;
  /** Folder shared over 9p; undefined: the kernel has no 9p, and the files port carries the folder. */
  readonly sharedFolder: string | undefined;
  /** The kernel's tree of modules, shared read-only over 9p; undefined: it has none, or no 9p. */
  readonly moduleTree: string | undefined;
  /** Image in whose file system the stages run; writes of a test are discarded. */
  readonly diskImage: DiskImage | undefined;
  /** Its device tree; absent: the one that QEMU makes. */
  readonly deviceTree?: string;
  /** Absent: an ordinary boot, with memory in the process. */
  readonly origin?: MachineOrigin;
  /** Absent: the user's are all. */
  readonly ownDevices?: OwnDevices;
}

/** Devices of ours that a machine boots with. `slots`: how many of them are in one, from the first on. */
export interface OwnDevices {
  readonly slots: number;
  readonly args: readonly string[];
}

/**
 * A machine that is saved once and restored many times. `ramPath`: the file with the guest's memory. `diskPath`: the
 * overlay with what the boot has written to the disk image; absent: it writes nothing. `slots`: how many devices can be
 * plugged in after the start, the same in a template and its clones.
 */
export type MachineOrigin =
  /** Boots, and writes into the file. */
  | { readonly kind: 'template'; readonly ramPath: string; readonly diskPath?: string; readonly slots: number }
  | {
      /** Starts from a saved state, with private writes. */
      readonly kind: 'clone';
      readonly ramPath: string;
      readonly diskPath?: string;
      readonly slots: number;
      /** QEMU can open the file for reading only (see private-memory.ts). */
      readonly isFileKept: boolean;
      /** Its process is copied, and each copy keeps itself from starting programs; absent: this process does. */
      readonly isCopied?: true;
    };

export interface DiskImage {
  readonly path: string;
  readonly format: 'raw' | 'qcow2';
  /** Its own init runs; absent: stages of the agent only enter it. */
  readonly startsItself?: true;
  /** What is written to it stays, and what is freed takes no place in it; absent: writes are discarded. */
  readonly isKept?: true;
}

/** The sockets between us and QEMU, in the order of their file descriptors, from 3. */
export const channelNames = [
  'monitor',
  'console',
  'control',
  'files',
  'log.suite-setup',
  'log.setup',
  'log.run',
  'log.teardown',
  'log.suite-teardown',
  'hw',
] as const;
/** `state` exists only in a clone, after all others. It carries the saved state to QEMU. */
export type ChannelName = (typeof channelNames)[number] | 'state';
