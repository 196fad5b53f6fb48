import type { DeviceUnit } from '../../src/device/device-unit.ts';
import type { InterruptMode, TestMachine } from '../../src/device/test-bus/test-machine.ts';
import type { SampleBars, SampleControls } from './sample-device.ts';

/** What a processor does with the sample device. */
export interface BenchMachine
  extends Pick<
    TestMachine<SampleBars, SampleControls>,
    'enable' | 'setBusMaster' | 'read' | 'write' | 'readAt' | 'writeAt' | 'readConfig' | 'writeConfig' | 'reset'
  > {
  readonly maskVector: (vector: number, isMasked: boolean) => void | Promise<void>;
}

/** A piece of the machine's memory that the device can reach. */
export interface BenchMemory {
  readonly address: number;
  readonly store: (bytes: Buffer) => Promise<void>;
  readonly load: () => Promise<Buffer>;
}

/**
 * The sample device in a machine of some kind: in memory, behind a socket, in QEMU. The clock of the device stands
 * still.
 */
export interface DeviceBench extends AsyncDisposable {
  readonly machine: BenchMachine;
  readonly unit: DeviceUnit;
  /** Vectors that arrived, in that order. */
  readonly interrupts: () => Promise<readonly number[]>;
  readonly allocate: (length: number) => Promise<BenchMemory>;
  /** How many vectors this machine gives a driver that asks for MSI; those beyond them arrive as if they were these. */
  readonly msiVectors: number;
  /** Whether messages that come at once may arrive as one, as an interrupt controller is free to have it. */
  readonly mergesMessages: boolean;
  /** Everything that was under way is done. */
  readonly settle: () => Promise<void>;
}

/** Absent mode: with MSI-X. */
export type MakeBench = (mode?: InterruptMode) => Promise<DeviceBench>;

/** An address where no machine has anything. */
export const nowhere = 0xf000_0000_0000;
