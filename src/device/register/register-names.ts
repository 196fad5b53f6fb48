import type { DeviceModel } from '../definition/define-device.ts';
import { BarMap } from './bar-map.ts';

/** The part of a register that an access touches. */
export interface RegisterSpan {
  readonly name: string;
  /** Bytes in the register. */
  readonly start: number;
  readonly length: number;
  /** Bytes in the access. */
  readonly skip: number;
}

/** Says which registers an access of a model's BARs touches; without an instance of it. */
export class RegisterNames {
  readonly #map: BarMap;

  constructor({ bars }: DeviceModel) {
    this.#map = new BarMap(bars);
  }

  at(bar: number, offset: number, length: number): readonly RegisterSpan[] {
    return this.#map
      .split(bar, offset, length)
      .flatMap(({ place, start, length: bytes, skip }) =>
        place.kind === 'nothing' ? [] : [{ name: place.cell.name, start, length: bytes, skip }],
      );
  }

  /** Registers and memories. */
  has(name: string): boolean {
    return this.#map.registers.has(name) || this.#map.memories.has(name);
  }

  get all(): readonly string[] {
    return [...this.#map.registers.keys(), ...this.#map.memories.keys()];
  }
}
