import type { HwMonitor } from './answerers.ts';

/** Something in QEMU that a device needs behind it: memory to share, a CAN bus, or a place for sound. */
export type BackingKind = 'memory' | 'can' | 'audio';

interface Backing {
  readonly id: string;
  /** The type and properties of the object that is it; undefined: every machine has it from the start. */
  readonly object: Readonly<Record<string, unknown>> | undefined;
}

/** Linux maps memory in sections of 2 MiB, and the window of a slot is no larger. */
const mebibyte = 1024 ** 2;

/** None of them leads out of QEMU. */
const backings: Readonly<Record<BackingKind, Backing>> = {
  memory: { id: 'qdt.hw.memory', object: { 'qom-type': 'memory-backend-ram', size: 2 * mebibyte } },
  can: { id: 'qdt.hw.can', object: { 'qom-type': 'can-bus' } },
  audio: { id: 'qdt.audio', object: undefined },
};

/**
 * What plugged devices of one machine have behind them. Each kind is made once, when it is first needed, and stays, so
 * that a guest cannot fill the host's memory by plugging and unplugging.
 */
export class Backings {
  readonly #made = new Set<BackingKind>();

  /** Returns the id for the device's property. @throws QmpError */
  async provide(kind: BackingKind, monitor: HwMonitor): Promise<string> {
    const { id, object } = backings[kind];
    if (object !== undefined && !this.#made.has(kind)) await monitor.execute('object-add', { id, ...object });
    this.#made.add(kind);
    return id;
  }
}
