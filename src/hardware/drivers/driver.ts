import type { PropertyRules } from './property-rule.ts';

/** A device that `hw plug` may bring into a machine: it is emulated in QEMU, and touches nothing of the host. */
export interface AllowedDriver {
  /** `pci`: goes into a slot of its own; `below`: QEMU finds the bus that it goes on, which must be there. */
  readonly bus: 'pci' | 'below';
  /**
   * Stores blocks: needs `disk=SIZE`. `reporting`: has to be told to report errors to the guest; the others do it by
   * themselves.
   */
  readonly disk?: 'reporting' | 'plain';
  /** Whether QEMU survives that it vanishes while it is in use: `hw remove`. */
  readonly canVanish?: true;
  /** All that can be said of it, beside `id`, `bus` and `disk`. What is not here cannot be set. */
  readonly properties: PropertyRules;
}

export type DriverTable = readonly (readonly [name: string, driver: AllowedDriver])[];
