import type { FaultGate } from '../fault/fault-gate.ts';
import { InterruptFaults } from '../fault/interrupt-faults.ts';
import type { AccessLog } from '../log/access-log.ts';
import type { CoverageCounter } from '../log/coverage.ts';

/** A line of a board, as the device at it drives it. */
export interface LinePort {
  /** At its active level from now on. */
  readonly raise: () => void;
  readonly lower: () => void;
  /** The machine is told of an event, although nothing has changed. */
  readonly again: () => void;
}

/** A device without a line, or not on a board yet. */
export const noLine: LinePort = { raise: () => undefined, lower: () => undefined, again: () => undefined };

/** The interrupt line of a device, in its model's handlers. */
export interface LineControl {
  /** The device wants attention: the line is at its active level until `lower`. */
  readonly raise: () => void;
  readonly lower: () => void;
}

/** The only interrupt of a device behind a board, for faults and coverage. */
export const lineVector = 0;
export const lineVectorName = 'line';

export interface DeviceLineOptions {
  readonly gate: FaultGate;
  readonly log: AccessLog;
  readonly coverage: CoverageCounter;
  readonly after: (delayUs: number, call: () => void) => unknown;
}

/** The interrupt line of a device behind a board: through its faults and into its log. */
export class DeviceLine implements LineControl {
  readonly #options: DeviceLineOptions;
  readonly #faults: InterruptFaults;
  #port = noLine;

  constructor(options: DeviceLineOptions) {
    this.#options = options;
    this.#faults = new InterruptFaults(options);
  }

  connect(port: LinePort): void {
    this.#port = port;
  }

  readonly raise = (): void =>
    this.#faults.raise(
      lineVector,
      () => this.#tell(this.#port.raise),
      () => this.#tell(this.#port.again),
    );

  readonly lower = (): void => {
    this.#faults.lower(lineVector);
    this.#port.lower();
  };

  #tell(how: () => void): void {
    const { log, coverage } = this.#options;
    coverage.interrupt(lineVector);
    log.record({ kind: 'interrupt', vector: lineVector, name: lineVectorName, outcome: 'asserted' });
    how();
  }
}
