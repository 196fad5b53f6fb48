import { configurationValue } from './descriptors.ts';
import { EndpointCell } from './endpoint-cell.ts';
import type { UsbModel } from './usb-definition.ts';
import { type LaidSetting, layOut } from './usb-layout.ts';

/** What a driver has chosen: a configuration, and a setting of each interface. */
export class UsbState {
  readonly settings: readonly LaidSetting[];
  /** By name, in all settings. */
  readonly cells: ReadonlyMap<string, EndpointCell>;
  readonly #alternates = new Map<number, number>();
  #configuration = 0;

  constructor(model: UsbModel) {
    this.settings = layOut(model);
    this.cells = new Map(
      this.settings.flatMap(({ endpoints }) => endpoints).map((laid) => [laid.name, new EndpointCell(laid)]),
    );
  }

  /** 0: none, so that only the control endpoint answers. */
  get configuration(): number {
    return this.#configuration;
  }

  /** The setting of each interface that is chosen now, or will be with the configuration. */
  get chosen(): readonly LaidSetting[] {
    return this.settings.filter(({ number, alternate }) => (this.#alternates.get(number) ?? 0) === alternate);
  }

  /** Undefined: there is no such interface, or no configuration. */
  alternate(face: number): number | undefined {
    return this.#configuration === 0 ? undefined : this.chosen.find(({ number }) => number === face)?.alternate;
  }

  /** The endpoint that answers at an address now. */
  cellAt(address: number): EndpointCell | undefined {
    if (this.#configuration === 0) return undefined;
    const laid = this.chosen.flatMap(({ endpoints }) => endpoints).find((endpoint) => endpoint.address === address);
    return laid === undefined ? undefined : this.cells.get(laid.name);
  }

  /** False: there is no such configuration. */
  configure(value: number): boolean {
    if (value !== 0 && value !== configurationValue) return false;
    this.#configuration = value;
    this.#alternates.clear();
    for (const cell of this.cells.values()) cell.isHalted = false;
    return true;
  }

  /** False: there is no such setting, or no configuration. */
  choose(face: number, alternate: number): boolean {
    const chosen = this.settings.find((setting) => setting.number === face && setting.alternate === alternate);
    if (chosen === undefined || this.#configuration === 0) return false;
    this.#alternates.set(face, alternate);
    for (const { name } of chosen.endpoints) {
      const cell = this.cells.get(name);
      if (cell !== undefined) cell.isHalted = false;
    }
    return true;
  }

  /** As after a reset of the port. */
  reset(): void {
    this.#configuration = 0;
    this.#alternates.clear();
    for (const cell of this.cells.values()) cell.reset();
  }
}
