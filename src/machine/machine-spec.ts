import type { Architecture } from './architecture.ts';

export type Accelerator = 'kvm' | 'tcg';

/** Everything that decides what machine QEMU makes. Paths are absolute. */
export interface MachineSpec {
  readonly arch: Architecture;
  readonly accelerator: Accelerator;
  /** User's arguments, from the least to the most specific: the cell's machine, the suite, the test. */
  readonly userArgs: readonly (readonly string[])[];
  readonly bootImage: string;
  readonly initramfs: string;
  readonly kernelParameters: readonly string[];
  /** Folder shared over 9p; undefined: the kernel has no 9p, the files port carries it. */
  readonly sharedFolder: string | undefined;
  /** Image whose file system the stages run in; its writes are discarded. */
  readonly diskImage: DiskImage | undefined;
  /** Absent: an ordinary boot, memory in the process. */
  readonly origin?: MachineOrigin;
}

/** A machine that is saved once and restored many times. `ramPath`: the file that holds the guest's memory. */
export interface MachineOrigin {
  /**
   * `template`: boots, and writes into the file. `clone`: starts from a saved state, and keeps its own writes to
   * itself.
   */
  readonly kind: 'template' | 'clone';
  readonly ramPath: string;
  /** How many devices can be plugged in after the start. Must be the same in a template and its clones. */
  readonly slots: number;
}

export interface DiskImage {
  readonly path: string;
  readonly format: 'raw' | 'qcow2';
}

/** The sockets between us and QEMU, in the order of their descriptors from 3 on. */
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
/** `state` is there in a clone only, after all others: it carries the saved state to QEMU. */
export type ChannelName = (typeof channelNames)[number] | 'state';
