import type { PciUnit } from '../../src/device/unit/pci-unit.ts';
import type { InterruptMode, TestMachine } from '../../src/device/test-bus/test-machine.ts';
import type { SampleBars, SampleControls } from './sample-device.ts';

/** The operations of a processor on the sample device. */
export interface BenchMachine
  extends Pick<
    TestMachine<SampleBars, SampleControls>,
    'enable' | 'setBusMaster' | 'read' | 'write' | 'readAt' | 'writeAt' | 'readConfig' | 'writeConfig' | 'reset'
  > {
  readonly maskVector: (vector: number, isMasked: boolean) => void | Promise<void>;
}

/** A part of the machine's memory that the device can access. */
export interface BenchMemory {
  readonly address: number;
  readonly store: (bytes: Buffer) => Promise<void>;
  readonly load: () => Promise<Buffer>;
}

/** The sample device in some machine: in memory, behind a socket, in QEMU. The device's clock is stopped. */
export interface DeviceBench extends AsyncDisposable {
  readonly machine: BenchMachine;
  readonly unit: PciUnit;
  /** The vectors that arrived, in order. */
  readonly interrupts: () => Promise<readonly number[]>;
  readonly allocate: (length: number) => Promise<BenchMemory>;
  /** The number of vectors that a driver gets for MSI; further ones arrive as these. */
  readonly msiVectors: number;
  /** Whether simultaneous messages may be merged, as an interrupt controller is free to do. */
  readonly mergesMessages: boolean;
  /** Waits until all pending work is done. */
  readonly settle: () => Promise<void>;
}

/** By default with MSI-X. */
export type MakeBench = (mode?: InterruptMode) => Promise<DeviceBench>;

/** An address where no machine has anything. */
export const nowhere = 0xf000_0000_0000;
